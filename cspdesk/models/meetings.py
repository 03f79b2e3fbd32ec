"""A meeting and all that belongs to it: who was invited, who came, what was said and decided."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Institution, Person, Sex
from cspdesk.models.record import Record, derived_id


class MeetingKind(StrEnum):
    """The kinds of meeting that the network holds."""

    PARTNERSHIP_FORUM = "partnership_forum"
    PROVINCIAL_QUARTERLY = "provincial_quarterly"
    DM_NETWORK = "dm_network"
    REFLECTION = "reflection"
    ANNUAL = "annual"
    ADVOCACY = "advocacy"
    INTEGRATION_WORKSHOP = "integration_workshop"
    TRAINING = "training"
    OTHER = "other"


class MeetingStatus(StrEnum):
    """Where a meeting stands."""

    PLANNED = "planned"
    HELD = "held"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Presence(StrEnum):
    """Where one person stands towards one meeting; one presence per person."""

    INVITED = "invited"
    APOLOGISED = "apologised"
    PRESENT = "present"
    ABSENT = "absent"
    DELEGATE_SENT = "delegate_sent"


class NoteKind(StrEnum):
    """What sort of thing was raised."""

    ISSUE = "issue"
    GOOD_PRACTICE = "good_practice"
    CHALLENGE = "challenge"
    OPPORTUNITY = "opportunity"
    RECOMMENDATION = "recommendation"


class Sector(StrEnum):
    """Default sectors, from accountability practice; '' is not yet chosen."""

    NONE = ""
    ECONOMIC = "economic"
    SOCIAL = "social"
    ENVIRONMENT = "environment"
    ADMINISTRATION = "administration"
    GENDER = "gender"


@dataclass(frozen=True, kw_only=True)
class Meeting(Record):
    """One meeting. Dates are local dates, typed; ``place`` an official code.

    ``annexes`` are what is attached to the minutes beside the attendance list, one a line.
    ``lunar_date`` replaces the line that the desk works out from ``on``.
    """

    kind: MeetingKind = MeetingKind.OTHER
    title_km: str = ""
    title_en: str = ""
    on: date | None = None
    starts: time | None = None
    ends: time | None = None
    place: str = ""
    venue: str = ""
    status: MeetingStatus = MeetingStatus.PLANNED
    chair: str = ""
    note_taker: str = ""
    objective: str = ""
    number: str = ""
    national_header: bool = True
    annexes: str = ""
    lunar_date: str = ""
    sheet_printed_at: str = ""
    minutes_approved_at: str = ""

    @property
    def sheet_code(self) -> str:
        """The eight characters at the foot of its sheets, by which a scan finds the meeting."""
        return self.id[:8].upper()


@dataclass(frozen=True, kw_only=True)
class Invitation(Record):
    """An institution asked to come, whoever it sends."""

    meeting_id: str = ""
    institution_id: str = ""


@dataclass(frozen=True, kw_only=True)
class Attendance(Record):
    """One person at one meeting.

    ``institution_id`` and ``position`` are as they were that day. ``invited`` stays true when the
    person then came; ``arrived`` is the local time of check-in. ``order`` is the row on the sheet.
    """

    meeting_id: str = ""
    person_id: str = ""
    invited: bool = False
    presence: Presence = Presence.INVITED
    arrived: time | None = None
    institution_id: str = ""
    position: str = ""
    delegate_of: str = ""
    order: int = 0

    @staticmethod
    def id_for(meeting_id: str, person_id: str) -> str:
        """Return the one id for this person at this meeting, the same on every laptop."""
        return derived_id("attendance", meeting_id, person_id)


@dataclass(frozen=True, kw_only=True)
class Headcount(Record):
    """People counted without names: adds to attendances only, never to unique people."""

    meeting_id: str = ""
    label: str = ""
    women: int = 0
    men: int = 0
    not_recorded: int = 0


@dataclass(frozen=True, kw_only=True)
class AgendaItem(Record):
    """One point of the agenda, what was said about it and what was decided."""

    meeting_id: str = ""
    order: int = 0
    title: str = ""
    presenter: str = ""
    starts: time | None = None
    discussion: str = ""
    decision: str = ""


@dataclass(frozen=True, kw_only=True)
class ActionPoint(Record):
    """What somebody will do by when. ``done_on`` empty means open."""

    meeting_id: str = ""
    agenda_item_id: str = ""
    order: int = 0
    text: str = ""
    responsible: str = ""
    due: date | None = None
    done_on: date | None = None


@dataclass(frozen=True, kw_only=True)
class Note(Record):
    """A consultation note: what citizens or organisations raised, and what was answered."""

    meeting_id: str = ""
    agenda_item_id: str = ""
    order: int = 0
    kind: NoteKind = NoteKind.ISSUE
    text: str = ""
    sector: Sector = Sector.NONE
    place: str = ""
    raised_by: str = ""
    addressed_to: str = ""
    response: str = ""
    confidential: bool = False


@dataclass(frozen=True)
class Attendee:
    """One line of an attendance list, ready to show or print: names resolved, words still codes."""

    attendance: Attendance
    person: Person
    institution: Institution | None

    @property
    def sex(self) -> Sex:
        """The person's sex as recorded."""
        return self.person.sex


@dataclass(frozen=True)
class MeetingRecord:
    """Everything a document about one meeting needs, as one tree (see ``db.meetings``)."""

    meeting: Meeting
    organisation: Organisation
    attendees: tuple[Attendee, ...] = ()
    institutions_invited: tuple[Institution, ...] = ()
    headcounts: tuple[Headcount, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    actions: tuple[ActionPoint, ...] = ()
    notes: tuple[Note, ...] = ()
