"""What a person chooses about a document."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QComboBox, QSpinBox
from pytestqt.qtbot import QtBot

from cspdesk.ui.preview import ChecksOption, ChoiceOption, CountOption, SwitchOption
from cspdesk.ui.preview.options import OptionsPanel

OPTIONS = (
    CountOption("days", lambda: "Days", 1, 5, least=1),
    SwitchOption("half", lambda: "Half-days", value=False),
    ChoiceOption("who", lambda: "For whom", [(False, lambda: "Invited"), (True, lambda: "Came")],
                 value=False),
    ChecksOption("columns", lambda: "Columns", [(n, lambda n=n: n.title()) for n in ("a", "b", "c")],
                 ("a", "c")),
)  # fmt: skip


@pytest.fixture
def panel(qtbot: QtBot) -> OptionsPanel:
    made = OptionsPanel(OPTIONS)
    qtbot.addWidget(made)
    made.retranslate()
    made.show()
    return made


def test_begins_with_what_the_options_say(panel: OptionsPanel) -> None:
    assert panel.values() == {"days": 1, "half": False, "who": False, "columns": ("a", "c")}


def test_everything_is_changed_by_keys_and_told_once(panel: OptionsPanel, qtbot: QtBot) -> None:
    boxes = panel.findChildren(QCheckBox)
    with qtbot.waitSignal(panel.changed):
        qtbot.keyClick(panel.findChild(QSpinBox), Qt.Key.Key_Up)
        qtbot.keyClick(panel.findChild(QComboBox), Qt.Key.Key_Down)
        for box in boxes:
            qtbot.keyClick(box, Qt.Key.Key_Space)
    assert panel.values() == {"days": 2, "half": True, "who": True, "columns": ("b",)}


def test_a_number_stays_within_its_limits(panel: OptionsPanel) -> None:
    spin = panel.findChild(QSpinBox)
    for typed, value in ((0, 1), (9, 5)):
        spin.setValue(typed)
        assert panel.values()["days"] == value


def test_fields_are_named_for_who_listens(panel: OptionsPanel) -> None:
    assert panel.findChild(QSpinBox).accessibleName() == "Days"
    assert panel.findChild(QComboBox).accessibleName() == "For whom"
    assert panel.findChild(QComboBox).itemText(1) == "Came"
    assert [box.text() for box in panel.findChildren(QCheckBox)] == ["Half-days", "A", "B", "C"]


def test_what_changes_nothing_now_cannot_be_chosen(qtbot: QtBot) -> None:
    who = ChoiceOption(
        "who",
        lambda: "For whom",
        [(False, lambda: "Invited"), (True, lambda: "Came")],
        value=False,
        idle={True: ("days", "b")},
    )
    panel = OptionsPanel((OPTIONS[0], who, OPTIONS[3]))
    qtbot.addWidget(panel)
    spin, combo = panel.findChild(QSpinBox), panel.findChild(QComboBox)
    _a, b, c = panel.findChildren(QCheckBox)
    assert spin.isEnabled()
    combo.setCurrentIndex(1)
    assert [field.isEnabled() for field in (spin, b, c)] == [False, False, True]
    combo.setCurrentIndex(0)
    assert spin.isEnabled()
    assert b.isEnabled()
