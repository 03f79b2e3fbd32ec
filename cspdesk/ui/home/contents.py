"""What the home page shows, read in one go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from cspdesk.models.meetings import ActionPoint, Meeting

if TYPE_CHECKING:
    from cspdesk.db.store import Store

DUE_SOON = timedelta(days=14)


@dataclass(frozen=True)
class NextMeeting:
    """The meeting of today or the nearest to come, with the figures of its card."""

    meeting: Meeting
    invited: int
    institutions: int
    agenda_items: int


@dataclass(frozen=True)
class FollowUp:
    """An action that is still open, and the meeting that agreed on it."""

    action: ActionPoint
    meeting: Meeting


@dataclass(frozen=True)
class HomeContents:
    """Everything on the home page. ``last_backup`` is UTC, None where there is none."""

    today: date
    next_meeting: NextMeeting | None
    overdue: tuple[FollowUp, ...]
    due_soon: tuple[FollowUp, ...]
    drafts: tuple[Meeting, ...]
    institutions: int
    people: int
    meetings: int
    sheet_printed: bool
    last_backup: datetime | None

    @property
    def started(self) -> bool:
        """Whether the three first steps are done."""
        return bool(self.institutions and self.meetings and self.sheet_printed)


def load(store: Store, today: date) -> HomeContents:
    """Read the page as of ``today``; actions due within two weeks are due soon."""
    from cspdesk.db import backup, meetings, people

    open_actions = [FollowUp(*found) for found in meetings.open_actions(store)]
    known = store.find(Meeting)
    institutions, persons = people.count(store)
    return HomeContents(
        today=today,
        next_meeting=_next_meeting(store, today),
        overdue=tuple(f for f in open_actions if f.action.due and f.action.due < today),
        due_soon=tuple(
            f for f in open_actions if f.action.due and today <= f.action.due <= today + DUE_SOON
        ),
        drafts=tuple(meetings.drafts(store, today)),
        institutions=institutions,
        people=persons,
        meetings=len(known),
        # Somebody came: the paper was used, whether or not this laptop printed it.
        sheet_printed=any(meeting.sheet_printed_at for meeting in known)
        or bool(meetings.drafts(store, date.max)),
        last_backup=backup.last_made(store.folder),
    )


def _next_meeting(store: Store, today: date) -> NextMeeting | None:
    from cspdesk.db import meetings

    row = meetings.next_meeting(store, today)
    if row is None:
        return None
    record = meetings.load_record(store, row.meeting.id)
    institutions = {institution.id for institution in record.institutions_invited}
    institutions |= {
        attendee.institution.id
        for attendee in record.attendees
        if attendee.attendance.invited and attendee.institution
    }
    return NextMeeting(row.meeting, row.invited, len(institutions), len(record.agenda))
