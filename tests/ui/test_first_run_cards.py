from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cspdesk.models.organisation import Organisation
from cspdesk.ui.first_run_cards import OrganisationCard, PassphraseCard


def test_one_name_is_enough_and_typing_takes_the_complaint_away(qtbot: QtBot) -> None:
    card = OrganisationCard()
    qtbot.addWidget(card)
    answers: list[Organisation] = []
    card.answered.connect(answers.append)
    card.go.click()
    assert answers == []
    assert card.khmer.field.property("invalid")
    qtbot.keyClicks(card.english.field, "Network")
    assert not card.khmer.field.property("invalid")
    qtbot.keyClick(card.english.field, Qt.Key.Key_Return)
    assert answers == [Organisation("", "Network")]


def test_tab_leads_from_the_passphrase_to_its_repetition(qtbot: QtBot) -> None:
    card = PassphraseCard()
    qtbot.addWidget(card)
    with qtbot.waitActive(card):
        card.show()
        card.activateWindow()
    first, second = card.passphrase.first.line, card.passphrase.second.line
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Tab)
    assert second.hasFocus()
