"""The journal: who, when, which field, old and new value, and no way around it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as sqlcipher

from cspdesk.db import migrations, settings
from cspdesk.db.journal import Kind
from cspdesk.db.store import Store
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Person, Sex


def journal(store: Store) -> list[tuple[object, ...]]:
    return store.rows("SELECT kind, record, base, before, after FROM change ORDER BY seq")


def test_a_change_tells_field_old_and_new_value_replica_and_time(store: Store) -> None:
    person = store.insert(Person(name_km="ក", sex=Sex.MAN))
    store.update(Person, person.id, "correct", sex=Sex.WOMAN)
    kind, record, _base, before, after = journal(store)[-1]
    assert (kind, record) == (Kind.SET, person.id)
    assert json.loads(str(before)) == {"sex": "man"}
    assert json.loads(str(after)) == {"sex": "woman"}
    ((stamp, replica),) = store.rows("SELECT stamp, replica FROM change WHERE kind = 1")
    assert stamp[8:] == replica
    assert (store.folder / "replica").read_text() == replica.hex()


def test_a_change_names_the_stamps_it_overwrites(store: Store) -> None:
    person = store.insert(Person(name_km="ក"))
    store.update(Person, person.id, "one", name_km="ខ")
    store.update(Person, person.id, "two", name_km="គ", sex=Sex.MAN)
    stamps = [stamp.hex() for (stamp,) in store.rows("SELECT stamp FROM change ORDER BY seq")]
    bases = [json.loads(str(base)) for _k, _r, base, _b, _a in journal(store)]
    assert bases == [{}, {"name_km": stamps[0]}, {"name_km": stamps[1], "sex": stamps[0]}]
    assert stamps == sorted(stamps)


def test_a_delete_names_all_it_saw(store: Store) -> None:
    person = store.insert(Person(name_km="ក"))
    store.update(Person, person.id, "one", name_km="ខ")
    store.delete(Person, person.id)
    kind, _record, base, _before, _after = journal(store)[-1]
    stamps = [stamp.hex() for (stamp,) in store.rows("SELECT stamp FROM change ORDER BY seq")]
    assert kind == Kind.DELETE
    assert json.loads(str(base)) == {"": stamps[0], "name_km": stamps[1]}
    store.undo()
    assert journal(store)[-1][0] == Kind.UNDELETE


def test_settings_are_journalled_and_undone_like_any_record(store: Store) -> None:
    settings.set_organisation(store, Organisation("ក", "A"))
    settings.set_organisation(store, Organisation("ក", "B"))
    store.undo()
    assert settings.get_organisation(store).name_en == "A"


@pytest.mark.parametrize("table", migrations._GUARDED)
def test_nothing_writes_around_the_journal(store: Store, table: str) -> None:
    settings.set_organisation(store, Organisation("ក", "A"))
    store.insert(Person(name_km="ក"))
    with pytest.raises(sqlcipher.DatabaseError, match="outside the journal"):
        store.database.execute(f"INSERT INTO {table} DEFAULT VALUES")
    for verb in (f"DELETE FROM {table}", f"UPDATE {table} SET rowid = rowid"):
        before = store.rows(f"SELECT * FROM {table}")
        if before:
            with pytest.raises(sqlcipher.DatabaseError, match="outside the journal"):
                store.database.execute(verb)
        assert store.rows(f"SELECT * FROM {table}") == before


def test_guards_that_were_lost_are_set_again(tmp_path: Path) -> None:
    made = Store.create(tmp_path, bytes(32))
    made.database.execute("DROP TRIGGER guard_person_insert")
    made.close()
    again = Store.open(tmp_path, bytes(32))
    assert again.rows("SELECT 1 FROM sqlite_master WHERE name = 'guard_person_insert'") == [(1,)]
    again.close()


def test_the_clock_goes_on_after_a_restart(tmp_path: Path) -> None:
    made = Store.create(tmp_path, bytes(32))
    person = made.insert(Person(name_km="ក"))
    made.close()
    again = Store.open(tmp_path, bytes(32))
    again.update(Person, person.id, name_km="ខ")
    first, second = again.rows("SELECT stamp, replica FROM change ORDER BY seq")
    assert second[0] > first[0]
    assert second[1] == first[1]
    again.close()


def test_an_edit_that_was_rolled_back_is_not_gone_on_with(store: Store) -> None:
    person = store.insert(Person(name_km="ក"))

    def fail() -> None:
        with store.action("change"):
            store.update(Person, person.id, name_km="ខ")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()
    store.update(Person, person.id, name_km="គ")
    assert [json.loads(str(row[4])) for row in journal(store)[1:]] == [{"name_km": "គ"}]
    store.undo()
    assert store.find(Person)[0].name_km == "ក"
