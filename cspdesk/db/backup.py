"""Copies of the store that are as encrypted as the store itself."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cspdesk.db.connection import errors_of
from cspdesk.files import disk_error

if TYPE_CHECKING:
    from sqlite_utils import Database

KEEP = 7
_NAME = "%Y-%m-%dT%H-%M-%S-%f"
_UNFINISHED = ".unfinished"


def make(database: Database, folder: Path) -> Path:
    """Write a copy of the store and its key file into ``folder``/backups; keep seven.

    Returns:
        The new copy's folder, named by the time in UTC: a workspace that opens as it is.

    Raises:
        DiskFull, DeskError: the copy could not be written; nothing half-written stays behind.
    """
    backups = folder / "backups"
    target = backups / datetime.now(UTC).strftime(_NAME)
    unfinished = target.with_suffix(_UNFINISHED)
    try:
        for left_behind in backups.glob(f"*{_UNFINISHED}"):
            shutil.rmtree(left_behind)
        unfinished.mkdir(parents=True)
        with errors_of(folder / "desk.db"):
            database.execute("VACUUM INTO ?", [str(unfinished / "desk.db")])
        for name in ("vault.json", "vault.copy.json"):
            if (folder / name).exists():
                shutil.copy2(folder / name, unfinished / name)
        unfinished.rename(target)
    except OSError as error:
        raise disk_error(error, target) from error
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    others = [old for old in all_of(folder) if old != target]  # also where a clock was set back
    for old in others[KEEP - 1 :]:
        shutil.rmtree(old, ignore_errors=True)
    return target


def all_of(folder: Path) -> list[Path]:
    """Return the finished backups, newest first; folders of other names are none of ours."""
    backups = folder / "backups"
    if not backups.is_dir():
        return []
    return sorted((path for path in backups.iterdir() if _made(path)), reverse=True)


def last_made(folder: Path) -> datetime | None:
    """Return when the newest backup was made (UTC), None where there is none."""
    found = all_of(folder)
    return _made(found[0]) if found else None


def make_daily(database: Database, folder: Path) -> bool:
    """Make a backup where there is none of today (UTC); return whether one was made."""
    today = datetime.now(UTC).date()
    if any((made := _made(path)) and made.date() == today for path in all_of(folder)):
        return False
    make(database, folder)
    return True


def _made(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, _NAME).replace(tzinfo=UTC)
    except ValueError:
        return None
