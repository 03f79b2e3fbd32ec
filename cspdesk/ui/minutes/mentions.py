"""Names of the people at the meeting, offered after an @ in the minutes."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, QPoint, QSize, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit

from cspdesk.ui.widgets.suggest_field import Suggestion, offer_cell
from cspdesk.ui.widgets.table import Column, RecordModel, RecordTable

_SHOWN = 6
_WIDTH = 320
_LONGEST = 40
# After a letter of the Latin script an @ belongs to an address.
_AT = re.compile(rf"(?<![A-Za-z0-9._-])@([^@\n]{{0,{_LONGEST}}})$")
_TAKE = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Mentions(QObject):
    """Watches a text for @ and offers names below the cursor; Enter puts one in.

    While an input method composes nothing is offered and no key is taken.

    Args:
        field: the text.
        find: answers the names for what is typed after the @.
    """

    def __init__(self, field: QPlainTextEdit, find: Callable[[str], Sequence[Suggestion]]) -> None:
        super().__init__(field)
        self._field = field
        self._find = find
        self._table: RecordTable | None = None
        self._model: RecordModel[Suggestion] = RecordModel(
            [Column("name", str, offer_cell)],
            key=lambda offer: offer.key,
        )
        field.textChanged.connect(self._on_changed)
        field.installEventFilter(self)

    def shown(self) -> bool:
        """Whether names are offered now."""
        return self._table is not None and self._table.isVisible()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.FocusOut, QEvent.Type.Hide):
            self._hide()
        elif (
            event.type() == QEvent.Type.KeyPress
            and isinstance(event, QKeyEvent)
            and self.shown()
            and self._press(Qt.Key(event.key()))
        ):
            return True
        return super().eventFilter(watched, event)

    def _press(self, key: Qt.Key) -> bool:
        table = self._table
        if table is None:
            return False
        if key in _MOVES:
            table.move(_MOVES[key])
        elif key in _TAKE:
            self._take(table.current())
        elif key == Qt.Key.Key_Escape:
            self._hide()
        else:
            return False
        return True

    def _on_changed(self) -> None:
        typed = self._typed()
        offers = self._find(typed)[:_SHOWN] if typed is not None and self._field.hasFocus() else ()
        if offers:
            self._show(offers, typed or "")
        else:
            self._hide()

    def _typed(self) -> str | None:
        """Return what stands between the last @ and the cursor, or None."""
        cursor = self._field.textCursor()
        block = cursor.block()
        if block.layout().preeditAreaText() or cursor.hasSelection():
            return None
        found = _AT.search(block.text()[: cursor.positionInBlock()])
        return found[1] if found else None

    def _take(self, offer: Suggestion | None) -> None:
        typed = self._typed()
        self._hide()
        if offer is None or typed is None:
            return
        cursor = self._field.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left, QTextCursor.MoveMode.KeepAnchor, len(typed) + 1
        )
        cursor.insertText(f"{offer.text} ")

    def _show(self, offers: Sequence[Suggestion], typed: str) -> None:
        if self._table is None:
            self._table = self._make_table()
        table = self._table
        table.set_search(typed)
        self._model.set_rows(offers)
        table.set_two_lines(any(offer.second for offer in offers))
        window = self._field.window()
        height = len(offers) * table.verticalHeader().defaultSectionSize() + 2
        caret = self._field.cursorRect()
        place = self._field.viewport().mapTo(window, caret.bottomLeft() + QPoint(0, 4))
        left = max(0, min(place.x(), window.width() - _WIDTH - 8))
        top = place.y()
        if top + height > window.height():
            top = max(0, top - height - caret.height() - 8)
        table.setGeometry(left, top, _WIDTH, height)
        table.setCurrentIndex(QModelIndex())
        table.move(1)
        table.show()
        table.raise_()

    def _hide(self) -> None:
        if self._table is not None:
            self._table.hide()

    def _make_table(self) -> RecordTable:
        table = RecordTable(self._model, parent=self._field.window())
        table.setMinimumSize(QSize(0, 0))
        table.horizontalHeader().hide()
        table.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        table.clicked.connect(lambda index: self._take(self._model.rows()[index.row()]))
        self.destroyed.connect(table.deleteLater)
        return table
