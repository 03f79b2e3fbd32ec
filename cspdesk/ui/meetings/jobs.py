"""What the meetings page asks of the store, on its worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from cspdesk.db import attendance, invitations, meetings, people
from cspdesk.db.meetings import MeetingRow
from cspdesk.db.people import PersonRow
from cspdesk.db.settings import get_organisation
from cspdesk.db.store import Store
from cspdesk.i18n import N_, catalog_for
from cspdesk.khmer.text import clean, clean_line
from cspdesk.models import templates
from cspdesk.models.meetings import AgendaItem, Meeting, MeetingKind, MeetingRecord
from cspdesk.models.people import Institution, Person, display_name
from cspdesk.ui.widgets.suggest_field import Suggestion

_OFFERED = 8
_ROSTERS = 12


@dataclass(frozen=True)
class Contents:
    """What the page shows: the list that the search found, and the chosen meeting."""

    rows: list[MeetingRow]
    row: MeetingRow | None
    record: MeetingRecord | None


@dataclass(frozen=True)
class Defaults:
    """What a new meeting of a kind starts with."""

    title_km: str
    title_en: str
    agenda: list[str]
    national_header: bool
    place: str = ""
    venue: str = ""
    chair: str = ""
    note_taker: str = ""


@dataclass(frozen=True)
class Sources:
    """Where many invitees can come from at once."""

    districts: list[tuple[str, int]]
    rosters: list[MeetingRow]


def load(store: Store, text: str, meeting_id: str) -> Contents:
    """Return the meetings that match ``text``, and the one with ``meeting_id`` where it exists."""
    rows = meetings.list_meetings(store, text)
    row = next((row for row in rows if row.meeting.id == meeting_id), None)
    if row is None and meeting_id:
        everything = meetings.list_meetings(store) if text.strip() else rows
        row = next((row for row in everything if row.meeting.id == meeting_id), None)
    return Contents(rows, row, meetings.load_record(store, meeting_id) if row else None)


def defaults(store: Store, kind: MeetingKind, language: str) -> Defaults:
    """Return titles and agenda of the kind's template, the rest as it was last time."""
    words = catalog_for(language)
    found = Defaults(
        templates.default_title(kind, "km"),
        templates.default_title(kind, "en"),
        [words.gettext(title) for title in templates.agenda_template(kind)],
        get_organisation(store).national_header,
    )
    last = meetings.last_of_kind(store, kind)
    if last is None:
        return found
    return replace(
        found,
        place=last.place,
        venue=last.venue,
        chair=last.chair,
        note_taker=last.note_taker,
    )


def save_field(store: Store, meeting_id: str, name: str, value: Any) -> None:
    """Save one field of a meeting as typed, without what cannot be seen."""
    if isinstance(value, str):
        value = clean(value) if name in ("objective", "annexes") else clean_line(value)
    store.update(Meeting, meeting_id, **{name: value})


def save_agenda_field(store: Store, item_id: str, name: str, value: Any) -> None:
    """Save one field of an agenda item as typed."""
    store.update(
        AgendaItem, item_id, **{name: clean_line(value) if isinstance(value, str) else value}
    )


def add_agenda_item(store: Store, meeting_id: str, title: str) -> None:
    """Put an item at the end of the agenda."""
    meetings.append(store, AgendaItem(meeting_id=meeting_id, title=clean_line(title)))


def note_printed(store: Store, meeting_id: str) -> None:
    """Remember that the attendance sheet was printed."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    store.update(Meeting, meeting_id, N_("print"), sheet_printed_at=now)


def offer_people(store: Store, text: str) -> list[Suggestion]:
    """Return people for a typed text, as documents write them: title, then the Khmer name."""
    if not text.strip():
        return []
    rows = people.list_people(store, text, limit=_OFFERED)
    return [Suggestion(row.person.id, _titled(row.person), _works(row, "km")) for row in rows]


def _titled(person: Person) -> str:
    return f"{person.honorific} {display_name(person, 'km')}".strip()


def offer_invitees(store: Store, text: str, language: str, institution: str) -> list[Suggestion]:
    """Return institutions and people for a typed text; keys are (table, id).

    Args:
        store: the open store.
        text: as typed.
        language: of the names shown.
        institution: the translated word for the second line of an institution.
    """
    if not text.strip():
        return []
    places = people.list_institutions(store, text, limit=4)
    found = [_institution_offer(row.institution, language, institution) for row in places]
    for row in people.list_people(store, text, limit=_OFFERED - len(found)):
        name = display_name(row.person, language)
        found.append(Suggestion(("person", row.person.id), name, _works(row, language)))
    return found


def invite(store: Store, meeting_id: str, table: str, record_id: str) -> None:
    """Invite what an offer of :func:`offer_invitees` stands for."""
    if table == "institution":
        attendance.invite_institutions(store, meeting_id, [record_id])
    else:
        attendance.invite_person(store, meeting_id, record_id)


def sources(store: Store, meeting_id: str) -> Sources:
    """Return districts with institutions, and earlier meetings that somebody was invited to."""
    rosters = [
        row
        for row in meetings.list_meetings(store)
        if row.meeting.id != meeting_id and row.meeting.on and (row.invited or row.counts.named)
    ]
    return Sources(invitations.districts(store), rosters[:_ROSTERS])


def withdraw(store: Store, meeting_id: str, person_id: str, institution_id: str) -> None:
    """Take a person, or an institution without one, off the list of invitees."""
    if person_id:
        invitations.withdraw_person(store, meeting_id, person_id)
    else:
        attendance.withdraw_institution(store, meeting_id, institution_id)


def _institution_offer(institution: Institution, language: str, word: str) -> Suggestion:
    name = display_name(institution, language)
    second = " · ".join(part for part in (word, institution.acronym) if part and part != name)
    return Suggestion(("institution", institution.id), name, second)


def _works(row: PersonRow, language: str) -> str:
    position = row.affiliation.position if row.affiliation else ""
    place = display_name(row.institution, language) if row.institution else ""
    return " · ".join(part for part in (position, place) if part)
