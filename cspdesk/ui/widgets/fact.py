"""One fact in a line: a small icon and what it stands for."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QWidget

from cspdesk.ui import icons, theme
from cspdesk.ui.widgets.label import ElidedLabel


class Fact(QWidget):
    """An icon and one line of text that ends in … where there is no room.

    Args:
        icon: its name.
        role: of the text, as for :class:`~cspdesk.ui.widgets.label.Label`.
        tint: colour of the icon.
    """

    def __init__(
        self,
        icon: str,
        *,
        role: str = "muted",
        tint: str = "muted",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon, self._tint = icon, tint
        self._picture = QLabel()
        self._text = ElidedLabel(role=role)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._picture)
        row.addWidget(self._text, 1)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._paint_icon()

    def set(self, text: str, *, icon: str | None = None, tint: str | None = None) -> None:
        """Say something; an empty text hides the fact. Without a parent it would be a window."""
        self._icon = icon or self._icon
        self._tint = tint or self._tint
        self._text.setText(text)
        self.setVisible(bool(text))
        self.updateGeometry()
        self._paint_icon()

    def text(self) -> str:
        """Return the whole text."""
        return self._text.full_text()

    def sizeHint(self) -> QSize:
        text = self._text.sizeHint()
        return QSize(text.width() + 24, max(24, text.height()))

    def minimumSizeHint(self) -> QSize:
        return QSize(48, self.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        colour = getattr(theme.tokens(), self._tint)
        self._picture.setPixmap(icons.pixmap(self._icon, colour, 18))
