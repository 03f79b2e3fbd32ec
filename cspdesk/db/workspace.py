"""Making a workspace: a key, its two slots, and an empty store, or nothing at all."""

from __future__ import annotations

from pathlib import Path

from cspdesk.db import vault
from cspdesk.db.store import Store


def make(folder: Path, passphrase: str) -> tuple[Store, str]:
    """Return the open store of a new workspace in ``folder``, and its recovery code.

    Raises:
        FileExistsError: there is a workspace already; it is left alone.
        DiskFull, DiskUnwritable: nothing is left behind, so that one can try again.
    """
    if vault.exists(folder):
        raise FileExistsError(folder)
    try:
        key, code = vault.create(folder, passphrase)
        return Store.create(folder, key), code
    except BaseException:
        for pattern in ("vault*.json", "desk.db*"):
            for path in folder.glob(pattern):
                path.unlink()
        raise
