from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.label import ZWSP, ElidedLabel, ShortLabel, WrapLabel, breakable

SENTENCE = "ពង្រឹងភាពជាដៃគូរវាងរដ្ឋបាលខេត្តនិងអង្គការសង្គមស៊ីវិលលើកជូនបញ្ហាដែលស្រុកមិនទាន់ដោះស្រាយ"


def test_khmer_wraps_in_a_narrow_column(qtbot: QtBot) -> None:
    label = WrapLabel(SENTENCE)
    qtbot.addWidget(label)
    assert label.minimumSizeHint().width() < 200
    assert label.heightForWidth(200) > 2 * label.fontMetrics().height()


def test_what_is_shown_comes_back_as_given(qtbot: QtBot) -> None:
    label = WrapLabel(SENTENCE + "\n" + SENTENCE)
    qtbot.addWidget(label)
    label.resize(200, 200)
    label.show()
    assert label.plain_text() == SENTENCE + "\n" + SENTENCE
    assert ZWSP in label.text()


def test_a_text_that_fits_on_its_line_is_left_alone(qtbot: QtBot) -> None:
    label = WrapLabel("សួស្តី")
    qtbot.addWidget(label)
    label.resize(200, 40)
    label.show()
    assert label.text() == "សួស្តី"
    label.setText(SENTENCE)
    assert ZWSP in label.text()


def test_copied_text_has_no_break_marks(qtbot: QtBot) -> None:
    label = WrapLabel(SENTENCE)
    qtbot.addWidget(label)
    label.resize(200, 200)
    label.show()
    label.setSelection(0, len(label.text()))
    qtbot.keyClick(label, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == SENTENCE


def test_other_scripts_stay_untouched() -> None:
    assert breakable("Village Support Group") == "Village Support Group"


def test_a_cut_text_is_whole_in_its_tooltip(qtbot: QtBot) -> None:
    label = ElidedLabel(SENTENCE)
    qtbot.addWidget(label)
    label.resize(80, 30)
    label.show()
    assert label.text() != SENTENCE
    assert label.toolTip() == SENTENCE
    assert label.full_text() == SENTENCE


def test_a_pasted_paragraph_as_a_name_takes_two_lines_and_keeps_its_whole(qtbot: QtBot) -> None:
    label = ShortLabel()
    qtbot.addWidget(label)
    label.resize(300, 60)
    label.show()
    one = label.heightForWidth(300)
    for name in ("very long name " * 200, "សហគមន៍ទឹកស្អាត និងអនាម័យ" * 100, "x" * 3000):
        label.setText(name)
        assert label.heightForWidth(300) == 2 * one
        assert label.minimumSizeHint().width() < 100
        assert label.sizeHint().width() < 500
        assert label.text().endswith("…")
        assert label.toolTip() == label.plain_text() == name
    label.setText("Sok Chanthy")
    assert (label.heightForWidth(300), label.toolTip()) == (one, "")
