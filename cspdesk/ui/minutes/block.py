"""One block of the minutes: a coloured bar, a chip that says what it is, and its fields."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.ui import theme
from cspdesk.ui.widgets.binding import FieldBinding, mark_invalid
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.label import WrapLabel

Save = Callable[[str, object], None]
"""Saves a field of the block's record: ``save(name, value)``."""

_BAR = 4


class Block(QFrame):
    """A card with a type bar; the one that is written in has a frame.

    Args:
        icon: of the chip.
        kind: of the chip ('neutral', 'info', 'ok', 'warn').
        token: colour of the bar, a token of the theme.

    Signals:
        activated(bool): the cursor came into the block or left it.
        delete_asked(): the block is to go.
    """

    activated = Signal(bool)
    delete_asked = Signal()

    def __init__(
        self,
        icon: str,
        kind: str,
        token: str,
        *,
        deletable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "block")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._bar_colour = token
        self._active = False
        self.chip = Chip(icon=icon, kind=kind)
        self._delete = IconButton("trash-2")
        self._delete.clicked.connect(self.delete_asked)
        self._deletable = deletable
        self.first = QHBoxLayout()
        self.first.setSpacing(8)
        self.first.addWidget(self.chip)
        self.first.addStretch()
        self.first.addWidget(self._delete)
        self._problem = WrapLabel(role="error")
        self.body = QVBoxLayout()
        self.body.setSpacing(4)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(26, 6, 10, 8)
        whole.setSpacing(4)
        whole.addLayout(self.body)
        whole.addWidget(self._problem)
        self.body.addLayout(self.first)
        # Only now: what has no parent yet would be shown as a window of its own.
        self._delete.setVisible(deletable)
        self._problem.hide()
        self._bindings: dict[str, FieldBinding] = {}
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def active(self) -> bool:
        """Whether the cursor is in the block."""
        return self._active

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return list(self._bindings.values())

    def bind(self, name: str, field: QWidget) -> None:
        """Save ``field`` as the record's field called ``name``, as it is typed."""
        binding = FieldBinding(field)
        binding.complained.connect(partial(self._complain, field))
        self._bindings[name] = binding

    def load(self, record_id: str, values: dict[str, Any], save: Save) -> None:
        """Show a record's values; what is being typed stays."""
        for name, value in values.items():
            self._bindings[name].load(value, _saver(save, name), key=record_id)

    def set_locked(self, locked: bool) -> None:
        """Show only, or let type."""
        for binding in self._bindings.values():
            field = binding.parent()
            if isinstance(field, QWidget):
                set_read_only(field, locked)
        self._delete.setVisible(self._deletable and not locked)

    def retranslate(self) -> None:
        """Word the block."""
        self._delete.set_name(_("Delete"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens().color(self._bar_colour))
        bar = QRectF(10, 10, _BAR, max(0, self.height() - 20))
        painter.drawRoundedRect(bar, _BAR / 2, _BAR / 2)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.update()

    def _complain(self, field: QWidget, text: str) -> None:
        """Say below the fields why one of them is not saved; '' takes it back."""
        if mark_invalid(field, bool(text)):
            self._problem.setText(text)
            self._problem.setVisible(bool(text))

    def _on_focus_changed(self, _old: QObject | None, now: QObject | None) -> None:
        if now is None:  # another window, or a menu: the block stays the one written in
            return
        active = isinstance(now, QWidget) and self.isAncestorOf(now)
        if active != self._active:
            self._active = active
            self.setProperty("active", active)
            self.style().unpolish(self)
            self.style().polish(self)
            self.activated.emit(active)


def _saver(save: Save, name: str) -> Callable[[object], None]:
    return lambda value: save(name, value)


def set_read_only(field: QWidget, locked: bool) -> None:
    """Lock a field: a text can still be selected, anything else is switched off."""
    set_it = getattr(field, "setReadOnly", None)
    if set_it is not None:
        set_it(locked)
    else:
        field.setEnabled(not locked)
