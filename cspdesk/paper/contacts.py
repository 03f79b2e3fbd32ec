"""The contact list: every institution with the person to call, in the columns that are wanted."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from cspdesk.i18n import N_
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import ContactRow, Institution, Sex
from cspdesk.models.phones import hidden
from cspdesk.models.words import word
from cspdesk.paper import dates, parts
from cspdesk.paper.blocks import Block, Column, Document, Paragraph, Table, Title
from cspdesk.paper.wording import Wording

Reach = Literal["everybody", "institutions", "nobody"]
"""Whose numbers and addresses are on the list: of all, of institutions only, or (a copy to share)
of nobody."""

COLUMNS = {
    "kind": N_("Type"),
    "address": N_("Address"),
    "person": N_("Contact person"),
    "sex": N_("Sex"),
    "position": N_("Position"),
    "phones": N_("Phone number"),
    "email": N_("Email"),
    "telegram": N_("Telegram"),
}
"""The columns that may be chosen, in the order they stand in. Number and institution always do."""

USUAL = ("kind", "address", "person", "sex", "position", "phones")
_OF_PEOPLE = ("sex", "position")
"""What says something only beside the person's name."""

_NOTES = {
    "institutions": N_("Phone numbers and addresses of institutions only"),
    "nobody": N_("Copy to share: without phone numbers and personal addresses"),
}
_ONLY_NUMBERS = re.compile(r"(?:[^…:៖,]{0,24}[:៖])?[\s…/,·-]*…[\s…/,·-]*")
_WIDTHS = {"kind": 26.0, "sex": 12.0, "phones": 30.0}


@dataclass(frozen=True)
class _Rules:
    """What the columns have in common."""

    words: Wording
    reach: Reach
    positions: bool


_Cell = Callable[[_Rules, ContactRow], str]


def compose(
    rows: Sequence[ContactRow],
    organisation: Organisation,
    language: str,
    *,
    title: str = "",
    on: date | None = None,
    columns: Collection[str] = USUAL,
    reach: Reach = "everybody",
    people_first: bool = False,
) -> Document:
    """Return the contact list in 'km' or 'en', A4 landscape, in the order of ``rows``.

    Args:
        rows: institutions, each with its representative where one is known; or people.
        organisation: whose list it is.
        language: of the document.
        title: a line below the document's name, such as which network it is.
        on: the day whose list it is.
        columns: names of ``COLUMNS``. The position stands below the name of the person; without
            that column neither position nor sex is shown.
        reach: 'nobody' is the copy to share: no phone number, personal e-mail or Telegram name at
            all, not even one that somebody typed into another field. The list says so itself.
        people_first: the person's name stands in the first column, for a list of people.
    """
    words = Wording.of(organisation, language)
    name = words.gettext("Contact list")
    details = [dates.long_date(words, on)] if on else []
    if reach in _NOTES:
        details.append(words.gettext(_NOTES[reach]))
    if reach == "nobody":
        organisation, title = _shareable(organisation), hidden(title, addresses=True)
    blocks: list[Block] = [
        parts.letterhead(words, organisation, national=False),
        Title(name, title, details),
        _table(words, rows, columns, reach, people_first=people_first),
        Paragraph(_foot(words, rows), bold=True),
    ]
    return parts.document(words, organisation, name, blocks, parts.wide_page(words))


def _shareable(organisation: Organisation) -> Organisation:
    """The letterhead without phone numbers; the organisation's own e-mail address stays."""
    return replace(
        organisation,
        name_km=hidden(organisation.name_km),
        name_en=hidden(organisation.name_en),
        address_km=_without_numbers(organisation.address_km),
        address_en=_without_numbers(organisation.address_en),
    )


def _without_numbers(address: str) -> str:
    """Hide numbers; a line that says nothing else, such as 'Phone: 012 345 678', goes whole."""
    lines = hidden(address).split("\n")
    return "\n".join(line for line in lines if not _ONLY_NUMBERS.fullmatch(line))


def _foot(words: Wording, rows: Sequence[ContactRow]) -> str:
    people = {row.person.id: row.person for row in rows if row.person}
    named = {row.institution.id for row in rows if parts.institution_name(words, row.institution)}
    return words.gettext(
        "Institutions: {institutions} · Contact persons: {people}, of whom women: {women}",
        institutions=len(named),
        people=len(people),
        women=sum(person.sex is Sex.WOMAN for person in people.values()),
    )


def _table(
    words: Wording,
    rows: Sequence[ContactRow],
    chosen: Collection[str],
    reach: Reach,
    *,
    people_first: bool,
) -> Table:
    shown = [name for name in COLUMNS if name in chosen and _fits(name, chosen, reach)]
    if people_first:
        shown = [name for name in ("person", "sex") if name in shown] + [
            "institution", *(name for name in shown if name not in ("person", "sex"))
        ]  # fmt: skip
    else:
        shown.insert(0, "institution")
    rules = _Rules(words, reach, "position" in chosen)
    shown = [name for name in shown if name != "position"]
    number = Column(words.pgettext("column", "No."), 10, align="center")
    columns = [number, *(_column(words, name, len(shown)) for name in shown)]
    cells = [
        [words.digits(n), *(_shown(name, _CELLS[name](rules, row), reach) for name in shown)]
        for n, row in enumerate(rows, start=1)
    ]
    return Table(columns, cells, size=9.5 if len(shown) < len(COLUMNS) - 1 else 8.5)


def _shown(name: str, text: str, reach: Reach) -> str:
    """A cell without what somebody typed into it that the list is not to tell."""
    if reach == "nobody" or (reach == "institutions" and name == "person"):
        return hidden(text, addresses=name != "email")
    return text


def _fits(name: str, chosen: Collection[str], reach: Reach) -> bool:
    if reach == "nobody" and name in ("phones", "telegram"):
        return False
    return name not in _OF_PEOPLE or "person" in chosen


def _column(words: Wording, name: str, shown: int) -> Column:
    if name == "institution":
        return Column(words.pgettext("column", "Institution"), weight=1.3)
    width = _WIDTHS.get(name, 54.0 if name == "person" and shown < len(COLUMNS) - 2 else 0.0)
    return Column(
        words.gettext(COLUMNS[name]),
        width,
        align="center" if name in ("sex", "phones") else "left",
        keep_together=name in ("phones", "email", "telegram"),
    )


def _person(rules: _Rules, row: ContactRow) -> str:
    position = row.position.strip() if rules.positions else ""
    return "\n".join(part for part in (rules.words.name(row.person), position) if part)


def _reachable(rules: _Rules, row: ContactRow, field: str) -> str:
    """An e-mail address or Telegram name: the person's, or else the institution's."""
    own = getattr(row.person, field) if row.person and rules.reach == "everybody" else ""
    return own.strip() or getattr(row.institution, field).strip()


def _phones(rules: _Rules, row: ContactRow) -> str:
    own = row.person.phones if row.person and rules.reach == "everybody" else ()
    return rules.words.phones(own or row.institution.phones)


def _sex(rules: _Rules, row: ContactRow) -> str:
    return parts.sex_letter(rules.words, row.person.sex) if row.person else ""


def _kind(rules: _Rules, row: ContactRow) -> str:
    known = parts.institution_name(rules.words, row.institution)
    return rules.words.gettext(word(row.institution.kind)) if known else ""


def _names(words: Wording, institution: Institution) -> str:
    """The name in the document's language with the acronym, the other name below it."""
    name = parts.institution_name(words, institution)
    other = institution.name_latin if words.khmer else institution.name_km
    return name if other in name else f"{name}\n{other}"


_CELLS: dict[str, _Cell] = {
    "institution": lambda rules, row: _names(rules.words, row.institution),
    "kind": _kind,
    "address": lambda rules, row: parts.address(rules.words, row.institution),
    "person": _person,
    "sex": _sex,
    "phones": _phones,
    "email": lambda rules, row: _reachable(rules, row, "email"),
    "telegram": lambda rules, row: _reachable(rules, row, "telegram"),
}
