"""A number can be read in its field, with and without arrows."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cspdesk.ui.theme import Theme
from cspdesk.ui.widgets.number_field import NumberField


@pytest.mark.parametrize("buttons", [True, False])
def test_the_number_has_room_inside_the_frame(
    qapp: QApplication, qtbot: QtBot, buttons: bool
) -> None:
    theme = Theme(qapp)
    theme.apply("light", 11)
    field = NumberField(100_000, buttons=buttons)
    qtbot.addWidget(field)
    field.resize(140, 36)
    field.show()
    qtbot.waitExposed(field)
    line = field.lineEdit()
    assert line.width() > line.fontMetrics().horizontalAdvance("100000") + 16
    assert line.textMargins().left() == 8
    theme.deleteLater()
    qapp.setStyleSheet("")
