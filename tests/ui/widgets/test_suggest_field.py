from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.search_field import SearchField
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

PLACES = [Suggestion("0201", "Banan"), Suggestion("0204", "Bavel"), Suggestion("0202", "Thma Koul")]


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[SuggestField]:
    window = QWidget()
    made = SuggestField(
        lambda text: [place for place in PLACES if text.lower() in place.text.lower()]
    )
    layout = QVBoxLayout(window)
    layout.addWidget(made)
    layout.addStretch()
    window.resize(400, 400)
    qtbot.addWidget(window)
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    made.setFocus()
    yield made
    window.close()


def test_arrows_choose_and_enter_takes_an_offer(field: SuggestField, qtbot: QtBot) -> None:
    picked: list[Suggestion] = []
    field.picked.connect(picked.append)
    qtbot.keyClicks(field, "ba")
    assert field.offers_shown()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert [offer.key for offer in picked] == ["0204"]
    assert (field.text(), field.offers_shown()) == ("Bavel", False)


def test_enter_without_a_choice_keeps_what_is_typed(field: SuggestField, qtbot: QtBot) -> None:
    entered: list[str] = []
    field.entered.connect(entered.append)
    qtbot.keyClicks(field, "ba")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert (entered, field.text()) == (["ba"], "ba")


def test_escape_closes_the_list_and_keeps_the_text(field: SuggestField, qtbot: QtBot) -> None:
    qtbot.keyClicks(field, "ba")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert (field.offers_shown(), field.text()) == (False, "ba")


@pytest.mark.parametrize("kind", [SearchField, SuggestField])
def test_nothing_is_looked_up_while_a_word_is_being_composed(
    qtbot: QtBot, kind: type[SearchField] | type[SuggestField]
) -> None:
    made = kind()
    qtbot.addWidget(made)
    asked: list[str] = []
    (made.searched if isinstance(made, SearchField) else made.wanted).connect(asked.append)
    QCoreApplication.sendEvent(made, QInputMethodEvent("ស", []))
    assert asked == []
    done = QInputMethodEvent("", [])
    done.setCommitString("សុខ")
    QCoreApplication.sendEvent(made, done)
    assert asked == ["សុខ"]
