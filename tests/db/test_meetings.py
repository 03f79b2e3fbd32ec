"""Lists of meetings, the next one like the last one."""

from __future__ import annotations

from datetime import date, time

from cspdesk.db import attendance, invitations, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.counts import count_present
from cspdesk.models.meetings import (
    ActionPoint,
    AgendaItem,
    Headcount,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Presence,
)
from cspdesk.models.people import Institution, Person, Sex


def test_counts_in_lists_are_those_of_the_model(store: Store) -> None:
    first = meetings.add_meeting(store, Meeting(title_km="ក", on=date(2022, 12, 13)), [])
    other = meetings.add_meeting(store, Meeting(title_km="ខ", on=date(2022, 12, 6)), [])
    place = store.insert(Institution(name_km="អង្គការ"))
    for sex in (Sex.WOMAN, Sex.WOMAN, Sex.MAN, Sex.NOT_RECORDED):
        person = people.add_person(store, Person(name_km="ក", sex=sex), place.id)
        attendance.invite_person(store, first.id, person.id)
        attendance.mark(store, first.id, person.id)
        attendance.mark(store, other.id, person.id, Presence.ABSENT)
    for women in (7, 3):
        attendance.set_headcount(
            store, Headcount(meeting_id=first.id, women=women, men=2, not_recorded=1)
        )
    rows = {row.meeting.id: row for row in meetings.list_meetings(store)}
    record = meetings.load_record(store, first.id)
    assert rows[first.id].counts == count_present(record.attendees, record.headcounts)
    assert rows[first.id].counts.total == 4 + 16
    assert rows[first.id].invited == 4
    assert rows[other.id].counts.total == 0
    coming = meetings.next_meeting(store, date(2022, 12, 13))
    assert coming == rows[first.id]


def test_a_copy_is_planned_with_agenda_and_invitees_and_nothing_that_was_said(
    store: Store,
) -> None:
    old = meetings.add_meeting(
        store,
        Meeting(
            title_km="ក",
            on=date(2022, 9, 1),
            status=MeetingStatus.HELD,
            number="០១",
            lunar_date="៥រោច",
            annexes="បទបង្ហាញ",
        ),
        [],
    )
    meetings.append(
        store,
        AgendaItem(
            meeting_id=old.id, title="បើក", presenter="សុខា", starts=time(8), discussion="យូរ"
        ),
    )
    place = store.insert(Institution(name_km="អង្គការ"))
    person = people.add_person(store, Person(name_km="ដារា"), place.id)
    attendance.invite_institutions(store, old.id, [place.id])
    attendance.mark(store, old.id, person.id)
    new = meetings.duplicate(store, old.id, date(2022, 12, 13))
    record = meetings.load_record(store, new.id)
    assert (new.status, new.number, new.on) == (MeetingStatus.PLANNED, "", date(2022, 12, 13))
    assert (new.lunar_date, new.annexes) == ("", "")
    (item,) = record.agenda
    assert (item.title, item.presenter, item.starts) == ("បើក", "សុខា", time(8))
    assert item.discussion == ""
    assert [row.attendance.presence for row in record.attendees] == [Presence.INVITED]
    attendance.withdraw_institution(store, new.id, place.id)
    assert attendance.institutions_invited(store, new.id) == []
    assert invitations.invite_all(store, new.id) == 1


def test_a_copy_invites_nobody_out_of_the_trash(store: Store) -> None:
    old = meetings.add_meeting(store, Meeting(title_km="ក"), [])
    later = meetings.add_meeting(store, Meeting(title_km="ខ"), [])
    place, gone = (store.insert(Institution(name_km=name)) for name in "កខ")
    people.add_person(store, Person(name_km="ដារា"), place.id)
    left = people.add_person(store, Person(name_km="សុខា"), gone.id)
    attendance.invite_institutions(store, old.id, [place.id, gone.id])
    people.move_to_trash(store, Institution, gone.id)
    people.move_to_trash(store, Person, left.id)
    meetings.move_to_trash(store, Meeting, old.id)
    copy = meetings.duplicate(store, old.id, None)
    assert invitations.invite_as_at(store, later.id, old.id) == 1
    for meeting in (copy, later):
        record = meetings.load_record(store, meeting.id)
        assert not record.meeting.deleted_at
        assert [row.person.name_km for row in record.attendees] == ["ដារា"]
        assert record.institutions_invited == (place,)
    assert len(meetings.load_record(store, old.id).attendees) == 2


def test_the_last_of_a_kind_is_by_date(store: Store) -> None:
    kind = MeetingKind.DM_NETWORK
    for day in (3, 9, 6):
        meetings.add_meeting(store, Meeting(kind=kind, on=date(2022, 9, day), venue=f"{day}"), [])
    last = meetings.last_of_kind(store, kind)
    assert last is not None
    assert last.venue == "9"
    assert meetings.last_of_kind(store, MeetingKind.ANNUAL) is None


def test_a_sheet_is_brought_back_to_its_meeting_by_its_code(store: Store) -> None:
    made = meetings.add_meeting(store, Meeting(id="0b1fe2c4-0000-4000-8000-000000000000"), [])
    meetings.add_meeting(store, Meeting(), [])
    assert made.sheet_code == "0B1FE2C4"
    for typed in ("0B1FE2C4", " 0b1f e2c4 ", "OBIFE2C4", "០B១FE២C៤"):
        found = meetings.find_by_code(store, typed)
        assert found is not None
        assert found.id == made.id
    assert [row.meeting.id for row in meetings.list_meetings(store, "0B1F E2C4")] == [made.id]
    assert meetings.find_by_code(store, "0B1FE2C") is None
    assert meetings.find_by_code(store, "%") is None
    store.delete(Meeting, made.id)
    assert meetings.find_by_code(store, "0B1FE2C4") is None


def test_open_actions_of_one_meeting_or_all_the_most_urgent_first(store: Store) -> None:
    first, second = (meetings.add_meeting(store, Meeting(), []) for _n in range(2))
    for meeting, text, due, done in (
        (first, "no day", None, None),
        (first, "later", date(2023, 2, 1), None),
        (second, "soon", date(2023, 1, 1), None),
        (second, "done", date(2022, 1, 1), date(2022, 2, 1)),
        (second, "", None, None),
    ):
        store.insert(ActionPoint(meeting_id=meeting.id, text=text, due=due, done_on=done))
    assert [a.text for a, _m in meetings.open_actions(store)] == ["soon", "later", "no day"]
    assert [a.text for a, _m in meetings.open_actions(store, first.id)] == ["later", "no day"]
