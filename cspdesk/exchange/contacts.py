"""Bringing in a contact list: from a spreadsheet to a plan that can be looked at and applied."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable
from pathlib import Path
from typing import Any, TypeVar

from cspdesk.errors import UnreadableFile
from cspdesk.exchange import workbook
from cspdesk.exchange.contact_rows import RowReader
from cspdesk.exchange.headings import Columns, guess_columns, guess_header
from cspdesk.exchange.sheets import Sheet
from cspdesk.i18n import N_
from cspdesk.khmer.fold import name_key
from cspdesk.models.imports import Change, ImportPlan, Issue, PlannedRow
from cspdesk.models.people import Affiliation, Institution, InstitutionKind, Person
from cspdesk.models.record import Record, derived_id

__all__ = ["best_sheet", "guess_columns", "guess_header", "plan", "read", "read_plan"]

R = TypeVar("R", bound=Record)

_NO_NAME = N_("The row has no name of an institution or person. It is not imported.")
_FROM_ABOVE = N_("The institution was taken from the row above: {name}")
_ALSO_ELSEWHERE = N_(
    "{name} also stands in row {other}, with another institution. They are taken as two people."
)
_TWICE = N_("{name} also stands in row {other}. Both rows are taken as one person.")
_SAME_CONTACT = N_("{contact} also stands in row {other}, for {name}.")
_DIFFERS = N_("Row {other} says something else about {name}. What stands first is kept.")
_TWO_PLACES = N_("{name} also stands in row {other}, in another place. They are taken as two.")


def read(path: Path) -> tuple[Sheet, ...]:
    """Return the filled sheets of a workbook or text file (see ``workbook.read``)."""
    return workbook.read(path)


def best_sheet(sheets: Iterable[Sheet]) -> Sheet | None:
    """Return the sheet that looks most like a contact list, None where none has headings."""
    with_headings = [sheet for sheet in sheets if guess_header(sheet) is not None]
    return max(with_headings, key=lambda sheet: len(sheet.rows), default=None)


def read_plan(path: Path) -> ImportPlan:
    """Return the plan for a file without asking: best sheet, guessed headings and columns.

    Raises:
        UnreadableFile: the file cannot be read, or no row of it holds headings.
    """
    sheet = best_sheet(read(path))
    header = guess_header(sheet) if sheet else None
    if sheet is None or header is None:
        raise UnreadableFile(
            N_("No headings were found"),
            N_("No row of {file} names its columns."),
            N_(
                "Put a row with headings such as 'Organization', 'Contact person', 'Sex' and "
                "'Phone number' above the list, then try again."
            ),
            file=path.name,
        )
    return plan(sheet, header, guess_columns(sheet, header))


def plan(sheet: Sheet, header: int, columns: Columns) -> ImportPlan:
    """Return what importing ``sheet`` would bring, and what becomes of each row.

    Args:
        sheet: as read.
        header: index of the row of headings, from 0; rows above it are not looked at.
        columns: what each column holds.

    Ids come from the folded names, so that spelling variants and repeated imports meet in one
    record: an institution by its name, a person by name and institution. Where one sheet has two
    institutions of one name in two places, the second takes its id from the place as well.
    """
    planner = _Planner(sheet, header, columns)
    for index in range(header + 1, len(sheet.rows)):
        planner.add(index)
    return planner.result()


class _Planner:
    """What was read so far, with the row that each thing first stood in."""

    def __init__(self, sheet: Sheet, header: int, columns: Columns) -> None:
        self._sheet = sheet
        self._header = header
        self._columns = columns
        self._rows: list[PlannedRow] = []
        self._institutions: dict[str, Institution] = {}
        self._people: dict[str, Person] = {}
        self._affiliations: dict[str, Affiliation] = {}
        self._seen: dict[tuple[str, str], tuple[int, Record]] = {}
        self._speakers: dict[str, str] = {}
        self._above: Institution | None = None

    def result(self) -> ImportPlan:
        """Return the plan of all rows added."""
        return ImportPlan(
            institutions=tuple(self._institutions.values()),
            people=tuple(self._people.values()),
            affiliations=tuple(self._affiliations.values()),
            rows=tuple(self._rows),
            issues=(*self._sheet.issues, *(issue for row in self._rows for issue in row.issues)),
        )

    def add(self, index: int) -> None:
        """Read one row into the plan."""
        reader = RowReader(self._sheet, self._columns, index)
        if reason := reader.skipped(self._header):
            self._rows.append(PlannedRow(row=index + 1, skipped=reason))
            return
        institution, person, position = reader.institution(), reader.person(), reader.position()
        phones, remarks = reader.phones(), reader.remarks()
        email, telegram, rest = reader.email_and_telegram()
        remarks = "; ".join(filter(None, (remarks, rest)))
        if institution is None and person is None:
            reader.problem(_NO_NAME)
        read = PlannedRow(row=index + 1, issues=tuple(reader.issues), changes=tuple(reader.changes))
        if read.has_problem:
            self._rows.append(read)
            self._above = None
            return
        contact: dict[str, Any] = {"phones": phones, "email": email, "telegram": telegram}
        if person is not None:
            person = dataclasses.replace(person, remarks=remarks, **contact)
        elif institution is not None:
            institution = dataclasses.replace(institution, remarks=remarks, **contact)
        self._place(read, institution, person, position)

    def _place(
        self,
        read: PlannedRow,
        institution: Institution | None,
        person: Person | None,
        position: str,
    ) -> None:
        """Give the records of a row their ids, and join them with those that stood before."""
        issues: list[Issue] = [*read.issues]
        changes: list[Change] = [*read.changes]
        if institution is not None:
            institution = self._institution(institution, read.row, issues)
            self._above = institution
        elif self._above is not None and self._is_merged_cell(read.row):
            institution = self._above
            changes.append(
                Change(text=_FROM_ABOVE, row=read.row, fields={"name": _name(institution)})
            )
        affiliation = None
        if person is not None:
            person = self._person(person, institution, read.row, issues)
            if institution is not None:
                affiliation = self._affiliation(person, institution, position)
        self._rows.append(
            dataclasses.replace(
                read,
                institution=institution,
                person=person,
                affiliation=affiliation,
                issues=tuple(issues),
                changes=tuple(changes),
            )
        )

    def _is_merged_cell(self, row: int) -> bool:
        """Whether the row goes on with the institution above, as under a cell over several rows."""
        number = self._rows[-1].row if self._rows else 0
        return number == row - 1 and not self._rows[-1].skipped

    def _institution(self, found: Institution, row: int, issues: list[Issue]) -> Institution:
        key = name_key(_name(found))
        identifier = derived_id("institution", key)
        known = self._institutions.get(identifier)
        if known and _lie_apart(known.place, found.place):
            self._tell(issues, row, _TWO_PLACES, self._seen["institution", identifier][0], found)
            identifier = derived_id("institution", key, found.place)
            known = self._institutions.get(identifier)
        found = dataclasses.replace(found, id=identifier)
        if known:
            other = self._seen["institution", identifier][0]
            if _differ(known, found):
                self._tell(issues, row, _DIFFERS, other, found)
            self._institutions[identifier] = _joined(known, found)
            return found
        self._institutions[identifier] = found
        self._seen["institution", identifier] = row, found
        return found

    def _person(
        self, found: Person, institution: Institution | None, row: int, issues: list[Issue]
    ) -> Person:
        key = name_key(_name(found))
        identifier = derived_id("person", key, institution.id if institution else "")
        found = dataclasses.replace(found, id=identifier)
        known = self._people.get(identifier)
        self._people[identifier] = _joined(known, found) if known else found
        other, namesake = self._seen.setdefault(("name", key), (row, found))
        if other != row:
            same = namesake.id == identifier
            self._tell(issues, row, _TWICE if same else _ALSO_ELSEWHERE, other, found)
        for contact in filter(None, (*found.phones, found.email.lower(), found.telegram.lower())):
            other, owner = self._seen.setdefault(("contact", contact), (row, found))
            if owner.id != identifier and isinstance(owner, Person):
                fields = {"contact": contact, "other": str(other), "name": _name(owner)}
                issues.append(Issue(text=_SAME_CONTACT, row=row, fields=fields))
        return found

    def _affiliation(self, person: Person, institution: Institution, position: str) -> Affiliation:
        identifier = derived_id("affiliation", person.id, institution.id)
        found = Affiliation(
            id=identifier,
            person_id=person.id,
            institution_id=institution.id,
            position=position,
            representative=self._speakers.setdefault(institution.id, person.id) == person.id,
        )
        known = self._affiliations.get(identifier)
        self._affiliations[identifier] = _joined(known, found) if known else found
        return self._affiliations[identifier]

    @staticmethod
    def _tell(
        issues: list[Issue], row: int, text: str, other: int, found: Institution | Person
    ) -> None:
        fields = {"name": _name(found), "other": str(other)}
        issues.append(Issue(text=text, row=row, fields=fields))


def _name(record: Institution | Person) -> str:
    return record.name_km or record.name_latin


def _lie_apart(one: str, other: str) -> bool:
    """Whether two codes are of places neither of which lies in the other."""
    return bool(one and other) and not one.startswith(other) and not other.startswith(one)


def _differ(known: Institution, found: Institution) -> bool:
    pairs = (
        (known.name_latin, found.name_latin),
        (known.acronym, found.acronym),
        (known.address, found.address),
    )
    return any(one and other and name_key(one) != name_key(other) for one, other in pairs)


def _joined(known: R, found: R) -> R:
    """Return ``known`` with what only ``found`` says; several phones are kept side by side."""
    fresh: dict[str, Any] = {}
    for field in dataclasses.fields(known):
        old, new = getattr(known, field.name), getattr(found, field.name)
        if isinstance(old, tuple):
            fresh[field.name] = tuple(dict.fromkeys((*old, *new)))
        elif not old or old is InstitutionKind.OTHER:
            fresh[field.name] = new
    return dataclasses.replace(known, **fresh)
