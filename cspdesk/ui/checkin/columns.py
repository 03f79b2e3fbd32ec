"""What the check-in's list shows of each person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from cspdesk.i18n import N_, _, current_language
from cspdesk.models.meetings import Presence
from cspdesk.models.people import display_name
from cspdesk.models.words import word
from cspdesk.ui.checkin.roll import RollRow
from cspdesk.ui.widgets.table import Cell, Column

if TYPE_CHECKING:
    from cspdesk.ui.words import Words

_STATES: Mapping[Presence | None, tuple[str, str, str]] = {
    None: ("user-plus", "muted", N_("Not on the list")),
    Presence.INVITED: ("circle", "muted", N_("Not yet")),
    Presence.PRESENT: ("circle-check", "ok", word(Presence.PRESENT)),
    Presence.ABSENT: ("ban", "danger", word(Presence.ABSENT)),
    Presence.APOLOGISED: ("ban", "warn", word(Presence.APOLOGISED)),
    Presence.DELEGATE_SENT: ("mail", "primary", word(Presence.DELEGATE_SENT)),
}


def columns(words: Words) -> list[Column[RollRow]]:
    """Return the columns of the list: state, name, sex, institution, phone, arrival."""

    def state(row: RollRow) -> Cell:
        icon, tint, text = _STATES[row.presence]
        return Cell(_(text), icon=icon, tint=tint, muted=row.presence is not Presence.PRESENT)

    def number(row: RollRow) -> Cell:
        return Cell(words.number(row.number) if row.number else "", muted=True)

    def institution(row: RollRow) -> Cell:
        works = row.institution
        text = display_name(works, current_language()) if works else row.position
        return Cell(text, searched=(text,))

    def arrived(row: RollRow) -> Cell:
        return Cell(words.clock(row.attendance.arrived if row.attendance else None), muted=True)

    return [
        Column("number", lambda: _("No."), number, width=52),
        Column("state", lambda: _("Status"), state, width=160),
        Column("name", lambda: _("Name"), name, stretch=4),
        Column("sex", lambda: _("Sex"), sex, width=76),
        Column("institution", lambda: _("Institution"), institution, stretch=5),
        Column("phone", lambda: _("Phone number"), phone, width=136, least=820),
        Column("arrived", lambda: _("Time"), arrived, width=72),
    ]


def name(row: RollRow) -> Cell:
    """Return the name in the interface's language, or the one there is."""
    text = display_name(row.person, current_language())
    return Cell(text, bold=bool(row.attendance), searched=(text,))


def sex(row: RollRow) -> Cell:
    """Return the word for the sex; '–' where it is not recorded."""
    return Cell(_(word(row.person.sex)) if row.person.sex else "–", muted=not row.person.sex)


def phone(row: RollRow) -> Cell:
    """Return the first phone number."""
    text = row.person.phones[0] if row.person.phones else ""
    return Cell(text, searched=(text,))


def said(row: RollRow, words: Words) -> str:
    """Return what a mark has changed, as a sentence: 'Sok Chanthy checked in at 08:02'."""
    name = display_name(row.person, current_language())
    arrived = row.attendance.arrived if row.attendance else None
    if arrived is not None:
        return _("{name} checked in at {time}").format(name=name, time=words.clock(arrived))
    return _("{name}: {state}").format(name=name, state=_(_STATES[row.presence][2]))
