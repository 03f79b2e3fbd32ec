"""The field one types a search into, with a list elsewhere that it moves."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from cspdesk.ui import icons, theme

_MOVES = {
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_PageUp: -10,
    Qt.Key.Key_PageDown: 10,
}


class SearchField(QLineEdit):
    """A search box that never loses the cursor: the arrow keys move the list beside it.

    Signals:
        searched(str): the typed text, without what an input method is still composing.
        moved(int): -1 for up, 1 for down, -10 and 10 for a page.
        accepted(): Enter. cleared(): Esc emptied the field.
    """

    searched = Signal(str)
    moved = Signal(int)
    accepted = Signal()
    cleared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "search")
        self._composing = False
        self.textEdited.connect(self._on_edited)

    def set_hint(self, text: str) -> None:
        """Word the placeholder, which is also the accessible name."""
        self.setPlaceholderText(text)
        self.setAccessibleName(text)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in _MOVES:
            self.moved.emit(_MOVES[Qt.Key(key)])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & (
            Qt.KeyboardModifier.ControlModifier
        ):
            self.accepted.emit()
        elif key == Qt.Key.Key_Escape and self.text():
            self.clear()
            self.searched.emit("")
            self.cleared.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        glass = icons.pixmap("search", theme.tokens().muted, 16)
        painter.drawPixmap(10, (self.height() - 16) // 2, glass)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _on_edited(self, text: str) -> None:
        if not self._composing:
            self.searched.emit(text)
