"""The meetings of the sample: when, where, how many came, and what was written about them.

Together they are the case study: partnership forums with 330 attendances, 156 by women; four
quarterly meetings with 218, 153 by men and 65 by women; seven meetings in four districts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import time, timedelta

from cspdesk.db.store import Store
from cspdesk.exchange import sample_texts as texts
from cspdesk.exchange.sample_people import Member
from cspdesk.i18n import catalog_for
from cspdesk.models.meetings import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Headcount,
    Invitation,
    Meeting,
    MeetingKind,
    Note,
    Presence,
)
from cspdesk.models.people import Sex
from cspdesk.models.record import derived_id
from cspdesk.models.templates import agenda_template

_STAYS_AWAY = 9
"""Of so many invitees one stays away, unless they are needed for the figures."""
_DUE = timedelta(days=30)


@dataclass(frozen=True)
class Held:
    """A meeting that took place and how many named women and men came; None is all who can."""

    meeting: Meeting
    women: int | None = None
    men: int | None = None
    headcount: Headcount | None = None
    discussion: Sequence[str] = ()
    decision: str = ""
    raised: Sequence[texts.Raised] = ()
    agreed: Sequence[texts.Agreed] = ()
    done: bool = True
    starts_at: int = 0
    invited: Sequence[Member] = field(default_factory=tuple)
    others: Sequence[Member] = field(default_factory=tuple)


def write(store: Store, held: Held) -> None:
    """Write a meeting with everybody who was there and everything that was said."""
    _write_meeting(store, held)
    came = _choose(held)
    _write_invitations(store, held)
    _write_attendance(store, held, came)
    if held.headcount is not None:
        store.insert(held.headcount)


def plan(store: Store, meeting: Meeting, invited: Sequence[Member]) -> None:
    """Write a meeting to come with its agenda and who is invited."""
    held = Held(meeting, invited=invited)
    _write_meeting(store, held)
    _write_invitations(store, held)
    _write_attendance(store, held, {})


def _write_meeting(store: Store, held: Held) -> None:
    meeting = store.insert(held.meeting)
    khmer = catalog_for("km")
    issues = texts.ISSUES_AT.get(meeting.kind, 0)
    raised_in = ""
    for n, title in enumerate(agenda_template(meeting.kind)):
        item = AgendaItem(
            meeting_id=meeting.id,
            order=n + 1,
            title=khmer.gettext(title),
            discussion=held.discussion[n] if n < len(held.discussion) else "",
            decision=held.decision if n == issues else "",
        )
        raised_in = item.id if n == issues else raised_in
        store.insert(item)
    for n, raised in enumerate(held.raised, start=1):
        note = Note(
            meeting_id=meeting.id,
            agenda_item_id=raised_in,
            order=n,
            kind=raised.kind,
            text=raised.text,
            raised_by=raised.by,
            addressed_to=_addressee(meeting),
            response=raised.response,
            sector=raised.sector,
            place=meeting.place if meeting.kind is MeetingKind.DM_NETWORK else "",
        )
        store.insert(note)
    for n, agreed in enumerate(held.agreed, start=1):
        due = agreed.due or (meeting.on + _DUE if meeting.on else None)
        action = ActionPoint(
            meeting_id=meeting.id,
            agenda_item_id=raised_in,
            order=n,
            text=agreed.text,
            responsible=agreed.who,
            due=due,
            done_on=due if held.done else None,
        )
        store.insert(action)


def _addressee(meeting: Meeting) -> str:
    if meeting.kind is not MeetingKind.DM_NETWORK:
        return texts.ADMINISTRATION
    from cspdesk.models.gazetteer import named, place

    unit = place(meeting.place)
    return f"រដ្ឋបាល{named(unit, 'km')}" if unit else texts.ADMINISTRATION


def _choose(held: Held) -> dict[str, Member]:
    """Return who came, by the id of the person: exactly as many women and men as asked for."""
    willing: list[Member] = []
    unwilling: list[Member] = []
    for n, member in enumerate(held.invited, start=held.starts_at):
        (unwilling if n % _STAYS_AWAY == _STAYS_AWAY - 1 else willing).append(member)
    came: dict[str, Member] = {}
    for sex, wanted in ((Sex.WOMAN, held.women), (Sex.MAN, held.men)):
        everybody = [m for m in (*willing, *held.others) if m.person.sex is sex]
        if wanted is not None:
            everybody += [m for m in unwilling if m.person.sex is sex]
        came |= {member.person.id: member for member in everybody[:wanted]}
    return came


def _write_invitations(store: Store, held: Held) -> None:
    for institution in dict.fromkeys(m.institution_id for m in held.invited if m.institution_id):
        invitation = Invitation(
            id=derived_id("invitation", held.meeting.id, institution),
            meeting_id=held.meeting.id,
            institution_id=institution,
        )
        store.insert(invitation)


def _write_attendance(store: Store, held: Held, came: dict[str, Member]) -> None:
    """Write the rows of the sheet: invitees first, then delegates and walk-ins."""
    invited = {member.person.id for member in held.invited}
    free = {m.institution_id: m for m in came.values() if m.person.id not in invited}
    sent_by: dict[str, str] = {}
    for n, member in enumerate(held.invited):
        person = member.person.id
        if person in came:
            presence = Presence.PRESENT
        elif not came:
            presence = Presence.INVITED
        elif member.institution_id in free:
            presence = Presence.DELEGATE_SENT
            sent_by[free.pop(member.institution_id).person.id] = person
        else:
            presence = Presence.APOLOGISED if n % 2 else Presence.ABSENT
        _write_row(store, held, member, n, presence=presence, invited=True)
    others = [member for person, member in came.items() if person not in invited]
    for n, member in enumerate(others, start=len(held.invited)):
        delegate_of = sent_by.get(member.person.id, "")
        _write_row(store, held, member, n, presence=Presence.PRESENT, delegate_of=delegate_of)


def _write_row(store: Store, held: Held, member: Member, n: int, **row: object) -> None:
    arrived = time(8, n % 40) if row["presence"] is Presence.PRESENT else None
    store.insert(
        Attendance(
            id=Attendance.id_for(held.meeting.id, member.person.id),
            meeting_id=held.meeting.id,
            person_id=member.person.id,
            institution_id=member.institution_id,
            position=member.position,
            order=n + 1,
            arrived=arrived,
            **row,  # type: ignore[arg-type]
        )
    )
