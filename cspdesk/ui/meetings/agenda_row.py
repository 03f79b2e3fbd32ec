"""One item of the agenda: its title, when it starts, who presents it, and its place."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.meetings import AgendaItem
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.fields import person_field
from cspdesk.ui.widgets.binding import FieldBinding, mark_invalid
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.dates import TimeField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.label import Label, WrapLabel

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class AgendaRow(Card):
    """Fields that save as typed, and buttons to move and delete.

    Signals:
        moved(int): up (-1) or down (+1), by button or by Alt+↑ and Alt+↓ in any field.
        deleted(): the item is to go. entered(): Enter in the title.
    """

    moved = Signal(int)
    deleted = Signal()
    entered = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(margins=(12, 6, 6, 6), spacing=6, parent=parent)
        self._desk = desk
        self._number = Label(role="strong")
        self._number.setMinimumWidth(24)
        self.title = GrowingText(one_paragraph=True)
        self.starts = TimeField()
        self.presenter = person_field(desk)
        self._up = IconButton("arrow-up")
        self._down = IconButton("arrow-down")
        self._delete = IconButton("trash-2")
        self._bindings = {
            "title": FieldBinding(self.title),
            "starts": FieldBinding(self.starts),
            "presenter": FieldBinding(self.presenter),
        }
        self.starts.setMaximumWidth(96)
        self._problem = WrapLabel(role="error")
        self._lay_out()
        self._bindings["starts"].complained.connect(self._complain)
        self._up.clicked.connect(functools.partial(self.moved.emit, -1))
        self._down.clicked.connect(functools.partial(self.moved.emit, 1))
        self._delete.clicked.connect(self.deleted)
        self.title.entered.connect(self.entered)
        for widget in self.stops():
            widget.installEventFilter(self)

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return list(self._bindings.values())

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return (self.title, self.starts, self.presenter, self._up, self._down, self._delete)

    def retranslate(self) -> None:
        """Word fields and buttons."""
        self.title.setPlaceholderText(_("Agenda item"))
        self.title.setAccessibleName(_("Agenda item"))
        self.starts.setPlaceholderText("08:00")
        self.starts.setAccessibleName(_("Start time"))
        self.starts.setToolTip(_("Start time"))
        self.presenter.setPlaceholderText(_("Speaker / presenter"))
        self.presenter.setAccessibleName(_("Speaker / presenter"))
        self._up.set_name(_("Move up (Alt+↑)"))
        self._down.set_name(_("Move down (Alt+↓)"))
        self._delete.set_name(_("Delete"))

    def show_item(self, item: AgendaItem, at: int, of: int) -> None:
        """Show an item that is the ``at``-th (from 0) of ``of``."""
        self._number.setText(f"{self._desk.words.number(at + 1)}.")
        self._up.setEnabled(at > 0)
        self._down.setEnabled(at + 1 < of)
        for name, binding in self._bindings.items():
            binding.load(getattr(item, name), functools.partial(self._save, item.id, name), item.id)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and Qt.Key(event.key()) in _KEYS
        ):
            self.moved.emit(_KEYS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _save(self, item_id: str, name: str, value: object) -> None:
        job = functools.partial(jobs.save_agenda_field, item_id=item_id, name=name, value=value)
        self._desk.change(job, owner=self)

    def _complain(self, text: str) -> None:
        if mark_invalid(self.starts, bool(text)):
            self._problem.setText(text)
            self._problem.setVisible(bool(text))

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        first.addWidget(self.title, 1, Qt.AlignmentFlag.AlignTop)
        for button in (self._up, self._down, self._delete):
            first.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setContentsMargins(32, 0, 0, 0)
        second.setSpacing(8)
        second.addWidget(self.starts)
        second.addWidget(self.presenter, 1)
        column = QVBoxLayout()
        column.setSpacing(6)
        column.addLayout(first)
        column.addLayout(second)
        column.addWidget(self._problem)
        self.body.addLayout(column)
        self._problem.hide()
