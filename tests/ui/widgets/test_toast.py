from __future__ import annotations

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cspdesk.ui.messages import Notice
from cspdesk.ui.widgets.toast import Toast


@pytest.fixture
def host(qtbot: QtBot) -> QWidget:
    made = QWidget()
    made.resize(1093, 614)
    qtbot.addWidget(made)
    made.show()
    return made


def test_undo_is_offered_once(host: QWidget) -> None:
    toast, undone = Toast(host), []
    toast.say(Notice("Deleted.", undo=lambda: undone.append(1)))
    toast.take_back()
    toast.take_back()
    assert (undone, toast.isVisible()) == ([1], False)


def test_another_change_takes_the_undo_away(host: QWidget) -> None:
    toast = Toast(host)
    toast.say(Notice("Deleted.", undo=lambda: None))
    toast.forget_undo()
    assert not toast.isVisible()
    toast.say(Notice("Printed."))
    toast.forget_undo()
    assert toast.isVisible()


def test_a_long_message_is_cut_where_it_can_be_read(host: QWidget) -> None:
    toast = Toast(host)
    toast.say(Notice("Very long " * 300, undo=lambda: None))
    assert toast.width() < host.width()
    assert toast._text.text().endswith("…")
    assert toast._undo.isVisible()


def test_a_long_error_fits_the_window(host: QWidget) -> None:
    toast = Toast(host)
    toast.say(Notice("The disk is full", "What to do about it, in many words. " * 8, "danger"))
    assert host.rect().contains(toast.geometry())
    host.resize(500, 400)
    assert host.rect().contains(toast.geometry())
