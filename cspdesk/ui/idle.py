"""Notices that nobody is at the desk, so that it can lock itself."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

_SIGNS = {
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchBegin,
}
_LOOK_EVERY_MS = 10_000


class IdleWatch(QObject):
    """Watches a window's keys and pointer. Install it on the window's QWindow.

    Signals:
        idled(): nothing came for the set minutes. The wall clock counts, so a laptop that slept
            through them is locked when it wakes.
    """

    idled = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = 0
        self._last = time.time()
        self._timer = QTimer(self)
        self._timer.setInterval(_LOOK_EVERY_MS)
        self._timer.timeout.connect(self.look)

    def watch(self, minutes: int) -> None:
        """Count from now; 0 minutes stops watching."""
        self._minutes = minutes
        self._last = time.time()
        if minutes:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Say so if nobody came for long enough."""
        if self._minutes and time.time() - self._last >= self._minutes * 60:
            self._timer.stop()
            self.idled.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _SIGNS:
            # A press after a long sleep must not undo the lock that is due.
            self.look()
            self._last = time.time()
        return super().eventFilter(watched, event)
