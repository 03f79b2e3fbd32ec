"""Copies of the store that are as encrypted as the store itself."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from cspdesk.db.connection import errors_of

if TYPE_CHECKING:
    from sqlite_utils import Database

KEEP = 7


def make(database: Database, folder: Path) -> Path:
    """Write a checked copy of the store and its key file into ``folder``/backups; keep seven.

    Returns:
        The new copy's folder, named by the time in UTC: a workspace that opens as it is.
    """
    target = folder / "backups" / datetime.now(UTC).strftime("%Y-%m-%dT%H-%M-%S-%f")
    unfinished = target.with_suffix(".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(parents=True)
    try:
        with errors_of(folder / "desk.db"):
            database.execute("VACUUM INTO ?", [str(unfinished / "desk.db")])
        for name in ("vault.json", "vault.copy.json"):
            if (folder / name).exists():
                shutil.copy2(folder / name, unfinished / name)
        unfinished.rename(target)
    except BaseException:
        shutil.rmtree(unfinished, ignore_errors=True)
        raise
    for old in all_of(folder)[KEEP:]:
        shutil.rmtree(old, ignore_errors=True)
    return target


def all_of(folder: Path) -> list[Path]:
    """Return the finished backups, newest first."""
    backups = folder / "backups"
    if not backups.is_dir():
        return []
    return sorted((p for p in backups.iterdir() if p.is_dir() and not p.suffix), reverse=True)


def last_made(folder: Path) -> datetime | None:
    """Return when the newest backup was made (UTC), None where there is none."""
    found = all_of(folder)
    if not found:
        return None
    return datetime.strptime(found[0].name, "%Y-%m-%dT%H-%M-%S-%f").replace(tzinfo=UTC)


def make_daily(database: Database, folder: Path) -> None:
    """Make a backup where the newest is from another day."""
    newest = last_made(folder)
    if newest is None or newest.date() != datetime.now(UTC).date():
        make(database, folder)
