"""Who is asked to a meeting and who came, as the rows that lists and cards are made of."""

from __future__ import annotations

from collections.abc import Iterable

from cspdesk.models.meetings import Attendee, MeetingRecord, Presence
from cspdesk.models.people import ContactRow, Institution


def invited(record: MeetingRecord) -> list[ContactRow]:
    """Return who is invited to a meeting, institutions without a person last."""
    rows = _rows(row for row in record.attendees if row.attendance.invited)
    named = {row.institution.id for row in rows}
    rows += [ContactRow(place) for place in record.institutions_invited if place.id not in named]
    return rows


def present(record: MeetingRecord) -> list[ContactRow]:
    """Return who came to a meeting."""
    came = Presence.PRESENT
    return _rows(row for row in record.attendees if row.attendance.presence is came)


def people(rows: Iterable[ContactRow]) -> list[ContactRow]:
    """Return the rows with a person, each person once."""
    found: dict[str, ContactRow] = {}
    for row in rows:
        if row.person:
            found.setdefault(row.person.id, row)
    return list(found.values())


def institutions(rows: Iterable[ContactRow]) -> list[Institution]:
    """Return the institutions of the rows, each once, those that have a name."""
    found = {row.institution.id: row.institution for row in rows}
    return [place for place in found.values() if place.name_km or place.name_latin or place.acronym]


def _rows(attendees: Iterable[Attendee]) -> list[ContactRow]:
    return [
        ContactRow(row.institution or Institution(), row.person, row.attendance.position)
        for row in attendees
    ]
