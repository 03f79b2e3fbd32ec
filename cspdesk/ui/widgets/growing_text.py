"""A field for text of any length that is as high as what is in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy, QWidget

from cspdesk.ui.widgets.khmer_lines import end_lines_between_words


class GrowingText(QPlainTextEdit):
    """Plain text that never scrolls; Tab goes to the next field.

    Args:
        lines: how many lines it has room for when empty.
        one_paragraph: Enter emits ``entered`` and starts no new line.

    Signals:
        entered(): Enter, where the text is one paragraph.
    """

    entered = Signal()

    def __init__(
        self, *, lines: int = 1, one_paragraph: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._lines = lines
        self._one_paragraph = one_paragraph
        end_lines_between_words(self)
        self.setTabChangesFocus(True)
        # A word longer than a line may break at any cluster rather than vanish.
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(2)
        self.document().documentLayout().documentSizeChanged.connect(self.updateGeometry)

    def setPlaceholderText(self, text: str) -> None:
        super().setPlaceholderText(text)
        self.viewport().update()  # Qt draws anew only where there was none, or is none now

    def sizeHint(self) -> QSize:
        # A plain text document measures its height in lines.
        lines = max(self._lines, round(self.document().size().height()))
        inner = lines * self.fontMetrics().lineSpacing() + 2 * self.document().documentMargin()
        frame = self.height() - self.viewport().height()
        return QSize(120, max(36, round(inner) + max(frame, 8)))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            event.ignore()  # the page's own action
        elif enter and self._one_paragraph:
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.updateGeometry()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.updateGeometry()
