from __future__ import annotations

import logging
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from cspdesk.ui.crash import CrashWatch, log_to


@pytest.fixture
def watch(qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    logger = logging.getLogger("cspdesk")
    before = logger.handlers[:]
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    made = CrashWatch(qapp)
    log_to(tmp_path)
    made.install()
    yield tmp_path / "cspdesk.log"
    for handler in logger.handlers[:]:
        if handler not in before:
            logger.removeHandler(handler)
            handler.close()
    made.deleteLater()


def fail_with(secret: str) -> None:
    try:
        raise KeyError(secret)  # noqa: TRY301
    except KeyError as error:
        sys.excepthook(type(error), error, error.__traceback__)


def test_a_fault_is_shown_and_logged_without_what_was_typed(
    watch: Path, qtbot: QtBot, qapp: QApplication, caplog: pytest.LogCaptureFixture
) -> None:
    fail_with("Sok Chanthy 012 345 678")
    caplog.clear()
    boxes = [box for box in qapp.topLevelWidgets() if isinstance(box, QMessageBox)]
    assert len(boxes) == 1
    assert "KeyError" in boxes[0].detailedText()
    assert "test_crash.py" in boxes[0].detailedText()
    for text in (boxes[0].detailedText(), boxes[0].text(), watch.read_text("utf-8")):
        assert "Chanthy" not in text
    fail_with("again")
    caplog.clear()
    assert len([box for box in qapp.topLevelWidgets() if isinstance(box, QMessageBox)]) == 1
    boxes[0].close()
