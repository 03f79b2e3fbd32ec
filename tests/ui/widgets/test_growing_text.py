"""A field that is as high as its text."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.growing_text import GrowingText


def test_it_grows_with_what_is_typed_and_shrinks_again(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    field = GrowingText()
    layout.addWidget(field)
    layout.addStretch()
    window.resize(300, 400)
    window.show()
    qtbot.waitExposed(window)
    before = field.height()
    field.setPlainText("ការផ្ដល់សេវាសាធារណៈ" * 12)
    qtbot.waitUntil(lambda: field.height() > 2 * before)
    field.clear()
    qtbot.waitUntil(lambda: field.height() == before)


def test_enter_leaves_one_paragraph_one(qtbot: QtBot) -> None:
    field = GrowingText(one_paragraph=True)
    qtbot.addWidget(field)
    field.setPlainText("A")
    with qtbot.waitSignal(field.entered):
        qtbot.keyClick(field, Qt.Key.Key_Return)
    assert field.toPlainText() == "A"
