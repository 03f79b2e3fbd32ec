"""Which laptop this is.

The id lies beside the store, not in it: a store copied to another laptop must not carry the
first one's identity with it.
"""

from __future__ import annotations

from pathlib import Path

from cspdesk.files import write_whole
from cspdesk.models.record import new_id


def replica_id(folder: Path) -> str:
    """Return this laptop's id for the workspace in ``folder``; made at the first call."""
    path = folder / "replica"
    try:
        known = path.read_text(encoding="ascii").strip()
    except (OSError, UnicodeDecodeError):
        known = ""
    if known:
        return known
    made = new_id()
    write_whole(path, made.encode("ascii"), private=True)
    return made
