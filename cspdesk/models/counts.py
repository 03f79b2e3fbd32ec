"""Counting people honestly: women + men + not recorded = total, always."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cspdesk.models.meetings import Attendee, Headcount, Presence
from cspdesk.models.people import Sex


@dataclass(frozen=True)
class Counts:
    """How many took part. ``total`` is derived, so the parts can never fail to add up."""

    women: int = 0
    men: int = 0
    not_recorded: int = 0
    institutions: int = 0
    named: int = 0

    @property
    def total(self) -> int:
        """Women, men and those whose sex is not recorded."""
        return self.women + self.men + self.not_recorded

    @property
    def women_percent(self) -> int:
        """Women among the total, rounded to a whole percentage; 0 where nobody came."""
        return round(100 * self.women / self.total) if self.total else 0


def count_present(attendees: Iterable[Attendee], headcounts: Iterable[Headcount] = ()) -> Counts:
    """Count who was present, each person once, and add the head counts of unnamed people.

    Institutions are those of the people present, each once; a head count names none.
    """
    present = [row for row in attendees if row.attendance.presence is Presence.PRESENT]
    people = {row.person.id: row.sex for row in present}
    sexes = list(people.values())
    unnamed = list(headcounts)
    return Counts(
        women=sexes.count(Sex.WOMAN) + sum(count.women for count in unnamed),
        men=sexes.count(Sex.MAN) + sum(count.men for count in unnamed),
        not_recorded=sexes.count(Sex.NOT_RECORDED) + sum(count.not_recorded for count in unnamed),
        institutions=len({row.institution.id for row in present if row.institution}),
        named=len(people),
    )
