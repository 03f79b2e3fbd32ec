"""Panels that scroll are wide enough for what they hold."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.card import ScrollPanel


def test_a_scrolling_panel_widens_with_what_it_holds(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    panel, inner = ScrollPanel(), QWidget()
    label = QLabel("short")
    QHBoxLayout(inner).addWidget(label)
    panel.body.addWidget(inner)
    QHBoxLayout(window).addWidget(panel)
    window.show()
    before = window.minimumSizeHint().width()
    label.setText("as long as words are in another language or size of text")
    qtbot.waitUntil(
        lambda: window.minimumSizeHint().width() > max(before, label.sizeHint().width())
    )
