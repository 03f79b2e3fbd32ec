"""Meetings, their agenda, and all that is written in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from cspdesk.db import attendance, search, settings
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.khmer.digits import to_ascii_digits
from cspdesk.models.counts import Counts
from cspdesk.models.meetings import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Headcount,
    Meeting,
    MeetingKind,
    MeetingRecord,
    MeetingStatus,
    Note,
    Presence,
)
from cspdesk.models.record import Record, new_id

_Part = TypeVar("_Part", AgendaItem, ActionPoint, Note)
_LOOK_ALIKES = str.maketrans("oil", "011")


@dataclass(frozen=True)
class MeetingRow:
    """A meeting as lists show it."""

    meeting: Meeting
    invited: int
    counts: Counts


def list_meetings(store: Store, text: str = "") -> list[MeetingRow]:
    """Return meetings, the latest first; those without a date come before all.

    ``text`` is words of the meeting, or the code of a sheet.
    """
    where, parameters = "1", list[str]()
    if text.strip():
        on_sheet = find_by_code(store, text)
        parameters = [on_sheet.id] if on_sheet else search.ids(store, "meeting", text, 200)
        where = f"id IN ({', '.join('?' * len(parameters))})"
    meetings = store.find(
        Meeting, where, parameters, order='"on" IS NOT NULL, "on" DESC, starts DESC'
    )
    return _rows(store, meetings)


def _rows(store: Store, meetings: list[Meeting]) -> list[MeetingRow]:
    """Add the counts: of one meeting, or of all at once, for a list may hold a thousand.

    The sums are those of :func:`cspdesk.models.counts.count_present`.
    """
    one = [meetings[0].id] if len(meetings) == 1 else []
    which = "meeting_id = ?" if one else "1"
    named = _sums(
        store,
        f"""SELECT a.meeting_id, sum(a.invited),
              sum(a.presence = 'present' AND p.sex = 'woman'),
              sum(a.presence = 'present' AND p.sex = 'man'),
              sum(a.presence = 'present' AND p.sex = ''),
              count(DISTINCT CASE WHEN a.presence = 'present' THEN i.id END)
            FROM attendance a JOIN person p ON p.id = a.person_id
            LEFT JOIN institution i ON i.id = a.institution_id
            WHERE a.deleted_at = '' AND {which} GROUP BY a.meeting_id""",
        one,
    )
    unnamed = _sums(
        store,
        f"""SELECT meeting_id, sum(women), sum(men), sum(not_recorded) FROM headcount
            WHERE deleted_at = '' AND {which} GROUP BY meeting_id""",
        one,
    )
    rows = []
    for meeting in meetings:
        invited, women, men, unknown, institutions = named.get(meeting.id, (0,) * 5)
        more = unnamed.get(meeting.id, (0,) * 3)
        counts = Counts(
            women=women + more[0],
            men=men + more[1],
            not_recorded=unknown + more[2],
            institutions=institutions,
            named=women + men + unknown,
        )
        rows.append(MeetingRow(meeting, invited, counts))
    return rows


def _sums(store: Store, sql: str, parameters: list[str]) -> dict[str, tuple[int, ...]]:
    return {meeting_id: tuple(sums) for meeting_id, *sums in store.rows(sql, parameters)}


def next_meeting(store: Store, today: date) -> MeetingRow | None:
    """Return the meeting of today, or the nearest one to come."""
    found = store.find(
        Meeting,
        "\"on\" >= ? AND status IN ('planned', 'held')",
        [today.isoformat()],
        order='"on", starts LIMIT 1',
    )
    return _rows(store, found)[0] if found else None


def last_of_kind(store: Store, kind: MeetingKind) -> Meeting | None:
    """Return the latest meeting of a kind: where the next one's venue and people come from."""
    found = store.find(Meeting, "kind = ?", [kind], order='"on" DESC, rowid DESC LIMIT 1')
    return found[0] if found else None


def latest_held(store: Store) -> Meeting | None:
    """Return the latest meeting that somebody came to, else any; None where there is none."""
    rows = list_meetings(store)
    return next((row.meeting for row in [*filter(_was_held, rows), *rows]), None)


def _was_held(row: MeetingRow) -> bool:
    return row.counts.total > 0


def add_meeting(store: Store, meeting: Meeting, agenda: list[str]) -> Meeting:
    """Save a new meeting with the titles of its agenda."""
    with store.action(N_("add a meeting")):
        added = store.insert(meeting)
        for order, title in enumerate(agenda, start=1):
            store.insert(AgendaItem(meeting_id=meeting.id, order=order, title=title))
    return added


def duplicate(store: Store, meeting_id: str, on: date | None) -> Meeting:
    """Plan a meeting like an earlier one: its invitees and agenda, nobody present yet.

    Who was put in the trash since then is not invited again.
    """
    old = load_record(store, meeting_id)
    meeting = replace(
        old.meeting,
        id=new_id(),
        deleted_at="",
        on=on,
        status=MeetingStatus.PLANNED,
        number="",
        annexes="",
        lunar_date="",
        sheet_printed_at="",
        minutes_approved_at="",
    )
    with store.action(N_("copy a meeting")):
        added = store.insert(meeting)
        for item in old.agenda:
            fresh = replace(item, id=new_id(), meeting_id=meeting.id, discussion="", decision="")
            store.insert(fresh)
        for institution in old.institutions_invited:
            if not institution.deleted_at:
                attendance.note_institution(store, meeting.id, institution.id)
        for row in old.attendees:
            if row.attendance.invited and not row.person.deleted_at:
                attendance.invite_person(store, meeting.id, row.person.id)
    return added


def load_record(store: Store, meeting_id: str) -> MeetingRecord:
    """Return one meeting with all that belongs to it, in the order it is shown and printed.

    Raises:
        KeyError: there is no such meeting.
    """
    meeting = store.get(Meeting, meeting_id)
    if meeting is None:
        raise KeyError(meeting_id)
    of_meeting = "meeting_id = ?", [meeting_id]
    return MeetingRecord(
        meeting=meeting,
        organisation=settings.get_organisation(store),
        attendees=tuple(attendance.attendees(store, meeting_id)),
        institutions_invited=tuple(attendance.institutions_invited(store, meeting_id)),
        headcounts=tuple(store.find(Headcount, *of_meeting)),
        agenda=tuple(store.find(AgendaItem, *of_meeting, order='"order", rowid')),
        actions=tuple(store.find(ActionPoint, *of_meeting, order='"order", rowid')),
        notes=tuple(store.find(Note, *of_meeting, order='"order", rowid')),
    )


def append(store: Store, part: _Part) -> _Part:
    """Save an agenda item, action or note as the last of its meeting."""
    kind = type(part)
    last = max((p.order for p in store.find(kind, "meeting_id = ?", [part.meeting_id])), default=0)
    labels = {AgendaItem: N_("add an agenda item"), ActionPoint: N_("add an action"),
              Note: N_("add a consultation note")}  # fmt: skip
    return store.insert(replace(part, order=last + 1), labels[kind])


def move(store: Store, kind: type[_Part], record_id: str, by: int) -> None:
    """Move a part up (-1) or down (+1) among its meeting's; at the end it stays."""
    part = store.get(kind, record_id)
    if part is None:
        raise KeyError(record_id)
    parts = store.find(kind, "meeting_id = ?", [part.meeting_id], order='"order", rowid')
    ids = [p.id for p in parts]
    here = ids.index(record_id)
    there = min(max(here + by, 0), len(ids) - 1)
    ids.insert(there, ids.pop(here))
    with store.action(N_("move")):
        for order, moved in enumerate(ids, start=1):
            store.update(kind, moved, order=order)


def find_by_code(store: Store, code: str) -> Meeting | None:
    """Return the meeting whose sheets carry this code (see :attr:`Meeting.sheet_code`).

    The code may be typed as people read it: in small letters, with spaces, O for 0, I or l for 1.
    """
    typed = to_ascii_digits("".join(code.split())).casefold().translate(_LOOK_ALIKES)
    if not re.fullmatch("[0-9a-f]{8}", typed):
        return None
    found = store.find(Meeting, "substr(id, 1, 8) = ?", [typed])
    return found[0] if found else None


def open_actions(store: Store, meeting_id: str = "") -> list[tuple[ActionPoint, Meeting]]:
    """Return actions not yet done, of one meeting or all, with their meetings.

    The most urgent come first, those without a day last.
    """
    actions = store.find(
        ActionPoint,
        "done_on IS NULL AND (? = '' OR meeting_id = ?)",
        [meeting_id, meeting_id],
        order="due IS NULL, due, rowid",
    )
    meetings = {meeting.id: meeting for meeting in store.find(Meeting)}
    return [(a, meetings[a.meeting_id]) for a in actions if a.text and a.meeting_id in meetings]


def drafts(store: Store, today: date) -> list[Meeting]:
    """Return meetings that somebody came to whose minutes are not approved, the latest first."""
    return store.find(
        Meeting,
        """minutes_approved_at = '' AND "on" <= ? AND EXISTS (
           SELECT 1 FROM attendance a WHERE a.meeting_id = meeting.id AND a.presence = ?)""",
        [today.isoformat(), Presence.PRESENT],
        order='"on" DESC',
    )


def move_to_trash(store: Store, kind: type[Record], record_id: str) -> None:
    """Put a meeting or a part of one in the trash."""
    labels: dict[type[Record], str] = {
        Meeting: N_("delete a meeting"),
        AgendaItem: N_("delete an agenda item"),
        ActionPoint: N_("delete an action"),
        Note: N_("delete a consultation note"),
        Attendance: N_("remove from the list"),
        Headcount: N_("delete a head count"),
    }
    store.delete(kind, record_id, labels[kind])
