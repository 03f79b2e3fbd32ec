"""Walking through the real window stop by stop, and timing each until it has settled.

A stop has settled once no job is queued or running and everything it caused is on the screen.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal

from cspdesk.errors import DeskError
from cspdesk.ui.messages import Notice

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cspdesk.ui.desk import Desk

_PATIENCE = 60.0
"""Seconds that a stop is given."""
_LOOKS = 2
"""So many looks in a row, between which Qt paints, have to find nothing left to do."""


@dataclass(frozen=True)
class Stop:
    """One stop: what it is called, and what goes there."""

    name: str
    begin: Callable[[], object]


class Tour(QObject):
    """Goes from stop to stop; begins with the first paint of the window.

    Signals:
        painted(): the window was painted for the first time.
        reached(str, float): a stop has settled, so many milliseconds after it began.
        failed(str, str): something went wrong at a stop. ended(): there is no further stop.
    """

    painted = Signal()
    reached = Signal(str, float)
    failed = Signal(str, str)
    ended = Signal()

    def __init__(self, window: QWidget, desk: Desk, stops: Iterator[Stop]) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._stops = stops
        self._at = Stop("window", lambda: None)
        self._began = time.perf_counter()
        self._quiet = 0
        self._is_painted = False
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(1)
        self._timer.timeout.connect(self._look)
        desk.messages.noticed.connect(self._on_noticed)
        window.installEventFilter(self)
        QTimer.singleShot(int(_PATIENCE * 1000), self, self._give_up_unpainted)

    def fail(self, error: Exception) -> None:
        """Note what went wrong at the present stop."""
        # In English, as it is written, whatever language the window speaks at this stop.
        text = str(error) if isinstance(error, DeskError) else repr(error)
        self.failed.emit(self._at.name, text)

    def stop(self) -> None:
        """Go no further."""
        self._stops = iter(())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self, self._on_painted)
        return super().eventFilter(watched, event)

    def _give_up_unpainted(self) -> None:
        if not self._is_painted:
            self.failed.emit(self._at.name, "was never painted")
            self.ended.emit()

    def _on_painted(self) -> None:
        self._is_painted = True
        self.painted.emit()
        self._timer.start()
        self._next()

    def _next(self) -> None:
        following = next(self._stops, None)
        if following is None:
            self._timer.stop()
            self.ended.emit()
            return
        self._at = following
        self._quiet = 0
        self._began = time.perf_counter()
        self._at.begin()

    def _look(self) -> None:
        elapsed = time.perf_counter() - self._began
        if elapsed > _PATIENCE:
            self.failed.emit(self._at.name, f"has not settled within {_PATIENCE:.0f} seconds")
            self.stop()
        elif self._desk.runner.busy():
            self._quiet = 0
            return
        self._quiet += 1
        if self._quiet >= _LOOKS:
            self.reached.emit(self._at.name, elapsed * 1000)
            self._next()

    def _on_noticed(self, notice: Notice) -> None:
        if notice.kind == "danger":
            self.failed.emit(self._at.name, f"{notice.text} {notice.detail}".strip())
