"""The contact list: every institution with the person to call."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cspdesk.models.meetings import MeetingRecord
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import ContactRow, Institution, Sex
from cspdesk.models.words import word
from cspdesk.paper import dates, parts
from cspdesk.paper.attendance import sex_letter
from cspdesk.paper.blocks import Block, Column, Document, Page, Paragraph, Table, Title
from cspdesk.paper.wording import Wording


def compose(
    rows: Sequence[ContactRow],
    organisation: Organisation,
    language: str,
    *,
    title: str = "",
    on: date | None = None,
    phones: bool = True,
) -> Document:
    """Return the contact list in 'km' or 'en', A4 landscape, in the order of ``rows``.

    Args:
        rows: institutions, each with its representative where one is known.
        organisation: whose list it is.
        language: of the document.
        title: a line below the document's name, such as which network it is.
        on: the day whose list it is.
        phones: False leaves the phone numbers off.
    """
    words = Wording.of(organisation, language)
    name = words.gettext("Contact list")
    people = {row.person.id: row.person for row in rows if row.person}
    foot = words.gettext(
        "Institutions: {institutions} · Contact persons: {people}, of whom women: {women}",
        institutions=len({row.institution.id for row in rows}),
        people=len(people),
        women=sum(person.sex is Sex.WOMAN for person in people.values()),
    )
    blocks: list[Block] = [
        parts.letterhead(words, organisation, national=False),
        Title(name, title, [dates.long_date(words, on)] if on else []),
        _table(words, rows, phones=phones),
        Paragraph(foot, bold=True),
    ]
    page = Page(
        landscape=True, left=15, right=15, top=15, bottom=15, footer=parts.page_number(words)
    )
    return parts.document(words, organisation, name, blocks, page)


def invited(record: MeetingRecord) -> list[ContactRow]:
    """Return who is invited to a meeting as lines of a list, institutions without a person last."""
    rows = [
        ContactRow(row.institution or Institution(), row.person, row.attendance.position)
        for row in record.attendees
        if row.attendance.invited
    ]
    named = {row.institution.id for row in rows}
    rows += [ContactRow(place) for place in record.institutions_invited if place.id not in named]
    return rows


def _table(words: Wording, rows: Sequence[ContactRow], *, phones: bool) -> Table:
    columns = [
        Column(words.pgettext("column", "No."), 10, align="center"),
        Column(words.pgettext("column", "Institution"), weight=1.3),
        Column(words.gettext("Type"), 28),
        Column(words.gettext("Address")),
        Column(words.gettext("Contact person"), 54),
        Column(words.gettext("Sex"), 12, align="center"),
    ]
    if phones:
        column = Column(words.gettext("Phone number"), 30, align="center", keep_together=True)
        columns.append(column)
    cells = [_cells(words, number, row) for number, row in enumerate(rows, start=1)]
    return Table(columns, [row[: len(columns)] for row in cells])


def _cells(words: Wording, number: int, row: ContactRow) -> list[str]:
    institution, person = row.institution, row.person
    return [
        words.digits(number),
        _names(words, institution),
        words.gettext(word(institution.kind)),
        institution.address.strip() or words.address(institution.place),
        "\n".join(part for part in (words.name(person), row.position.strip()) if part),
        sex_letter(words, person.sex) if person else "",
        words.phones((person.phones if person else ()) or institution.phones),
    ]


def _names(words: Wording, institution: Institution) -> str:
    """The name in the document's language with the acronym, the other name below it."""
    name = words.name(institution)
    if institution.acronym and institution.acronym not in name:
        name = f"{name} ({institution.acronym})" if name else institution.acronym
    other = institution.name_latin if words.khmer else institution.name_km
    return name if other in name else f"{name}\n{other}"
