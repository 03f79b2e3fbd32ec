"""Icons: one-colour drawings (Lucide, ISC licence) in the theme's colours, sharp on any screen."""

from __future__ import annotations

import functools

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

from cspdesk.paths import shipped
from cspdesk.ui import theme


def pixmap(name: str, colour: str, size: int, ratio: float = 0.0) -> QPixmap:
    """Draw an icon.

    Args:
        name: file name in resources/icons without '.svg'.
        colour: '#rrggbb'.
        size: edge in device-independent pixels.
        ratio: device pixels for each of these; 0 takes the sharpest screen's.
    """
    application = QGuiApplication.instance()
    if not ratio:
        ratio = application.devicePixelRatio() if isinstance(application, QGuiApplication) else 1
    return _drawn(name, colour, size, ratio)


def icon(name: str, tint: str = "text", size: int = 20, gap: int = 0) -> QIcon:
    """Return an icon in a colour of the theme (``tint`` names a token); remake it on PaletteChange.

    ``gap`` is clear room at the right, in pixels: Qt leaves too little before a button's text.
    """
    made = QIcon()
    colours = theme.tokens()
    made.addPixmap(_spaced(pixmap(name, getattr(colours, tint), size), gap))
    made.addPixmap(_spaced(pixmap(name, colours.muted, size), gap), QIcon.Mode.Disabled)
    return made


def _spaced(drawn: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return drawn
    ratio = drawn.devicePixelRatio()
    wide = QPixmap(drawn.width() + round(gap * ratio), drawn.height())
    wide.setDevicePixelRatio(ratio)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, drawn)
    painter.end()
    return wide


@functools.lru_cache(maxsize=256)
def _drawn(name: str, colour: str, size: int, ratio: float) -> QPixmap:
    from PySide6.QtSvg import QSvgRenderer

    drawing = QSvgRenderer(QByteArray(_source(name).replace(b"currentColor", colour.encode())))
    picture = QPixmap(QSize(size, size) * ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    drawing.render(painter, QRectF(0, 0, picture.width(), picture.height()))
    painter.end()
    picture.setDevicePixelRatio(ratio)
    return picture


@functools.cache
def _source(name: str) -> bytes:
    return shipped("resources", "icons", f"{name}.svg").read_bytes()
