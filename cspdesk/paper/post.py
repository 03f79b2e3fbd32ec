"""Address labels and envelopes, to people or to institutions."""

from __future__ import annotations

from collections.abc import Sequence

from cspdesk.models.organisation import Organisation
from cspdesk.models.people import ContactRow
from cspdesk.paper import addressee, guests, parts
from cspdesk.paper.blocks import Block, Card, CardLine, Cards, Document, Page, Paragraph
from cspdesk.paper.wording import Wording

LABEL = 70.0, 37.0
"""Millimetres: sheets of 24 labels, three by eight on A4."""
LABELS = 24
ENVELOPE = 220.0, 110.0
"""Millimetres: DL, which takes an A4 letter folded twice."""

_ADDRESS_LEFT = 105.0
_ADDRESS_TOP = 52.0


def compose_labels(
    rows: Sequence[ContactRow],
    organisation: Organisation,
    language: str,
    *,
    to_institutions: bool = False,
    used: int = 0,
) -> Document:
    """Return address labels of 70 x 37 mm in 'km' or 'en', 24 on an A4 sheet.

    Args:
        rows: whom they are for, in this order; each person or institution gets one.
        organisation: whose labels they are.
        language: of names and addresses.
        to_institutions: address institutions, not the people of the rows.
        used: labels that are already gone from the first sheet; they stay empty.
    """
    words = Wording.of(organisation, language)
    cards = [Card([])] * (used % LABELS)
    cards += [Card(_lines(lines, 11.0, 9.5)) for lines in _addresses(words, rows, to_institutions)]
    side = (297 - 8 * LABEL[1]) / 2
    page = Page(left=0, right=0, top=side, bottom=side)
    return _document(
        words, organisation, words.gettext("Address labels"), Cards(*LABEL, cards), page
    )


def compose_envelopes(
    rows: Sequence[ContactRow],
    organisation: Organisation,
    language: str,
    *,
    to_institutions: bool = False,
    sender: bool = True,
) -> Document:
    """Return DL envelopes in 'km' or 'en', one a page.

    Args:
        rows: whom they are for, in this order; each person or institution gets one.
        organisation: whose name and address stand in the corner.
        language: of names and addresses.
        to_institutions: address institutions, not the people of the rows.
        sender: False for envelopes that are printed with it already.
    """
    words = Wording.of(organisation, language)
    corner = _sender(words, organisation) if sender else []
    to = CardLine(words.pgettext("envelope", "To"), 11.0, align="left")
    cards = [
        Card([to, *_lines(lines, 14.0, 12.0)], corner, top=_ADDRESS_TOP, left=_ADDRESS_LEFT)
        for lines in _addresses(words, rows, to_institutions)
    ]
    wide, high = ENVELOPE
    page = Page(landscape=True, left=0, right=0, top=0, bottom=0, width=high, height=wide)
    return _document(
        words, organisation, words.gettext("Envelopes"), Cards(wide, high, cards), page
    )


def _addresses(
    words: Wording, rows: Sequence[ContactRow], to_institutions: bool
) -> list[list[str]]:
    """The lines of each address. Where nobody is named, the institution itself is written to."""
    if to_institutions:
        chosen = [ContactRow(place) for place in guests.institutions(rows)]
    else:
        alone = [row for row in rows if row.person is None]
        chosen = [
            *guests.people(rows),
            *(ContactRow(place) for place in guests.institutions(alone)),
        ]
    return [lines for lines in (_address(words, row) for row in chosen) if lines]


def _address(words: Wording, row: ContactRow) -> list[str]:
    """Name, position, institution and address; none of them empty."""
    institution, person = row.institution, row.person
    place = parts.address(words, institution)
    name = parts.institution_name(words, institution)
    if person is None:
        lines = [name, place]
    else:
        known = addressee.of_person(words, person, row.position)
        lines = [*known.lines, name, place or words.address(person.place)]
    return [line.strip() for line in lines if line.strip()]


def _lines(texts: Sequence[str], first: float, others: float) -> list[CardLine]:
    return [
        CardLine(text, others if number else first, bold=not number, align="left")
        for number, text in enumerate(texts)
    ]


def _sender(words: Wording, organisation: Organisation) -> list[CardLine]:
    head = parts.letterhead(words, organisation, national=False)
    lines = [CardLine(head.body, 10.0, bold=True, align="left")]
    lines += [CardLine(line.strip(), 8.5, align="left") for line in head.address.splitlines()]
    return [line for line in lines if line.text]


def _document(
    words: Wording, organisation: Organisation, title: str, cards: Cards, page: Page
) -> Document:
    blocks: list[Block] = [cards]
    if not any(card.lines for card in cards.cards):
        blocks = [Paragraph(words.gettext("There is nobody on the list."), align="center")]
        page = Page()
    return parts.document(words, organisation, title, blocks, page)
