"""Which laptop this is.

The id lies beside the store, not in it: a store copied to another laptop must not carry the
first one's identity with it.
"""

from __future__ import annotations

import secrets
from pathlib import Path

from cspdesk.files import write_whole


def replica_id(folder: Path) -> bytes:
    """Return this laptop's 8-byte id for the workspace in ``folder``; made at the first call."""
    path = folder / "replica"
    try:
        known = bytes.fromhex(path.read_text(encoding="ascii"))
    except (OSError, ValueError):
        known = b""
    if len(known) == 8:
        return known
    made = secrets.token_bytes(8)
    write_whole(path, made.hex().encode("ascii"), private=True)
    return made
