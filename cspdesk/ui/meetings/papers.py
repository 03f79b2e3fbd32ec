"""The documents of a meeting: what each is called, and its preview."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cspdesk.i18n import N_, _
from cspdesk.models.meetings import Meeting, MeetingRecord, Presence
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.paper_options import options_of, room_to_write
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.preview import open_preview

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtWidgets import QWidget

    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.preview import Option
    from cspdesk.ui.preview.dialog import PreviewDialog


@dataclass(frozen=True)
class Paper:
    """One kind of document. Texts are English sources; ``stem`` begins the file's name.

    ``name`` is that of :mod:`cspdesk.paper.documents`, ``group`` one of :data:`GROUPS`.
    """

    name: str
    group: str
    icon: str
    title: str
    about: str
    stem: str


GROUPS = {
    "before": N_("Before the meeting"),
    "after": N_("After the meeting"),
    "lists": N_("Lists"),
}

PAPERS = (
    Paper(
        "attendance",
        "before",
        "clipboard-list",
        N_("Attendance sheet before the meeting"),
        N_("Invited names, blank rows for walk-ins, room for signatures."),
        "attendance-sheet",
    ),
    Paper(
        "institutions",
        "before",
        "building-2",
        N_("Sheet of institutions"),
        N_("An institution a row: whom it sends, how many people, a signature."),
        "institutions",
    ),
    Paper(
        "invitation",
        "before",
        "send",
        N_("Invitation letters"),
        N_("A letter to each of those invited, all in one file."),
        "invitation",
    ),
    Paper(
        "badges",
        "before",
        "id-card",
        N_("Name badges"),
        N_("Ten on a page, with lines to cut along."),
        "badges",
    ),
    Paper(
        "place-cards",
        "before",
        "signpost",
        N_("Place cards"),
        N_("Folded cards for the tables, the name on both sides."),
        "place-cards",
    ),
    Paper(
        "labels",
        "before",
        "tags",
        N_("Address labels"),
        N_("Sheets of 24 labels, 70 x 37 mm."),
        "labels",
    ),
    Paper(
        "envelopes",
        "before",
        "mail",
        N_("Envelopes"),
        N_("Long envelopes (DL), one for each address."),
        "envelopes",
    ),
    Paper(
        "attended",
        "after",
        "users",
        N_("Attendance list as attended"),
        N_("Those who came, with the time of arrival and the totals."),
        "attendance",
    ),
    Paper(
        "minutes",
        "after",
        "file-text",
        N_("Meeting minutes"),
        N_("Agenda, discussion, decisions, actions and the issues raised."),
        "minutes",
    ),
    Paper(
        "followup",
        "after",
        "list-checks",
        N_("Follow-up table"),
        N_("What is not done yet, who does it and by when."),
        "follow-up",
    ),
    Paper(
        "contacts",
        "lists",
        "book-user",
        N_("Contact list of those invited"),
        N_("Institutions and people with their phone numbers."),
        "contacts",
    ),
)


def open_paper(
    desk: Desk,
    meeting: Meeting,
    name: str,
    parent: QWidget,
    *,
    language: str | None = None,
    options: Sequence[Option] | None = None,
    then: str = "",
) -> PreviewDialog:
    """Open the preview of one of :data:`PAPERS`.

    Args:
        desk: the services of the open workspace.
        meeting: whose document it is.
        name: which one.
        parent: a widget of the page that asked.
        language: 'km' or 'en'; None is the interface's.
        options: what may be chosen; None is what :func:`options_of` says.
        then: 'print' or 'save' goes on to that as soon as the pages are drawn.
    """
    paper = next(paper for paper in PAPERS if paper.name == name)
    on = f" {meeting.on.isoformat()}" if meeting.on else ""
    if options is None:
        options = options_of(name, over=meeting.on is not None and meeting.on < today())
    printed = functools.partial(
        desk.change, functools.partial(jobs.note_printed, meeting_id=meeting.id), owner=desk
    )
    return open_preview(
        desk,
        _(paper.title),
        functools.partial(compose_paper, name=name, meeting_id=meeting.id),
        parent,
        language=language,
        options=options,
        file_name=f"{paper.stem}-{{language}}{on}",
        on_printed=printed if name == "attendance" else None,
        then=then,
    )


def open_followup(desk: Desk, parent: QWidget) -> PreviewDialog:
    """Open the preview of the follow-up table of all meetings."""
    return open_preview(
        desk,
        _("Follow-up table"),
        functools.partial(compose_paper, name="followup", meeting_id=""),
        parent,
        options=[room_to_write()],
        file_name=f"follow-up-{{language}} {today().isoformat()}",
    )


def compose_paper(
    store: Store, language: str, *, name: str, meeting_id: str, **options: Any
) -> Document:
    """Compose a document on the store's worker."""
    from cspdesk.paper.documents import compose

    return compose(store, name, meeting_id, language, **options)


def waiting_for(name: str, record: MeetingRecord) -> str:
    """Return why a document would say little yet, as a translated remark; '' where it is ready."""
    if name == "attended":
        came = any(row.attendance.presence is Presence.PRESENT for row in record.attendees)
        return "" if came or record.headcounts else _("Nobody is checked in yet.")
    if name == "minutes":
        said = any(item.discussion or item.decision for item in record.agenda)
        return "" if said or record.notes or record.actions else _("Nothing is written yet.")
    if name == "followup":
        to_do = any(action.text and not action.done_on for action in record.actions)
        return "" if to_do else _("No action of this meeting is open.")
    listed = any(
        row.attendance.invited or row.attendance.presence is Presence.PRESENT
        for row in record.attendees
    )
    return "" if listed or record.institutions_invited else _("Nobody is invited yet.")
