"""Inviting many at once, from the directory or from an earlier meeting's list."""

from __future__ import annotations

from cspdesk.db import attendance
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.models.meetings import Attendance, Presence
from cspdesk.models.people import Institution

_DISTRICT = 4  # digits of an official code


def invite_all(store: Store, meeting_id: str) -> int:
    """Invite every institution of the directory; return how many were not yet invited."""
    return attendance.invite_institutions(store, meeting_id, _ids(store))


def invite_district(store: Store, meeting_id: str, code: str) -> int:
    """Invite the institutions in the district ``code``; return how many were not yet invited."""
    return attendance.invite_institutions(store, meeting_id, _ids(store, code))


def invite_as_at(store: Store, meeting_id: str, earlier_id: str) -> int:
    """Invite who was on the list of an earlier meeting or came to it; return how many are new.

    Counted are people and institutions that have no person on that list.
    """
    before = _listed(store, meeting_id)
    with store.action(N_("invite")):
        for institution in attendance.institutions_invited(store, earlier_id):
            if not institution.deleted_at:
                attendance.note_institution(store, meeting_id, institution.id)
        for row in attendance.attendees(store, earlier_id):
            came = row.attendance.presence is Presence.PRESENT
            if (row.attendance.invited or came) and not row.person.deleted_at:
                attendance.invite_person(store, meeting_id, row.person.id)
    return len(_listed(store, meeting_id) - before)


def withdraw_person(store: Store, meeting_id: str, person_id: str) -> None:
    """Take a person off the list of invitees; who came all the same stays on the list."""
    known = store.get(Attendance, Attendance.id_for(meeting_id, person_id))
    if known is None or known.deleted_at:
        return
    label = N_("remove from the list")
    if known.presence is Presence.PRESENT:
        store.update(Attendance, known.id, label, invited=False)
    else:
        store.delete(Attendance, known.id, label)


def districts(store: Store) -> list[tuple[str, int]]:
    """Return the districts that institutions lie in, with how many; in the order of the codes."""
    found = store.rows(
        f"SELECT substr(place, 1, {_DISTRICT}) AS code, count(*) FROM institution "
        f"WHERE deleted_at = '' AND length(place) >= {_DISTRICT} GROUP BY code ORDER BY code"
    )
    return [(code, count) for code, count in found]


def _ids(store: Store, place: str = "") -> list[str]:
    from cspdesk.db.people import by_name

    found = store.find(Institution, "place LIKE ? || '%'", [place])
    return [institution.id for institution in sorted(found, key=by_name)]


def _listed(store: Store, meeting_id: str) -> set[str]:
    people = {
        row.person.id: row.institution
        for row in attendance.attendees(store, meeting_id)
        if row.attendance.invited
    }
    named = {institution.id for institution in people.values() if institution}
    asked = {place.id for place in attendance.institutions_invited(store, meeting_id)}
    return set(people) | (asked - named)
