"""The one way to write: whole actions, journalled, undoable, and never lost."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from cspdesk.db.store import EDIT, Store
from cspdesk.errors import DiskUnwritable, NewerVersion, StoreBusy, StoreDamaged
from cspdesk.models.people import Affiliation, Institution, InstitutionKind, Person, Sex

KEY = bytes(32)


def test_a_record_comes_back_as_it_was_saved(store: Store) -> None:
    person = Person(
        name_km="សុខ ចាន់ធី", sex=Sex.WOMAN, birth_year=1990, phones=("012 345 678", "x, y")
    )
    stored = store.insert(person)
    assert store.get(Person, person.id) == stored
    assert stored.phones == ("012 345 678", "x, y")


def test_an_update_changes_only_what_is_named(store: Store) -> None:
    person = store.insert(Person(name_km="ក", name_latin="Ka"))
    changed = store.update(Person, person.id, name_km="ខ")
    assert (changed.name_km, changed.name_latin) == ("ខ", "Ka")


def test_an_action_that_fails_leaves_nothing(store: Store) -> None:
    def half_an_import() -> None:
        with store.action("import"):
            store.insert(Person(name_km="ក"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half_an_import()
    assert store.find(Person) == []
    assert store.changed_tables() == frozenset()


def test_undo_takes_back_a_whole_action(store: Store) -> None:
    kept = store.insert(Person(name_km="ក"))
    with store.action("add"):
        person = store.insert(Person(name_km="ខ"))
        institution = store.insert(Institution(name_km="គ"))
        store.insert(Affiliation(person_id=person.id, institution_id=institution.id))
    undone = store.undo()
    assert undone is not None
    assert undone.label == "add"
    assert [p.id for p in store.find(Person)] == [kept.id]
    assert store.find(Institution) == []


def test_undo_restores_every_value_and_then_the_action_before(store: Store) -> None:
    person = store.insert(Person(name_km="ក", sex=Sex.MAN))
    store.update(Person, person.id, sex=Sex.WOMAN)
    store.delete(Person, person.id)
    store.undo()
    assert store.find(Person)[0].sex is Sex.WOMAN
    store.undo()
    assert store.find(Person)[0].sex is Sex.MAN
    store.undo()
    assert store.find(Person) == []
    assert store.undo() is None


def test_typing_in_one_field_is_one_step_of_undo(store: Store) -> None:
    person = store.insert(Person(name_km="ក"))
    for text in ("ស", "សុ", "សុខ"):
        store.update(Person, person.id, name_km=text)
    store.update(Person, person.id, name_latin="Sok")
    store.undo()
    assert store.find(Person)[0].name_km == "សុខ"
    store.undo()
    assert store.find(Person)[0].name_km == "ក"


def test_an_edit_does_not_join_an_action_that_did_more(store: Store) -> None:
    person = store.insert(Person(name_km="ក"))
    with store.action(EDIT):
        store.insert(Institution(name_km="គ"))
        store.update(Person, person.id, name_km="ខ")
    store.update(Person, person.id, name_km="ឃ")
    store.undo()
    assert store.find(Person)[0].name_km == "ខ"
    assert len(store.find(Institution)) == 1


def test_the_journal_leads_to_what_is_stored_also_after_undo(store: Store) -> None:
    person = store.insert(Person(name_km="ក"))
    store.update(Person, person.id, "rename", name_km="ខ")
    store.undo()
    store.update(Person, person.id, "rename", name_km="គ")
    store.delete(Person, person.id)
    store.undo()
    told: dict[str, object] = {}
    for before, after in store.rows("SELECT before, after FROM change ORDER BY seq"):
        was = json.loads(before) if before else {}
        assert was == {name: told[name] for name in was}
        told.update(json.loads(after))
    assert (told["name_km"], told["deleted_at"]) == ("គ", "")
    assert store.find(Person)[0].name_km == "គ"
    store.undo()
    assert store.find(Person)[0].name_km == "ក"


def test_undo_never_reaches_into_an_earlier_session(tmp_path: Path) -> None:
    first = Store.create(tmp_path, KEY)
    first.insert(Person(name_km="ក"))
    first.close()
    second = Store.open(tmp_path, KEY)
    assert second.undo() is None
    assert len(second.find(Person)) == 1
    second.close()


def test_what_is_deleted_can_be_restored(store: Store) -> None:
    institution = store.insert(Institution(name_km="ក", kind=InstitutionKind.CBO))
    store.delete(Institution, institution.id)
    assert store.find(Institution) == []
    assert store.find(Institution, trashed=True)[0].id == institution.id
    store.restore(Institution, institution.id)
    assert store.find(Institution)[0].kind is InstitutionKind.CBO


def test_touched_tables_are_told_once(store: Store) -> None:
    store.insert(Person(name_km="ក"))
    assert store.changed_tables() == {"person"}
    assert store.changed_tables() == frozenset()


def test_a_word_of_a_newer_version_is_kept(store: Store) -> None:
    person = store.insert(Person(name_km="ក"))
    store.update(Person, person.id, sex="something new")
    store.update(Person, person.id, name_km="ខ")
    assert str(store.find(Person)[0].sex) == "something new"


def test_the_file_is_unreadable_without_the_key(tmp_path: Path) -> None:
    made = Store.create(tmp_path, KEY)
    made.insert(Person(name_latin="Sok Channthy"))
    made.close()
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or b"Channthy" not in path.read_bytes()
    with pytest.raises(StoreDamaged):
        Store.open(tmp_path, bytes(31) + b"\x01")


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    Store.create(tmp_path, KEY).close()
    garbage = os.urandom(50_000)
    (tmp_path / "desk.db").write_bytes(garbage)
    with pytest.raises(StoreDamaged) as caught:
        Store.open(tmp_path, KEY)
    assert "desk.db" in str(caught.value)
    assert (tmp_path / "desk.db").read_bytes() == garbage


def test_a_newer_file_is_refused_untouched(tmp_path: Path) -> None:
    made = Store.create(tmp_path, KEY)
    made.database.execute(
        "INSERT INTO _sqlite_migrations(migration_set, name, applied_at) "
        "VALUES ('cspdesk', '2030 something', '2030')"
    )
    made.close()
    with pytest.raises(NewerVersion):
        Store.open(tmp_path, KEY)


def test_two_desks_never_write_one_workspace(store: Store) -> None:
    with pytest.raises(StoreBusy):
        Store.open(store.folder, KEY)
    store.close()
    Store.open(store.folder, KEY).close()


def test_kill_while_saving_leaves_whole_actions(tmp_path: Path) -> None:
    """Each action adds a pair; after a kill there are as many as were told, or one more."""
    script = """
import sys
from pathlib import Path
from cspdesk.db.store import EDIT, Store
from cspdesk.models.people import Institution, Person
store = Store.create(Path(sys.argv[1]), bytes(32))
for n in range(100_000):
    with store.action("add"):
        store.insert(Person(name_km=f"{n}"))
        store.insert(Institution(name_km=f"{n}"))
    print(n, flush=True)
"""
    process = subprocess.Popen(  # noqa: S603 (our own interpreter and script)
        [sys.executable, "-c", script, str(tmp_path)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    told = -1
    for line in process.stdout:
        told = int(line)
        if told == 60:
            break
    process.send_signal(signal.SIGKILL)
    rest = process.stdout.read().split()
    told = int(rest[-1]) if rest else told
    process.wait()
    process.stdout.close()
    store = Store.open(tmp_path, KEY)
    people, institutions = len(store.find(Person)), len(store.find(Institution))
    assert people == institutions
    assert people >= told + 1
    assert store.rows("PRAGMA integrity_check") == [("ok",)]
    store.close()


def test_a_full_disk_loses_only_the_change_that_did_not_fit(store: Store) -> None:
    from cspdesk.errors import DiskFull

    kept = store.insert(Person(name_km="ក"))
    ((pages,),) = store.rows("PRAGMA page_count")
    store.rows(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(DiskFull):
        store.insert(Person(remarks="ក" * 200_000))
    assert [p.id for p in store.find(Person)] == [kept.id]
    store.rows(f"PRAGMA max_page_count = {pages + 2000}")
    store.insert(Person(name_km="ខ"))


def test_a_folder_that_takes_no_writes_is_told_of(tmp_path: Path) -> None:
    # A folder in the place of the lock file stands for a disk that is read-only; root writes all.
    (tmp_path / "desk.lock").mkdir()
    with pytest.raises(DiskUnwritable):
        Store.open(tmp_path, bytes(32))
