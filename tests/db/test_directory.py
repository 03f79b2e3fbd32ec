from __future__ import annotations

from datetime import date, time

from cspdesk.db import attendance, directory, meetings, people
from cspdesk.db.directory import Query
from cspdesk.db.store import Store
from cspdesk.models.meetings import Meeting, Presence
from cspdesk.models.people import Institution, InstitutionKind, Person

BAVEL, THMA_KOUL = "0204", "0202"


def _two_institutions(store: Store) -> tuple[Institution, Institution]:
    vsg = store.insert(
        Institution(
            name_km="អង្គការជួយភូមិ",
            name_latin="Village Support Group",
            acronym="VSG",
            kind=InstitutionKind.NGO,
            place=f"{BAVEL}01",
            phones=("012 345 678",),
        )
    )
    fishers = store.insert(
        Institution(name_km="សហគមន៍នេសាទ", kind=InstitutionKind.CBO, place=THMA_KOUL)
    )
    return vsg, fishers


def test_filters_by_district_kind_and_text_together(store: Store) -> None:
    vsg, fishers = _two_institutions(store)
    everything = directory.list_institutions(store, Query())
    assert {row.institution.id for row in everything.rows} == {vsg.id, fishers.id}
    figures = directory.figures(store)
    assert figures.districts == (THMA_KOUL, BAVEL)
    assert (figures.institutions, figures.people) == (2, 0)
    for query in (
        Query(district=BAVEL),
        Query(kind=InstitutionKind.NGO),
        Query("vsg"),
        Query("345678"),
        Query("bavel", BAVEL, InstitutionKind.NGO),
    ):
        found = directory.list_institutions(store, query)
        assert [row.institution.id for row in found.rows] == [vsg.id], query
    assert not directory.list_institutions(store, Query("vsg", THMA_KOUL)).rows


def test_a_person_is_found_where_their_institution_is(store: Store) -> None:
    vsg, _fishers = _two_institutions(store)
    works = people.add_person(store, Person(name_km="សុខ ចាន់ធី"), vsg.id)
    people.add_person(store, Person(name_km="ហេង វិចិត្រ", place=THMA_KOUL))
    found = directory.list_people(store, Query(district=BAVEL))
    assert [row.person.id for row in found.rows] == [works.id]
    assert len(directory.list_people(store, Query(kind=InstitutionKind.NGO)).rows) == 1


def test_an_institution_is_found_by_the_number_to_call_that_its_row_shows(store: Store) -> None:
    _vsg, fishers = _two_institutions(store)
    focal = people.add_person(
        store, Person(name_km="សុខ ចាន់ធី", phones=("096 123 4567",)), fishers.id
    )
    found = directory.list_institutions(store, Query("961234567"))
    assert [row.institution.id for row in found.rows] == [fishers.id]
    store.update(Person, focal.id, phones=("011 222 333",))
    assert not directory.list_institutions(store, Query("961234567")).rows
    assert directory.list_institutions(store, Query("011222")).rows


def test_tells_the_last_meeting_somebody_came_to(store: Store) -> None:
    vsg, _fishers = _two_institutions(store)
    person = people.add_person(store, Person(name_km="សុខ ចាន់ធី"), vsg.id)
    for day in (1, 9):
        meeting = meetings.add_meeting(store, Meeting(on=date(2022, 12, day)), [])
        attendance.mark(store, meeting.id, person.id, Presence.PRESENT, time(8))
    invited = meetings.add_meeting(store, Meeting(on=date(2022, 12, 20)), [])
    attendance.invite_person(store, invited.id, person.id)
    assert directory.list_people(store, Query()).last_met == {person.id: date(2022, 12, 9)}
    assert directory.list_institutions(store, Query()).last_met == {vsg.id: date(2022, 12, 9)}


def test_details_are_gone_with_their_record(store: Store) -> None:
    vsg, _fishers = _two_institutions(store)
    person = people.add_person(store, Person(name_latin="Sok Chanthy"), vsg.id, "Director")
    detail = directory.person_detail(store, person.id)
    assert detail is not None
    assert detail.affiliation is not None
    assert (detail.affiliation.position, detail.institution) == ("Director", vsg)
    people.move_to_trash(store, Institution, vsg.id)
    assert directory.institution_detail(store, vsg.id) is None
    still = directory.person_detail(store, person.id)
    assert still is not None
    assert still.institution is None


def test_position_and_representative_are_those_of_the_shown_place(store: Store) -> None:
    vsg, _fishers = _two_institutions(store)
    person = people.add_person(store, Person(name_latin="Sok Chanthy"), vsg.id)
    directory.set_position(store, person.id, " Project  officer ")
    directory.set_representative(store, person.id, representative=True)
    ((affiliation, _institution),) = people.affiliations_of(store, person.id)
    assert (affiliation.position, affiliation.representative) == ("Project officer", True)
    store.undo()
    ((affiliation, _institution),) = people.affiliations_of(store, person.id)
    assert not affiliation.representative


def test_a_new_place_of_work_is_taken_back_whole(store: Store) -> None:
    person = people.add_person(store, Person(name_latin="Sok Chanthy"))
    directory.move_to_new_institution(store, person.id, Institution(name_latin="ADHOC"))
    assert people.count(store) == (1, 1)
    store.undo()
    assert people.count(store) == (0, 1)
    assert not people.affiliations_of(store, person.id)


def test_finds_the_twin_of_an_institution_by_name_acronym_or_phone(store: Store) -> None:
    vsg, fishers = _two_institutions(store)
    for twin in (
        Institution(name_latin="village support group"),
        Institution(name_latin="VSG"),
        Institution(name_latin="Another name", phones=("012 345 678",)),
    ):
        assert directory.find_institution_twin(store, twin) == vsg
    assert directory.find_institution_twin(store, vsg) is None
    assert directory.find_institution_twin(store, fishers) is None


def test_a_filter_looks_through_more_than_a_page_of_matches(store: Store) -> None:
    with store.action("fill"):
        for n in range(130):
            store.insert(Person(name_latin=f"Sok Dara {n:03}", place="0202"))
        away = store.insert(Person(name_latin="Sok Dara 999", place="0204"))
    found = directory.list_people(store, directory.Query("sok dara", district="0204"))
    assert [row.person for row in found.rows if isinstance(row, people.PersonRow)] == [away]
    assert len(directory.list_people(store, directory.Query("sok dara")).rows) == 100


def test_a_contact_list_holds_what_the_page_shows(store: Store) -> None:
    ngo = store.insert(Institution(name_km="ខ", place="0203", kind=InstitutionKind.NGO))
    store.insert(Institution(name_km="ក", place="0201", kind=InstitutionKind.NGO))
    person = people.add_person(store, Person(name_km="សុខា"), ngo.id, "នាយក")
    people.add_person(store, Person(name_km="ដារា", place="0201"))
    everything = directory.contacts(store, Query())
    assert [row.institution.name_km for row in everything] == ["ក", "ខ"]
    (row,) = directory.contacts(store, Query(district="0203"))
    assert (row.institution, row.person, row.position) == (ngo, person, "នាយក")
    assert directory.contacts(store, Query("សុខា"), of_people=True) == [row]
    names = [
        r.person and r.person.name_km for r in directory.contacts(store, Query(), of_people=True)
    ]
    assert names == ["ដារា", "សុខា"]
