"""``cspdesk`` opens the desk; ``cspdesk COMMAND`` does the same work without a window."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def main() -> None:
    """Open the window, or run a command; leave with the exit code."""
    window, data_dir = _window_asked(sys.argv[1:])
    if not window:
        from cspdesk.cli.commands import main as command

        command(prog_name="cspdesk")
    if sys.platform == "linux" and not any(map(os.environ.get, _SCREENS)):
        sys.exit(
            "There is no screen to open a window on. 'cspdesk --help' tells what works without."
        )
    from cspdesk.app import run

    sys.exit(run(data_dir))


def _window_asked(arguments: Sequence[str]) -> tuple[bool, Path | None]:
    """Return whether the window is asked for, and on which folder.

    It is without arguments and with ``--data-dir DIR`` alone. Everything else is a command's, also
    what is mistyped: the command line tells what is wrong with it.
    """
    match arguments:
        case []:
            return True, None
        case ["--data-dir", folder]:
            pass
        case [one] if one.startswith("--data-dir="):
            folder = one.partition("=")[2]
        case _:
            return False, None
    given = Path(folder)
    return bool(folder) and (given.is_dir() or not given.exists()), given


if __name__ == "__main__":
    main()
