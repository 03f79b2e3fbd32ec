"""Colours, sizes and the application's style sheet, made from tokens for light and dark.

Widgets that paint themselves ask :func:`tokens` when they paint. Widgets that keep a coloured
picture remake it on ``QEvent.Type.PaletteChange``, which every change of theme sends.
"""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from cspdesk.paths import shipped
from cspdesk.ui.style_sheet import style_sheet

FAMILY = "Cspdesk Sans"


@dataclass(frozen=True)
class Tokens:
    """The colours of one scheme, '#rrggbb'. ``*_soft`` is the ground under text of that colour."""

    bg: str
    card: str
    line: str
    hairline: str
    zebra: str
    hover: str
    text: str
    muted: str
    primary: str
    on_primary: str
    primary_hover: str
    selection: str
    found: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    danger: str
    danger_soft: str
    neutral_soft: str

    def color(self, name: str) -> QColor:
        """Return the token called ``name`` as a colour."""
        return QColor(getattr(self, name))


LIGHT = Tokens(
    bg="#F6F7F9",
    card="#FFFFFF",
    line="#D9DEE5",
    hairline="#E8EBF0",
    zebra="#FAFBFC",
    hover="#EEF2F7",
    text="#1B2430",
    muted="#5B6675",
    primary="#1F5FA8",
    on_primary="#FFFFFF",
    primary_hover="#194E8B",
    selection="#E3EDF8",
    found="#FFE38A",
    ok="#1E7A46",
    ok_soft="#E2F3E8",
    warn="#8A5200",
    warn_soft="#FFF1D6",
    danger="#B3261E",
    danger_soft="#FCE8E6",
    neutral_soft="#ECEFF4",
)
DARK = Tokens(
    bg="#14181D",
    card="#1C2229",
    line="#323B46",
    hairline="#28303A",
    zebra="#1F262E",
    hover="#26303A",
    text="#E8ECF1",
    muted="#A3AEBB",
    primary="#6FA8E8",
    on_primary="#0E1C2C",
    primary_hover="#8ABAF0",
    selection="#24364B",
    found="#544311",
    ok="#6CCB93",
    ok_soft="#17362A",
    warn="#F0B959",
    warn_soft="#3A2C10",
    danger="#F2938C",
    danger_soft="#3F1D1A",
    neutral_soft="#2A323C",
)

_SCHEMES = {
    "system": Qt.ColorScheme.Unknown,
    "light": Qt.ColorScheme.Light,
    "dark": Qt.ColorScheme.Dark,
}
_current = LIGHT


def tokens() -> Tokens:
    """Return the colours of the scheme in use."""
    return _current


def font(points: int = 0, *, weight: QFont.Weight = QFont.Weight.Normal) -> QFont:
    """Return the interface's face, ``points`` larger (or smaller) than body text."""
    made = QFont(QApplication.font())
    made.setPointSize(made.pointSize() + points)
    made.setWeight(weight)
    return made


def load_fonts() -> None:
    """Make the interface's family known to Qt: a computer may have no font at all for Khmer."""
    for weight in ("Regular", "SemiBold", "Bold"):
        QFontDatabase.addApplicationFont(
            str(shipped("resources", "fonts", f"CspdeskSans-{weight}.ttf"))
        )


class Theme(QObject):
    """Dresses the application and follows the system where asked to.

    Signals:
        changed(): colours or sizes are new; widgets have their palette and font already.
    """

    changed = Signal()

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._size = 0
        self._scheme = "system"
        load_fonts()
        app.setStyle("Fusion")
        app.styleHints().colorSchemeChanged.connect(self._dress)

    def apply(self, scheme: str, text_size: int) -> None:
        """Wear 'system', 'light' or 'dark' with a body size in points."""
        self._scheme = scheme
        self._size = text_size
        # Qt answers with colorSchemeChanged only where the scheme really changes.
        self._app.styleHints().setColorScheme(_SCHEMES[scheme])
        self._dress()

    def _dress(self) -> None:
        global _current
        if not self._size:
            return
        # What was chosen holds even where the platform cannot switch its own windows.
        dark = self._scheme == "dark" or (
            self._scheme == "system"
            and QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        )
        _current = DARK if dark else LIGHT
        size = QFont(FAMILY, self._size)
        sheet = style_sheet(
            {field.name: getattr(_current, field.name) for field in fields(_current)},
            self._size,
            dark=dark,
        )
        if self._app.font() != size:
            self._app.setFont(size)
        self._app.setPalette(_palette(_current))
        if self._app.styleSheet() != sheet:
            self._app.setStyleSheet(sheet)
        self.changed.emit()


def _palette(colours: Tokens) -> QPalette:
    roles = QPalette.ColorRole
    palette = QPalette()
    for role, name in (
        (roles.Window, "bg"),
        (roles.WindowText, "text"),
        (roles.Base, "card"),
        (roles.AlternateBase, "zebra"),
        (roles.Text, "text"),
        (roles.PlaceholderText, "muted"),
        (roles.Button, "card"),
        (roles.ButtonText, "text"),
        (roles.BrightText, "danger"),
        (roles.Highlight, "selection"),
        (roles.HighlightedText, "text"),
        (roles.Accent, "primary"),
        (roles.Link, "primary"),
        (roles.LinkVisited, "primary"),
        (roles.ToolTipBase, "card"),
        (roles.ToolTipText, "text"),
        (roles.Light, "card"),
        (roles.Midlight, "hairline"),
        (roles.Mid, "line"),
        (roles.Dark, "line"),
        (roles.Shadow, "line"),
    ):
        palette.setColor(role, colours.color(name))
    for role in (roles.WindowText, roles.Text, roles.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, colours.color("muted"))
    return palette
