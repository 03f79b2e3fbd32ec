"""A field that offers people, places or words in a list below it, and still takes anything."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cspdesk.ui.widgets.table import Cell, Column, RecordModel, RecordTable

_SHOWN = 7
_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -7, Qt.Key.Key_PageDown: 7}


@dataclass(frozen=True)
class Suggestion:
    """One offer: what it stands for, the line that goes into the field, a muted second line."""

    key: object
    text: str
    second: str = ""


def offer_cell(offer: Suggestion) -> Cell:
    """Return how a list shows an offer."""
    return Cell(offer.text, offer.second, searched=(offer.text, offer.second))


class SuggestField(QLineEdit):
    """A line with a list below it. Not QCompleter: that breaks composed input and takes focus.

    Give offers in either way: ``source`` answers at once for a typed text (short fixed lists), or
    listen to ``wanted``, look in the store, and call :meth:`offer`.

    Signals:
        wanted(str): offers for this text are asked for; not while an input method composes.
        picked(Suggestion): one was taken; the field shows its text.
        entered(str): Enter without a chosen offer: the text as typed.
    """

    wanted = Signal(str)
    picked = Signal(object)
    entered = Signal(str)

    def __init__(
        self,
        source: Callable[[str], Sequence[Suggestion]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._source = source
        self._composing = False
        self._model: RecordModel[Suggestion] = RecordModel(
            [Column("offer", str, offer_cell)],
            key=lambda offer: offer.key,
        )
        self._list: RecordTable | None = None
        self.textEdited.connect(self._on_edited)

    def offer(self, suggestions: Sequence[Suggestion]) -> None:
        """Show offers for what is typed now; none hides the list. Late answers are dropped."""
        self._model.set_rows(suggestions)
        if suggestions and self.hasFocus():
            self._show_list()
        else:
            self._hide_list()

    def offers_shown(self) -> bool:
        """Whether the list is open."""
        return self._list is not None and self._list.isVisible()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _KEYS:
            if self.offers_shown() and self._list is not None:
                self._list.move(_KEYS[key])
            else:
                self._ask(self.text())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self._on_enter()
        elif key == Qt.Key.Key_Escape and self.offers_shown():
            self._hide_list()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._hide_list()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self._hide_list()
        return super().eventFilter(watched, event)

    def _on_edited(self, text: str) -> None:
        if not self._composing:
            self._ask(text)

    def _ask(self, text: str) -> None:
        if self._source is not None:
            self.offer(self._source(text))
        else:
            self.wanted.emit(text)

    def _on_enter(self) -> None:
        chosen = self._list.current() if self.offers_shown() and self._list is not None else None
        self._hide_list()
        if chosen is not None:
            self._pick(chosen)
        else:
            self.entered.emit(self.text())
            self.returnPressed.emit()

    def _pick(self, offer: Suggestion) -> None:
        self._hide_list()
        self.setText(offer.text)
        self.picked.emit(offer)

    def _show_list(self) -> None:
        if self._list is None:
            self._list = self._make_list()
        table = self._list
        two_lines = any(offer.second for offer in self._model.rows())
        table.set_two_lines(two_lines)
        table.set_search(self.text())
        rows = min(_SHOWN, self._model.rowCount())
        height = rows * table.verticalHeader().defaultSectionSize() + 2
        window = self.window()
        below = self.mapTo(window, QPoint(0, self.height() + 2))
        top = below.y()
        if top + height > window.height():
            above = self.mapTo(window, QPoint(0, -2)).y() - height
            top, height = (above, height) if above >= 0 else (top, max(80, window.height() - top))
        table.setGeometry(below.x(), top, max(self.width(), 220), height)
        table.clearSelection()
        table.setCurrentIndex(QModelIndex())
        table.show()
        table.raise_()

    def _hide_list(self) -> None:
        if self._list is not None:
            self._list.hide()

    def _make_list(self) -> RecordTable:
        table = RecordTable(self._model, parent=self.window())
        table.setMinimumSize(QSize(0, 0))
        table.horizontalHeader().hide()
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.clicked.connect(lambda index: self._pick(self._model.rows()[index.row()]))
        self.window().installEventFilter(self)
        self.destroyed.connect(table.deleteLater)
        return table
