from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.buttons import Button, Segments


def test_tab_stops_at_the_chosen_segment_and_arrows_choose_another(qtbot: QtBot) -> None:
    segments = Segments(("women", "men", "unknown"))
    qtbot.addWidget(segments)
    segments.show_choice("unknown")
    with qtbot.waitActive(segments):
        segments.show()
        segments.activateWindow()
    segments.button("unknown").setFocus()
    said: list[str] = []
    segments.chosen.connect(said.append)
    qtbot.keyClick(segments.button("unknown"), Qt.Key.Key_Left)
    assert said == ["men"]
    assert segments.current() == "men"
    stops = [n for n in ("women", "men", "unknown") if segments.button(n).focusPolicy() & 1]
    assert stops == ["men"]


def test_enter_presses_the_button_under_the_cursor_once(qtbot: QtBot) -> None:
    button = Button("Import")
    qtbot.addWidget(button)
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))
    qtbot.keyClick(button, Qt.Key.Key_Return)
    qtbot.keyClick(button, Qt.Key.Key_Enter, Qt.KeyboardModifier.KeypadModifier)
    assert len(presses) == 2
    qtbot.keyClick(button, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(presses) == 2
