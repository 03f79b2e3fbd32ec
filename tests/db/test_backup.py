"""Backups open as they are, are encrypted, and only seven are kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from cspdesk.db import backup
from cspdesk.db.store import Store
from cspdesk.errors import DeskError
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


def test_what_a_kill_left_behind_goes_with_the_next_backup(store: Store) -> None:
    left = store.folder / "backups" / "2026-01-01T00-00-00-000000.unfinished"
    left.mkdir(parents=True)
    (left / "desk.db").write_bytes(b"half")
    made = backup.make(store.database, store.folder)
    assert list((store.folder / "backups").iterdir()) == [made]


def test_folders_of_other_names_are_left_alone(store: Store) -> None:
    own = [store.folder / "backups" / name for name in ("2019 archive", "keep", "x.unfinished.zip")]
    for path in own:
        path.mkdir(parents=True)
    for _n in range(backup.KEEP + 1):
        made = backup.make(store.database, store.folder)
    assert all(path.is_dir() for path in own)
    assert backup.all_of(store.folder)[0] == made
    assert backup.last_made(store.folder) is not None


def test_a_clock_that_ran_ahead_costs_no_backup(store: Store) -> None:
    for year in range(2090, 2090 + backup.KEEP):
        (store.folder / "backups" / f"{year}-01-01T00-00-00-000000").mkdir(parents=True)
    made = backup.make(store.database, store.folder)
    assert made.is_dir()
    assert len(backup.all_of(store.folder)) == backup.KEEP
    backup.make_daily(store.database, store.folder)
    assert len([p for p in backup.all_of(store.folder) if p.name < "2090"]) == 1


def test_a_folder_that_takes_no_backup_is_named(store: Store) -> None:
    (store.folder / "backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(DeskError, match="could not be written"):
        backup.make(store.database, store.folder)


def test_without_backups_there_is_none(tmp_path: Path) -> None:
    assert backup.all_of(tmp_path) == []
