"""The real window on a real workspace, with its workers, and hands at its keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.app import Built, build
from cspdesk.db import imports
from cspdesk.exchange import contacts
from cspdesk.i18n import _, set_language
from cspdesk.paths import shipped
from cspdesk.ui.first_run import FirstRun
from cspdesk.ui.first_run_cards import BeginCard, OrganisationCard, PassphraseCard
from cspdesk.ui.main_window import MainWindow
from cspdesk.ui.recovery_card import CodeGrid, RecoverySheetCard
from tests.e2e.hands import Hands

PASSPHRASE = "river lotus market"
ORGANISATION_KM = "បណ្តាញអង្គការខេត្តបាត់ដំបង"
ORGANISATION_EN = "Network of NGOs, Battambang"
LIST = shipped("resources", "sample", "npdp-contact-list.xlsx")


class Onlooker(QObject):
    """Notes every window that appears though nobody asked for one: a flash on a real screen."""

    def __init__(self) -> None:
        super().__init__()
        self.flashes: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget):
            asked = watched.windowType() in (Qt.WindowType.Popup, Qt.WindowType.ToolTip)
            if watched.isWindow() and not (asked or isinstance(watched, MainWindow | QDialog)):
                self.flashes.append(type(watched).__name__)
        return False


class Computer:
    """Where the desk is started and left, again and again, on one workspace."""

    def __init__(self, app: QApplication, bot: QtBot, workspace: Path) -> None:
        self._app, self._bot = app, bot
        self.workspace = workspace
        self._running: list[Built] = []
        self.onlooker = Onlooker()
        app.installEventFilter(self.onlooker)

    def start(self) -> Hands:
        """Start the desk as the program does."""
        built = build(self._app, self.workspace)
        self._running.append(built)
        built.window.show()
        with self._bot.waitActive(built.window):
            built.window.activateWindow()
        return Hands(self._bot, built)

    def leave(self) -> None:
        """Close the window, and all that the program closes after it."""
        while self._running:
            built = self._running.pop()
            built.window.close()
            self._bot.waitUntil(lambda window=built.window: not window.isVisible())
            built.desk.close()
            built.desk.runner.shutdown()
            for part in (built.window, built.language, built.theme, built.desk):
                part.deleteLater()
        self._app.setStyleSheet("")


@pytest.fixture
def computer(
    tmp_path: Path, qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Computer]:
    workspace = tmp_path / "desk"
    monkeypatch.setenv("CSPDESK_WORKSPACE", str(workspace))
    made = Computer(qapp, qtbot, workspace)
    yield made
    made.leave()
    qapp.removeEventFilter(made.onlooker)
    set_language("en")
    assert made.onlooker.flashes == []


@pytest.fixture
def choose_file(monkeypatch: pytest.MonkeyPatch) -> Callable[[Path], None]:
    """Answer the next dialogs for a file: with this file, or in this folder as it is proposed."""

    def answer(path: Path) -> None:
        def choose(dialog: QFileDialog) -> None:
            proposed = Path(dialog.selectedFiles()[0]).name if path.is_dir() else ""
            dialog.fileSelected.emit(str(path / proposed))

        monkeypatch.setattr(QFileDialog, "open", choose)

    return answer


def first_run(hands: Hands, language: str, begin: str) -> str:
    """Answer every question of the first run by keyboard; return the code that was shown.

    ``begin`` is the English text of the last button.
    """
    first = hands.wait_for(FirstRun)
    hands.choose({"km": "ខ្មែរ", "en": "English"}[language])
    hands.wait_for(OrganisationCard)
    hands.type(ORGANISATION_KM)
    hands.press("Return")
    hands.type(ORGANISATION_EN)
    hands.press("Return")
    hands.wait_for(PassphraseCard)
    hands.type(PASSPHRASE)
    hands.press("Return")
    hands.type(PASSPHRASE)
    hands.press("Return")
    code = hands.wait_for(CodeGrid).accessibleName()
    card = first.card
    assert isinstance(card, RecoverySheetCard)
    hands.go_to(_("To go on, type group {n} of the code").format(n=card.asked + 1))
    hands.type(code.split("-")[card.asked].lower())
    hands.press("Return")
    hands.wait_for(BeginCard)
    hands.choose(_(begin))
    hands.wait(lambda: hands.built.window.shell is not None and hands.built.window.gate is None)
    return code


def bring_in_list(hands: Hands) -> None:
    """Put the sample's 66 institutions and 66 people into the store, past the wizard."""
    plan = contacts.read_plan(LIST)
    hands.built.desk.change(partial(imports.apply_import, plan=plan), owner=hands.built.desk)
    hands.settle()
