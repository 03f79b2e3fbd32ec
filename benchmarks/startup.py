"""The time from the command to the usable window, unlocking apart, beside a bare PySide6 window."""

from __future__ import annotations

import tempfile
from pathlib import Path

from one_window import PASSPHRASE
from windows import compare

from cspdesk.db import vault


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        vault.create(Path(folder), PASSPHRASE)
        compare("locked", "milliseconds", Path(folder), runs=11, unit="ms ", goal=2.5)


if __name__ == "__main__":
    main()
