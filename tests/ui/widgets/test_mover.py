"""A row is moved by its buttons and by Alt with the arrows, never past an end."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.mover import Mover


def test_buttons_and_keys_say_where_to(qtbot: QtBot) -> None:
    row, field = QWidget(), QLineEdit()
    mover = Mover(row)
    layout = QVBoxLayout(row)
    for widget in (field, mover.up, mover.down):
        layout.addWidget(widget)
    qtbot.addWidget(row)
    mover.watch(field)
    moves: list[int] = []
    mover.moved.connect(moves.append)
    mover.show_place(0, 2)
    qtbot.mouseClick(mover.up, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(mover.down, Qt.MouseButton.LeftButton)
    assert moves == [1], "the first row cannot go up"
    qtbot.keyClick(field, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(field, Qt.Key.Key_Up)
    assert moves == [1, -1]
