"""What the directory's tables show of an institution and of a person."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import TypeVar

from cspdesk.db.directory import place_of
from cspdesk.db.people import InstitutionRow, PersonRow
from cspdesk.i18n import _, current_language
from cspdesk.models.gazetteer import named, place
from cspdesk.models.people import Institution, Person, display_name
from cspdesk.models.phones import display
from cspdesk.models.words import word
from cspdesk.ui.widgets.table import Cell, Column
from cspdesk.ui.words import Words

T = TypeVar("T")
LastMet = Mapping[str, date]


def names(record: Institution | Person) -> tuple[str, str]:
    """Return the name to show and the one below it: Khmer, then Latin where both are known."""
    first = record.name_km or record.name_latin
    return first, record.name_latin if record.name_km else ""


def place_name(code: str) -> str:
    """Return the name of the district (or the province) that a place lies in."""
    found = place(code[:4]) if code else None
    return named(found, current_language()) if found else ""


def institution_columns(words: Words, last_met: LastMet) -> list[Column[InstitutionRow]]:
    """Return the columns of the institutions; ``last_met`` is looked into when painting."""

    def contact(row: InstitutionRow) -> Cell:
        person = row.representative
        phones = (person.phones if person else ()) or row.institution.phones
        name = display_name(person, "km") if person else ""
        # People are found by their own names, institutions by the number to call.
        number = _phone(phones)
        return Cell(name or number, number if name else "", searched=(number,))

    return [
        Column(
            "name",
            lambda: _("Institution"),
            lambda row: _name_cell(row.institution),
            stretch=26,
        ),
        Column(
            "kind",
            lambda: _("Type · place"),
            lambda row: _place_cell(_(word(row.institution.kind)), row.institution.place),
            stretch=16,
        ),
        Column("contact", lambda: _("Contact · phone"), contact, stretch=15),
        _last_met_column(words, last_met, lambda row: row.institution.id),
    ]


def people_columns(words: Words, last_met: LastMet) -> list[Column[PersonRow]]:
    """Return the columns of the people; ``last_met`` is looked into when painting."""

    def work(row: PersonRow) -> Cell:
        institution = display_name(row.institution, current_language()) if row.institution else ""
        position = row.affiliation.position if row.affiliation else ""
        second = position if institution else ""
        return Cell(institution or position, second, searched=(institution,))

    def phone(row: PersonRow) -> Cell:
        number = _phone(row.person.phones)
        return _place_cell(number, place_of(row), number)

    return [
        Column("name", lambda: _("Name"), lambda row: _name_cell(row.person), stretch=17),
        Column("work", lambda: _("Institution · position"), work, stretch=24),
        Column(
            "phone",
            lambda: _("Phone · place"),
            phone,
            stretch=16,
        ),
        _last_met_column(words, last_met, lambda row: row.person.id),
    ]


def _name_cell(record: Institution | Person) -> Cell:
    searched = first, second = names(record)
    if isinstance(record, Person):
        second = " · ".join(filter(None, (second, _(word(record.sex)) if record.sex else "")))
        first = f"{record.honorific} {first}".strip()
    return Cell(first, second, bold=True, searched=searched)


def _place_cell(first: str, place: str, *searched: str) -> Cell:
    name = place_name(place)
    return Cell(first, name, searched=(*searched, name))


def _phone(phones: tuple[str, ...]) -> str:
    return display(phones[0]) if phones else ""


def _last_met_column(words: Words, last_met: LastMet, key: Callable[[T], str]) -> Column[T]:
    def cell(row: T) -> Cell:
        on = last_met.get(key(row))
        return Cell(words.day_month(on), words.digits(str(on.year))) if on else Cell("")

    return Column("last_met", lambda: _("Last meeting"), cell, width=126, least=640)
