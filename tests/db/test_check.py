from __future__ import annotations

from cspdesk.db import check
from cspdesk.db.store import Store
from cspdesk.models.people import Affiliation, Institution, Person


def test_a_sound_store_has_no_faults(store: Store) -> None:
    person = store.insert(Person(name_km="សុខ ដារ៉ា"))
    office = store.insert(Institution(name_latin="Office"))
    store.insert(Affiliation(person_id=person.id, institution_id=office.id))
    store.delete(Institution, office.id)
    assert check.faults(store) == []


def test_a_record_that_the_search_forgot_is_named(store: Store) -> None:
    person = store.insert(Person(name_km="សុខ ដារ៉ា"))
    store.database.execute("DELETE FROM search_entry")
    assert check.faults(store) == [f"the search does not know person {person.id}"]
