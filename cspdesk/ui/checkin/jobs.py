"""What the check-in asks of the store, on its worker."""

from __future__ import annotations

from datetime import datetime

from cspdesk.db import meetings, people
from cspdesk.db.people import PersonRow
from cspdesk.db.store import Store
from cspdesk.models.meetings import MeetingRecord
from cspdesk.models.people import Person, display_name
from cspdesk.ui.checkin.roll import Roll, RollRow
from cspdesk.ui.widgets.suggest_field import Suggestion

_OFFERED = 8
_FOUND = 40


def load(store: Store, meeting_id: str) -> Roll | None:
    """Return the roll of a meeting, of the next one where none is named; None without any."""
    record = load_record(store, meeting_id)
    return Roll.of(record) if record else None


def load_record(store: Store, meeting_id: str) -> MeetingRecord | None:
    """Return a meeting's record, of the next meeting where none is named; None without any."""
    if not meeting_id:
        today = datetime.now().astimezone().date()
        row = meetings.next_meeting(store, today) or next(iter(meetings.list_meetings(store)), None)
        if row is None:
            return None
        meeting_id = row.meeting.id
    return meetings.load_record(store, meeting_id)


def find_known(store: Store, text: str) -> list[RollRow]:
    """Return people of the directory for a typed text, the best match first."""
    return [RollRow.known(row) for row in people.list_people(store, text, limit=_FOUND)]


def find_twin(store: Store, person: Person) -> PersonRow | None:
    """Return somebody known by the same name or phone, with where they work."""
    twin = people.find_twin(store, person)
    return people.people_by_ids(store, [twin.id])[0] if twin else None


def offer_institutions(store: Store, text: str, language: str) -> list[Suggestion]:
    """Return institutions to choose from for a typed text."""
    rows = people.list_institutions(store, text, limit=_OFFERED)
    return [Suggestion(row.institution.id, display_name(row.institution, language)) for row in rows]


def known_row(store: Store, person_id: str) -> RollRow:
    """Return somebody of the directory as a row that can be checked in."""
    return RollRow.known(people.people_by_ids(store, [person_id])[0])
