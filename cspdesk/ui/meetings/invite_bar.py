"""Ways to invite: one box over people and institutions, and three for many at once."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from cspdesk.db import invitations
from cspdesk.i18n import _, current_language, ngettext
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.wording import title_of
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cspdesk.db.store import Store
    from cspdesk.ui.desk import Desk


class InviteBar(QWidget):
    """The box stays where the cursor is: type, Enter, type the next."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting_id = ""
        self.box = SuggestField()
        self.everybody = Button(icon="users")
        self.district = Button(icon="map-pin")
        self.roster = Button(icon="history")
        buttons = FlowLayout()
        for button in (self.everybody, self.district, self.roster):
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.box)
        column.addLayout(buttons)
        self.box.wanted.connect(self._look)
        self.box.picked.connect(self._on_picked)
        self.box.entered.connect(self._on_entered)
        self.everybody.clicked.connect(self._on_everybody)
        self.district.clicked.connect(lambda: self._ask_sources(self._offer_districts))
        self.roster.clicked.connect(lambda: self._ask_sources(self._offer_rosters))

    def show_meeting(self, meeting_id: str) -> None:
        """Invite to this meeting from now on."""
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self.box.clear()

    def retranslate(self) -> None:
        """Word the box and the buttons."""
        self.box.setPlaceholderText(_("Invite: type a name, phone or institution, then Enter"))
        self.box.setAccessibleName(_("Invite"))
        self.everybody.setText(_("All institutions"))
        self.district.setText(_("A district…"))
        self.roster.setText(_("As at an earlier meeting…"))

    def _look(self, text: str) -> None:
        self._desk.read(self._offers(text), owner=self.box, on_done=self.box.offer)

    def _offers(self, text: str) -> Callable[[Store], list[Suggestion]]:
        return functools.partial(
            jobs.offer_invitees,
            text=text,
            language=current_language(),
            institution=_("Institution"),
        )

    def _on_picked(self, offer: Suggestion) -> None:
        self.box.clear()
        self.box.setFocus()
        self._invite(offer)

    def _on_entered(self, text: str) -> None:
        # Enter before the list is there, or without choosing in it: the best offer is meant.
        if text.strip():
            self._desk.read(self._offers(text), owner=self, on_done=self._on_best)

    def _on_best(self, offers: list[Suggestion]) -> None:
        if offers:
            self._on_picked(offers[0])
        else:
            self._desk.messages.toast(
                _("Nobody in the directory is called “{text}”.").format(
                    text=self.box.text().strip()
                )
            )

    def _invite(self, offer: Suggestion) -> None:
        table, record_id = cast("tuple[str, str]", offer.key)
        job = functools.partial(
            jobs.invite, meeting_id=self._meeting_id, table=table, record_id=record_id
        )
        said = _("{name} is invited.").format(name=offer.text)
        self._desk.change(job, owner=self, undo=said)

    def _on_everybody(self) -> None:
        self._invite_many(functools.partial(invitations.invite_all, meeting_id=self._meeting_id))

    def _invite_many(self, job: Callable[[Store], int]) -> None:
        self._desk.change(job, owner=self, on_done=self._say_invited)

    def _say_invited(self, new: int) -> None:
        messages = self._desk.messages
        if not new:
            messages.toast(_("All of them were invited already."))
            return
        text = ngettext("{n} invitation was added.", "{n} invitations were added.", new)
        messages.toast(text.format(n=self._desk.words.number(new)), undo=self._desk.undo)

    def _ask_sources(self, offer: Callable[[jobs.Sources], None]) -> None:
        job = functools.partial(jobs.sources, meeting_id=self._meeting_id)
        self._desk.read(job, owner=self, on_done=offer)

    def _offer_districts(self, sources: jobs.Sources) -> None:
        from cspdesk.models import gazetteer

        choices = []
        for code, count in sources.districts:
            place = gazetteer.place(code)
            name = gazetteer.named(place, current_language()) if place else code
            job = functools.partial(
                invitations.invite_district, meeting_id=self._meeting_id, code=code
            )
            choices.append((f"{name}  ({self._desk.words.number(count)})", job))
        self._open_menu(self.district, choices, _("No institution has a district yet."))

    def _offer_rosters(self, sources: jobs.Sources) -> None:
        choices = []
        for row in sources.rosters:
            text = _("{date}: {title}").format(
                date=self._desk.words.day(row.meeting.on), title=title_of(row.meeting)
            )
            job = functools.partial(
                invitations.invite_as_at, meeting_id=self._meeting_id, earlier_id=row.meeting.id
            )
            choices.append((text, job))
        self._open_menu(self.roster, choices, _("No earlier meeting has a list."))

    def _open_menu(
        self, button: Button, choices: Sequence[tuple[str, Callable[[Store], int]]], nothing: str
    ) -> None:
        menu = QMenu(button)
        menu.aboutToHide.connect(menu.deleteLater)
        for text, job in choices:
            menu.addAction(text.replace("&", "&&"), functools.partial(self._invite_many, job))
        if not choices:
            menu.addAction(nothing).setEnabled(False)
        menu.popup(button.mapToGlobal(QPoint(0, button.height())))
