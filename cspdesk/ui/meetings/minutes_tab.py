"""What the minutes say so far, to read; writing them has a page of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.counts import count_present
from cspdesk.models.meetings import MeetingRecord, Note
from cspdesk.models.words import word
from cspdesk.ui.desk import Desk
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import ScrollPanel
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import WrapLabel


class MinutesTab(ScrollPanel):
    """Agenda with what was said and decided, actions, and the notes raised.

    Signals:
        writing_asked(), preview_asked(): one of the buttons was pressed.
    """

    writing_asked = Signal()
    preview_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: MeetingRecord | None = None
        self.write = Button(icon="pencil", kind="primary")
        self._preview = Button(icon="eye")
        self._state = Chip()
        self._came = Chip(icon="users")
        head = FlowLayout()
        for widget in (self.write, self._preview, self._state, self._came):
            head.addWidget(widget)
        self._text = QVBoxLayout()
        self._text.setSpacing(4)
        self.body.setContentsMargins(20, 12, 20, 16)
        self.body.setSpacing(12)
        self.body.addLayout(head)
        self.body.addLayout(self._text)
        self.body.addStretch()
        self.write.clicked.connect(self.writing_asked)
        self._preview.clicked.connect(self.preview_asked)

    def bindings(self) -> list[FieldBinding]:
        """Nothing is typed here."""
        return []

    def retranslate(self) -> None:
        """Word the tab."""
        self.write.setText(_("Write the minutes (F2)"))
        self._preview.setText(_("Preview"))
        if self._record is not None:
            self.show_record(self._record)

    def show_record(self, record: MeetingRecord) -> None:
        """Show what the minutes of a meeting say."""
        self._record = record
        if record.meeting.minutes_approved_at:
            self._state.set(_("Approved"), icon="circle-check-big", kind="ok")
        else:
            self._state.set(_("Draft"), icon="pencil", kind="warn")
        counts, number = count_present(record.attendees, record.headcounts), self._desk.words.number
        self._came.set(
            _("Present {n}, women {women}").format(
                n=number(counts.total), women=number(counts.women)
            )
        )
        while (item := self._text.takeAt(0)) is not None:
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for role, text in self._lines(record):
            self._text.addWidget(WrapLabel(text, role=role))

    def _lines(self, record: MeetingRecord) -> list[tuple[str, str]]:
        lines: list[tuple[str, str]] = []
        number = self._desk.words.number
        for n, item in enumerate(record.agenda, start=1):
            lines.append(("strong", f"{number(n)}. {item.title}"))
            if item.discussion:
                lines.append(("", item.discussion))
            if item.decision:
                lines += [("caption", _("Decision")), ("", item.decision)]
        if record.actions:
            lines.append(("section", _("Actions")))
            lines += [("", self._action_line(n, record)) for n in range(len(record.actions))]
        if record.notes:
            lines.append(("section", _("Issues raised")))
            lines += [("", _note_line(note)) for note in record.notes]
        return lines or [("muted", _("Nothing is written yet."))]

    def _action_line(self, at: int, record: MeetingRecord) -> str:
        action = record.actions[at]
        parts = (action.text, action.responsible, self._desk.words.day(action.due))
        return f"{self._desk.words.number(at + 1)}. " + " · ".join(part for part in parts if part)


def _note_line(note: Note) -> str:
    text = f"{_(word(note.kind))}: {note.text}"
    return f"{text}\n→ {note.response}" if note.response else text
