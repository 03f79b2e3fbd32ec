"""A choice from a list that drops down."""

from __future__ import annotations

from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox


class Combo(QComboBox):
    """Scrolling a page over it changes nothing; a key or a click does."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
