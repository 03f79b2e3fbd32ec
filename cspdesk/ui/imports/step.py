"""What every step of the import has."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Step(QWidget):
    """One step; its widgets go into ``body``.

    Signals:
        changed(): whether it is ready, or what it says, is another.
    """

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(12)

    def title(self) -> str:
        """Return the step's translated name."""
        raise NotImplementedError

    def next_text(self) -> str:
        """Return the text of the button that goes on, '' where none does."""
        raise NotImplementedError

    def is_ready(self) -> bool:
        """Whether one may go on."""
        return True

    def retranslate(self) -> None:
        """Word the step."""

    def enter(self) -> None:
        """Put the cursor where work begins; the step was just shown."""
