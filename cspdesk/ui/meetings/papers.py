"""The documents of a meeting: what each is called, what it needs, what may be chosen."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cspdesk.db import meetings
from cspdesk.db.store import Store
from cspdesk.i18n import N_, _
from cspdesk.models.meetings import Meeting, MeetingRecord, Presence
from cspdesk.ui.meetings import jobs
from cspdesk.ui.preview import CountOption, Option, SwitchOption, open_preview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cspdesk.paper.blocks import Document
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.preview.dialog import PreviewDialog

_MOST_BLANK_ROWS = 200


@dataclass(frozen=True)
class Paper:
    """One kind of document. Texts are English sources; ``stem`` begins the file's name."""

    name: str
    icon: str
    title: str
    about: str
    stem: str
    compose: Callable[..., Document]


def _sheet(store: Store, language: str, *, meeting_id: str, **options: int) -> Document:
    from cspdesk.paper.attendance import compose

    record = meetings.load_record(store, meeting_id)
    return compose(record, language, attended=False, **options)  # type: ignore[arg-type]


def _attended(store: Store, language: str, *, meeting_id: str, phones: bool) -> Document:
    from cspdesk.paper.attendance import compose

    record = meetings.load_record(store, meeting_id)
    return compose(record, language, attended=True, phones=phones)


def _minutes(store: Store, language: str, *, meeting_id: str) -> Document:
    from cspdesk.paper.minutes import compose

    return compose(meetings.load_record(store, meeting_id), language)


def _contacts(store: Store, language: str, *, meeting_id: str, phones: bool) -> Document:
    from cspdesk.paper import contacts
    from cspdesk.paper.parts import meeting_title
    from cspdesk.paper.wording import Wording

    record = meetings.load_record(store, meeting_id)
    return contacts.compose(
        contacts.invited(record),
        record.organisation,
        language,
        title=meeting_title(Wording.of(record.organisation, language), record.meeting),
        on=record.meeting.on,
        phones=phones,
    )


PAPERS = (
    Paper(
        "sheet",
        "clipboard-list",
        N_("Attendance sheet before the meeting"),
        N_("Invited names, blank rows for walk-ins, room for signatures."),
        "attendance-sheet",
        _sheet,
    ),
    Paper(
        "attended",
        "users",
        N_("Attendance list as attended"),
        N_("Those who came, with the time of arrival and the totals."),
        "attendance",
        _attended,
    ),
    Paper(
        "minutes",
        "file-text",
        N_("Meeting minutes"),
        N_("Agenda, discussion, decisions, actions and the issues raised."),
        "minutes",
        _minutes,
    ),
    Paper(
        "contacts",
        "book-user",
        N_("Contact list of those invited"),
        N_("Institutions and people with their phone numbers."),
        "contacts",
        _contacts,
    ),
)


def open_paper(
    desk: Desk,
    meeting: Meeting,
    name: str,
    parent: QWidget,
    *,
    language: str | None = None,
    then: str = "",
) -> PreviewDialog:
    """Open the preview of one of :data:`PAPERS` ('sheet', 'attended', 'minutes', 'contacts').

    Args:
        desk: the services of the open workspace.
        meeting: whose document it is.
        name: which one.
        parent: a widget of the page that asked.
        language: 'km' or 'en'; None is the interface's.
        then: 'print' or 'save' goes on to that as soon as the pages are drawn.
    """
    paper = next(paper for paper in PAPERS if paper.name == name)
    on = f" {meeting.on.isoformat()}" if meeting.on else ""
    printed = functools.partial(
        desk.change, functools.partial(jobs.note_printed, meeting_id=meeting.id), owner=desk
    )
    return open_preview(
        desk,
        _(paper.title),
        functools.partial(paper.compose, meeting_id=meeting.id),
        parent,
        language=language,
        options=_options(name),
        file_name=f"{paper.stem}{on}",
        on_printed=printed if name == "sheet" else None,
        then=then,
    )


def waiting_for(name: str, record: MeetingRecord) -> str:
    """Return why a document would say little yet, as a translated remark; '' where it is ready."""
    if name == "attended":
        came = any(row.attendance.presence is Presence.PRESENT for row in record.attendees)
        return "" if came or record.headcounts else _("Nobody is checked in yet.")
    if name == "minutes":
        said = any(item.discussion or item.decision for item in record.agenda)
        return "" if said or record.notes or record.actions else _("Nothing is written yet.")
    invited = any(row.attendance.invited for row in record.attendees)
    return "" if invited or record.institutions_invited else _("Nobody is invited yet.")


def _options(name: str) -> list[Option]:
    from cspdesk.paper.attendance import BLANK_ROWS

    phones = SwitchOption("phones", lambda: _("Phone numbers and ages"), value=True)
    blank = CountOption(
        "blank_rows", lambda: _("Blank rows for walk-ins"), BLANK_ROWS, _MOST_BLANK_ROWS
    )
    fill = SwitchOption("fill_page", lambda: _("Fill the last page with blank rows"), value=True)
    if name == "sheet":
        return [blank, fill, phones]
    if name == "contacts":
        return [SwitchOption("phones", lambda: _("Phone number"), value=True)]
    return [phones] if name == "attended" else []
