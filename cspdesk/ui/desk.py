"""What every page is given: the store behind a runner, preferences, messages and navigation."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from cspdesk.errors import DeskError, DiskFull, DiskUnwritable
from cspdesk.i18n import _
from cspdesk.ui import preferences as preferences_file
from cspdesk.ui.backlog import Backlog
from cspdesk.ui.messages import Messages
from cspdesk.ui.preferences import Preferences
from cspdesk.ui.runner import Cancelled, OnError, Task, TaskRunner
from cspdesk.ui.words import Words

if TYPE_CHECKING:
    from pathlib import Path

    from cspdesk.db.store import Store

T = TypeVar("T")


class Desk(QObject):
    """The services of one open workspace, passed to every page by constructor.

    Signals:
        data_changed(frozenset[str]): names of the tables that a write touched.
        navigated(str, dict): a page is asked for, with what it should show.
        preferences_changed(): ``preferences`` is new.
        opened(): the store is open. closed(): it is shut.
        lock_asked(): the person wants the desk locked.
    """

    data_changed = Signal(object)
    navigated = Signal(str, dict)
    preferences_changed = Signal()
    opened = Signal()
    closed = Signal()
    lock_asked = Signal()

    def __init__(
        self,
        workspace: Path,
        runner: TaskRunner,
        preferences: Preferences,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.workspace = workspace
        self.runner = runner
        self.preferences = preferences
        self.messages = Messages(self)
        self.words = Words(lambda: self.preferences.digits)
        self._backlog = Backlog(lambda: self._store is not None, self)
        self._told_unsaved = False
        # Touched on the store's worker only.
        self._store: Store | None = None

    def read(
        self,
        job: Callable[[Store], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None],
        on_error: OnError | None = None,
    ) -> Task:
        """Run ``job(store)`` on the store's worker and hand its result to ``on_done``.

        Without ``on_error`` a DeskError is shown as a message; anything else is a bug.
        """
        return self.runner.submit(
            lambda: job(self._open_store_to_read()),
            owner=owner,
            on_done=on_done,
            on_error=on_error or self.on_failed,
        )

    def change(
        self,
        job: Callable[[Store], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        undo: str = "",
    ) -> None:
        """Run a writing ``job(store)``; then the touched tables are told to every page.

        Args:
            job: one user action, so one ``db.atomic()``; returns a plain value.
            owner: whose callbacks these are; the write itself always happens.
            on_done: gets the job's value, after ``data_changed``.
            on_error: gets the error, after the pill says that saving failed. Without it, a write
                that the disk did not take (full, gone) is kept and tried again until it does.
            undo: a translated sentence ('Moved to the trash.') shows a toast with Undo.
        """

        def work() -> tuple[T, frozenset[str]]:
            store = self._opened_store()
            return job(store), store.changed_tables()

        self._write(work, owner, on_done, on_error, undo)

    def undo(self) -> None:
        """Take back the last user action and say so."""

        def work() -> tuple[object, frozenset[str]]:
            store = self._opened_store()
            return store.undo(), store.changed_tables()

        self._write(work, self, self._say_undone, None, "")

    def navigate(self, page: str, **what: object) -> None:
        """Show the page called ``page`` ('meetings'), e.g. ``navigate('meetings', meeting=id)``."""
        self.navigated.emit(page, what)

    def prefer(self, **choices: Any) -> None:
        """Change preferences by name, keep them, and tell everybody."""
        changed = dataclasses.replace(self.preferences, **choices)
        if changed != self.preferences:
            self.preferences = changed
            preferences_file.save(changed)
            self.preferences_changed.emit()

    def adopt(
        self,
        open_store: Callable[[], Store],
        *,
        owner: QObject,
        on_error: OnError,
        on_done: Callable[[], None] | None = None,
    ) -> Task:
        """Open the workspace's store on its worker; ``on_done`` or else ``opened`` follows."""

        def work() -> None:
            self._shut()
            self._store = open_store()

        return self.runner.submit(
            work,
            owner=owner,
            on_done=lambda _nothing: (on_done or self.opened.emit)(),
            on_error=on_error,
        )

    def close(self) -> None:
        """Shut the store after all queued writes; ``closed`` follows."""
        self.runner.submit(self._shut, owner=self, on_done=lambda _nothing: self.closed.emit())

    def _write(
        self,
        work: Callable[[], tuple[Any, frozenset[str]]],
        owner: QObject,
        on_done: Callable[[Any], None] | None,
        on_error: OnError | None,
        undo: str,
    ) -> None:
        def done(outcome: tuple[Any, frozenset[str]]) -> None:
            value, tables = outcome
            # Before the pill is told, so that it says nothing of all being saved in between.
            self._backlog.drop(submit)
            self.messages.ended_writing()
            if tables:
                self.data_changed.emit(tables)
            if on_done is not None and isValid(owner):
                on_done(value)
            if undo:
                self.messages.toast(undo, undo=self.undo)
            elif self._told_unsaved and not self._backlog:
                self.messages.toast(_("Everything is saved again."))
            self._told_unsaved = self._told_unsaved and bool(self._backlog)

        def failed(error: Exception) -> None:
            answer = on_error if isValid(owner) else None
            if answer is None and isinstance(error, DiskFull | DiskUnwritable):
                self._backlog.keep(submit)
                answer = self._tell_unsaved
            else:
                self._backlog.drop(submit)
            self.messages.ended_writing(failed=True)
            (answer or self.on_failed)(error)

        def submit() -> None:
            self.messages.began_writing()
            # The desk owns the task: pages must hear of a write even if its page is gone.
            self.runner.submit(work, owner=self, on_done=done, on_error=failed)

        self._backlog.run(submit)

    def has_unsaved(self) -> bool:
        """Return whether there are writes that the disk did not take yet."""
        return bool(self._backlog)

    def save_unsaved(self) -> None:
        """Write anew what the disk did not take."""
        self._backlog.go_on()

    def _tell_unsaved(self, error: Exception) -> None:
        """Say once that the disk takes nothing."""
        if not self._told_unsaved:
            self._told_unsaved = True
            self.on_failed(error)

    def _opened_store(self) -> Store:
        if self._store is None:
            raise RuntimeError("the store is not open")
        return self._store

    def _open_store_to_read(self) -> Store:
        # Nobody looks at a locked desk: what was asked just before is dropped, and every page
        # reads anew after unlocking.
        if self._store is None:
            raise Cancelled
        return self._store

    def _shut(self) -> None:
        if self._store is not None:
            self._store.close()
            self._store = None

    def _say_undone(self, summary: object) -> None:
        self.messages.toast(_("Undone.") if summary else _("There is nothing to undo."))

    def on_failed(self, error: Exception) -> None:
        """Tell people what they can do something about; anything else is a bug and raised."""
        if isinstance(error, DeskError):
            self.messages.error(error)
        else:
            raise error
