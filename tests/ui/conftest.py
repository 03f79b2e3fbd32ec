"""A desk that runs its jobs inline, and the whole window on an empty or a locked workspace."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cspdesk.app import Built, build
from cspdesk.db.store import Store
from cspdesk.i18n import set_language
from cspdesk.ui.desk import Desk
from cspdesk.ui.preferences import Preferences
from cspdesk.ui.runner import InlineRunner
from cspdesk.ui.theme import load_fonts
from tests.ui.walks import walk_first_run


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Keep this computer's preferences and language out of the tests, and the other way round."""
    monkeypatch.setenv("CSPDESK_DATA_DIR", str(tmp_path / "desk"))
    set_language("en")
    yield
    set_language("en")


@pytest.fixture(scope="session", autouse=True)
def _fonts(qapp: QApplication) -> None:
    """Let texts have widths on a machine without fonts too."""
    load_fonts()


@pytest.fixture
def desk(store: Store, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    runner = InlineRunner()
    made = Desk(tmp_path / "desk", runner, Preferences(language="en"))
    made.adopt(lambda: store, owner=made, on_error=pytest.fail)
    yield made
    runner.shutdown()


@pytest.fixture
def start(tmp_path: Path, qapp: QApplication, qtbot: QtBot) -> Iterator[Callable[[], Built]]:
    """Start the desk on ``tmp_path / 'desk'`` as the program does, with jobs run inline."""
    running: list[Built] = []

    def begin() -> Built:
        built = build(qapp, tmp_path / "desk", InlineRunner())
        running.append(built)
        qtbot.addWidget(built.window)
        built.window.show()
        return built

    yield begin
    for built in running:
        built.desk.close()
        built.desk.runner.shutdown()
        for part in (built.language, built.theme):
            part.deleteLater()
    qapp.setStyleSheet("")


@pytest.fixture
def fast_key(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretch passphrases as little as Argon2id allows; what it guards is not tested here."""
    from cspdesk.db import vault

    monkeypatch.setattr(vault, "MEMORY", 8 * 1024 * 1024)
    monkeypatch.setattr(vault, "PASSES", 1)


@pytest.fixture
def unlock_page() -> Callable[[Built], None]:
    """Make a workspace through the first run, then lock it."""

    def walk(built: Built) -> None:
        walk_first_run(built)
        built.window.lock()

    return walk
