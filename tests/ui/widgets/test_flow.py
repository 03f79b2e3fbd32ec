from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.flow import FlowLayout


def test_what_does_not_fit_starts_a_line_and_low_widgets_stand_in_the_middle(qtbot: QtBot) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    flow = FlowLayout(host, spacing=8)
    sizes = ((60, 36), (40, 20), (80, 20))
    parts = [QWidget(host) for _size in sizes]
    for part, (width, height) in zip(parts, sizes, strict=True):
        part.setFixedSize(width, height)
        flow.addWidget(part)
    host.resize(110, 200)
    host.show()
    assert [(part.x(), part.y()) for part in parts] == [(0, 0), (68, 8), (0, 44)]
    assert flow.heightForWidth(110) == 64
    assert flow.heightForWidth(200) == 36
