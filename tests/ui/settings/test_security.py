"""Changing the ways in: nothing is taken away before the new one is in hand."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cspdesk.db import vault
from cspdesk.errors import WrongPassphrase
from cspdesk.ui.desk import Desk
from cspdesk.ui.settings.security import ChangePassphrase, NewRecoverySheet

PASSPHRASE = "ទឹកភ្លៀងនៅបាត់ដំបង"


@pytest.fixture
def window(desk: Desk, fast_key: None, qtbot: QtBot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def test_the_old_sheet_is_good_until_the_new_one_is_confirmed(desk: Desk, window: QWidget) -> None:
    key, old = vault.create(desk.workspace, PASSPHRASE)
    given_up = NewRecoverySheet(desk, window)
    given_up.current.line.setText(PASSPHRASE)
    given_up.go.click()
    assert given_up.card is not None
    given_up.reject()
    assert vault.unlock_with_recovery(desk.workspace, old) == key
    kept = NewRecoverySheet(desk, window)
    kept.current.line.setText(PASSPHRASE)
    kept.go.click()
    assert kept.card is not None
    kept.card.answered.emit(None)
    with pytest.raises(WrongPassphrase):
        vault.unlock_with_recovery(desk.workspace, old)
    assert vault.unlock(desk.workspace, PASSPHRASE) == key


def test_a_wrong_passphrase_changes_nothing_and_is_said(desk: Desk, window: QWidget) -> None:
    key, _code = vault.create(desk.workspace, PASSPHRASE)
    dialog = ChangePassphrase(desk, window)
    dialog.current.line.setText("wrong")
    for field in (dialog.new.first, dialog.new.second):
        field.line.setText("a new passphrase")
    dialog.go.click()
    assert dialog.complaint.text()
    assert vault.unlock(desk.workspace, PASSPHRASE) == key
    dialog.current.line.setText(PASSPHRASE)
    dialog.go.click()
    assert vault.unlock(desk.workspace, "a new passphrase") == key
