"""The attendance sheet on paper: to sign before the meeting, as attended after it."""

from __future__ import annotations

import functools
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from cspdesk.db import meetings
from cspdesk.i18n import N_, _
from cspdesk.models.meetings import Meeting, Presence
from cspdesk.ui.checkin.roll import Roll
from cspdesk.ui.preview import CountOption, SwitchOption, open_preview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document
    from cspdesk.ui.desk import Desk

_BLANK_ROWS, _MOST_BLANK_ROWS = 12, 60


def open_sheet(desk: Desk, page: QWidget, roll: Roll, title: str) -> None:
    """Show the sheet of a meeting for printing; once people have come, the list of those."""
    meeting = roll.meeting
    came = any(row.presence is Presence.PRESENT for row in roll.rows)

    def printed() -> None:
        desk.change(functools.partial(note_printed, meeting_id=meeting.id), owner=page)

    open_preview(
        desk,
        _("Attendance list"),
        functools.partial(compose_sheet, meeting_id=meeting.id),
        page,
        options=(
            SwitchOption("attended", lambda: _("As attended"), value=came),
            SwitchOption("phones", lambda: _("With phone numbers and ages"), value=True),
            CountOption(
                "blank_rows",
                lambda: _("Blank rows for walk-ins"),
                value=_BLANK_ROWS,
                most=_MOST_BLANK_ROWS,
            ),
        ),
        file_name=" ".join(filter(None, (title, meeting.on.isoformat() if meeting.on else ""))),
        on_printed=printed,
    )


def compose_sheet(
    store: Store,
    language: str,
    *,
    meeting_id: str,
    attended: bool,
    phones: bool,
    blank_rows: int,
) -> Document:
    """Compose the sheet to sign, or the list of those who came."""
    from cspdesk.paper.attendance import compose

    record = meetings.load_record(store, meeting_id)
    return compose(record, language, attended=attended, blank_rows=blank_rows, phones=phones)


def note_printed(store: Store, meeting_id: str) -> None:
    """Remember that the sheet was printed."""
    now = datetime.now(UTC).isoformat(timespec="seconds")
    store.update(Meeting, meeting_id, N_("print"), sheet_printed_at=now)
