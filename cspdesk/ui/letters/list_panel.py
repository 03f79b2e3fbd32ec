"""The left side of the letters page: search, and the letters with number, date and kind."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.letters import LetterKind
from cspdesk.models.words import word
from cspdesk.ui.letters.jobs import Listed
from cspdesk.ui.widgets.card import Card, Rule
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.search_field import SearchField
from cspdesk.ui.widgets.table import Cell, Column, RecordModel, RecordTable
from cspdesk.ui.words import Words

ICONS = {
    LetterKind.INVITATION: "mail",
    LetterKind.REQUEST: "send",
    LetterKind.FREE: "file-text",
}


class ListPanel(Card):
    """Search above the list.

    Signals:
        searched(str): the typed text is another one.
        chosen(str): another letter is current; its id.
        new_asked(): the button of the empty list was pressed.
    """

    searched = Signal(str)
    chosen = Signal(str)
    new_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 12, 1, 1), spacing=0, parent=parent)
        self._words = words
        self._filling = False
        self.search = SearchField()
        self.model: RecordModel[Listed] = RecordModel(
            (Column("letter", lambda: _("Letter"), self._cell),), key=lambda row: row.letter.id
        )
        self.table = RecordTable(self.model, two_lines=True)
        self.table.horizontalHeader().hide()
        self.table.setProperty("role", "bare")
        self.empty = EmptyState("mail")
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 0, 12, 10)
        column.addWidget(self.search)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.table)
        self._stack.addWidget(self.empty)
        self.body.addWidget(head)
        self.body.addWidget(Rule())
        self.body.addWidget(self._stack, 1)
        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.table.move)
        self.search.accepted.connect(self.table.setFocus)
        self.table.chosen.connect(self._on_chosen)
        self.empty.button.clicked.connect(self.new_asked)

    def retranslate(self) -> None:
        """Word search and list."""
        self.search.set_hint(_("Search (F3)"))
        self.table.setAccessibleName(_("Letters"))
        self._say_empty()
        self.table.viewport().update()

    def current(self) -> str:
        """Return the id of the chosen letter, or ''."""
        row = self.table.current()
        return row.letter.id if row is not None else ""

    def choose(self, letter_id: str) -> bool:
        """Choose a letter; False where it is not listed."""
        return self.table.choose(letter_id)

    def show_rows(self, rows: Sequence[Listed]) -> None:
        """Show what the search found; what was chosen stays so where it is still listed."""
        self._filling = True
        self.model.set_rows(rows)
        self._filling = False
        self._stack.setCurrentIndex(0 if rows else 1)
        self._say_empty()

    def _say_empty(self) -> None:
        if self.search.text().strip():
            self.empty.set_text(_("No letter is like this."))
        else:
            self.empty.set_text(_("No letters yet."), _("New letter"))

    def _cell(self, row: Listed) -> Cell:
        letter = row.letter
        first = letter.addressee.split("\n")[0]
        day = self._words.day(letter.on) or _("No date yet")
        second = " · ".join(part for part in (day, letter.number, first) if part)
        subject = row.subject or _(word(letter.kind))
        return Cell(subject, second, icon=ICONS[letter.kind], muted=not row.subject)

    def _on_chosen(self, row: Listed | None) -> None:
        if not self._filling:
            self.chosen.emit(row.letter.id if row is not None else "")
