"""How a meeting is said on the screen: its title, its place, where it stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from cspdesk.db.meetings import MeetingRow
from cspdesk.i18n import _, current_language, ngettext, pgettext
from cspdesk.models.meetings import Meeting, MeetingStatus
from cspdesk.models.words import word
from cspdesk.ui.words import Words


@dataclass(frozen=True)
class State:
    """A chip: its word, icon and kind."""

    text: str
    icon: str
    kind: str


def today() -> date:
    """Return the date on this computer's clock."""
    return datetime.now().astimezone().date()


def title_of(meeting: Meeting) -> str:
    """Return the title in the interface's language, else in the other one, else the kind."""
    titles = [meeting.title_km, meeting.title_en]
    if current_language() == "en":
        titles.reverse()
    return titles[0] or titles[1] or _(word(meeting.kind))


def place_of(meeting: Meeting) -> str:
    """Return the district or whatever the place's own name is, with its kind; '' where none."""
    from cspdesk.models import gazetteer

    place = gazetteer.place(meeting.place) if meeting.place else None
    return gazetteer.named(place, current_language()) if place else ""


def where_of(meeting: Meeting) -> str:
    """Return venue and place in one line."""
    parts = (meeting.venue, place_of(meeting))
    return " · ".join(part for part in parts if part)


def counted(words: Words, row: MeetingRow) -> str:
    """Return who came ('54 people, 19 women') or who is invited; '' where that is nobody."""
    counts = row.counts
    if counts.total:
        text = ngettext("{n} person, women {women}", "{n} people, women {women}", counts.total)
        return text.format(n=words.number(counts.total), women=words.number(counts.women))
    if row.invited:
        text = ngettext("{n} invited", "{n} invited", row.invited)
        return text.format(n=words.number(row.invited))
    return ""


def state_of(row: MeetingRow, on: date) -> State:
    """Return where a meeting stands on the day ``on``."""
    meeting = row.meeting
    if meeting.status is MeetingStatus.CANCELLED:
        return State(_("Cancelled"), "ban", "neutral")
    if meeting.status is MeetingStatus.POSTPONED:
        return State(_("Postponed"), "clock", "warn")
    if meeting.minutes_approved_at:
        return State(_("Approved"), "circle-check-big", "ok")
    if meeting.on == on:
        return State(_("Today"), "clock", "info")
    if meeting.on is not None and meeting.on < on and row.counts.total:
        return State(_("Draft"), "pencil", "warn")
    if meeting.status is MeetingStatus.HELD:
        return State(_("Held"), "circle-check", "ok")
    return State(_("Planned"), "calendar-days", "neutral")


def short_weekday(day: date) -> str:
    """Return the weekday in a form that fits below a day's number."""
    return (
        pgettext("weekday", "Mon"),
        pgettext("weekday", "Tue"),
        pgettext("weekday", "Wed"),
        pgettext("weekday", "Thu"),
        pgettext("weekday", "Fri"),
        pgettext("weekday", "Sat"),
        pgettext("weekday", "Sun"),
    )[day.weekday()]
