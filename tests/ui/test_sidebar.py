"""The sidebar without a mouse."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from cspdesk.ui.pages import PAGES
from cspdesk.ui.sidebar import NavButton, Sidebar


def test_tab_stops_at_every_page_and_space_asks_for_it(qtbot: QtBot) -> None:
    sidebar = Sidebar(PAGES)
    qtbot.addWidget(sidebar)
    listed = [page.name for page in PAGES if page.in_sidebar]
    sidebar.mark("settings")
    asked: list[str] = []
    sidebar.asked.connect(asked.append)
    with qtbot.waitActive(sidebar):
        sidebar.show()
        sidebar.activateWindow()
    sidebar.findChildren(NavButton)[0].setFocus()
    for _page in listed:
        focused = QApplication.focusWidget()
        assert isinstance(focused, NavButton)
        qtbot.keyClick(focused, Qt.Key.Key_Space)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    assert asked == listed
