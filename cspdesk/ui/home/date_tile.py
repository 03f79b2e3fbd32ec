"""A leaf of a calendar: the day, large, with its month and year below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from cspdesk.ui import theme


class DateTile(QWidget):
    """Shows one date on a soft ground."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._day = ""
        self._month = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def set(self, day: str, month: str) -> None:
        """Show a day ('13') of a month ('Dec 2022')."""
        self._day, self._month = day, month
        self.setAccessibleName(f"{day} {month}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        large, small = self._metrics()
        wide = max(88, small.horizontalAdvance(self._month) + 20)
        return QSize(wide, max(88, large.height() + small.height() + 12))

    def paintEvent(self, event: QPaintEvent) -> None:
        del event
        colours = theme.tokens()
        large, small = self._metrics()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.color("selection"))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        painter.setPen(colours.color("text"))
        top = (self.height() - large.height() - small.height()) // 2
        for text, font, height in (
            (self._day, theme.font(11, weight=QFont.Weight.Bold), large.height()),
            (self._month, theme.font(-1), small.height()),
        ):
            painter.setFont(font)
            painter.drawText(0, top, self.width(), height, Qt.AlignmentFlag.AlignCenter, text)
            top += height
        painter.end()

    def _metrics(self) -> tuple[QFontMetrics, QFontMetrics]:
        bold = theme.font(11, weight=QFont.Weight.Bold)
        return QFontMetrics(bold), QFontMetrics(theme.font(-1))
