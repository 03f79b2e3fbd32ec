"""Letters as documents with a name: one that was written, or the usual words for a meeting."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from cspdesk.db import letters, meetings
from cspdesk.db.settings import get_organisation
from cspdesk.models.letters import Letter, LetterKind
from cspdesk.models.meetings import Meeting, MeetingRecord
from cspdesk.paper import invitation, letter

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document


def compose_written(store: Store, letter_id: str, language: str = "", **options: Any) -> Document:
    """Return a letter that was written; ``language`` '' is the one it was written in.

    Raises:
        KeyError: there is no such letter.
    """
    row = letters.get_letter(store, letter_id)
    if row is None:
        raise KeyError(letter_id)
    return _composed(store, row.letter, language or row.letter.language, options)


def compose_new(
    store: Store,
    kind: LetterKind,
    meeting_id: str,
    language: str,
    *,
    text: str = "",
    subject: str = "",
    addressee: str = "",
    on: date | None = None,
    **options: Any,
) -> Document:
    """Return a letter of today, or of ``on``, that is kept nowhere: dots stand for its number.

    Of a meeting that a letter of this kind and language was written about, it is that letter.
    What is given as ``text``, ``subject`` and ``addressee`` (lines) takes the place of its words.
    """
    today = on or datetime.now().astimezone().date()
    written = letters.letter_about(store, kind, meeting_id, language) if meeting_id else None
    begun = written or replace(letters.propose(store, kind, language, today, meeting_id), number="")
    begun = replace(
        begun,
        body=text or begun.body,
        subject=subject or begun.subject,
        addressee=addressee or begun.addressee,
    )
    return _composed(store, begun, language, options)


def _composed(store: Store, begun: Letter, language: str, options: dict[str, Any]) -> Document:
    organisation = get_organisation(store)
    about = store.get(Meeting, begun.meeting_id) if begun.meeting_id else None
    if begun.kind is LetterKind.INVITATION:
        blank = MeetingRecord(meeting=Meeting(), organisation=organisation)
        record = meetings.load_record(store, about.id) if about else blank
        return invitation.compose(begun, record, organisation, language, **options)
    return letter.compose(begun, organisation, language, meeting=about)
