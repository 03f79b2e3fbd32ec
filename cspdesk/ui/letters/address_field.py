"""To whom a letter goes: lines as typed, or filled from the directory."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cspdesk.i18n import _, current_language
from cspdesk.ui.letters import jobs
from cspdesk.ui.meetings.jobs import offer_invitees
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

if TYPE_CHECKING:
    from cspdesk.ui.desk import Desk


class AddressField(QWidget):
    """The lines of the address, beside a field that finds people and institutions.

    ``lines`` is bound to the letter, ``directory`` only fills it.
    """

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._letter_id = ""
        self._language = "km"
        self.directory = FormField(SuggestField())
        self.lines = FormField(GrowingText(lines=3))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.directory, 1, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.lines, 1, Qt.AlignmentFlag.AlignTop)
        self.directory.field.wanted.connect(self._look)
        self.directory.field.picked.connect(self._on_picked)
        self.directory.field.entered.connect(self._on_entered)

    def retranslate(self) -> None:
        """Word both fields."""
        self.directory.set_label(_("Take from the directory"), _("Name, phone or institution"))
        self.lines.set_label(_("Addressee: name, position, institution"))

    def show_letter(self, letter_id: str, language: str) -> None:
        """Say whose lines these are, and in what language the directory fills them."""
        if letter_id != self._letter_id:
            self.directory.field.clear()
        self._letter_id, self._language = letter_id, language

    def _look(self, text: str) -> None:
        job = functools.partial(
            offer_invitees, text=text, language=current_language(), institution=_("Institution")
        )
        self._desk.read(job, owner=self, on_done=self.directory.field.offer)

    def _on_picked(self, offer: Suggestion) -> None:
        job = functools.partial(jobs.address, key=offer.key, language=self._language)
        done = functools.partial(self._fill, self._letter_id)
        self._desk.read(job, owner=self, on_done=done)

    def _on_entered(self, text: str) -> None:
        # Somebody who is not in the directory: what is typed is the address.
        if text.strip() and not self.lines.field.toPlainText().strip():
            self._fill(self._letter_id, text.strip())

    def _fill(self, letter_id: str, lines: str) -> None:
        if letter_id != self._letter_id:
            return
        self.directory.field.clear()
        self.lines.field.setPlainText(lines)
        self.lines.binding.flush()
        self.lines.field.setFocus(Qt.FocusReason.OtherFocusReason)
