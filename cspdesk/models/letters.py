"""Letters that the network sends: invitations, requests, and any other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cspdesk.models.record import Record


class LetterKind(StrEnum):
    """What a letter is for; each begins with a wording of its own."""

    INVITATION = "invitation"
    REQUEST = "request"
    FREE = "free"


@dataclass(frozen=True, kw_only=True)
class Letter(Record):
    """One letter in one language. An empty text is worded by the document.

    Of an invitation ``meeting_id`` says what to, and those invited are its addressees; of the others
    ``addressee`` holds lines: name, position, institution. ``body`` is paragraphs, one a line.
    ``lunar_date`` replaces the line that the desk works out from ``on``.
    """

    kind: LetterKind = LetterKind.FREE
    meeting_id: str = ""
    language: str = "km"
    number: str = ""
    on: date | None = None
    lunar_date: str = ""
    addressee: str = ""
    subject: str = ""
    reference: str = ""
    body: str = ""
    enclosures: str = ""
    signatory_role: str = ""
    signatory_name: str = ""
    national_header: bool = True
