"""What holds for every test: no screen is needed, and nothing is left behind unnoticed."""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

    from cspdesk.db.store import Store

os.environ["QT_QPA_PLATFORM"] = "offscreen"  # before anything imports Qt


@pytest.fixture(autouse=True)
def _no_unexpected_warnings(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning. One that means to asserts it, then ``caplog.clear()``."""
    yield
    logged = [*caplog.get_records("setup"), *caplog.get_records("call")]
    unexpected = [r.getMessage() for r in logged if r.levelno >= logging.WARNING]
    assert not unexpected, f"warnings in the log: {unexpected}"


@pytest.fixture(autouse=True)
def _no_threads_left() -> Iterator[None]:
    """Fail a test after which a thread of its own goes on running."""
    before = set(threading.enumerate())
    yield
    started = [thread for thread in threading.enumerate() if thread not in before]
    for thread in started:
        thread.join(timeout=2)
    left = [thread.name for thread in started if thread.is_alive()]
    assert not left, f"threads left running: {left}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A real encrypted store in an empty workspace, opened with a raw key."""
    from cspdesk.db.store import Store

    made = Store.create(tmp_path / "workspace", bytes(32))
    yield made
    made.close()
