"""Name badges and place cards: cards with a name that can be read from afar."""

from __future__ import annotations

from collections.abc import Sequence

from cspdesk.models.meetings import MeetingRecord
from cspdesk.models.people import ContactRow, Person
from cspdesk.paper import guests, parts
from cspdesk.paper.blocks import Block, Card, CardLine, Cards, Document, Page, Paragraph
from cspdesk.paper.wording import DOTS, Wording

BADGE = 90.0, 55.0
"""Millimetres: what the usual holders take; two by five on A4."""
PLACE_CARD = 190.0, 130.0
"""Millimetres before it is folded; two on A4."""


def compose(
    record: MeetingRecord,
    language: str,
    *,
    present: bool = False,
    institution: bool = True,
    blank: int = 0,
) -> Document:
    """Return name badges in 'km' or 'en', ten on an A4 page with lines to cut along.

    Args:
        record: the meeting with its people.
        language: whose names come first; the other script stands below.
        present: for those who came instead of those invited.
        institution: position and institution below the name.
        blank: as many badges more on which names are written by hand.
    """
    words = Wording.of(record.organisation, language)
    corner = [
        CardLine(parts.body_name(words, record.organisation), 8.0, bold=True, align="left"),
        CardLine(parts.meeting_title(words, record.meeting), 7.5, align="left"),
    ]
    corner = [line for line in corner if line.text]
    cards = [
        Card([*_names(words, row.person, 22.0, 13.0), *_works(words, row, 10.0, shown=institution)],
             corner)
        for row in _people(record, present=present)
        if row.person
    ]  # fmt: skip
    cards += [Card([CardLine(DOTS, 14.0), CardLine(DOTS, 10.0)], corner)] * blank
    return _document(words, record, words.gettext("Name badges"), _cards(BADGE, cards), 15.0, 11.0)


def compose_place_cards(
    record: MeetingRecord, language: str, *, present: bool = False, institution: bool = True
) -> Document:
    """Return tent cards in 'km' or 'en', two on an A4 page, the name on both sides.

    Args:
        record: the meeting with its people.
        language: whose names come first; the other script stands below.
        present: for those who came instead of those invited.
        institution: position and institution below the name.
    """
    words = Wording.of(record.organisation, language)
    cards = [
        Card([*_names(words, row.person, 36.0, 20.0), *_works(words, row, 14.0, shown=institution)])
        for row in _people(record, present=present)
        if row.person
    ]
    made = _cards(PLACE_CARD, cards, folded=True)
    return _document(words, record, words.gettext("Place cards"), made, 10.0, 18.0)


def _people(record: MeetingRecord, *, present: bool) -> list[ContactRow]:
    found = guests.present(record) if present else guests.invited(record)
    return guests.people(found)


def _names(words: Wording, person: Person, large: float, small: float) -> list[CardLine]:
    """The name large in the document's script with its title, in the other one below it."""
    name = words.name(person)
    other = (person.name_latin if words.khmer else person.name_km).strip()
    lines = [CardLine(name, large, bold=True)]
    return [*lines, CardLine(other, small)] if other and other not in name else lines


def _works(words: Wording, row: ContactRow, size: float, *, shown: bool) -> list[CardLine]:
    texts = (row.position.strip(), words.name(row.institution)) if shown else ()
    return [CardLine(text, size) for text in texts if text]


def _cards(size: tuple[float, float], cards: Sequence[Card], *, folded: bool = False) -> Cards:
    return Cards(*size, cards, cut=True, folded=folded)


def _document(
    words: Wording, record: MeetingRecord, title: str, cards: Cards, side: float, top: float
) -> Document:
    """Margins leave exactly the grid of the cards, so that ten or two of them fill a page."""
    if not cards.cards:
        nobody = Paragraph(words.gettext("There is nobody on the list."), align="center")
        return parts.document(words, record.organisation, title, [nobody], Page())
    page = Page(left=side, right=side, top=top, bottom=top)
    blocks: list[Block] = [cards]
    return parts.document(words, record.organisation, title, blocks, page)
