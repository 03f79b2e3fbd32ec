"""A filter that says what it filters by."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.menu_chip import MenuChip


def test_it_names_what_was_picked_and_forgets_what_is_no_longer_offered(qtbot: QtBot) -> None:
    chip = MenuChip()
    qtbot.addWidget(chip)
    chip.offer("Type", "All types", [("a", "Forum"), ("b", "Training")])
    assert (chip.text(), chip.isChecked()) == ("Type", False)
    with qtbot.waitSignal(chip.picked) as heard:
        chip._menu.actions()[2].trigger()
    assert heard.args == ["b"]
    assert (chip.text(), chip.isChecked()) == ("Training", True)
    chip.offer("Type", "All types", [("a", "Forum")])
    assert (chip.text(), chip.value()) == ("Type", "")
