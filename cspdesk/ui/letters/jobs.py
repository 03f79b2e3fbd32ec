"""What the letters page asks of the store, on its worker."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from cspdesk.db import letters, meetings, people, settings
from cspdesk.db.letters import LetterRow
from cspdesk.db.store import Store
from cspdesk.khmer.text import clean, clean_line
from cspdesk.models.letters import Letter, LetterKind
from cspdesk.models.meetings import Meeting, MeetingRecord
from cspdesk.models.organisation import Signatory
from cspdesk.models.people import Institution
from cspdesk.paper import addressee, dates, invitation, letter
from cspdesk.paper.addressee import Addressee
from cspdesk.paper.wording import Wording
from cspdesk.ui.meetings.wording import today

_MANY_LINES = frozenset({"addressee", "body", "enclosures"})
_OFFERED = 8


@dataclass(frozen=True)
class Listed:
    """One line of the list: a letter, and the subject it has on paper."""

    letter: Letter
    subject: str


@dataclass(frozen=True)
class Detail:
    """A letter with what the document says where nothing is typed.

    ``annex`` tells whether the agenda of an invitation is so long that it has its own page; None
    where there is no agenda.
    """

    letter: Letter
    meeting: Meeting | None
    usual_subject: str
    usual_body: str
    lunar_date: str
    signatories: tuple[Signatory, ...]
    addressees: tuple[Addressee, ...]
    annex: bool | None


@dataclass(frozen=True)
class Contents:
    """What the page shows: the letters that the search found, and the chosen one."""

    rows: list[Listed]
    detail: Detail | None


def load(store: Store, text: str, letter_id: str) -> Contents:
    """Return the letters that match ``text``, and the one with ``letter_id`` where it exists."""
    rows = [Listed(row.letter, _subject(row)) for row in letters.list_letters(store, text)]
    row = letters.get_letter(store, letter_id) if letter_id else None
    return Contents(rows, _detail(store, row) if row else None)


def add(
    store: Store, kind: LetterKind, language: str, *, meeting_id: str = "", body: str = ""
) -> Letter:
    """Save a new letter of today in the language of the last one, else in ``language``.

    An invitation is to the next meeting unless ``meeting_id`` says to which.
    """
    language = letters.last_language(store) or language
    if kind is LetterKind.INVITATION and not meeting_id:
        coming = meetings.next_meeting(store, today())
        meeting_id = coming.meeting.id if coming else ""
    proposed = letters.propose(store, kind, language, today(), meeting_id)
    return letters.add_letter(store, replace(proposed, body=clean(body)))


def invitation_to(store: Store, meeting_id: str, language: str) -> Letter:
    """Return the invitation letter of a meeting, made now where there is none."""
    known = letters.letter_about(store, LetterKind.INVITATION, meeting_id)
    return known or add(store, LetterKind.INVITATION, language, meeting_id=meeting_id)


def save_fields(store: Store, letter_id: str, values: Mapping[str, Any]) -> None:
    """Save fields of a letter as typed, without what cannot be seen."""
    cleaned = {
        name: (clean if name in _MANY_LINES else clean_line)(value) if type(value) is str else value
        for name, value in values.items()
    }
    store.update(Letter, letter_id, **cleaned)


def offer_meetings(store: Store, text: str) -> list[Meeting]:
    """Return meetings for a typed text, the latest for none."""
    return [row.meeting for row in meetings.list_meetings(store, text)[:_OFFERED]]


def address(store: Store, key: Any, language: str) -> str:
    """Return the lines for what ``meetings.jobs.offer_invitees`` offered: (table, id) is its key."""
    table, record_id = key
    if table == "institution":
        place = store.get(Institution, record_id)
        return addressee.institution_lines(language, place) if place else ""
    row = people.people_by_ids(store, [record_id])[0]
    position = row.affiliation.position if row.affiliation else ""
    return addressee.typed_lines(language, row.person, position, row.institution)


def annex_of(record: MeetingRecord) -> bool | None:
    """Return whether an agenda usually has its own page; None where there is none."""
    return invitation.stands_apart(record) if record.agenda else None


def _subject(row: LetterRow) -> str:
    if row.letter.subject:
        return row.letter.subject
    language = row.letter.language
    if row.letter.kind is LetterKind.INVITATION and row.meeting:
        return invitation.default_subject(row.meeting, language)
    return letter.default_subject(row.letter, language, row.meeting)


def _detail(store: Store, row: LetterRow) -> Detail:
    written, record = row.letter, _record(store, row.meeting)
    language, organisation = written.language, record.organisation
    inviting = written.kind is LetterKind.INVITATION
    return Detail(
        letter=written,
        meeting=row.meeting,
        usual_subject=_subject(LetterRow(replace(written, subject=""), row.meeting)),
        usual_body=invitation.default_body(record, language)
        if inviting
        else letter.default_body(written, organisation, language, meeting=row.meeting),
        lunar_date=dates.lunar_line(Wording.of(organisation, language), written.on)
        if organisation.lunar_date
        else "",
        signatories=organisation.signatories,
        addressees=tuple(invitation.addressees(record, language)) if inviting else (),
        annex=annex_of(record),
    )


def _record(store: Store, meeting: Meeting | None) -> MeetingRecord:
    if meeting is not None:
        return meetings.load_record(store, meeting.id)
    return MeetingRecord(meeting=Meeting(), organisation=settings.get_organisation(store))
