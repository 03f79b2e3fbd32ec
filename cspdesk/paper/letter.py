"""Requests, and letters of any other content."""

from __future__ import annotations

from cspdesk.i18n import N_
from cspdesk.models.letters import Asking, Letter, LetterKind
from cspdesk.models.meetings import Meeting
from cspdesk.models.organisation import Organisation
from cspdesk.paper import letter_frame as frame
from cspdesk.paper import parts
from cspdesk.paper.addressee import Addressee, of_lines, unknown
from cspdesk.paper.blocks import Block, Document
from cspdesk.paper.wording import DOTS, Wording

_SUBJECTS = {
    Asking.PERMISSION: N_("Request for permission to hold “{meeting}”"),
    Asking.VENUE: N_("Request for the use of a venue for “{meeting}”"),
    Asking.PARTICIPATION: N_("Request to take part in “{meeting}”"),
}
_THEREFORE = {
    Asking.PERMISSION: N_(
        "We therefore respectfully ask for your permission to hold it at this time and place."
    ),
    Asking.VENUE: N_("We therefore respectfully ask for your permission to use this venue then."),
    Asking.PARTICIPATION: N_(
        "We therefore respectfully ask you to take part, or to send a representative."
    ),
}
_LINES_TO_WRITE = 6


def compose(
    letter: Letter, organisation: Organisation, language: str, *, meeting: Meeting | None = None
) -> Document:
    """Return a request or a free letter in 'km' or 'en', A4 upright.

    Args:
        letter: what was typed; an empty body of a request has the usual wording.
        organisation: who sends it.
        language: of all that is not typed.
        meeting: what a request is about; None where its subject says that.

    Where something is not known there are dots to write on by hand.
    """
    words = Wording.of(organisation, language)
    request = letter.kind is LetterKind.REQUEST
    addressee = of_lines(words, letter.addressee) or (unknown(words) if request else None)
    subject = letter.subject.strip() or default_subject(letter, language, meeting)
    blocks: list[Block] = [
        *frame.head(
            words,
            organisation,
            letter,
            addressee,
            subject=subject or (DOTS * 5 if request else ""),
            enclosures=letter.enclosures.strip(),
        )
    ]
    body = letter.body.strip() or default_body(letter, organisation, language, meeting=meeting)
    blocks += frame.paragraphs(words, body) if body else [frame.room_to_write(_LINES_TO_WRITE)]
    if addressee:
        blocks += frame.respects(words, letter, addressee, dots=request)
    blocks.append(frame.signature(words, organisation, letter))
    return frame.document(words, organisation, subject, blocks)


def default_subject(letter: Letter, language: str, meeting: Meeting | None = None) -> str:
    """Return the subject of a request about a meeting; '' where only a person can tell it."""
    if letter.kind is not LetterKind.REQUEST or meeting is None:
        return ""
    words = Wording(language)
    title = parts.meeting_title(words, meeting)
    return words.gettext(_SUBJECTS[letter.asks_for], meeting=title)


def default_body(
    letter: Letter,
    organisation: Organisation,
    language: str,
    *,
    meeting: Meeting | None = None,
) -> str:
    """Return the usual wording of a request, paragraphs parted by line ends; '' for free letters."""
    if letter.kind is not LetterKind.REQUEST:
        return ""
    words = Wording.of(organisation, language)
    addressee = of_lines(words, letter.addressee) or Addressee(())
    if meeting is None:
        sentences = [
            words.gettext(
                "With reference to the subject above, we respectfully ask you to consider this"
                " request and to grant it."
            )
        ]
    else:
        sentences = [
            words.gettext(
                "With reference to the subject above, we would like to inform you that"
                " {organisation} plans to hold “{meeting}” on {date}, {time}, at {venue}.",
                organisation=parts.body_name(words, organisation) or DOTS * 2,
                meeting=parts.meeting_title(words, meeting),
                **frame.held_on(words, meeting),
            ),
            words.gettext("Objective: {objective}", objective=meeting.objective.strip())
            if meeting.objective.strip()
            else "",
            words.gettext(_THEREFORE[letter.asks_for]),
        ]
    return addressee.called("\n".join(filter(None, sentences)))
