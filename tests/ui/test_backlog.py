from __future__ import annotations

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from cspdesk.ui import backlog
from cspdesk.ui.backlog import Backlog


def test_what_was_not_taken_is_tried_again_by_itself_once_the_desk_is_open(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(backlog, "RETRY_MS", 10)
    parent, unlocked, tries = QObject(), False, list[bool]()
    kept = Backlog(lambda: unlocked, parent)

    def write() -> None:
        tries.append(unlocked)
        if unlocked:
            kept.drop(write)
        else:
            kept.keep(write)

    kept.run(write)
    assert kept
    kept.go_on()
    assert tries == [False]
    unlocked = True
    qtbot.waitUntil(lambda: not kept)
    assert tries == [False, True]
