"""What a page shows when there is nothing yet: never a blank sheet."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from cspdesk.ui import icons, theme
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.label import WrapLabel


class EmptyState(QWidget):
    """An icon, a sentence, and the button that helps (``button``; hidden while it has no text)."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._icon = icon
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence = WrapLabel(role="muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.button = Button(kind="primary")
        self.button.hide()
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch()
        layout.addWidget(self._picture)
        layout.addWidget(self._sentence)
        layout.addWidget(self.button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        self._paint_icon()

    def set_text(self, sentence: str, action: str = "") -> None:
        """Say why it is empty and name the button."""
        self._sentence.setText(sentence)
        self.button.setText(action)
        self.button.setVisible(bool(action))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, theme.tokens().muted, 40))
