"""Backups open as they are, are encrypted, and only seven are kept."""

from __future__ import annotations

from pathlib import Path

from cspdesk.db import backup
from cspdesk.db.store import Store
from cspdesk.models.people import Person


def test_a_backup_is_a_workspace_of_its_own(store: Store) -> None:
    person = store.insert(Person(name_latin="Sok Channthy"))
    made = backup.make(store.database, store.folder)
    store.delete(Person, person.id)
    assert b"Channthy" not in (made / "desk.db").read_bytes()
    copy = Store.open(made, bytes(32))
    assert [p.id for p in copy.find(Person)] == [person.id]
    copy.close()


def test_seven_are_kept_and_one_a_day_is_made(store: Store) -> None:
    for _n in range(backup.KEEP + 2):
        backup.make(store.database, store.folder)
    kept = backup.all_of(store.folder)
    assert len(kept) == backup.KEEP
    backup.make_daily(store.database, store.folder)
    assert backup.all_of(store.folder) == kept


def test_a_backup_cut_short_is_no_backup(store: Store) -> None:
    (store.folder / "backups" / "2026-01-01T00-00-00-000000.unfinished").mkdir(parents=True)
    assert backup.all_of(store.folder) == []
    assert backup.last_made(store.folder) is None


def test_without_backups_there_is_none(tmp_path: Path) -> None:
    assert backup.all_of(tmp_path) == []
