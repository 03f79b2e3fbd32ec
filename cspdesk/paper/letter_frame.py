"""What all letters have in common: the head above the text, and the end below it.

The parts and their order are those of Khmer official letters: country, motto, sender, number,
addressee, subject, reference, enclosures, text, respects, date and signature.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import time

from cspdesk.models.letters import Letter
from cspdesk.models.meetings import Meeting
from cspdesk.models.numbering import filled
from cspdesk.models.organisation import Organisation
from cspdesk.paper import dates, parts
from cspdesk.paper.addressee import Addressee
from cspdesk.paper.blocks import (
    Block,
    Document,
    NumberedList,
    Page,
    Paragraph,
    Signature,
    Signatures,
    Space,
)
from cspdesk.paper.wording import DOTS, Wording

FIRST_LINE = 12.0
"""Millimetres that the first line of a paragraph stands in."""
_BESIDE_LABELS = 25.0
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n\s*")


def head(
    words: Wording,
    organisation: Organisation,
    letter: Letter,
    addressee: Addressee | None,
    *,
    subject: str,
    enclosures: str = "",
) -> Iterator[Block]:
    """Yield everything above the text; '' leaves a part out."""
    yield parts.letterhead(
        words,
        organisation,
        national=letter.national_header,
        number=_number(words, organisation, letter),
    )
    to = [words.kept(line) for line in addressee.lines] if addressee else []
    named = [
        (words.pgettext("letter", "Subject:"), subject),
        (words.pgettext("letter", "Reference:"), letter.reference.strip()),
        (words.pgettext("letter", "Enclosures:"), enclosures),
    ]
    respectfully = words.pgettext("letter", "To:")
    if to and words.khmer:
        yield Space(2)
        yield Paragraph(respectfully, align="center", bold=True, space_after=0, keep_with_next=True)
        yield Paragraph("\n".join(to), align="center", bold=True, space_after=3)
    elif to:
        named.insert(0, (respectfully, "\n".join(to)))
    shown = [(label, text) for label, text in named if text]
    if shown:
        yield NumberedList(shown, indent=_BESIDE_LABELS, bold_labels=True)
        yield Space(2)
    if addressee and addressee.greeting:
        yield Paragraph(addressee.greeting, space_after=2.5, keep_with_next=True)


def paragraphs(words: Wording, text: str) -> Iterator[Paragraph]:
    """Yield a text's paragraphs: parted by blank lines, or where there are none by line ends."""
    text = text.strip()
    for part in _BLANK_LINE.split(text) if _BLANK_LINE.search(text) else text.splitlines():
        if part.strip():
            yield Paragraph(
                part.strip(),
                indent=FIRST_LINE if words.khmer else 0.0,
                space_after=2.5,
            )


def room_to_write(lines: int) -> Paragraph:
    """Return dots to write a text on by hand."""
    return Paragraph("\n".join([DOTS * 9] * lines))


def respects(
    words: Wording, letter: Letter, addressee: Addressee, *, dots: bool
) -> Iterator[Block]:
    """Yield the closing formula and whom to ask; ``dots`` leave room for that where it is unknown."""
    formula = addressee.called(words.pgettext("letter", "Yours sincerely,"))
    contact = letter.contact.strip() or (DOTS * 3 if dots else "")
    indent = FIRST_LINE if words.khmer else 0.0
    closing = [Paragraph(formula, indent=indent, space_after=2.5)]
    if contact:
        line = words.pgettext(
            "letter", "For further information, please contact: {contact}", contact=contact
        )
        # An English letter ends with the formula, a Khmer one goes on below it.
        at = 1 if words.khmer else 0
        closing.insert(at, Paragraph(line, indent=indent, space_after=2.5))
    closing[-1] = replace(closing[-1], keep_with_next=True)
    yield from closing


def signature(words: Wording, organisation: Organisation, letter: Letter) -> Signatures:
    """Return date, role and name of who signs, at the right."""
    day = dates.long_date(words, letter.on) or dates.date_to_write(words)
    wanted = organisation.lunar_date or letter.lunar_date
    lunar = dates.lunar_line(words, letter.on, letter.lunar_date) if wanted else ""
    solar = words.joined((letter.place, day))
    role, name = _signatory(words, organisation, letter)
    return Signatures(
        left=None,
        right=Signature(
            above=[lunar, solar] if lunar else [solar],
            role=role or DOTS * 2,
            below=[name or words.gettext("(signature, seal and name)")],
        ),
    )


def document(
    words: Wording, organisation: Organisation, subject: str, blocks: list[Block]
) -> Document:
    """Return the letter as a document, A4 upright."""
    title = words.gettext("Letter")
    title = f"{title} - {subject}" if subject else title
    page = Page(footer=parts.page_number(words))
    return parts.document(words, organisation, title, blocks, page)


def held_on(words: Wording, meeting: Meeting) -> dict[str, str]:
    """Return {date}, {time} and {venue} of a meeting as a sentence says them; dots for unknown ones."""
    to_write = dates.date_to_write(words) if words.khmer else DOTS * 2
    return {
        "date": dates.weekday_date(words, meeting.on) if meeting.on else to_write,
        "time": _times(words, meeting.starts, meeting.ends),
        "venue": parts.venue(words, meeting) or DOTS * 2,
    }


def _times(words: Wording, starts: time | None, ends: time | None) -> str:
    if starts is None or ends is None:
        known = starts or ends
        moment = _clock(words, known) if known else DOTS
        return words.pgettext("letter", "at {time}", time=moment)
    return words.pgettext(
        "letter", "from {starts} to {ends}", starts=_clock(words, starts), ends=_clock(words, ends)
    )


def _clock(words: Wording, moment: time) -> str:
    """Return '០៨:០០ ព្រឹក', '8:00 a.m.'."""
    hour = moment.hour % 12 or 12
    text = words.digits(f"{hour:02}:{moment.minute:02}" if words.khmer else f"{moment:{hour}:%M}")
    if moment.hour < 12:
        return words.pgettext("morning", "{time} a.m.", time=text)
    if moment.hour == 12:
        return words.pgettext("midday", "{time} p.m.", time=text)
    if moment.hour < 17:
        return words.pgettext("afternoon", "{time} p.m.", time=text)
    return words.pgettext("evening", "{time} p.m.", time=text)


def _number(words: Wording, organisation: Organisation, letter: Letter) -> str:
    """The number line; a number not yet given is written by hand into the dots."""
    number = letter.number.strip()
    if not number:
        pattern = _either(words, organisation.number_km, organisation.number_en).strip()
        year = f"{letter.on:%y}" if letter.on else DOTS[:9]
        number = words.digits(filled(pattern or "{number}/{yy}", DOTS, year))
    return words.gettext("No.: {number}", number=number)


def _signatory(words: Wording, organisation: Organisation, letter: Letter) -> tuple[str, str]:
    """Role and name as typed; of a signatory of the organisation in the document's language."""
    role, name = letter.signatory_role.strip(), letter.signatory_name.strip()
    for known in organisation.signatories:
        roles, names = (known.role_km, known.role_en), (known.name_km, known.name_en)
        if (not name or name in names) and (not role or role in roles):
            return _either(words, *roles), _either(words, *names)
    return role, name


def _either(words: Wording, khmer: str, english: str) -> str:
    return (khmer or english) if words.khmer else (english or khmer)
