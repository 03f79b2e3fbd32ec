from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.dates import DateField
from cspdesk.ui.widgets.form import FormField


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    made = QWidget()
    QVBoxLayout(made)
    qtbot.addWidget(made)
    return made


def line(window: QWidget) -> tuple[QLineEdit, FieldBinding]:
    field = QLineEdit()
    layout = window.layout()
    assert layout is not None
    layout.addWidget(field)
    return field, FieldBinding(field)


def test_typing_is_saved_without_a_button(window: QWidget, qtbot: QtBot) -> None:
    field, binding = line(window)
    saved: list[str] = []
    binding.load("Sok", saved.append, "1")
    qtbot.keyClicks(field, " Chanthy")
    assert saved == []
    qtbot.waitUntil(lambda: saved == ["Sok Chanthy"], timeout=2000)


def test_typing_without_a_pause_is_saved_within_two_seconds(
    window: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    field, binding = line(window)
    saved: list[str] = []
    now = [100.0]
    monkeypatch.setattr("cspdesk.ui.widgets.binding.time.monotonic", lambda: now[0])
    binding.load("", saved.append, "1")
    for _key in range(8):
        qtbot.keyClicks(field, "a")
        now[0] += 0.25
    assert saved
    assert len(saved[0]) >= 6


def test_leaving_the_field_saves_at_once(window: QWidget, qtbot: QtBot) -> None:
    field, binding = line(window)
    other, _binding = line(window)
    saved: list[str] = []
    window.show()
    with qtbot.waitActive(window):
        window.activateWindow()
    field.setFocus()
    binding.load("", saved.append, "1")
    qtbot.keyClicks(field, "x")
    other.setFocus()
    qtbot.waitUntil(lambda: saved == ["x"], timeout=300)


def test_loading_the_next_record_saves_the_one_before(window: QWidget, qtbot: QtBot) -> None:
    field, binding = line(window)
    first: list[str] = []
    second: list[str] = []
    binding.load("one", first.append, "1")
    qtbot.keyClicks(field, "!")
    binding.load("two", second.append, "2")
    assert (first, second, field.text()) == (["one!"], [], "two")


def test_reading_the_same_record_again_keeps_what_is_being_typed(
    window: QWidget, qtbot: QtBot
) -> None:
    field, binding = line(window)
    saved: list[str] = []
    binding.load("one", saved.append, "1")
    qtbot.keyClicks(field, "!")
    binding.load("one", saved.append, "1")
    assert field.text() == "one!"
    binding.flush()
    assert saved == ["one!"]


def test_what_does_not_pass_is_not_saved_and_says_why(window: QWidget, qtbot: QtBot) -> None:
    form = FormField(QLineEdit(), lambda text: "" if text else "Needed.", window)
    saved: list[str] = []
    said: list[str] = []
    form.binding.complained.connect(said.append)
    form.binding.load("x", saved.append, "1")
    form.field.selectAll()
    qtbot.keyClick(form.field, Qt.Key.Key_Delete)
    form.binding.flush()
    assert (saved, said[-1], form.field.property("invalid")) == ([], "Needed.", True)
    qtbot.keyClicks(form.field, "y")
    form.binding.flush()
    assert (saved, said[-1], form.field.property("invalid")) == (["y"], "", False)


def test_a_half_typed_date_is_not_saved(window: QWidget, qtbot: QtBot) -> None:
    field = DateField(window)
    binding = FieldBinding(field)
    saved: list[date | None] = []
    binding.load(date(2022, 12, 13), saved.append, "1")
    field.selectAll()
    qtbot.keyClicks(field, "40/")
    binding.flush()
    assert saved == []
    field.selectAll()
    qtbot.keyClicks(field, "14/12/22")
    binding.flush()
    assert saved == [date(2022, 12, 14)]
    qtbot.keyClick(field, Qt.Key.Key_Up)
    binding.flush()
    assert saved[-1] == date(2022, 12, 15)


def test_texts_and_choices_are_saved_too(window: QWidget, qtbot: QtBot) -> None:
    text, box = QPlainTextEdit(window), QComboBox(window)
    for code in ("a", "b"):
        box.addItem(code.upper(), code)
    saved: list[str] = []
    bindings = FieldBinding(text), FieldBinding(box)
    bindings[0].load("", saved.append, "1")
    bindings[1].load("a", saved.append, "1")
    text.insertPlainText("ចំណុច")
    qtbot.keyClick(box, Qt.Key.Key_Down)
    for binding in bindings:
        binding.flush()
    assert saved == ["ចំណុច", "b"]


def test_a_long_text_shows_its_beginning_when_tab_has_gone_through(
    window: QWidget, qtbot: QtBot
) -> None:
    field, binding = line(window)
    other, _binding = line(window)
    binding.load("a very long name " * 20, str, "1")
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    assert field.cursorPosition() == 0
    field.setFocus()
    field.selectAll()
    assert field.cursorPosition() > 0
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert other.hasFocus()
    qtbot.waitUntil(lambda: field.cursorPosition() == 0)
