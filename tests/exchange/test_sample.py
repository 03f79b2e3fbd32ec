"""The sample: a network one can try everything with, and be rid of again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

import phonenumbers
import pytest

from cspdesk.db import letters, meetings, people, sample, settings
from cspdesk.db.check import faults
from cspdesk.db.meetings import MeetingRow
from cspdesk.db.store import Store
from cspdesk.exchange.sample import load
from cspdesk.models.counts import count_present
from cspdesk.models.letters import LetterKind
from cspdesk.models.meetings import ActionPoint, MeetingKind, Note, Presence
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Person, Sex

SUNDAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Store]:
    """The sample as it is; the tests below only read it."""
    store = Store.create(tmp_path_factory.mktemp("sample"), bytes(32))
    load(store, SUNDAY)
    yield store
    store.close()


def held(store: Store, kind: MeetingKind) -> list[MeetingRow]:
    rows = meetings.list_meetings(store)
    return [row for row in rows if row.meeting.kind is kind and row.counts.total]


def sums(rows: Iterable[MeetingRow]) -> tuple[int, int, int]:
    """Return women, men and the total."""
    counts = [row.counts for row in rows]
    assert sum(count.not_recorded for count in counts) == 0
    women, men = sum(c.women for c in counts), sum(c.men for c in counts)
    assert sum(c.total for c in counts) == women + men
    return women, men, women + men


def test_it_adds_up_to_the_case_study(filled: Store) -> None:
    assert people.count(filled)[0] == 66
    forums = held(filled, MeetingKind.PARTNERSHIP_FORUM)
    assert sums(forums) == (156, 174, 330)
    quarterlies = held(filled, MeetingKind.PROVINCIAL_QUARTERLY)
    assert len(quarterlies) == 4
    assert sums(quarterlies) == (65, 153, 218)
    districts = held(filled, MeetingKind.DM_NETWORK)
    assert Counter(row.meeting.place for row in districts) == {
        "0202": 2, "0203": 1, "0204": 2, "0206": 2,
    }  # fmt: skip


def test_the_two_ways_of_counting_agree(filled: Store) -> None:
    for row in meetings.list_meetings(filled):
        record = meetings.load_record(filled, row.meeting.id)
        assert count_present(record.attendees, record.headcounts) == row.counts
        present = [a.person.id for a in record.attendees]
        assert len(present) == len({*present})


def test_the_forum_of_2022_has_a_head_count(filled: Store) -> None:
    (forum,) = [r for r in meetings.list_meetings(filled) if r.meeting.on == date(2022, 12, 13)]
    (counted,) = meetings.load_record(filled, forum.meeting.id).headcounts
    assert (counted.women, counted.men) == (14, 9)
    assert (forum.counts.total, forum.counts.women, forum.counts.named) == (120, 57, 97)


def test_delegates_stand_in_for_somebody_of_their_institution(filled: Store) -> None:
    rows = meetings.list_meetings(filled)
    records = [meetings.load_record(filled, row.meeting.id) for row in rows]
    delegates = 0
    for record in records:
        of = {attendee.person.id: attendee.attendance for attendee in record.attendees}
        for attendance in of.values():
            if attendance.delegate_of:
                delegates += 1
                sender = of[attendance.delegate_of]
                assert sender.presence is Presence.DELEGATE_SENT
                assert sender.institution_id == attendance.institution_id
    assert delegates


def test_what_was_raised_was_answered_and_what_was_agreed_is_done_but_lately(
    filled: Store,
) -> None:
    notes = filled.find(Note)
    assert len(notes) > 20
    assert all(note.response and note.raised_by and note.addressed_to for note in notes)
    (draft,) = meetings.drafts(filled, SUNDAY)
    open_actions = meetings.open_actions(filled)
    assert {meeting.id for _action, meeting in open_actions} == {draft.id}
    assert [action.due for action, _meeting in open_actions] == [
        date(2026, 11, 19), date(2026, 11, 27),
    ]  # fmt: skip
    assert sum(action.done_on is not None for action in filled.find(ActionPoint)) > 10
    assert draft.on is not None
    assert (SUNDAY - draft.on).days == 12
    coming = meetings.next_meeting(filled, SUNDAY)
    assert coming is not None
    assert coming.meeting.kind is MeetingKind.REFLECTION
    assert coming.meeting.on == date(2026, 11, 30)
    assert coming.invited == 66


def test_the_people_are_plausible(filled: Store) -> None:
    known = filled.find(Person)
    assert all(person.name_km and person.name_latin for person in known)
    assert Counter(person.sex for person in known).keys() == {Sex.WOMAN, Sex.MAN}
    assert len(known) == 135
    phones = [phone for person in known[66:] for phone in person.phones]
    assert len(phones) == len({*phones}) == 66
    for phone in phones:
        assert phonenumbers.is_valid_number(phonenumbers.parse(phone, "KH")), phone


def test_a_larger_one_has_as_many_times_the_people_and_meetings(store: Store) -> None:
    load(store, SUNDAY, scale=2)
    assert people.count(store) == (66, 270)
    assert sums(held(store, MeetingKind.PARTNERSHIP_FORUM)) == (312, 348, 660)
    assert sums(held(store, MeetingKind.PROVINCIAL_QUARTERLY)) == (130, 306, 436)
    assert len(held(store, MeetingKind.DM_NETWORK)) == 14
    assert len(meetings.list_meetings(store)) == 30
    assert len(meetings.drafts(store, SUNDAY)) == 1
    assert faults(store) == []


def test_removing_it_leaves_what_is_ones_own_and_can_be_undone(store: Store) -> None:
    load(store, SUNDAY)
    own = people.add_person(store, Person(name_km="សុខ ដារ៉ា"))
    assert sample.is_loaded(store)
    sample.remove(store)
    assert [row.person.id for row in people.list_people(store)] == [own.id]
    assert meetings.list_meetings(store) == []
    assert not sample.is_loaded(store)
    store.undo()
    assert people.count(store) == (66, 136)
    assert sample.is_loaded(store)


def test_it_does_not_rename_an_organisation_that_has_a_name(store: Store) -> None:
    settings.set_organisation(store, Organisation("ក", "A"))
    load(store, SUNDAY)
    assert settings.get_organisation(store).name_km == "ក"


def test_letters_ask_for_the_hall_and_invite_to_the_next_meeting(filled: Store) -> None:
    invitation, request = [row.letter for row in letters.list_letters(filled)]
    coming = meetings.next_meeting(filled, SUNDAY)
    assert coming is not None
    assert (invitation.kind, request.kind) == (LetterKind.INVITATION, LetterKind.REQUEST)
    assert invitation.meeting_id == request.meeting_id == coming.meeting.id
    assert (request.number[:3], invitation.number[:3]) == ("០០១", "០០២")
    assert invitation.contact
