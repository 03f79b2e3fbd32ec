"""Inviting many at once, and taking names off the list again."""

from __future__ import annotations

from datetime import date

import pytest

from cspdesk.db import attendance, invitations, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.meetings import Meeting, Presence
from cspdesk.models.people import Institution, Person


@pytest.fixture
def meeting(store: Store) -> Meeting:
    return meetings.add_meeting(store, Meeting(title_km="វេទិកា", on=date(2022, 12, 13)), [])


@pytest.fixture
def earlier(store: Store) -> Meeting:
    return meetings.add_meeting(store, Meeting(title_km="វេទិកាមុន", on=date(2022, 9, 1)), [])


def institution(store: Store, name: str, place: str = "", person: str = "") -> Institution:
    made = store.insert(Institution(name_km=name, place=place))
    if person:
        people.add_person(store, Person(name_km=person), made.id)
    return made


def names(store: Store, meeting: Meeting) -> list[str]:
    rows = attendance.attendees(store, meeting.id)
    return [row.person.name_km for row in rows if row.attendance.invited]


def test_all_institutions_come_with_their_people_once(store: Store, meeting: Meeting) -> None:
    institution(store, "ខ", person="ដារា")
    institution(store, "ក", person="សុខា")
    institution(store, "គ")
    assert invitations.invite_all(store, meeting.id) == 3
    assert invitations.invite_all(store, meeting.id) == 0
    assert names(store, meeting) == ["សុខា", "ដារា"]
    assert len(attendance.institutions_invited(store, meeting.id)) == 3
    store.undo()
    assert names(store, meeting) == []


def test_a_district_is_its_communes_too(store: Store, meeting: Meeting) -> None:
    institution(store, "ក", place="0202", person="សុខា")
    institution(store, "ខ", place="020204", person="ដារា")
    institution(store, "គ", place="0203", person="វណ្ណា")
    institution(store, "ឃ", place="02")
    assert invitations.districts(store) == [("0202", 2), ("0203", 1)]
    assert invitations.invite_district(store, meeting.id, "0202") == 2
    assert names(store, meeting) == ["សុខា", "ដារា"]


def test_as_at_an_earlier_meeting_takes_invitees_and_walk_ins(
    store: Store, meeting: Meeting, earlier: Meeting
) -> None:
    place = institution(store, "ក")
    attendance.invite_institutions(store, earlier.id, [place.id])
    invited, came, left = (
        people.add_person(store, Person(name_km=n)) for n in ("សុខា", "ដារា", "វណ្ណា")
    )
    attendance.invite_person(store, earlier.id, invited.id)
    attendance.mark(store, earlier.id, came.id)
    attendance.mark(store, earlier.id, left.id, Presence.ABSENT)
    assert invitations.invite_as_at(store, meeting.id, earlier.id) == 3
    assert invitations.invite_as_at(store, meeting.id, earlier.id) == 0
    assert names(store, meeting) == ["សុខា", "ដារា"]
    assert all(
        row.attendance.presence is Presence.INVITED
        for row in attendance.attendees(store, meeting.id)
    )


def test_who_came_stays_when_taken_off_the_list_of_invitees(store: Store, meeting: Meeting) -> None:
    stays, goes = (people.add_person(store, Person(name_km=n)) for n in ("សុខា", "ដារា"))
    for person in (stays, goes):
        attendance.invite_person(store, meeting.id, person.id)
    attendance.mark(store, meeting.id, stays.id)
    for person in (stays, goes):
        invitations.withdraw_person(store, meeting.id, person.id)
    (row,) = attendance.attendees(store, meeting.id)
    assert row.person.id == stays.id
    assert not row.attendance.invited
    store.undo()
    assert names(store, meeting) == ["ដារា"]


def test_an_institution_withdrawn_can_be_invited_again(store: Store, meeting: Meeting) -> None:
    place = institution(store, "ក")
    assert attendance.note_institution(store, meeting.id, place.id)
    assert not attendance.note_institution(store, meeting.id, place.id)
    attendance.withdraw_institution(store, meeting.id, place.id)
    assert attendance.note_institution(store, meeting.id, place.id)
    assert attendance.institutions_invited(store, meeting.id) == [place]
