"""A setting with a few choices, all in sight."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cspdesk.ui.widgets.buttons import Segments
from cspdesk.ui.widgets.label import Label


class ChoiceRow(QWidget):
    """A caption over a switch.

    Signals:
        chosen(name): the person chose another one.
    """

    chosen = Signal(str)

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._caption = Label(role="caption")
        self.choice = Segments(names)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._caption)
        column.addWidget(self.choice, 0, Qt.AlignmentFlag.AlignLeft)
        self.choice.chosen.connect(self.chosen)

    def set_words(self, caption: str, words: Mapping[str, str]) -> None:
        """Name the setting and its choices."""
        self._caption.setText(caption)
        self.choice.setAccessibleName(caption)
        for name, text in words.items():
            self.choice.set_text(name, text)

    def show_choice(self, name: str) -> None:
        """Show what is set; nothing is emitted."""
        self.choice.show_choice(name)
