"""Buttons. Icons follow the theme; an icon alone has a name for screen readers and a tooltip."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QPushButton, QWidget

from cspdesk.ui import icons

_BOLD_WHEN_CHECKED = ("filter", "segment", "tab")
_TINTS = {"primary": "on_primary", "huge": "on_primary", "danger": "danger", "link": "primary"}


class Button(QPushButton):
    """A push button.

    Args:
        text: translated; usually set in ``retranslate`` instead.
        icon: name of an icon, or ''.
        kind: '' (plain), 'primary', 'huge' (the one big action of a page), 'danger', 'link',
            'large' (a plain one beside it), 'filter', 'segment', 'tab', 'nav'.
        tint: colour (a token of the theme) of the icon where it differs from the kind's own.
    """

    def __init__(
        self,
        text: str = "",
        *,
        icon: str = "",
        kind: str = "",
        tint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._icon = icon
        self._tint = tint or _TINTS.get(kind, "text")
        self.setProperty("kind", kind)
        self._icon_edge = 20 if kind in ("icon", "nav", "huge") else 18
        self._gap = {"icon": 0, "nav": 10}.get(kind, 5)
        self.setAutoDefault(False)
        if kind == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._paint_icon()

    def set_icon(self, name: str, tint: str = "") -> None:
        """Show another icon."""
        self._icon = name
        self._tint = tint or self._tint
        self._paint_icon()

    def set_kind(self, kind: str) -> None:
        """Dress the button anew."""
        self.setProperty("kind", kind)
        self._tint = _TINTS.get(kind, "text")
        self.style().unpolish(self)
        self.style().polish(self)
        self._paint_icon()

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        if self.property("kind") in _BOLD_WHEN_CHECKED:
            # The style sheet makes it bold without asking for more room.
            bold = QFont(self.font())
            bold.setBold(True)
            more = QFontMetrics(bold).horizontalAdvance(self.text())
            hint.setWidth(
                hint.width() + max(0, more - self.fontMetrics().horizontalAdvance(self.text())) + 2
            )
        return hint

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Outside of dialogs Qt presses a button by the space bar only. One of several choices
        # leaves Enter to its form, which goes on to the next field.
        entered = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if entered and plain and self.group() is None:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        if self._icon:
            edge, gap = self._icon_edge, self._gap
            self.setIconSize(QSize(edge + gap, edge))
            self.setIcon(icons.icon(self._icon, self._tint, edge, gap))

    def set_icon_room(self, edge: int, gap: int) -> None:
        """Set the icon's edge and the room between it and the text, in pixels."""
        self._icon_edge, self._gap = edge, gap
        self._paint_icon()


class IconButton(Button):
    """A square button with an icon only."""

    def __init__(self, icon: str, *, tint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(icon=icon, kind="icon", tint=tint, parent=parent)

    def set_name(self, name: str) -> None:
        """Say what it does: tooltip and accessible name."""
        self.setToolTip(name)
        self.setAccessibleName(name)


class _Choice(QFrame):
    """Buttons of which one is chosen; arrow keys move between them."""

    chosen = Signal(str)
    _kind = "segment"

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, Button] = {}
        self._row = QHBoxLayout(self)
        for name in names:
            button = Button(kind=self._kind)
            button.setCheckable(True)
            self._group.addButton(button)
            self._row.addWidget(button)
            self._buttons[name] = button
        self.show_choice(names[0])
        self._group.buttonClicked.connect(self._on_clicked)

    def current(self) -> str:
        """Return the name of the chosen one."""
        return next(name for name, button in self._buttons.items() if button.isChecked())

    def choose(self, name: str) -> None:
        """Choose by name; ``chosen`` is emitted when that is a change."""
        if name != self.current():
            self.show_choice(name)
            self.chosen.emit(name)

    def show_choice(self, name: str) -> None:
        """Show one as chosen; nothing is emitted."""
        self._buttons[name].setChecked(True)
        for button in self._buttons.values():
            # Tab stops at the chosen one, whence the arrow keys go on.
            stop = Qt.FocusPolicy.StrongFocus if button.isChecked() else Qt.FocusPolicy.ClickFocus
            button.setFocusPolicy(stop)

    def set_text(self, name: str, text: str) -> None:
        """Word one of the buttons."""
        self._buttons[name].setText(text)

    def button(self, name: str) -> Button:
        """Return one of the buttons."""
        return self._buttons[name]

    def _on_clicked(self, clicked: QPushButton) -> None:
        self.chosen.emit(next(name for name, button in self._buttons.items() if button is clicked))


class Segments(_Choice):
    """A switch between a few views: 'Institutions 66 | People 218'.

    Signals:
        chosen(name): another one was chosen.
    """

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(names, parent)
        self.setProperty("role", "segments")
        self._row.setContentsMargins(2, 2, 2, 2)
        self._row.setSpacing(2)


class Tabs(_Choice):
    """A row of tabs with an underline below the chosen one.

    Signals:
        chosen(name): another one was chosen.
    """

    _kind = "tab"

    def __init__(self, names: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(names, parent)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self._row.addStretch()
