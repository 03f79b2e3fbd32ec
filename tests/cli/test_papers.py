from __future__ import annotations

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run, listed


def text_of(path: Path) -> str:
    return "".join(page.extract_text() for page in PdfReader(path).pages)


@pytest.mark.parametrize("document", ["attendance", "attended", "minutes", "contacts"])
def test_each_document_is_written_in_each_language(
    sample: Run, tmp_path: Path, document: str
) -> None:
    for language in ("km", "en"):
        path = tmp_path / f"{language}.pdf"
        result = sample("print", document, "--lang", language, "--output", path)
        assert result.exit_code == 0, result.stderr
        assert result.stdout == f"{path}\n"
    assert text_of(tmp_path / "km.pdf") != text_of(tmp_path / "en.pdf")


def test_the_meeting_may_be_chosen(sample: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    meetings = listed(sample("list", "meetings", "--json"))
    forum = next(meeting for meeting in meetings if meeting["on"] == "2022-12-13")
    assert sample("print", "minutes", "--lang", "en", "--output", path).exit_code == 0
    assert "Thma Koul" in text_of(path)
    chosen = ("--meeting", forum["id"], "--lang", "en", "--output", path)
    assert sample("print", "minutes", *chosen).exit_code == 0
    assert "2022" in text_of(path)
    assert sample("print", "contacts", *chosen).exit_code == 0
    assert "Forum on Partnership" in text_of(path)


def test_what_cannot_be_printed_is_told(sample: Run, tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    unknown = sample("print", "minutes", "--meeting", "x", "--output", path)
    assert unknown.exit_code == 1
    assert "There is no meeting x." in unknown.stderr
    nowhere = sample("print", "contacts", "--output", tmp_path / "no" / "out.pdf")
    assert nowhere.exit_code == 1
    assert "could not be written" in nowhere.stderr
    assert not path.exists()


def test_an_empty_workspace_has_no_minutes(made: Run, tmp_path: Path) -> None:
    result = made("print", "minutes", "--output", tmp_path / "out.pdf")
    assert result.exit_code == 1
    assert "There is no meeting yet." in result.stderr
    assert made("print", "contacts", "--output", tmp_path / "out.pdf").exit_code == 0
