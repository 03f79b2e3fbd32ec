"""The recovery sheet: the code that opens the store when the passphrase is forgotten, on paper."""

from __future__ import annotations

from datetime import date

from cspdesk.models.organisation import Organisation
from cspdesk.paper import dates, parts
from cspdesk.paper.blocks import (
    Block,
    Code,
    Column,
    Document,
    Heading,
    NumberedList,
    Page,
    Paragraph,
    Space,
    Table,
    Title,
)
from cspdesk.paper.wording import Wording

_ROWS_TO_SIGN = 3


def compose(
    code: str, organisation: Organisation, language: str, *, on: date | None = None
) -> Document:
    """Return the sheet for a recovery ``code`` of groups joined by hyphens or spaces.

    ``on`` is the day it was made, so that of two sheets the newer one is known to be right.
    """
    words = Wording.of(organisation, language)
    title = words.gettext("Recovery sheet")
    made = words.gettext("Made on {date}", date=dates.long_date(words, on)) if on else ""
    blocks: list[Block] = [
        parts.letterhead(words, organisation, national=False),
        Title(title, details=[made] if made else []),
        Paragraph(
            words.gettext(
                "Your data on this laptop is encrypted. If the passphrase is forgotten, this code"
                " is the only way to open it. Whoever has this sheet and the laptop can read"
                " everything."
            ),
        ),
        Space(3),
        Code(code, code.replace("-", " ").split()),
        Space(3),
        Heading(words.gettext("Where to keep it")),
        _list(
            words,
            words.gettext("Keep it in the office safe or in a locked cupboard."),
            words.gettext("Never keep it in the laptop's bag or with the laptop."),
            words.gettext("Do not photograph it and do not send it by Telegram or email."),
        ),
        Heading(words.gettext("How to use it")),
        _list(
            words,
            words.gettext("Start cspdesk on the laptop. It asks for the passphrase."),
            words.gettext("Choose to use the recovery code, then type all groups of letters."),
            words.gettext("Choose a new passphrase. Nothing in the data changes."),
            words.gettext("If a new recovery sheet is made, destroy this one."),
        ),
        Space(4),
        Table(
            [
                Column(words.gettext("Kept by")),
                Column(words.gettext("Date"), 40),
                Column(words.gettext("Signature"), 50),
            ],
            [["", "", ""]] * _ROWS_TO_SIGN,
            row_height=12,
        ),
    ]
    return parts.document(words, organisation, title, blocks, Page())


def _list(words: Wording, *items: str) -> NumberedList:
    return NumberedList([(f"{words.digits(n)}.", text) for n, text in enumerate(items, start=1)])
