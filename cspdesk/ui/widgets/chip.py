"""Chips: a state as icon and word, and filters to switch on and off."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cspdesk.ui import icons, theme
from cspdesk.ui.widgets.buttons import Button

_GROUNDS = {
    "neutral": ("muted", "neutral_soft"),
    "info": ("primary", "selection"),
    "ok": ("ok", "ok_soft"),
    "warn": ("warn", "warn_soft"),
    "danger": ("danger", "danger_soft"),
}


def paint_chip(painter: QPainter, rect: QRect, text: str, icon: str, kind: str) -> None:
    """Paint a chip into ``rect``; delegates use this too. ``kind`` is a key of the chip kinds."""
    colours = theme.tokens()
    ink, ground = _GROUNDS[kind]
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.color(ground))
    painter.drawRoundedRect(QRectF(rect), rect.height() / 2, rect.height() / 2)
    left = rect.left() + 9
    if icon:
        painter.drawPixmap(
            left, rect.center().y() - 6, icons.pixmap(icon, getattr(colours, ink), 14)
        )
        left += 19
    painter.setPen(colours.color(ink))
    painter.setFont(theme.font(-1))
    room = QRect(left, rect.top(), rect.right() - left - 7, rect.height())
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
    painter.restore()


def chip_size(text: str, icon: str) -> QSize:
    """Return the room a chip wants, in pixels."""
    from PySide6.QtGui import QFontMetrics

    metrics = QFontMetrics(theme.font(-1))
    wide = metrics.horizontalAdvance(text) + 18 + (19 if icon else 0) + 2
    return QSize(wide, max(24, metrics.height() + 1))


class Chip(QWidget):
    """A state: icon and word on a soft ground.

    Args:
        kind: 'neutral', 'info', 'ok', 'warn' or 'danger'.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        kind: str = "neutral",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._text, self._icon, self._kind = text, icon, kind
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)

    def text(self) -> str:
        """Return the word."""
        return self._text

    def set(self, text: str, *, icon: str | None = None, kind: str | None = None) -> None:
        """Say something else; what is not given stays."""
        self._text = text
        self._icon = self._icon if icon is None else icon
        self._kind = kind or self._kind
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return chip_size(self._text, self._icon)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(48, self.sizeHint().width()), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        painter = QPainter(self)
        paint_chip(painter, self.rect(), self._text, self._icon, self._kind)
        painter.end()


class FilterChip(Button):
    """A filter to switch on and off; checked means it filters. Icon, word, count."""

    def __init__(self, text: str = "", *, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, icon=icon, kind="filter", parent=parent)
        self.setCheckable(True)
        self.set_icon_room(16, 5)
