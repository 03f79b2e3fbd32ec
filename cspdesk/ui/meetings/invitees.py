"""The list of a meeting as a table: who is invited, institutions without a name, walk-ins."""

from __future__ import annotations

from dataclasses import dataclass

from cspdesk.i18n import _, current_language
from cspdesk.models.meetings import Attendee, MeetingRecord, Presence
from cspdesk.models.people import Institution, Sex, display_name
from cspdesk.models.words import word
from cspdesk.ui.widgets.table import Cell, Column, RecordModel

_MARKS = {
    Presence.PRESENT: ("circle-check-big", "ok"),
    Presence.ABSENT: ("ban", "danger"),
    Presence.APOLOGISED: ("mail", "warn"),
    Presence.DELEGATE_SENT: ("send", "primary"),
}


@dataclass(frozen=True)
class Invitee:
    """One line: somebody invited or who walked in, or an institution without a person yet."""

    attendee: Attendee | None
    institution: Institution | None

    @property
    def key(self) -> tuple[str, str]:
        """The person's id and the institution's; one of them may be ''."""
        person = self.attendee.person.id if self.attendee else ""
        return person, self.institution.id if self.institution else ""

    @property
    def invited(self) -> bool:
        """Whether the line can be taken off the list: who walked in was never put on it."""
        return self.attendee is None or self.attendee.attendance.invited

    @property
    def name(self) -> str:
        """How the line is called when it is taken away."""
        if self.attendee is not None:
            return display_name(self.attendee.person, current_language())
        return display_name(self.institution, current_language()) if self.institution else ""


def invitees_of(record: MeetingRecord) -> list[Invitee]:
    """Return the lines in the order of the sheet: institutions without a person, then walk-ins."""
    people = [Invitee(row, row.institution) for row in record.attendees]
    rows = [row for row in people if row.invited]
    named = {row.institution.id for row in rows if row.institution}
    rows += [Invitee(None, place) for place in record.institutions_invited if place.id not in named]
    return rows + [row for row in people if not row.invited]


def counted(rows: list[Invitee]) -> tuple[int, int, int]:
    """Return how many people are invited, how many women among them, from how many institutions."""
    invited = [row for row in rows if row.invited]
    people = [row.attendee for row in invited if row.attendee]
    women = sum(row.sex is Sex.WOMAN for row in people)
    return len(people), women, len({row.institution.id for row in invited if row.institution})


def invitees_model() -> RecordModel[Invitee]:
    """Return the table's model."""
    return RecordModel(
        [
            Column("name", lambda: _("Name"), _name, stretch=1),
            Column("institution", lambda: _("Institution"), _institution, stretch=1),
            Column("phone", lambda: _("Phone number"), _phone, width=150),
        ],
        key=lambda row: row.key,
    )


def _name(row: Invitee) -> Cell:
    if row.attendee is None:
        return Cell(_("Nobody named yet"), muted=True, icon="circle-help")
    presence = row.attendee.attendance.presence
    icon, tint = _MARKS.get(presence, ("circle", "muted"))
    second = [row.attendee.attendance.position]
    if presence is not Presence.INVITED:
        second.insert(0, _(word(presence)))
    if not row.invited:
        second.insert(0, _("Walk-in (not invited)"))
    return Cell(
        display_name(row.attendee.person, current_language()),
        " · ".join(part for part in second if part),
        icon=icon,
        tint=tint,
    )


def _institution(row: Invitee) -> Cell:
    if row.institution is None:
        return Cell("–", muted=True)
    name = display_name(row.institution, current_language())
    acronym = row.institution.acronym
    return Cell(name, acronym if acronym != name else "")


def _phone(row: Invitee) -> Cell:
    phones: tuple[str, ...] = row.attendee.person.phones if row.attendee else ()
    if not phones and row.institution is not None:
        phones = row.institution.phones
    return Cell(phones[0], ", ".join(phones[1:])) if phones else Cell("–", muted=True)
