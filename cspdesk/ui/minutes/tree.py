"""Changes to a meeting's record in memory, shown before the store has answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from cspdesk.models.meetings import ActionPoint, AgendaItem, Meeting, MeetingRecord, Note
from cspdesk.models.record import Record

_BRANCHES: dict[type[Record], str] = {
    AgendaItem: "agenda",
    ActionPoint: "actions",
    Note: "notes",
}


def with_field(
    record: MeetingRecord, kind: type[Record], record_id: str, name: str, value: object
) -> MeetingRecord:
    """Return the record with one field of the meeting or of one of its parts changed."""
    change: dict[str, Any] = {name: value}
    if kind is Meeting:
        return replace(record, meeting=replace(record.meeting, **change))
    branch = _BRANCHES[kind]
    parts = getattr(record, branch)
    changed = tuple(replace(part, **change) if part.id == record_id else part for part in parts)
    grown: dict[str, Any] = {branch: changed}
    return replace(record, **grown)


def with_part(record: MeetingRecord, part: AgendaItem | ActionPoint | Note) -> MeetingRecord:
    """Return the record with one more part at the end."""
    branch = _BRANCHES[type(part)]
    grown: dict[str, Any] = {branch: (*getattr(record, branch), part)}
    return replace(record, **grown)


def points_of(record: MeetingRecord, item: AgendaItem) -> list[Note | ActionPoint]:
    """Return the notes and actions of an agenda item."""
    points: list[Note | ActionPoint] = [*record.notes, *record.actions]
    return [point for point in points if point.agenda_item_id == item.id]
