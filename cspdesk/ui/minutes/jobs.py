"""What the minutes ask of the store, on its worker."""

from __future__ import annotations

from datetime import UTC, datetime

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.khmer.text import INVISIBLE, clean
from cspdesk.models.meetings import Meeting, MeetingRecord
from cspdesk.models.people import display_name
from cspdesk.models.record import Record
from cspdesk.ui.widgets.suggest_field import Suggestion

_OFFERED = 4
_RUNNING_TEXTS = frozenset(("discussion", "decision", "text", "response"))
"""Fields of several lines, where a typed place to break is kept."""


def save_field(store: Store, kind: type[Record], record_id: str, name: str, value: object) -> None:
    """Save one field as typed; texts without what cannot be seen."""
    store.update(kind, record_id, **{name: cleaned(name, value)})


def cleaned(name: str, value: object) -> object:
    """Return a field's value as it is stored: of an enumeration as it is, a typed text cleaned."""
    if type(value) is not str:
        return value
    return clean(value if name in _RUNNING_TEXTS else INVISIBLE.sub("", value))


def set_approved(store: Store, meeting_id: str, approved: bool) -> None:
    """Approve the minutes, which locks their texts, or open them again."""
    label = N_("approve the minutes") if approved else N_("reopen the minutes")
    at = datetime.now(UTC).isoformat(timespec="seconds") if approved else ""
    store.update(Meeting, meeting_id, label, minutes_approved_at=at)


def offer_raisers(store: Store, text: str, language: str) -> list[Suggestion]:
    """Return institutions, then people, for a typed text; any other text may stand too."""
    if not text.strip():
        return []
    places = [row.institution for row in people.list_institutions(store, text, limit=_OFFERED)]
    found = [Suggestion(place.id, display_name(place, language)) for place in places]
    for row in people.list_people(store, text, limit=_OFFERED):
        works = display_name(row.institution, language) if row.institution else ""
        found.append(Suggestion(row.person.id, display_name(row.person, language), works))
    return found


def draw(record: MeetingRecord, language: str) -> bytes:
    """Return the minutes as PDF. Needs no store; some 100 ms."""
    from cspdesk.paper import pdf
    from cspdesk.paper.minutes import compose

    return pdf.render(compose(record, language))
