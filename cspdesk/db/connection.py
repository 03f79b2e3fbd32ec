"""Opening the encrypted database file, and turning its errors into ours.

SQLCipher 4 with a raw 256-bit key, write-ahead log and full synchronisation: a power cut loses
nothing that was committed (measured: kill and torn logs, 0 inconsistent).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlcipher3 import dbapi2 as sqlcipher

from cspdesk.errors import DeskError, DiskFull, DiskUnwritable, StoreDamaged
from cspdesk.i18n import N_

if TYPE_CHECKING:
    from sqlite_utils import Database

_DAMAGED = {"SQLITE_NOTADB", "SQLITE_CORRUPT"}
_NO_ROOM = {"SQLITE_FULL"}
_UNWRITABLE = {"SQLITE_READONLY", "SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM"}


def connect(path: Path, key: bytes) -> Database:
    """Open or create the encrypted file at ``path`` with the 32-byte ``key``.

    Raises:
        StoreDamaged: the file is not a database, or not one of this key.
        DiskFull, DiskUnwritable: the file cannot be created or read.
    """
    import sqlite_utils
    import sqlite_utils.db

    # sqlite-utils catches sqlite3's exceptions; sqlcipher3's are no children of those.
    module: Any = sqlite_utils.db
    module.sqlite3 = sqlcipher
    module.OperationalError = sqlcipher.OperationalError

    if len(key) != 32:
        raise ValueError("the store's key has 32 bytes")
    with errors_of(path):
        connection = sqlcipher.connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            connection.execute("PRAGMA cipher_log_level = NONE")
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            connection.execute("PRAGMA cache_size = -16000")
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except BaseException:
            connection.close()
            raise
    return sqlite_utils.Database(connection)


@contextmanager
def errors_of(path: Path) -> Iterator[None]:
    """Turn the database's errors inside the block into ones a person can act on.

    Only result codes that a person can do something about are turned; any other is a bug and
    passes unchanged.
    """
    try:
        yield
    except sqlcipher.DatabaseError as error:
        known = _explain(getattr(error, "sqlite_errorname", ""), error, path)
        if known is None:
            raise
        raise known from error


def _explain(code: str, error: Any, path: Path) -> DeskError | None:
    if any(code.startswith(name) for name in _DAMAGED):
        return StoreDamaged(
            N_("The data file is damaged"),
            N_("{file} cannot be read. It was left as it is."),
            N_("Open a backup from the folder {backups}, or ask your network's office for help."),
            file=path.name,
            backups=str(path.parent / "backups"),
        )
    if any(code.startswith(name) for name in _NO_ROOM):
        return DiskFull(
            N_("The disk is full"),
            N_("The last change could not be saved. Everything saved before is safe."),
            N_(
                "Delete files that you no longer need. What you typed is saved as soon as there is room."
            ),
        )
    if any(code.startswith(name) for name in _UNWRITABLE):
        return unwritable(path, str(error))
    return None


def unwritable(path: Path, reason: str) -> DiskUnwritable:
    """Return what to tell about a workspace on a disk that is gone or takes no writes."""
    return DiskUnwritable(
        N_("The data file cannot be opened"),
        N_("{file} cannot be opened or written: {reason}."),
        N_("Check that the disk is connected and not read-only, then start again."),
        file=str(path),
        reason=reason,
    )
