"""The search field and the list below it: what is typed, what is found, who Enter means."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QStackedWidget, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.khmer.digits import to_ascii_digits
from cspdesk.ui.checkin import jobs
from cspdesk.ui.checkin.columns import columns
from cspdesk.ui.checkin.roll import Roll, RollRow
from cspdesk.ui.desk import Desk
from cspdesk.ui.runner import Task
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.label import WrapLabel
from cspdesk.ui.widgets.search_field import SearchField
from cspdesk.ui.widgets.table import RecordModel, RecordTable

_LONGEST_ROW_NUMBER = 4


class Finder(QWidget):
    """Finds people on the list and in the directory. The cursor stays in ``search``.

    Signals:
        accepted(RollRow): Enter on this row.
        not_found(str): Enter, and nobody is called so.
    """

    accepted = Signal(object)
    not_found = Signal(str)

    def __init__(self, desk: Desk, search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._search = search
        self._roll = Roll()
        self._from_paper = False
        self._known: list[RollRow] = []
        self._task: Task | None = None
        self._asked = False
        self._enter_waits = False
        self._model: RecordModel[RollRow] = RecordModel(
            columns(desk.words), key=lambda row: row.person.id
        )
        self.table = RecordTable(self._model)
        self.table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._hint = WrapLabel(role="caption")
        self._nobody = EmptyState("user-plus")
        nobody = Card()
        nobody.body.addWidget(self._nobody)
        self._list = QStackedWidget()
        self._list.addWidget(self.table)
        self._list.addWidget(nobody)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._list, 1)
        layout.addWidget(self._hint)
        search.searched.connect(self._on_searched)
        search.moved.connect(self.table.move)
        search.accepted.connect(self._on_accepted)
        self.table.opened.connect(self.accepted)
        self._nobody.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._nobody.button.clicked.connect(lambda: self.not_found.emit(self.text()))

    def retranslate(self) -> None:
        """Word the field and the hint."""
        self._search.set_hint(
            _("Type a row number or a name")
            if self._from_paper
            else _("Search by name, phone or organisation")
        )
        self._table_name()
        self._say_hint()

    def set_from_paper(self, from_paper: bool) -> None:
        """Take numbers as rows of the signed sheet, and go on to the next row after a mark."""
        self._from_paper = from_paper
        self.retranslate()

    def show_roll(self, roll: Roll) -> None:
        """Show another state of the roll; what is typed and chosen stays."""
        self._roll = roll
        self._show()

    def current(self) -> RollRow | None:
        """Return the row that the keys act on."""
        row: RollRow | None = self.table.current()
        return row

    def text(self) -> str:
        """Return what is typed."""
        return self._search.text().strip()

    def set_text(self, text: str) -> None:
        """Type for the person."""
        self._search.setText(text)
        self._on_searched(text)

    def marked(self, row: RollRow) -> None:
        """Go on after a mark: the field is empty, the list whole, the person in sight."""
        self._search.clear()
        self._forget()
        self._show()
        self.table.choose(row.person.id)
        if self._from_paper:
            self.table.move(1)
        self._centre()

    def _on_searched(self, text: str) -> None:
        self._forget()
        if self._row_number() is None and text.strip():
            self._asked = True
            self._task = self._desk.read(
                functools.partial(jobs.find_known, text=text),
                owner=self,
                on_done=functools.partial(self._on_known, text),
            )
        self._show()
        self._choose_first()

    def _on_known(self, text: str, rows: list[RollRow]) -> None:
        if text != self._search.text():
            return
        self._asked = False
        self._known = rows
        self._show()
        if self.current() is None:
            self._choose_first()
        if self._enter_waits:
            self._enter_waits = False
            self._on_accepted()

    def _on_accepted(self) -> None:
        number = self._row_number()
        if number is not None:
            self._go_to(number)
            return
        row = self.current()
        if row is not None:
            self.accepted.emit(row)
        elif self._asked:
            self._enter_waits = True
        elif self.text():
            self.not_found.emit(self.text())

    def _row_number(self) -> int | None:
        typed = to_ascii_digits(self.text())
        if self._from_paper and typed.isdecimal() and len(typed) <= _LONGEST_ROW_NUMBER:
            return int(typed)
        return None

    def _go_to(self, number: int) -> None:
        row = next((row for row in self._roll.rows if row.number == number), None)
        if row is None:
            self._hint.setText(
                _("Row {n} has no name on the list: type the name.").format(
                    n=self._desk.words.number(number)
                )
            )
            self._search.selectAll()
            return
        self._search.clear()
        self._forget()
        self._show()
        self.table.choose(row.person.id)
        self._centre()

    def _centre(self) -> None:
        """Show the chosen row with its neighbours on either side."""
        self.table.scrollTo(
            self.table.currentIndex(), QAbstractItemView.ScrollHint.PositionAtCenter
        )

    def _forget(self) -> None:
        if self._task is not None:
            self._task.cancel()
        self._asked = False
        self._known = []
        self._enter_waits = False

    def _show(self) -> None:
        text = "" if self._row_number() is not None else self._search.text()
        self.table.set_search(text)
        self._model.set_rows(self._roll.find(text, self._known))
        self._list.setCurrentIndex(0 if self._model.rows() or self._asked else 1)
        self._say_hint()

    def _choose_first(self) -> None:
        self.table.clearSelection()
        self.table.setCurrentIndex(self._model.index(-1, -1))
        if self.text() and self._row_number() is None:
            self.table.move(1)

    def _say_hint(self) -> None:
        if self.text() and self._row_number() is None:
            words = _("Nobody is called “{text}”. Enter adds a walk-in.").format(text=self.text())
        else:
            words = _("Nobody is on the list yet. Type a name; who is new is a walk-in.")
        self._nobody.set_text(words, _("Walk-in (F4)"))
        if self._from_paper:
            words = _(
                "Row number and Enter goes to a row, Enter marks it and goes on. "
                "Ctrl+2 absent, Ctrl+3 sent a delegate, Ctrl+4 details."
            )
        else:
            words = _(
                "Two or three letters and Enter: present. ↑ ↓ choose. "
                "Ctrl+2 absent, Ctrl+3 sent a delegate, Ctrl+4 details."
            )
        self._hint.setText(words)

    def _table_name(self) -> None:
        self.table.setAccessibleName(_("Attendance list"))
