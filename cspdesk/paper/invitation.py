"""Invitations to a meeting: one letter for each of those invited, all in one file."""

from __future__ import annotations

from collections.abc import Iterator

from cspdesk.models.letters import Letter
from cspdesk.models.meetings import Meeting, MeetingRecord
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import ContactRow
from cspdesk.paper import guests, parts
from cspdesk.paper import letter_frame as frame
from cspdesk.paper.addressee import Addressee, of_institution, of_person, unknown
from cspdesk.paper.blocks import Block, Document, Heading, NewPart, NumberedList, Title
from cspdesk.paper.wording import Wording

ALL = ""
"""Instead of one addressee's id: a letter to each of those invited."""

_MOST_BELOW = 8
"""So many points of an agenda stand below the text without taking the letter past its page."""


def compose(
    letter: Letter,
    record: MeetingRecord,
    organisation: Organisation,
    language: str,
    *,
    only: str = ALL,
    annex: bool | None = None,
) -> Document:
    """Return the invitations to a meeting in 'km' or 'en', A4 upright, each from page 1.

    Args:
        letter: what was typed; an empty body has the usual wording.
        record: the meeting; those invited get a letter each. Where nobody is invited there is one
            with room for the address.
        organisation: who invites.
        language: of all that is not typed.
        only: the id of one addressee, of a person or an institution.
        annex: the agenda is on a page of its own behind each letter, else below the text; None
            goes by its length, see :func:`stands_apart`.

    What the text calls 'លោក លោកស្រី' each addressee is called by their own title.
    """
    words = Wording.of(organisation, language)
    annex = stands_apart(record) if annex is None else annex
    subject = letter.subject.strip() or default_subject(record.meeting, language)
    body = letter.body.strip() or default_body(record, language, annex=annex)
    found = addressees(record, language)
    chosen = [one for one in found if only in (ALL, one.id)] or [unknown(words)]
    blocks: list[Block] = []
    for addressee in chosen:
        if blocks:
            blocks.append(NewPart())
        blocks += _letter(words, letter, record, organisation, addressee, subject, body, annex)
    return frame.document(words, organisation, subject, blocks)


def stands_apart(record: MeetingRecord) -> bool:
    """Return whether the agenda is so long that it usually has a page of its own."""
    return len(record.agenda) > _MOST_BELOW


def addressees(record: MeetingRecord, language: str) -> list[Addressee]:
    """Return those invited: people in the order of the list, then institutions without a person."""
    words = Wording.of(record.organisation, language)
    return [_addressee(words, row) for row in guests.invited(record)]


def default_subject(meeting: Meeting, language: str) -> str:
    """Return what an invitation is about."""
    words = Wording(language)
    title = parts.meeting_title(words, meeting)
    return words.gettext("Invitation to “{meeting}”", meeting=title)


def default_body(record: MeetingRecord, language: str, *, annex: bool | None = None) -> str:
    """Return the usual wording; dots stand for what is not known of the meeting.

    ``annex`` says where it speaks of the agenda, as of :func:`compose`. Khmer wordings say 'លោក លោកស្រី', which becomes the title of each addressee.
    """
    words = Wording.of(record.organisation, language)
    fields = {
        "meeting": parts.meeting_title(words, record.meeting),
        **frame.held_on(words, record.meeting),
    }
    if not record.agenda:
        return words.gettext(
            "With reference to the subject above, we have the honour of inviting you to"
            " “{meeting}”, which will be held on {date}, {time}, at {venue}.",
            **fields,
        )
    if stands_apart(record) if annex is None else annex:
        return words.gettext(
            "With reference to the subject above, we have the honour of inviting you to"
            " “{meeting}”, which will be held on {date}, {time}, at {venue}, with the agenda"
            " attached.",
            **fields,
        )
    return words.gettext(
        "With reference to the subject above, we have the honour of inviting you to"
        " “{meeting}”, which will be held on {date}, {time}, at {venue}, with the agenda below.",
        **fields,
    )


def _addressee(words: Wording, row: ContactRow) -> Addressee:
    if row.person is None:
        return of_institution(words, row.institution)
    return of_person(words, row.person, row.position, row.institution)


def _letter(
    words: Wording,
    letter: Letter,
    record: MeetingRecord,
    organisation: Organisation,
    addressee: Addressee,
    subject: str,
    body: str,
    annex: bool,
) -> Iterator[Block]:
    agenda = NumberedList(
        [
            (f"{words.digits(number)}.", title)
            for number, title in enumerate(parts.agenda_titles(words, record), start=1)
        ],
        indent=7.0,
    )
    annexed = annex and bool(agenda.items)
    enclosures = letter.enclosures.strip() or (words.gettext("Agenda") if annexed else "")
    yield from frame.head(
        words, organisation, letter, addressee, subject=subject, enclosures=enclosures
    )
    yield from frame.paragraphs(words, addressee.called(body))
    if agenda.items and not annex:
        yield Heading(words.gettext("Agenda"))
        yield agenda
    yield from frame.respects(words, letter, addressee, dots=True)
    yield frame.signature(words, organisation, letter)
    if annexed:
        yield NewPart()
        details = [parts.when_and_where(words, record.meeting)]
        yield Title(words.gettext("Agenda"), parts.meeting_title(words, record.meeting), details)
        yield agenda
