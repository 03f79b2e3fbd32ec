"""Letters that the network sends: invitations, requests, and any other."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cspdesk.khmer.digits import to_ascii_digits
from cspdesk.models.numbering import filled
from cspdesk.models.record import Record

_MARK = "\ufffc"
"""Stands for the number in a filled pattern; nobody types it."""
_FIRST, _AGAIN = r"(?P<number>\d{1,9})", "(?P=number)"


class LetterKind(StrEnum):
    """What a letter is for; each begins with a wording of its own."""

    INVITATION = "invitation"
    REQUEST = "request"
    FREE = "free"


class Asking(StrEnum):
    """What an authority is asked for in a request about a meeting."""

    PERMISSION = "permission"
    VENUE = "venue"
    PARTICIPATION = "participation"


@dataclass(frozen=True, kw_only=True)
class Letter(Record):
    """One letter in one language. An empty text is worded by the document.

    Of an invitation ``meeting_id`` says what to, and those invited are its addressees; of the others
    ``addressee`` holds lines: name, position, institution. ``body`` is paragraphs, one a line.
    ``lunar_date`` replaces the line that the desk works out from ``on``. ``place`` is where it is
    signed, ``contact`` whom to ask: a name and a phone.
    """

    kind: LetterKind = LetterKind.FREE
    meeting_id: str = ""
    asks_for: Asking = Asking.PERMISSION
    language: str = "km"
    number: str = ""
    place: str = ""
    on: date | None = None
    lunar_date: str = ""
    addressee: str = ""
    subject: str = ""
    reference: str = ""
    body: str = ""
    enclosures: str = ""
    contact: str = ""
    signatory_role: str = ""
    signatory_name: str = ""
    national_header: bool = True


def next_number(pattern: str, used: Iterable[str], year: int) -> str:
    """Return the number for the next letter of ``year``: one more than the largest of ``used``.

    Numbers count from 1 every year where the pattern holds {yy}. Numbers that do not follow the
    pattern are passed over; digits of both scripts are read, 0-9 are written. '' without a pattern.
    """
    pattern, yy = pattern.strip(), f"{year % 100:02}"
    if not pattern:
        return ""
    shape = re.escape(to_ascii_digits(filled(pattern, _MARK, yy)))
    shape = shape.replace(_MARK, _FIRST, 1).replace(_MARK, _AGAIN)
    fits = (re.fullmatch(shape, to_ascii_digits(text.strip())) for text in used)
    numbers = [int(found[1]) for found in fits if found and found.groups()]
    return filled(pattern, f"{max(numbers, default=0) + 1:03}", yy)
