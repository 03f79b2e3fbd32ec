"""The roll of one meeting in memory: found as one types, marked before the store has answered."""

from __future__ import annotations

import functools
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import time

from cspdesk.db.people import PersonRow
from cspdesk.khmer.search import query_terms, search_key
from cspdesk.models.counts import Counts, count_present
from cspdesk.models.meetings import (
    Attendance,
    Attendee,
    Headcount,
    Meeting,
    MeetingRecord,
    Presence,
)
from cspdesk.models.people import Institution, Person, Sex

_FEWEST_INSIDE = 3

# A key costs 0.1 ms; a list is read anew after every check-in, and hardly anything has changed.
_key = functools.lru_cache(maxsize=8192)(search_key)


@dataclass(frozen=True)
class RollRow:
    """One person at the door.

    ``attendance`` is None for somebody of the directory who is not on the list; ``number`` is the
    row on the printed sheet, from 1, or 0.
    """

    person: Person
    institution: Institution | None
    attendance: Attendance | None = None
    number: int = 0
    works_as: str = ""

    @classmethod
    def known(cls, row: PersonRow) -> RollRow:
        """Return the row of somebody found in the directory."""
        position = row.affiliation.position if row.affiliation else ""
        return cls(row.person, row.institution, works_as=position)

    @property
    def presence(self) -> Presence | None:
        """Where the person stands; None: not on the list."""
        return self.attendance.presence if self.attendance else None

    @property
    def position(self) -> str:
        """The position on the day, or of today for somebody not on the list."""
        return self.attendance.position if self.attendance else self.works_as

    @property
    def names(self) -> tuple[str, ...]:
        """Search keys of the person's names."""
        typed = (self.person.name_km, self.person.name_latin)
        return tuple(_key(name) for name in typed if name)

    @property
    def key(self) -> str:
        """Search key of everything the person is looked for by."""
        works = self.institution
        return _key(
            self.person.name_km,
            self.person.name_latin,
            *(phone.replace(" ", "") for phone in self.person.phones),
            *((works.name_km, works.name_latin, works.acronym) if works else ()),
            self.position,
        )


@dataclass
class Roll:
    """Everybody on the list of one meeting, in the order of the printed sheet."""

    meeting: Meeting = field(default_factory=Meeting)
    rows: list[RollRow] = field(default_factory=list)
    headcounts: Sequence[Headcount] = ()

    @classmethod
    def of(cls, record: MeetingRecord) -> Roll:
        """Take the roll from a meeting's record, numbered as the printed sheet is.

        That has the people invited, then a row for each institution without a name, then blank
        rows, which those who walk in fill in turn (``paper.attendance``).
        """
        people = record.attendees
        invited = [row for row in people if row.attendance.invited]
        named = {row.institution.id for row in invited if row.institution}
        unnamed = sum(place.id not in named for place in record.institutions_invited)
        walked_in = [row for row in people if not row.attendance.invited]
        numbered = [*enumerate(invited, 1), *enumerate(walked_in, len(invited) + unnamed + 1)]
        rows = [RollRow(row.person, row.institution, row.attendance, at) for at, row in numbered]
        roll = cls(record.meeting, rows, record.headcounts)
        # The first question makes all keys: asked here, on the worker, not at the first letter.
        roll.find("a")
        return roll

    def row_of(self, person_id: str) -> RollRow | None:
        """Return the person's row where they are on the list."""
        return next((row for row in self.rows if row.person.id == person_id), None)

    def find(self, text: str, known: Iterable[RollRow] = ()) -> list[RollRow]:
        """Return the rows to show for what is typed, the one that Enter takes first.

        Args:
            text: what is typed; nothing shows the whole list in its order.
            known: people of the directory found for the same text, best first; those on the list
                are left out.

        Names that begin so come before words that begin so, these before anything inside; among
        equals those who are still awaited come first.
        """
        terms = query_terms(text)
        if not terms:
            return list(self.rows)
        found = [(rank(row, terms), row) for row in self.rows]
        ranked = [
            (at, row.presence is Presence.PRESENT, row) for at, row in found if at is not None
        ]
        ranked.sort(key=lambda entry: entry[:2])
        listed = {row.person.id for row in self.rows}
        return [
            *(row for _at, _present, row in ranked),
            *(row for row in known if row.person.id not in listed),
        ]

    def mark(self, row: RollRow, presence: Presence, arrived: time | None) -> RollRow:
        """Mark somebody here, before the store has; return the row as it is now.

        Somebody who was not on the list gets the last row of it.
        """
        if row.attendance is None:
            attendance = Attendance(
                person_id=row.person.id,
                institution_id=row.institution.id if row.institution else "",
                position=row.works_as,
            )
            last = max((known.number for known in self.rows), default=0)
            row = replace(row, attendance=attendance, number=last + 1)
            self.rows.append(row)
        assert row.attendance is not None  # noqa: S101 (made above where it was missing)
        marked = replace(
            row, attendance=replace(row.attendance, presence=presence, arrived=arrived)
        )
        self.rows[self.rows.index(row)] = marked
        return marked

    def counts(self) -> Counts:
        """Return how many are present, head counts included."""
        attendees = [
            Attendee(row.attendance, row.person, row.institution)
            for row in self.rows
            if row.attendance is not None
        ]
        return count_present(attendees, self.headcounts)

    def sex_unknown(self) -> list[RollRow]:
        """Return those who are present and whose sex is not recorded."""
        return [
            row
            for row in self.rows
            if row.presence is Presence.PRESENT and row.person.sex is Sex.NOT_RECORDED
        ]


def rank(row: RollRow, terms: Sequence[str]) -> int | None:
    """Return 0 where a name begins with the terms, 1 where words do, 2 inside, else None.

    Inside words only three letters or more count: with fewer, Enter would check in a stranger.
    """
    if not all(term in row.key for term in terms):
        return None
    whole = " ".join(terms)
    if any(name.startswith(whole) for name in row.names):
        return 0
    inside = [term for term in terms if f" {term}" not in f" {row.key}"]
    if not inside:
        return 1
    return 2 if all(len(term) >= _FEWEST_INSIDE for term in inside) else None
