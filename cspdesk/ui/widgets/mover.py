"""Moving a row among its like: two buttons, and Alt with the arrow keys in any of its fields."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cspdesk.i18n import _
from cspdesk.ui.widgets.buttons import IconButton

_KEYS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class Mover(QObject):
    """The buttons ``up`` and ``down`` of a row, for it to lay out.

    Signals:
        moved(int): up (-1) or down (+1), by button or by Alt+↑ and Alt+↓.
    """

    moved = Signal(int)

    def __init__(self, row: QWidget) -> None:
        super().__init__(row)
        self.up = IconButton("arrow-up")
        self.down = IconButton("arrow-down")
        self.up.clicked.connect(functools.partial(self.moved.emit, -1))
        self.down.clicked.connect(functools.partial(self.moved.emit, 1))

    def watch(self, field: QWidget) -> None:
        """Listen to the keys of a field."""
        field.installEventFilter(self)

    def show_place(self, at: int, of: int) -> None:
        """Offer what can be done with the ``at``-th row (from 0) of ``of``."""
        self.up.setEnabled(at > 0)
        self.down.setEnabled(at + 1 < of)

    def retranslate(self) -> None:
        """Word the buttons."""
        self.up.set_name(_("Move up (Alt+↑)"))
        self.down.set_name(_("Move down (Alt+↓)"))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.modifiers() & Qt.KeyboardModifier.AltModifier
            and Qt.Key(event.key()) in _KEYS
        ):
            self.moved.emit(_KEYS[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)
