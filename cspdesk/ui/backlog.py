"""Writes that the disk did not take, kept in order and tried again until it does."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

Submit = Callable[[], None]
"""Queues one write on the store's worker."""

RETRY_MS = 10_000
"""How long a write that the disk did not take waits before it is tried again."""


class Backlog(QObject):
    """A later write waits for those before it, so that it cannot be overwritten by an older one.

    Args:
        can_write: whether the store is open; a locked desk keeps what waits.
    """

    def __init__(self, can_write: Callable[[], bool], parent: QObject) -> None:
        super().__init__(parent)
        self._can_write = can_write
        self._waiting: list[Submit] = []
        self._trying: Submit | None = None
        self._retry = QTimer(self)
        self._retry.setSingleShot(True)
        self._retry.setInterval(RETRY_MS)
        self._retry.timeout.connect(self.go_on)

    def __bool__(self) -> bool:
        return bool(self._waiting or self._trying)

    def run(self, submit: Submit) -> None:
        """Submit a write, behind those that wait."""
        if self:
            self._waiting.append(submit)
            self.go_on()
        else:
            submit()

    def go_on(self) -> None:
        """Try the first of those that wait; the next follows when it is taken."""
        if self._trying is not None or not self._waiting:
            return
        if self._can_write():
            self._trying = self._waiting.pop(0)
            self._trying()
        else:
            self._retry.start()

    def keep(self, submit: Submit) -> None:
        """Keep a write that was not taken, in its place among the others."""
        if submit is self._trying:
            self._trying = None
            self._waiting.insert(0, submit)
        else:
            self._waiting.append(submit)
        self._retry.start()

    def drop(self, submit: Submit) -> None:
        """Go on behind a write that is done with, where it was one that waited."""
        if submit is self._trying:
            self._trying = None
            self.go_on()
