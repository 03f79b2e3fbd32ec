"""A field for a whole number."""

from __future__ import annotations

from PySide6.QtCore import QTimer
from PySide6.QtGui import QFocusEvent, QValidator, QWheelEvent
from PySide6.QtWidgets import QSpinBox, QWidget

from cspdesk.khmer.digits import to_ascii_digits


class NumberField(QSpinBox):
    """From 0 to ``most``; ↑ and ↓ count. Scrolling a page over it changes nothing.

    Args:
        most: the largest number it takes.
        buttons: whether it shows arrows to click.
    """

    def __init__(self, most: int, *, buttons: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(0, most)
        if not buttons:
            self.setButtonSymbols(QSpinBox.ButtonSymbols.NoButtons)
        # The line inside a spin box knows nothing of the style sheet's padding.
        self.lineEdit().setTextMargins(8, 0, 8, 0)

    def validate(self, text: str, position: int) -> tuple[QValidator.State, str, int]:
        """Take digits of both scripts; they show as 0-9."""
        return super().validate(to_ascii_digits(text), position)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # What is typed replaces the number, however the cursor came here.
        QTimer.singleShot(0, self, self.selectAll)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
