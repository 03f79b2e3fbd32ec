"""Work off the window's thread: one serial worker for the store, one for slow pure work.

The store's connection lives and dies on the first worker, so jobs that touch it never meet. A
job takes plain values and returns plain values; what it returns is handed to ``on_done`` on the
main thread, unless the owner is gone or the task was cancelled in the meantime.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from shiboken6 import isValid

T = TypeVar("T")
OnError = Callable[[Exception], None]


class Cancelled(Exception):
    """Raised inside a job by :meth:`Progress.report` once nobody waits for the result."""


class Progress(QObject):
    """How far a long job is. Make it on the main thread, hand ``report`` to the job.

    Signals:
        moved(done, total): on the main thread, after each report.
    """

    moved = Signal(int, int)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """Ask the job to stop at its next report."""
        self._cancelled.set()

    def report(self, done: int, total: int) -> None:
        """Tell how far the job is; called on the worker.

        Raises:
            Cancelled: the person cancelled, or the desk is closing.
        """
        if self._cancelled.is_set():
            raise Cancelled
        self.moved.emit(done, total)


class Task:
    """One submitted job: what came out of it and who waits for it."""

    def __init__(
        self,
        owner: QObject,
        on_done: Callable[[Any], None] | None,
        on_error: OnError | None,
        progress: Progress | None,
    ) -> None:
        self._owner = owner
        self._on_done = on_done
        self._on_error = on_error
        self._progress = progress
        self._cancelled = False
        self._result: Any = None
        self._error: Exception | None = None

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for the result."""
        return not self._cancelled and isValid(self._owner)

    def cancel(self) -> None:
        """Drop the result. A job not yet begun is skipped, one with progress stops there."""
        self._cancelled = True
        self.stop()

    def stop(self) -> None:
        """Ask a job that reports progress to stop at its next report."""
        if self._progress is not None and isValid(self._progress):
            self._progress.cancel()

    def run(self, job: Callable[[], Any]) -> None:
        """Do the job and keep what came out; on the worker."""
        if self._cancelled:
            return
        try:
            self._result = job()
        except Exception as error:  # noqa: BLE001 (handed to the main thread, never lost)
            self._error = error

    def deliver(self) -> None:
        """Hand over what came out; on the main thread.

        Raises:
            Exception: what the job raised, where nobody takes errors: it is a bug and belongs
                to the excepthook.
        """
        if not self.wanted or isinstance(self._error, Cancelled):
            return
        if self._error is None:
            if self._on_done is not None:
                self._on_done(self._result)
        elif self._on_error is not None:
            self._on_error(self._error)
        else:
            raise self._error


class TaskRunner(QObject):
    """Runs jobs on two workers and brings their results back to the main thread."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = ThreadPoolExecutor(1, "store")
        self._pure = ThreadPoolExecutor(1, "pure")
        self._open_tasks: set[Task] = set()
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    def submit(
        self,
        job: Callable[[], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        progress: Progress | None = None,
    ) -> Task:
        """Queue a job that touches the store. Jobs run one after another, in order."""
        return self._queue(self._store, job, Task(owner, on_done, on_error, progress))

    def submit_pure(
        self,
        job: Callable[[], T],
        *,
        owner: QObject,
        on_done: Callable[[T], None] | None = None,
        on_error: OnError | None = None,
        progress: Progress | None = None,
    ) -> Task:
        """Queue slow work that needs no store (drawing a PDF, reading a workbook)."""
        return self._queue(self._pure, job, Task(owner, on_done, on_error, progress))

    def busy(self) -> bool:
        """Whether a job is queued or running, or a result not yet handed over."""
        return bool(self._open_tasks)

    def shutdown(self) -> None:
        """Finish the store's queue (a write is never dropped), cancel the rest, end both workers."""
        for task in self._open_tasks:
            task.stop()
        self._pure.shutdown(wait=True, cancel_futures=True)
        self._store.shutdown(wait=True)
        self._open_tasks.clear()

    def _queue(self, pool: ThreadPoolExecutor, job: Callable[[], Any], task: Task) -> Task:
        self._open_tasks.add(task)
        pool.submit(self._work, task, job)
        return task

    def _work(self, task: Task, job: Callable[[], Any]) -> None:
        task.run(job)
        if isValid(self):
            self._finished.emit(task)

    def _on_finished(self, task: Task) -> None:
        self._open_tasks.discard(task)
        task.deliver()


class InlineRunner(TaskRunner):
    """Runs every job at once where it is submitted, for tests that need no second thread."""

    def _queue(self, _pool: ThreadPoolExecutor, job: Callable[[], Any], task: Task) -> Task:
        task.run(job)
        task.deliver()
        return task
