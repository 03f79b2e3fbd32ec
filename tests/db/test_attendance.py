"""Who is invited and who came: one row a person, counts that add up, undo that undoes."""

from __future__ import annotations

from datetime import date, time

import pytest

from cspdesk.db import attendance, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.counts import count_present
from cspdesk.models.meetings import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Headcount,
    Meeting,
    Note,
    Presence,
)
from cspdesk.models.people import Affiliation, Institution, Person, Sex


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return meetings.add_meeting(
        store, Meeting(title_km="វេទិកា", on=date(2022, 12, 13)), ["មតិបើក", "ការពិភាក្សា"]
    )


def someone(store: Store, name: str, sex: Sex = Sex.WOMAN, institution: str = "") -> Person:
    return people.add_person(store, Person(name_km=name, sex=sex), institution)


def test_marking_twice_is_one_presence_and_keeps_the_first_arrival(
    store: Store, meeting: Meeting
) -> None:
    person = someone(store, "ក")
    attendance.mark(store, meeting.id, person.id, arrived=time(8, 2))
    attendance.mark(store, meeting.id, person.id, arrived=time(9, 30))
    (row,) = attendance.attendees(store, meeting.id)
    assert row.attendance.arrived == time(8, 2)


def test_taking_a_check_in_back_keeps_invitees_and_drops_walk_ins(
    store: Store, meeting: Meeting
) -> None:
    invited, walked_in = someone(store, "ក"), someone(store, "ខ")
    attendance.invite_person(store, meeting.id, invited.id)
    for person in (invited, walked_in):
        attendance.mark(store, meeting.id, person.id, arrived=time(8, 0))
        attendance.unmark(store, meeting.id, person.id)
    (row,) = attendance.attendees(store, meeting.id)
    assert row.person.id == invited.id
    assert row.attendance.presence is Presence.INVITED
    assert row.attendance.arrived is None


def test_a_walk_in_is_one_action(store: Store, meeting: Meeting) -> None:
    attendance.walk_in(
        store,
        meeting.id,
        Person(name_km="ក", sex=Sex.MAN),
        new_institution="សមាគមថ្មី",
        position="សមាជិក",
        arrived=time(8, 5),
    )
    (row,) = attendance.attendees(store, meeting.id)
    assert row.institution is not None
    assert row.institution.name_km == "សមាគមថ្មី"
    assert row.attendance.position == "សមាជិក"
    assert not row.attendance.invited
    store.undo()
    assert attendance.attendees(store, meeting.id) == []
    assert people.count(store) == (0, 0)


def test_women_men_and_not_recorded_always_add_up(store: Store, meeting: Meeting) -> None:
    office = store.insert(Institution(name_km="ក"))
    for n, sex in enumerate([Sex.WOMAN, Sex.WOMAN, Sex.MAN, Sex.NOT_RECORDED]):
        person = someone(store, f"{n}", sex, office.id)
        attendance.mark(store, meeting.id, person.id)
    absent = someone(store, "absent")
    attendance.mark(store, meeting.id, absent.id, Presence.ABSENT)
    attendance.set_headcount(store, Headcount(meeting_id=meeting.id, women=10, men=5))
    record = meetings.load_record(store, meeting.id)
    counts = count_present(record.attendees, record.headcounts)
    assert (counts.women, counts.men, counts.not_recorded) == (12, 6, 1)
    assert counts.total == 19
    assert counts.named == 4
    assert counts.institutions == 1


def test_institutions_come_with_their_representatives(store: Store, meeting: Meeting) -> None:
    one = store.insert(Institution(name_km="ក"))
    empty = store.insert(Institution(name_km="ខ"))
    someone(store, "staff", institution=one.id)
    chief = someone(store, "chief")
    store.insert(Affiliation(person_id=chief.id, institution_id=one.id, representative=True))
    assert attendance.invite_institutions(store, meeting.id, [one.id, empty.id]) == 2
    assert attendance.invite_institutions(store, meeting.id, [one.id, empty.id]) == 0
    assert [row.person.id for row in attendance.attendees(store, meeting.id)] == [chief.id]
    assert [i.id for i in attendance.institutions_invited(store, meeting.id)] == [one.id, empty.id]
    attendance.withdraw_institution(store, meeting.id, one.id)
    assert attendance.attendees(store, meeting.id) == []
    assert attendance.invite_institutions(store, meeting.id, [one.id]) == 1
    assert len(attendance.attendees(store, meeting.id)) == 1


def test_institution_and_position_stay_as_they_were_that_day(
    store: Store, meeting: Meeting
) -> None:
    then, now = store.insert(Institution(name_km="ក")), store.insert(Institution(name_km="ខ"))
    person = people.add_person(store, Person(name_km="គ"), then.id, "លេខាធិការ")
    attendance.mark(store, meeting.id, person.id)
    people.set_affiliation(store, person.id, now.id, "ប្រធាន")
    (row,) = attendance.attendees(store, meeting.id)
    assert row.institution is not None
    assert (row.institution.id, row.attendance.position) == (then.id, "លេខាធិការ")


def test_a_deleted_person_stays_on_the_lists_they_are_on(store: Store, meeting: Meeting) -> None:
    person = someone(store, "ក")
    attendance.mark(store, meeting.id, person.id)
    people.move_to_trash(store, Person, person.id)
    assert len(attendance.attendees(store, meeting.id)) == 1


def test_a_copy_has_the_roster_and_agenda_and_nobody_present(
    store: Store, meeting: Meeting
) -> None:
    person, walked_in = someone(store, "ក"), someone(store, "ខ")
    attendance.invite_person(store, meeting.id, person.id)
    for who in (person, walked_in):
        attendance.mark(store, meeting.id, who.id)
    copy = meetings.duplicate(store, meeting.id, date(2023, 3, 14))
    record = meetings.load_record(store, copy.id)
    assert [item.title for item in record.agenda] == ["មតិបើក", "ការពិភាក្សា"]
    (row,) = record.attendees
    assert row.person.id == person.id
    assert row.attendance.presence is Presence.INVITED
    assert meetings.load_record(store, meeting.id).attendees != record.attendees


def test_parts_are_appended_and_moved(store: Store, meeting: Meeting) -> None:
    meetings.append(store, AgendaItem(meeting_id=meeting.id, title="ចុងក្រោយ"))
    items = meetings.load_record(store, meeting.id).agenda
    meetings.move(store, AgendaItem, items[2].id, -1)
    titles = [item.title for item in meetings.load_record(store, meeting.id).agenda]
    assert titles == ["មតិបើក", "ចុងក្រោយ", "ការពិភាក្សា"]
    meetings.move(store, AgendaItem, items[0].id, -1)
    assert meetings.load_record(store, meeting.id).agenda[0].title == "មតិបើក"


def test_open_actions_come_by_urgency(store: Store, meeting: Meeting) -> None:
    for text, due in (("later", date(2023, 5, 1)), ("no date", None), ("soon", date(2023, 1, 1))):
        meetings.append(store, ActionPoint(meeting_id=meeting.id, text=text, due=due))
    done = meetings.append(store, ActionPoint(meeting_id=meeting.id, text="done"))
    store.update(ActionPoint, done.id, done_on=date(2023, 1, 2))
    assert [a.text for a, _m in meetings.open_actions(store)] == ["soon", "later", "no date"]


def test_next_meeting_and_drafts(store: Store, meeting: Meeting) -> None:
    attendance.mark(store, meeting.id, someone(store, "ក").id)
    meetings.add_meeting(store, Meeting(title_en="Later", on=date(2023, 3, 1)), [])
    soon = meetings.next_meeting(store, date(2022, 12, 14))
    assert soon is not None
    assert soon.meeting.title_en == "Later"
    assert [m.id for m in meetings.drafts(store, date(2022, 12, 14))] == [meeting.id]
    store.update(Meeting, meeting.id, minutes_approved_at="2022-12-14")
    assert meetings.drafts(store, date(2022, 12, 14)) == []


def test_meetings_are_found_by_title_and_place(store: Store, meeting: Meeting) -> None:
    store.update(Meeting, meeting.id, venue="សាលាខេត្តបាត់ដំបង")
    note = meetings.append(store, Note(meeting_id=meeting.id, text="ផ្លូវខូច"))
    assert note.order == 1
    for typed in ("វេទិកា", "សាលាខេត្ត", "2022"):
        assert [r.meeting.id for r in meetings.list_meetings(store, typed)] == [meeting.id]


def test_a_walk_in_of_a_known_institution_adds_no_second_one(
    store: Store, meeting: Meeting
) -> None:
    vsg = store.insert(Institution(name_km="អង្គការ VSG", acronym="VSG"))
    sender = someone(store, "ក", institution=vsg.id)
    came = attendance.walk_in(
        store,
        meeting.id,
        Person(name_latin="Keo Vanna", sex=Sex.MAN),
        new_institution="vsg",
        delegate_of=sender.id,
    )
    assert came.institution_id == vsg.id
    assert came.delegate_of == sender.id


def test_a_walk_in_without_an_institution_keeps_the_position(
    store: Store, meeting: Meeting
) -> None:
    person = Person(name_km="ក", sex=Sex.WOMAN)
    assert attendance.walk_in(store, meeting.id, person, position="មេភូមិ").position == "មេភូមិ"


def test_correcting_where_somebody_works_counts_today_and_in_the_directory(
    store: Store, meeting: Meeting
) -> None:
    person = someone(store, "ក")
    attendance.mark(store, meeting.id, person.id)
    attendance.correct_work(store, meeting.id, person.id, institution="សមាគមថ្មី")
    attendance.correct_work(store, meeting.id, person.id, position="ប្រធាន")
    (row,) = attendance.attendees(store, meeting.id)
    (known,) = people.list_people(store)
    assert row.institution is not None
    assert known.institution == row.institution
    assert (row.attendance.position, known.affiliation and known.affiliation.position) == (
        "ប្រធាន",
        "ប្រធាន",
    )
    attendance.correct_work(store, meeting.id, person.id, institution="")
    (row,) = attendance.attendees(store, meeting.id)
    assert row.institution is None
    assert row.attendance.position == "ប្រធាន"


def test_who_is_put_on_the_list_again_has_not_arrived(store: Store, meeting: Meeting) -> None:
    person = Person(name_km="ដារា")
    came = attendance.walk_in(store, meeting.id, person, arrived=time(8, 15), delegate_of="x")
    store.delete(Attendance, came.id)
    again = attendance.invite_person(store, meeting.id, person.id)
    assert (again.presence, again.arrived, again.delegate_of) == (Presence.INVITED, None, "")
