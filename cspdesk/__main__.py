"""``python -m cspdesk [--workspace DIR]`` starts the desk."""

from __future__ import annotations

import sys


def main() -> None:
    """Start the desk and leave with its exit code."""
    from cspdesk.app import run

    sys.exit(run())


if __name__ == "__main__":
    main()
