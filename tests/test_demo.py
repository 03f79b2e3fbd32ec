"""The demonstration never takes anything away that it did not make."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from cspdesk import demo
from cspdesk.db import vault
from cspdesk.errors import DeskError
from cspdesk.paper.documents import DOCUMENTS

TODAY = date(2026, 11, 22)


@pytest.fixture(autouse=True)
def _fast_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vault, "MEMORY", 8 * 1024 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)


def test_what_lies_in_its_place_is_left_alone(tmp_path: Path) -> None:
    vault.create(tmp_path, "somebody's own passphrase")
    before = (tmp_path / "vault.json").read_bytes()
    with pytest.raises(DeskError, match="left as it is"):
        demo.make_workspace(tmp_path, "x", TODAY)
    assert (tmp_path / "vault.json").read_bytes() == before


def test_an_earlier_one_is_made_anew_beside_other_files(tmp_path: Path) -> None:
    (tmp_path / "letter.txt").write_text("kept", encoding="utf-8")
    for _time in range(2):
        demo.make_workspace(tmp_path, demo.PASSPHRASE, TODAY)
    assert (tmp_path / "letter.txt").read_text(encoding="utf-8") == "kept"


def test_it_prints_each_document_in_both_languages(tmp_path: Path) -> None:
    demo.make_workspace(tmp_path / "data", demo.PASSPHRASE, TODAY)
    written = [*demo.print_documents(tmp_path / "data", demo.PASSPHRASE, tmp_path)]
    names = {path.name for path in written}
    assert {f"{name}-{language}.pdf" for name in DOCUMENTS for language in ("km", "en")} <= names
    assert {"minutes-km.docx", "minutes-en.docx", "letter-km.docx", "letter-en.docx"} <= names
    for path in written:
        assert path.read_bytes().startswith(b"%PDF" if path.suffix == ".pdf" else b"PK")
