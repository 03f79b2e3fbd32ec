"""The smoke test itself, as a packaged build runs it: a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from cspdesk.db import vault
from cspdesk.db.store import Store
from cspdesk.paper.documents import DOCUMENTS
from cspdesk.ui.pages import PAGES

BROKEN = """
import sys
from cspdesk.__main__ import main
from cspdesk.ui.pages import trash_page
def refresh(page): raise RuntimeError("a bug")
trash_page.TrashPage.refresh = refresh
main()
"""


def smoke(*words: str | Path, code: str = "") -> subprocess.CompletedProcess[str]:
    start = ["-c", code] if code else ["-m", "cspdesk"]
    environment = {name: value for name, value in os.environ.items() if "CSPDESK" not in name}
    return subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, *start, "smoke", *map(str, words)],
        capture_output=True, text=True, env=environment, check=False, timeout=60,
    )  # fmt: skip


def test_every_page_and_document_of_a_demo_is_shown_and_timed() -> None:
    run = smoke("--json")
    assert run.returncode == 0, run.stderr
    found = json.loads(run.stdout)
    assert found["ok"]
    assert found["failures"] == []
    assert 0 < found["window_ms"] < 30_000
    assert 0 < found["unlock_ms"] < 30_000
    for language in ("km", "en"):
        assert [*found["pages_ms"][language]] == [page.name for page in PAGES]
    assert [*found["documents_ms"]] == list(DOCUMENTS)
    assert 20 < found["home_memory_mib"] <= found["peak_memory_mib"] < 1000


def test_an_empty_workspace_is_walked_through_and_left_as_it_was(tmp_path: Path) -> None:
    data = tmp_path / "data"
    key, _code = vault.create(data, "secret words")
    Store.create(data, key).close()
    (tmp_path / "secret").write_text("secret words", encoding="utf-8")
    run = smoke("--data-dir", data, "--passphrase-file", tmp_path / "secret")
    assert run.returncode == 0, run.stderr
    assert "Everything works." in run.stdout
    assert not (data / "preferences.json").exists()
    (tmp_path / "secret").write_text("wrong words", encoding="utf-8")
    run = smoke("--data-dir", data, "--passphrase-file", tmp_path / "secret")
    assert run.returncode == 1
    assert "unlock: The passphrase is wrong" in run.stderr


def test_a_page_with_a_bug_is_named() -> None:
    run = smoke(code=BROKEN)
    assert run.returncode == 1
    named = [line for line in run.stderr.splitlines() if "page km trash: RuntimeError" in line]
    assert named
    assert "a bug" in named[0]
