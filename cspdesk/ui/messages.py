"""What the desk tells the person: a toast, the state of saving. Logic never opens a dialog."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from cspdesk.errors import DeskError


class SaveState(StrEnum):
    """What the status bar's pill says."""

    SAVED = "saved"
    SAVING = "saving"
    FAILED = "failed"


@dataclass(frozen=True)
class Notice:
    """One toast. ``undo`` is what its button does; no button without it."""

    text: str
    detail: str = ""
    kind: str = "info"
    undo: Callable[[], None] | None = None


class Messages(QObject):
    """Where pages leave what they have to say; the main window shows it.

    Signals:
        noticed(Notice): show a toast.
        save_state_changed(SaveState): show the pill.
    """

    noticed = Signal(object)
    save_state_changed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._writing = 0
        self._state = SaveState.SAVED

    @property
    def save_state(self) -> SaveState:
        """What the pill says now."""
        return self._state

    def toast(self, text: str, *, undo: Callable[[], None] | None = None) -> None:
        """Say a translated sentence for some seconds, with an Undo button where given."""
        self.noticed.emit(Notice(text, undo=undo))

    def error(self, error: DeskError) -> None:
        """Show what went wrong and what to do next; it stays until closed."""
        from cspdesk.i18n import _
        from cspdesk.ui.words import error_text

        self.noticed.emit(Notice(_(error.title), error_text(error), "danger"))

    def began_writing(self) -> None:
        """A write was queued."""
        self._writing += 1
        self._set(SaveState.SAVING)

    def ended_writing(self, *, failed: bool = False) -> None:
        """A write is on disk, or did not get there."""
        self._writing -= 1
        if failed:
            self._set(SaveState.FAILED)
        elif not self._writing:
            self._set(SaveState.SAVED)

    def _set(self, state: SaveState) -> None:
        if state is not self._state:
            self._state = state
            self.save_state_changed.emit(state)
