"""Ctrl with a letter under a Khmer keyboard layout, where the letter arrives as ស or ន.

Qt's shortcuts go by the letter typed, so Ctrl+C is dead while the layout is Khmer. The key's
place on the keyboard (its native scan code) still tells which key it was. Measured with xkb 'kh';
with 'kh,us' Qt falls back to the Latin group by itself and nothing is done here.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

_LETTERS = "ACDFKLNPSVXYZ"
_X11 = (38, 54, 40, 41, 45, 46, 57, 33, 39, 55, 53, 29, 52)
_WINDOWS = (30, 46, 32, 33, 37, 38, 49, 25, 31, 47, 45, 21, 44)
_CODES = _WINDOWS if sys.platform == "win32" else _X11
_KEYS = {code: ord(letter) for code, letter in zip(_CODES, _LETTERS, strict=True)}
_LAST_LATIN = 0xFF


def latin_event(event: QKeyEvent) -> QKeyEvent | None:
    """Return the press as if the layout were Latin, or None where nothing is to be done."""
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        return None
    # Special keys lie above 0x01000000: they are the same in every layout.
    if not _LAST_LATIN < event.key() < Qt.Key.Key_Escape.value:
        return None
    key = _KEYS.get(event.nativeScanCode())
    if key is None:
        return None
    return QKeyEvent(event.type(), key, event.modifiers(), "", event.isAutoRepeat())


class LayoutKeys(QObject):
    """Watches a window's key presses and sends on what a Khmer layout hides.

    Install it on the window's QWindow: keys come there first, and nothing else passes twice.
    """

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            latin = latin_event(event)
            receiver = QApplication.focusWidget()
            if latin is not None and receiver is not None:
                if not _press_shortcut(receiver, latin):
                    QCoreApplication.sendEvent(receiver, latin)
                return True
        return super().eventFilter(watched, event)


def _press_shortcut(receiver: QObject, event: QKeyEvent) -> bool:
    """Press the shortcut of the receiver or of what it lies in; Qt only does so for real keys."""
    keys = QKeySequence(event.keyCombination())
    place: QObject | None = receiver
    while place is not None:
        for shortcut in place.findChildren(
            QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly
        ):
            if shortcut.isEnabled() and shortcut.key() == keys:
                shortcut.activated.emit()
                return True
        place = place.parent()
    return False
