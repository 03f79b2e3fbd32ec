from __future__ import annotations

from cspdesk.db import attendance, check
from cspdesk.db.store import Store
from cspdesk.models.meetings import Attendance, Headcount, Meeting, Presence
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


def test_counts_that_do_not_add_up_are_named(store: Store) -> None:
    meeting = store.insert(Meeting())
    person = store.insert(Person(name_km="សុខ ដារ៉ា"))
    attendance.mark(store, meeting.id, person.id)
    assert check.totals(store)["attendances"] == 1
    again = Attendance(meeting_id=meeting.id, person_id=person.id, presence=Presence.PRESENT)
    store.insert(again)
    store.insert(Headcount(meeting_id=meeting.id, women=-1))
    twice, negative, differ = check.faults(store)
    assert twice == f"person {person.id} is 2 times on the list of meeting {meeting.id}"
    assert "negative" in negative
    assert f"the counts of meeting {meeting.id} differ" in differ


def test_a_word_that_no_count_knows_is_named(store: Store) -> None:
    person = store.insert(Person(name_km="សុខ ដារ៉ា"))
    store.update(Person, person.id, sex="unheard of")
    assert check.faults(store) == [f"person {person.id} has the unknown sex 'unheard of'"]


def test_an_index_that_lags_behind_its_entries_is_named(store: Store) -> None:
    store.insert(Person(name_km="សុខ ដារ៉ា"))
    store.database.execute("DROP TRIGGER search_inside_add")
    store.insert(Person(name_km="ចាន់ សុភា"))
    assert any("search_inside" in fault for fault in check.faults(store))


def test_an_entry_of_somebody_gone_is_named(store: Store) -> None:
    store.database.execute(
        "INSERT INTO search_entry(tbl, record, name, key) VALUES ('person', 'x', 'a', 'a')"
    )
    assert check.faults(store) == ["the search finds person x, which is gone"]
