"""A field that holds a meeting, found by typing."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from cspdesk.models.meetings import Meeting
from cspdesk.ui.letters import jobs
from cspdesk.ui.meetings.wording import place_of, title_of
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

if TYPE_CHECKING:
    from cspdesk.ui.desk import Desk


class MeetingField(SuggestField):
    """Shows a meeting by its title; offers the latest ones on ↓.

    Signals:
        value_changed(): another meeting was taken, or the field was emptied.
    """

    value_changed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._meeting: Meeting | None = None
        self._offered: dict[str, Meeting] = {}
        self.wanted.connect(self._look)
        self.picked.connect(self._on_picked)

    def value(self) -> Meeting | None:
        """Return the meeting, or None."""
        return self._meeting

    def set_value(self, meeting: Meeting | None) -> None:
        """Show a meeting; nothing is emitted."""
        self._meeting = meeting
        self._show_title()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._meeting is not None and not self.text().strip():
            self._meeting = None
            self.value_changed.emit()
        # Only a meeting of the list is one: the field says again what it holds.
        self._show_title()

    def _show_title(self) -> None:
        self.setText(self._said(self._meeting) if self._meeting else "")
        self.setCursorPosition(0)

    def _said(self, meeting: Meeting) -> str:
        day = self._desk.words.day(meeting.on)
        return " · ".join(part for part in (title_of(meeting), day) if part)

    def _look(self, text: str) -> None:
        typed = "" if self._meeting and text == self._said(self._meeting) else text
        self._desk.read(
            functools.partial(jobs.offer_meetings, text=typed),
            owner=self,
            on_done=self._show_offers,
        )

    def _show_offers(self, found: list[Meeting]) -> None:
        self._offered = {meeting.id: meeting for meeting in found}
        self.offer([Suggestion(m.id, self._said(m), place_of(m)) for m in found])

    def _on_picked(self, offer: Suggestion) -> None:
        self._meeting = self._offered[str(offer.key)]
        self._show_title()
        self.value_changed.emit()
