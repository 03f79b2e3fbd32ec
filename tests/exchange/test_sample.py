"""The sample: a network one can try everything with, and be rid of again."""

from __future__ import annotations

from datetime import date

import pytest

from cspdesk.db import meetings, people, sample, settings
from cspdesk.db.store import Store
from cspdesk.exchange.sample import load
from cspdesk.models.people import Person

SUNDAY = date(2026, 11, 22)


@pytest.fixture
def filled(store: Store) -> Store:
    load(store, SUNDAY)
    return store


def test_it_has_the_network_a_past_forum_and_a_meeting_to_come(filled: Store) -> None:
    assert people.count(filled) == (67, 69)
    forum = next(r for r in meetings.list_meetings(filled) if r.meeting.on == date(2022, 12, 13))
    assert forum.invited == 69
    assert forum.counts.total == forum.counts.women + forum.counts.men == 82
    coming = meetings.next_meeting(filled, SUNDAY)
    assert coming is not None
    assert coming.meeting.on is not None
    assert coming.meeting.on.isoweekday() <= 5
    assert len(meetings.open_actions(filled)) == 2


def test_removing_it_leaves_what_is_ones_own_and_can_be_undone(filled: Store) -> None:
    own = people.add_person(filled, Person(name_km="សុខ ដារ៉ា"))
    assert sample.is_loaded(filled)
    sample.remove(filled)
    assert [row.person.id for row in people.list_people(filled)] == [own.id]
    assert meetings.list_meetings(filled) == []
    assert not sample.is_loaded(filled)
    filled.undo()
    assert people.count(filled) == (67, 70)
    assert sample.is_loaded(filled)


def test_it_does_not_rename_an_organisation_that_has_a_name(store: Store) -> None:
    settings.set_organisation(store, settings.Organisation("ក", "A"))
    load(store, SUNDAY)
    assert settings.get_organisation(store).name_km == "ក"
