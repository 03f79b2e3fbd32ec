"""The documents by the names they have outside the window, each with what may be chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from cspdesk.db import directory, meetings, people
from cspdesk.db.settings import get_organisation
from cspdesk.i18n import N_
from cspdesk.models.letters import LetterKind
from cspdesk.models.people import ContactRow
from cspdesk.models.words import word
from cspdesk.paper import (
    attendance,
    badges,
    contacts,
    followup,
    guests,
    institutions,
    letters,
    minutes,
    post,
)
from cspdesk.paper.parts import meeting_title
from cspdesk.paper.wording import Wording

if TYPE_CHECKING:
    from cspdesk.db.directory import Query
    from cspdesk.db.store import Store
    from cspdesk.models.meetings import MeetingRecord
    from cspdesk.paper.blocks import Document

Make = Callable[..., "Document"]
"""``make(store, meeting_id, language, **options)``; the options are those of the composer."""


@dataclass(frozen=True)
class Known:
    """One document. Without ``of_meeting`` it may also be about everything in the workspace."""

    title: str
    make: Make
    of_meeting: bool = True


def compose(store: Store, name: str, meeting_id: str, language: str, **options: Any) -> Document:
    """Return the document ``name``, one of ``DOCUMENTS``, in 'km' or 'en'.

    Args:
        store: the workspace.
        name: which document.
        meeting_id: whose; '' for contact list, follow-up table, labels and envelopes of all, and
            for a letter.
        language: of the document.
        options: arguments of the composer by their names, such as ``phones=False``.

    Raises:
        KeyError: there is no such document or meeting.
    """
    return DOCUMENTS[name].make(store, meeting_id, language, **options)


def compose_directory(
    store: Store,
    name: str,
    language: str,
    query: Query,
    *,
    of_people: bool,
    on: date | None = None,
    **options: Any,
) -> Document:
    """Return 'contacts', 'labels' or 'envelopes' of what the directory shows.

    Args:
        store: the workspace.
        name: which document.
        language: of the document.
        query: what is searched and filtered by; the contact list says so below its title.
        of_people: of people instead of institutions.
        on: the day that the contact list carries.
        options: arguments of the composer by their names.
    """
    organisation = get_organisation(store)
    rows = directory.contacts(store, query, of_people=of_people)
    if name != "contacts":
        return _POST[name](rows, organisation, language, **options)
    return contacts.compose(
        rows,
        organisation,
        language,
        title=_filtered(Wording.of(organisation, language), query),
        on=on,
        people_first=of_people,
        **options,
    )


def _filtered(words: Wording, query: Query) -> str:
    kind = words.gettext(word(query.kind)) if query.kind else ""
    return " · ".join(filter(None, (words.place(query.district), kind, query.text.strip())))


def _of_meeting(make: Callable[..., Document]) -> Make:
    """A composer that takes the record of a meeting."""

    def made(store: Store, meeting_id: str, language: str, **options: Any) -> Document:
        return make(meetings.load_record(store, meeting_id), language, **options)

    return made


def _institutions(store: Store, meeting_id: str, language: str, **options: Any) -> Document:
    """To be signed until somebody is checked in, unless the options say otherwise."""
    record = meetings.load_record(store, meeting_id)
    options.setdefault("attended", bool(guests.present(record)))
    return institutions.compose(record, language, **options)


def _contacts(store: Store, meeting_id: str, language: str, **options: Any) -> Document:
    if not meeting_id:
        rows = people.contact_rows(store)
        return contacts.compose(rows, get_organisation(store), language, **options)
    record = meetings.load_record(store, meeting_id)
    return contacts.compose(
        guests.invited(record),
        record.organisation,
        language,
        title=_title(record, language),
        on=record.meeting.on,
        **options,
    )


def _followup(
    store: Store,
    meeting_id: str,
    language: str,
    *,
    on: date | None = None,
    everything: bool = False,
    **options: Any,
) -> Document:
    """As of ``on``, today where nobody says; ``everything`` adds what other meetings agreed."""
    record = meetings.load_record(store, meeting_id) if meeting_id else None
    of_one = record is not None and not everything
    return followup.compose(
        meetings.open_actions(store, meeting_id if of_one else ""),
        get_organisation(store),
        language,
        on=on or _today(),
        title=_title(record, language) if record is not None and of_one else "",
        **options,
    )


def _today() -> date:
    return datetime.now().astimezone().date()


def _posted(name: str) -> Make:
    def made(
        store: Store, meeting_id: str, language: str, *, present: bool = False, **options: Any
    ) -> Document:
        organisation = get_organisation(store)
        return _POST[name](
            _rows(store, meeting_id, present=present), organisation, language, **options
        )

    return made


def _rows(store: Store, meeting_id: str, *, present: bool) -> Sequence[ContactRow]:
    if not meeting_id:
        return people.contact_rows(store)
    record = meetings.load_record(store, meeting_id)
    return guests.present(record) if present else guests.invited(record)


def _title(record: MeetingRecord, language: str) -> str:
    return meeting_title(Wording.of(record.organisation, language), record.meeting)


def _letter(kind: LetterKind) -> Make:
    def made(store: Store, meeting_id: str, language: str, **options: Any) -> Document:
        return letters.compose_new(store, kind, meeting_id, language, **options)

    return made


_POST: dict[str, Callable[..., Document]] = {
    "labels": post.compose_labels,
    "envelopes": post.compose_envelopes,
}

DOCUMENTS: dict[str, Known] = {
    "attendance": Known(N_("Attendance sheet"), _of_meeting(attendance.compose)),
    "attended": Known(N_("Attendance list as attended"), _of_meeting(attendance.compose_attended)),
    "institutions": Known(N_("Sheet of institutions"), _institutions),
    "minutes": Known(N_("Meeting minutes"), _of_meeting(minutes.compose)),
    "contacts": Known(N_("Contact list"), _contacts, of_meeting=False),
    "followup": Known(N_("Follow-up table"), _followup, of_meeting=False),
    "badges": Known(N_("Name badges"), _of_meeting(badges.compose)),
    "place-cards": Known(N_("Place cards"), _of_meeting(badges.compose_place_cards)),
    "labels": Known(N_("Address labels"), _posted("labels"), of_meeting=False),
    "envelopes": Known(N_("Envelopes"), _posted("envelopes"), of_meeting=False),
    "invitation": Known(N_("Invitation letter"), _letter(LetterKind.INVITATION)),
    "request": Known(N_("Request letter"), _letter(LetterKind.REQUEST)),
    "letter": Known(N_("Letter"), _letter(LetterKind.FREE), of_meeting=False),
}
"""All of them in the order in which they are offered."""
