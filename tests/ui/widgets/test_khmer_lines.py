"""Fields whose lines end between words, and in which all else is as in any field."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit
from pytestqt.qtbot import QtBot

from cspdesk.khmer.breaks import break_opportunities
from cspdesk.ui.widgets import khmer_lines
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.khmer_lines import end_lines_between_words

TEXT = (
    "កិច្ចប្រជុំបណ្ដាញអង្គការ សមាគម និងរដ្ឋបាលខេត្តបាត់ដំបងដើម្បីសម្រួលដល់ការទំនាក់ទំនង"
    " ការអញ្ជើញ ការផ្ដល់ព័ត៌មាន និងការចែករំលែកបទពិសោធន៍។ 👩 UNICEFនិងWASHកម្ពុជា"
)


def shown(qtbot: QtBot, field: QPlainTextEdit, width: int = 320) -> QPlainTextEdit:
    qtbot.addWidget(field)
    field.resize(width, 300)
    field.show()
    qtbot.waitExposed(field)
    return field


@pytest.fixture
def field(qtbot: QtBot) -> QPlainTextEdit:
    made = QPlainTextEdit()
    end_lines_between_words(made)
    return shown(qtbot, made)


def lines(field: QPlainTextEdit) -> list[str]:
    found = []
    block = field.document().firstBlock()
    while block.isValid():
        field.document().documentLayout().blockBoundingRect(block)
        layout = block.layout()
        letters = block.text().encode("utf-16-le")
        for n in range(layout.lineCount()):
            line = layout.lineAt(n)
            part = letters[2 * line.textStart() : 2 * (line.textStart() + line.textLength())]
            found.append(part.decode("utf-16-le"))
        block = block.next()
    return found


def cut_words(field: QPlainTextEdit) -> list[str]:
    """Lines that do not end where one may."""
    wrong = []
    for paragraph in field.toPlainText().split("\n"):
        found = break_opportunities(paragraph)
        at = 0
        for line in lines(field):
            at += len(line)
            if at < len(paragraph) and at not in found.first | found.second:
                wrong.append(line)
    return wrong


def test_lines_end_between_words(field: QPlainTextEdit) -> None:
    field.setPlainText(TEXT)
    assert len(lines(field)) > 3
    assert "".join(lines(field)) == TEXT
    assert cut_words(field) == []


def test_lines_end_between_words_at_every_width(field: QPlainTextEdit) -> None:
    field.setPlainText(TEXT)
    for width in range(200, 700, 61):
        field.resize(width, 300)
        assert cut_words(field) == []
        room = field.viewport().width()
        layout = field.document().firstBlock().layout()
        for n in range(layout.lineCount()):
            assert layout.lineAt(n).naturalTextWidth() <= room


def test_what_is_typed_breaks_between_words_after_a_pause(
    field: QPlainTextEdit, qtbot: QtBot
) -> None:
    for letter in TEXT:
        field.insertPlainText(letter)
    assert "".join(lines(field)) == TEXT
    qtbot.waitUntil(lambda: cut_words(field) == [])
    assert field.toPlainText() == TEXT


def test_a_field_is_as_high_as_its_own_lines(qtbot: QtBot) -> None:
    field = GrowingText()
    shown(qtbot, field)
    field.setPlainText(TEXT)
    count = len(lines(field))
    assert field.document().size().height() == count
    assert field.sizeHint().height() >= count * field.fontMetrics().lineSpacing()


PARAGRAPHS = ["", "a", "ក្រុម", TEXT, "សួស្ដី\nលោក", "👩ក\u200bខ", TEXT[:40]]
KEYS = [
    Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Backspace, Qt.Key.Key_Delete, Qt.Key.Key_Return,
]  # fmt: skip


def steps(qtbot: QtBot, chance: random.Random) -> list[Callable[[QPlainTextEdit], None]]:
    """What a person does in a field, the same for any field it is done in."""

    def press(field: QPlainTextEdit) -> None:
        qtbot.keyClick(field, key, Qt.KeyboardModifier.ShiftModifier if select else no)

    no = Qt.KeyboardModifier.NoModifier
    key, select = chance.choice(KEYS[:4]), chance.random() < 0.3
    if key in KEYS[2:]:
        select = False
    text, place = chance.choice(PARAGRAPHS), chance.random()
    return [
        press,
        lambda field: qtbot.keyClick(field, Qt.Key.Key_Return),
        lambda field: field.insertPlainText(text),
        lambda field: qtbot.keyClicks(field, "ab "),
        lambda field: field.undo(),
        lambda field: field.redo(),
        lambda field: field.cut(),
        lambda field: field.paste(),
        lambda field: _go(field, round(place * len(field.toPlainText()))),
    ]


def _go(field: QPlainTextEdit, at: int) -> None:
    cursor = field.textCursor()
    cursor.setPosition(min(at, field.document().characterCount() - 1))
    field.setTextCursor(cursor)


@pytest.mark.parametrize("seed", range(6))
def test_all_that_is_typed_is_as_in_a_plain_field(qtbot: QtBot, seed: int) -> None:
    ours, plain = QPlainTextEdit(), QPlainTextEdit()
    end_lines_between_words(ours)
    for field in (ours, plain):
        shown(qtbot, field, 240)
        field.setPlainText(TEXT)
    chance = random.Random(seed)  # noqa: S311
    for _ in range(60):
        QGuiApplication.clipboard().setText("ស្រុក")
        number, dice = chance.randrange(9), chance.randrange(10**9)
        for field in (ours, plain):
            steps(qtbot, random.Random(dice))[number](field)  # noqa: S311
        assert ours.toPlainText() == plain.toPlainText()
        assert ours.textCursor().position() == plain.textCursor().position()
        assert ours.textCursor().selectedText() == plain.textCursor().selectedText()
        assert "".join(lines(ours)) == ours.toPlainText().replace("\n", "")


def test_undo_goes_back_to_the_empty_field_and_forward_again(field: QPlainTextEdit) -> None:
    field.insertPlainText(TEXT)
    for letter in "កខគ":
        field.insertPlainText(letter)
    while field.document().isUndoAvailable():
        field.undo()
    assert field.toPlainText() == ""
    while field.document().isRedoAvailable():
        field.redo()
    assert field.toPlainText() == TEXT + "កខគ"


def test_what_is_copied_is_what_was_typed(field: QPlainTextEdit, qtbot: QtBot) -> None:
    field.setPlainText(TEXT)
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == TEXT
    field.clear()
    field.paste()
    assert field.toPlainText() == TEXT


def compose(field: QPlainTextEdit, preedit: str, commit: str = "") -> None:
    event = QInputMethodEvent(preedit, [])
    event.setCommitString(commit)
    QCoreApplication.sendEvent(field, event)


def test_a_word_that_is_being_composed_is_shown_and_then_taken(
    field: QPlainTextEdit, qtbot: QtBot
) -> None:
    field.setPlainText(TEXT)
    field.moveCursor(QTextCursor.MoveOperation.End)
    field.setFocus()
    for preedit in ("ស", "សម", "សមា"):
        compose(field, preedit)
        layout = field.document().firstBlock().layout()
        last = layout.lineAt(layout.lineCount() - 1)
        assert (
            last.textStart() + last.textLength() == len((TEXT + preedit).encode("utf-16-le")) // 2
        )
        assert field.toPlainText() == TEXT
    qtbot.wait(khmer_lines.PAUSE_MS + 50)
    assert field.document().firstBlock().layout().preeditAreaText() == "សមា"
    compose(field, "", "សមាគម")
    assert field.toPlainText() == TEXT + "សមាគម"
    qtbot.keySequence(field, QKeySequence(QKeySequence.StandardKey.Undo))
    assert field.toPlainText() == TEXT


def test_the_cursor_is_where_its_letter_is(field: QPlainTextEdit) -> None:
    field.setPlainText(TEXT)
    cursor = field.textCursor()
    for at in range(0, len(TEXT), 7):
        cursor.setPosition(at)
        place = field.cursorRect(cursor).center()
        there = field.cursorForPosition(place).position()
        assert abs(there - at) <= 6  # inside a cluster the cursor has no place of its own
        assert field.cursorRect(field.cursorForPosition(place)) == field.cursorRect(cursor)


def test_a_paragraph_of_ten_thousand_letters_without_a_space(field: QPlainTextEdit) -> None:
    text = "ក" * 10_000
    field.setPlainText(text)
    assert "".join(lines(field)) == text
    field.insertPlainText("ខ")
    assert field.toPlainText() == "ខ" + text


@pytest.mark.parametrize("text", ["\u17d2" * 300, "\u200b" * 300, "្ក" * 200, "ក\u2028ខ" * 90])
def test_odd_texts_do_no_harm(field: QPlainTextEdit, text: str) -> None:
    field.setPlainText(text)
    assert "".join(lines(field)).replace("\u2028", "") == text.replace("\u2028", "")
