"""What was deleted, and bringing it back."""

from __future__ import annotations

from dataclasses import dataclass

from cspdesk.db.rows import table_of
from cspdesk.db.store import Store
from cspdesk.models.letters import Letter
from cspdesk.models.meetings import ActionPoint, AgendaItem, Meeting, Note
from cspdesk.models.people import Institution, Person
from cspdesk.models.record import Record


@dataclass(frozen=True)
class Trashed:
    """A deleted record: what it is, a text to know it by, and when it was deleted (UTC)."""

    kind: type[Record]
    id: str
    text: str
    deleted_at: str


_TEXT: dict[type[Record], str] = {
    Institution: "coalesce(nullif(name_km, ''), name_latin)",
    Person: "coalesce(nullif(name_km, ''), name_latin)",
    Meeting: "coalesce(nullif(title_km, ''), title_en)",
    AgendaItem: "title",
    ActionPoint: "text",
    Note: "text",
    Letter: "replace(coalesce(nullif(subject, ''), nullif(addressee, ''), number), char(10), ' ')",
}


def contents(store: Store) -> list[Trashed]:
    """Return what lies in the trash, the last deleted first."""
    found = [
        Trashed(kind, *row)
        for kind, text in _TEXT.items()
        for row in store.rows(
            f"SELECT id, {text}, deleted_at FROM {table_of(kind)} WHERE deleted_at <> ''"
        )
    ]
    return sorted(found, key=lambda trashed: trashed.deleted_at, reverse=True)
