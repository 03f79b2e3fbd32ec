"""The record as it is shown before the store has answered."""

from __future__ import annotations

from cspdesk.models.meetings import (
    ActionPoint,
    AgendaItem,
    Meeting,
    MeetingRecord,
    Note,
)
from cspdesk.models.organisation import Organisation
from cspdesk.ui.minutes.tree import points_of, with_field, with_part


def test_one_field_of_one_part_changes() -> None:
    one, two = AgendaItem(title="one"), AgendaItem(title="two")
    record = MeetingRecord(Meeting(), Organisation(), agenda=(one, two))
    changed = with_field(record, AgendaItem, two.id, "decision", "yes")
    assert [item.decision for item in changed.agenda] == ["", "yes"]
    assert record.agenda == (one, two)


def test_a_new_part_comes_last_and_belongs_to_its_item() -> None:
    item = AgendaItem()
    record = MeetingRecord(Meeting(), Organisation(), agenda=(item,))
    note = Note(agenda_item_id=item.id)
    action = ActionPoint(agenda_item_id=item.id)
    grown = with_part(with_part(record, action), note)
    assert points_of(grown, item) == [note, action]
    assert points_of(record, item) == []


def test_a_field_of_the_meeting_changes() -> None:
    record = MeetingRecord(Meeting(), Organisation())
    changed = with_field(record, Meeting, record.meeting.id, "lunar_date", "៥រោច")
    assert changed.meeting.lunar_date == "៥រោច"
