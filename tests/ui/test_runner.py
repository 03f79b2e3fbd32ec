from __future__ import annotations

import threading
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.exceptions import capture_exceptions
from pytestqt.qtbot import QtBot

from cspdesk.ui.runner import InlineRunner, Progress, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shutdown()


def test_a_result_comes_back_on_the_main_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, got = QObject(), []
    runner.submit(
        threading.get_ident,
        owner=owner,
        on_done=lambda there: got.append((there, threading.get_ident())),
    )
    qtbot.waitUntil(lambda: bool(got))
    there, here = got[0]
    assert here == threading.get_ident() != there


def test_store_jobs_run_one_after_another_on_one_thread(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, order, threads = QObject(), [], set()

    def job(n: int) -> None:
        threads.add(threading.get_ident())
        order.append(n)

    for n in range(20):
        runner.submit(lambda n=n: job(n), owner=owner)
    qtbot.waitUntil(lambda: not runner.busy())
    assert order == list(range(20))
    assert len(threads) == 1


def test_slow_pure_work_does_not_hold_up_the_store(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, release, done = QObject(), threading.Event(), []
    runner.submit_pure(release.wait, owner=owner, on_done=lambda _ok: done.append("pure"))
    runner.submit(lambda: None, owner=owner, on_done=lambda _ok: done.append("store"))
    qtbot.waitUntil(lambda: bool(done))
    release.set()
    qtbot.waitUntil(lambda: len(done) == 2)
    assert done == ["store", "pure"]


def test_a_dead_owner_hears_nothing_but_the_job_is_done(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, release, heard, written = QObject(), threading.Event(), [], []

    def job() -> None:
        release.wait()
        written.append(1)

    runner.submit(job, owner=owner, on_done=heard.append)
    owner.deleteLater()
    qtbot.waitSignal(owner.destroyed, raising=False)
    with qtbot.waitSignal(owner.destroyed):
        pass
    release.set()
    qtbot.waitUntil(lambda: not runner.busy())
    assert (written, heard) == ([1], [])


def test_a_cancelled_result_is_dropped(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, release, heard = QObject(), threading.Event(), []
    task = runner.submit(release.wait, owner=owner, on_done=heard.append)
    task.cancel()
    release.set()
    qtbot.waitUntil(lambda: not runner.busy())
    assert heard == []


def test_long_work_reports_and_stops_when_cancelled(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, progress, seen = QObject(), Progress(), []

    def job() -> None:
        for n in range(10_000):
            progress.report(n, 10_000)
            time.sleep(0.001)

    progress.moved.connect(lambda done, _total: seen.append(done))
    task = runner.submit_pure(job, owner=owner, on_done=seen.append, progress=progress)
    qtbot.waitUntil(lambda: len(seen) > 2)
    task.cancel()
    qtbot.waitUntil(lambda: not runner.busy())
    assert max(seen) < 9_999


def test_an_error_goes_to_who_asked(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, errors = QObject(), []
    runner.submit(lambda: 1 / 0, owner=owner, on_error=errors.append)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ZeroDivisionError)


def test_an_error_that_nobody_takes_reaches_the_excepthook(
    runner: TaskRunner, qtbot: QtBot
) -> None:
    with capture_exceptions() as caught:
        runner.submit(lambda: 1 / 0, owner=runner)
        qtbot.waitUntil(lambda: bool(caught))
    assert caught[0][0] is ZeroDivisionError


def test_closing_finishes_queued_writes(qtbot: QtBot) -> None:
    runner, owner, written = TaskRunner(), QObject(), []
    for n in range(5):
        runner.submit(lambda n=n: written.append(n), owner=owner)
    runner.shutdown()
    assert written == [0, 1, 2, 3, 4]


def test_inline_jobs_are_done_on_return(qtbot: QtBot) -> None:
    runner, got = InlineRunner(), []
    runner.submit(lambda: 5, owner=runner, on_done=got.append)
    assert got == [5]
