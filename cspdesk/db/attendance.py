"""Who is invited and who came: one row a person and meeting, whatever the order of events."""

from __future__ import annotations

from datetime import time
from typing import Any

from cspdesk.db import people
from cspdesk.db.rows import from_row, select_list
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.models.meetings import Attendance, Attendee, Headcount, Invitation, Presence
from cspdesk.models.people import Affiliation, Institution, Person
from cspdesk.models.record import derived_id

_WIDTH_A = len(select_list(Attendance).split(", "))
_WIDTH_P = len(select_list(Person).split(", "))


def attendees(store: Store, meeting_id: str) -> list[Attendee]:
    """Return everybody on the meeting's list, in the order of the sheet.

    Somebody whose own record lies in the trash stays on the lists they are on.
    """
    sql = f"""
        SELECT {select_list(Attendance, "a")}, {select_list(Person, "p")},
               {select_list(Institution, "i")}
        FROM attendance a JOIN person p ON p.id = a.person_id
        LEFT JOIN institution i ON i.id = a.institution_id
        WHERE a.meeting_id = ? AND a.deleted_at = '' ORDER BY a."order", a.rowid"""
    return [_attendee(row) for row in store.rows(sql, [meeting_id])]


def _attendee(row: tuple[Any, ...]) -> Attendee:
    institution = row[_WIDTH_A + _WIDTH_P :]
    return Attendee(
        from_row(Attendance, row[:_WIDTH_A]),
        from_row(Person, row[_WIDTH_A : _WIDTH_A + _WIDTH_P]),
        from_row(Institution, institution) if institution[0] else None,
    )


def institutions_invited(store: Store, meeting_id: str) -> list[Institution]:
    """Return the institutions asked to come, in the order they were asked."""
    sql = f"""
        SELECT {select_list(Institution, "i")}
        FROM invitation v JOIN institution i ON i.id = v.institution_id
        WHERE v.meeting_id = ? AND v.deleted_at = '' ORDER BY v.rowid"""
    return [from_row(Institution, row) for row in store.rows(sql, [meeting_id])]


def invite_person(store: Store, meeting_id: str, person_id: str) -> Attendance:
    """Put a person on the list of invitees; whoever is on it already stays as they are."""
    known = _stored(store, meeting_id, person_id)
    if known is not None and not known.deleted_at and known.invited:
        return known
    return _put(store, meeting_id, person_id, N_("invite"), invited=True)


def invite_institutions(store: Store, meeting_id: str, institution_ids: list[str]) -> int:
    """Invite institutions with their representatives; return how many were not yet invited.

    Of an institution without a representative the first person known is invited; of one without
    people only the institution, which gets a row with an empty name on the sheet.
    """
    new = 0
    with store.action(N_("invite")):
        for institution_id in institution_ids:
            if not note_institution(store, meeting_id, institution_id):
                continue
            new += 1
            staff = people.people_of(store, institution_id)
            chosen = [p for a, p in staff if a.representative] or [p for _a, p in staff[:1]]
            for person in chosen:
                invite_person(store, meeting_id, person.id)
    return new


def note_institution(store: Store, meeting_id: str, institution_id: str) -> bool:
    """Note that an institution is asked to come, whoever it sends; return whether that is new."""
    invitation = Invitation(
        id=derived_id("invitation", meeting_id, institution_id),
        meeting_id=meeting_id,
        institution_id=institution_id,
    )
    return store.save(invitation, N_("invite")) != "same"


def withdraw_institution(store: Store, meeting_id: str, institution_id: str) -> None:
    """Take an institution and its people who have not come off the list of invitees."""
    with store.action(N_("remove from the list")):
        store.delete(Invitation, derived_id("invitation", meeting_id, institution_id))
        for row in attendees(store, meeting_id):
            here = row.attendance.institution_id == institution_id
            if here and row.attendance.presence is Presence.INVITED:
                store.delete(Attendance, row.attendance.id)


def mark(
    store: Store,
    meeting_id: str,
    person_id: str,
    presence: Presence = Presence.PRESENT,
    arrived: time | None = None,
) -> Attendance:
    """Note where a person stands; marking twice changes nothing but the first arrival stays."""
    known = _stored(store, meeting_id, person_id)
    if known is not None and not known.deleted_at and known.presence is presence:
        return known
    labels = {Presence.PRESENT: N_("check in"), Presence.INVITED: N_("undo check-in")}
    return _put(
        store,
        meeting_id,
        person_id,
        labels.get(presence, N_("change of attendance")),
        presence=presence,
        arrived=arrived if presence is Presence.PRESENT else None,
    )


def unmark(store: Store, meeting_id: str, person_id: str) -> None:
    """Take a check-in back: an invitee is invited again, a walk-in leaves the list."""
    known = _stored(store, meeting_id, person_id)
    if known is None:
        return
    if known.invited:
        mark(store, meeting_id, person_id, Presence.INVITED)
    else:
        store.delete(Attendance, known.id, N_("undo check-in"))


def walk_in(
    store: Store,
    meeting_id: str,
    person: Person,
    *,
    institution_id: str = "",
    new_institution: str = "",
    position: str = "",
    arrived: time | None = None,
    delegate_of: str = "",
) -> Attendance:
    """Save somebody new and check them in, as one action.

    Args:
        store: the open store.
        meeting_id: the meeting they came to.
        person: not yet stored.
        institution_id: where they work, or
        new_institution: the name of one; it is added unless one is called so already.
        position: their position there.
        arrived: local time.
        delegate_of: id of the invited person they stand in for.
    """
    with store.action(N_("add a walk-in")):
        if new_institution and not institution_id:
            known = people.institution_called(store, new_institution)
            institution_id = (known or store.insert(institution_named(new_institution))).id
        people.add_person(store, person, institution_id, position)
        attendance = mark(store, meeting_id, person.id, Presence.PRESENT, arrived)
        # With an empty id nothing changes. Somebody without an institution has a position too.
        return store.update(Attendance, attendance.id, position=position, delegate_of=delegate_of)


def correct_work(
    store: Store,
    meeting_id: str,
    person_id: str,
    *,
    institution: str | None = None,
    position: str | None = None,
) -> None:
    """Correct where somebody on the list works, for this day and in the directory.

    Args:
        store: the open store.
        meeting_id: the meeting.
        person_id: somebody on its list.
        institution: a name; one that is not known is added, '' is none, None stays.
        position: their position there; None stays.
    """
    row = _stored(store, meeting_id, person_id)
    if row is None:
        raise KeyError(person_id)
    with store.action(N_("change")):
        place = row.institution_id
        if institution is not None:
            known = people.institution_called(store, institution)
            if institution and known is None:
                known = store.insert(institution_named(institution))
            place = known.id if known else ""
        if place or institution is not None:
            people.set_affiliation(store, person_id, place, position)
        changes = {} if position is None else {"position": position}
        store.update(Attendance, row.id, institution_id=place, **changes)


def institution_named(name: str) -> Institution:
    """Return a new institution with ``name`` in the field of its script."""
    khmer = any("\u1780" <= letter <= "\u17ff" for letter in name)
    return Institution(name_km=name) if khmer else Institution(name_latin=name)


def set_headcount(store: Store, headcount: Headcount) -> None:
    """Save a head count of unnamed people; its numbers are never negative."""
    if min(headcount.women, headcount.men, headcount.not_recorded) < 0:
        raise ValueError("a head count is never negative")
    store.save(headcount, N_("head count"))


def _stored(store: Store, meeting_id: str, person_id: str) -> Attendance | None:
    return store.get(Attendance, Attendance.id_for(meeting_id, person_id))


def _put(
    store: Store, meeting_id: str, person_id: str, label: str, **changes: object
) -> Attendance:
    """Change the one row of a person at a meeting, or make it with where they work today."""
    known = _stored(store, meeting_id, person_id)
    if known is not None:
        if known.deleted_at:
            nothing_yet = {"invited": False, "presence": Presence.INVITED, "arrived": None}
            changes = {**nothing_yet, "delegate_of": "", **changes, "deleted_at": ""}
        return store.update(Attendance, known.id, label, **changes)
    works = people.affiliations_of(store, person_id)
    affiliation = works[0][0] if works else Affiliation()
    ((last,),) = store.rows(
        'SELECT coalesce(max("order"), 0) FROM attendance WHERE meeting_id = ?', [meeting_id]
    )
    fresh = Attendance(
        id=Attendance.id_for(meeting_id, person_id),
        meeting_id=meeting_id,
        person_id=person_id,
        institution_id=affiliation.institution_id,
        position=affiliation.position,
        order=last + 1,
        **changes,  # type: ignore[arg-type]
    )
    return store.insert(fresh, label)
