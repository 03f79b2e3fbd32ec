"""What a list from outside would bring into the desk, row by row, before anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from cspdesk.models.people import Affiliation, Institution, Person


class Severity(StrEnum):
    """A problem keeps its row out of the desk; a notice asks for a look."""

    PROBLEM = "problem"
    NOTICE = "notice"


@dataclass(frozen=True, kw_only=True)
class Remark:
    """Something said about one cell, row or sheet.

    ``text`` is an English source text (marked with ``N_``) that may hold ``{name}`` fields filled
    from ``fields``: translate first, then format. ``row`` counts from 1 as spreadsheets do, 0 is
    the sheet as a whole; ``column`` is the letter, '' the row as a whole.
    """

    text: str
    row: int = 0
    column: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)

    @property
    def cell(self) -> str:
        """'K12', '12' for a whole row, '' for the whole sheet."""
        return f"{self.column}{self.row}" if self.row else ""


@dataclass(frozen=True, kw_only=True)
class Issue(Remark):
    """Something that the person who imports should look at."""

    severity: Severity = Severity.NOTICE


@dataclass(frozen=True, kw_only=True)
class Change(Remark):
    """Something that is stored in another form than it stood in the sheet."""


@dataclass(frozen=True, kw_only=True)
class PlannedRow:
    """One row of the sheet and what becomes of it.

    ``skipped`` is the reason (a source text) why a row that is no record is left out; a row with
    a problem has no records either.
    """

    row: int
    institution: Institution | None = None
    person: Person | None = None
    affiliation: Affiliation | None = None
    issues: tuple[Issue, ...] = ()
    changes: tuple[Change, ...] = ()
    skipped: str = ""

    @property
    def position(self) -> str:
        """What the person does in the institution, '' where the row does not say."""
        return self.affiliation.position if self.affiliation else ""

    @property
    def has_problem(self) -> bool:
        """Whether the row is not imported because of what stands in it."""
        return any(issue.severity is Severity.PROBLEM for issue in self.issues)


@dataclass(frozen=True, kw_only=True)
class ImportPlan:
    """All that an import would write, each record once, and every row it comes from.

    Ids are derived from names, so that the same list gives the same records every time and on
    every laptop. ``issues`` are those of the sheet and of all rows in their order.
    """

    institutions: tuple[Institution, ...] = ()
    people: tuple[Person, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    rows: tuple[PlannedRow, ...] = ()
    issues: tuple[Issue, ...] = ()

    @property
    def changes(self) -> tuple[Change, ...]:
        """What is stored in another form than it stood in the sheet, in the order of the rows."""
        return tuple(change for row in self.rows for change in row.changes)

    @property
    def problems(self) -> tuple[Issue, ...]:
        """The issues that keep rows out."""
        return tuple(issue for issue in self.issues if issue.severity is Severity.PROBLEM)

    @property
    def skipped(self) -> tuple[PlannedRow, ...]:
        """The rows that are no records: blank ones, headings, totals."""
        return tuple(row for row in self.rows if row.skipped)
