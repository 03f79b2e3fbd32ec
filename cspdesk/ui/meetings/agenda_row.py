"""One item of the agenda: its title, when it starts, who presents it, and its place."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt, Signal
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
from cspdesk.ui.widgets.mover import Mover


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
        self._mover = Mover(self)
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
        self._mover.moved.connect(self.moved)
        self._delete.clicked.connect(self.deleted)
        self.title.entered.connect(self.entered)
        for widget in self.stops():
            self._mover.watch(widget)

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return list(self._bindings.values())

    def stops(self) -> tuple[QWidget, ...]:
        """Return where Tab stops, in reading order."""
        return (
            self.title,
            self.starts,
            self.presenter,
            self._mover.up,
            self._mover.down,
            self._delete,
        )

    def retranslate(self) -> None:
        """Word fields and buttons."""
        self.title.setPlaceholderText(_("Agenda item"))
        self.title.setAccessibleName(_("Agenda item"))
        self.starts.setPlaceholderText("08:00")
        self.starts.setAccessibleName(_("Start time"))
        self.starts.setToolTip(_("Start time"))
        self.presenter.setPlaceholderText(_("Speaker / presenter"))
        self.presenter.setAccessibleName(_("Speaker / presenter"))
        self._mover.retranslate()
        self._delete.set_name(_("Delete"))

    def show_item(self, item: AgendaItem, at: int, of: int) -> None:
        """Show an item that is the ``at``-th (from 0) of ``of``."""
        self._number.setText(f"{self._desk.words.number(at + 1)}.")
        self._mover.show_place(at, of)
        for name, binding in self._bindings.items():
            binding.load(getattr(item, name), functools.partial(self._save, item.id, name), item.id)

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
        for button in (self._mover.up, self._mover.down, self._delete):
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
