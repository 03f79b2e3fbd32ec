"""The agenda: typed line after line, put in order, edited in place."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cspdesk.db import meetings
from cspdesk.i18n import _
from cspdesk.models.meetings import AgendaItem, MeetingRecord
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.agenda_row import AgendaRow
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.card import ScrollPanel


class AgendaTab(QWidget):
    """A row for each item, and always in sight the line where the next one is typed."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting_id = ""
        self._rows: dict[str, AgendaRow] = {}
        self._follow = False
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.new = QLineEdit()
        self.new.returnPressed.connect(self._on_entered)
        self._panel = ScrollPanel()
        self._panel.body.setContentsMargins(20, 12, 20, 4)
        self._panel.body.addLayout(self._list)
        self._panel.body.addStretch()
        # The list grows only after its layout has run: then the new item comes into sight.
        self._panel.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        foot = QVBoxLayout()
        foot.setContentsMargins(20, 0, 20, 12)
        foot.addWidget(self.new)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._panel, 1)
        column.addLayout(foot)

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return [binding for row in self._rows.values() for binding in row.bindings()]

    def rows(self) -> list[AgendaRow]:
        """Return the rows in the order shown."""
        return sorted(self._rows.values(), key=self._list.indexOf)

    def retranslate(self) -> None:
        """Word the rows and the line below them."""
        self.new.setPlaceholderText(_("Type an agenda item, Enter adds it"))
        self.new.setAccessibleName(_("New agenda item"))
        for row in self._rows.values():
            row.retranslate()

    def show_record(self, record: MeetingRecord) -> None:
        """Show a meeting's agenda; rows that stay keep the cursor."""
        self._meeting_id = record.meeting.id
        items = record.agenda
        kept = {item.id for item in items}
        for item_id in [known for known in self._rows if known not in kept]:
            self._drop(self._rows.pop(item_id))
        before = self.focusWidget()
        for at, item in enumerate(items):
            row = self._rows.get(item.id) or self._add(item)
            if self._list.indexOf(row) != at:
                self._list.removeWidget(row)
                self._list.insertWidget(at, row)
            row.show_item(item, at, len(items))
        if before is not None and before is not self.focusWidget() and self.isAncestorOf(before):
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self._order_tabs(items)

    def _add(self, item: AgendaItem) -> AgendaRow:
        row = AgendaRow(self._desk)
        row.retranslate()
        row.moved.connect(functools.partial(self._move, item.id))
        row.deleted.connect(functools.partial(self._delete, item.id))
        row.entered.connect(self.new.setFocus)
        self._rows[item.id] = row
        return row

    def _drop(self, row: AgendaRow) -> None:
        had_focus = row.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        for binding in row.bindings():
            binding.flush()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()
        if had_focus:
            self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _order_tabs(self, items: tuple[AgendaItem, ...]) -> None:
        last: QWidget | None = None
        for item in items:
            for widget in self._rows[item.id].stops():
                if last is not None:
                    QWidget.setTabOrder(last, widget)
                last = widget
        if last is not None:
            QWidget.setTabOrder(last, self.new)

    def _on_range_changed(self, _least: int, most: int) -> None:
        if self._follow:
            self._follow = False
            self._panel.verticalScrollBar().setValue(most)

    def _on_entered(self) -> None:
        title = self.new.text().strip()
        if title and self._meeting_id:
            self.new.clear()
            self._follow = True
            job = functools.partial(jobs.add_agenda_item, meeting_id=self._meeting_id, title=title)
            self._desk.change(job, owner=self)

    def _move(self, item_id: str, by: int) -> None:
        job = functools.partial(meetings.move, kind=AgendaItem, record_id=item_id, by=by)
        self._desk.change(job, owner=self)

    def _delete(self, item_id: str) -> None:
        job = functools.partial(meetings.move_to_trash, kind=AgendaItem, record_id=item_id)
        self._desk.change(job, owner=self, undo=_("Agenda item deleted."))
