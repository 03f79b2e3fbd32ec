"""What a search matches stands on a coloured ground, and no letter moves for it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter
from pytestqt.qtbot import QtBot

from cspdesk.ui import theme
from cspdesk.ui.widgets.found import draw_line, units
from cspdesk.ui.widgets.table import Cell, Column, RecordModel, RecordTable

WIDTH, HEIGHT = 400, 40


def drawn(text: str, typed: str = "", width: int = WIDTH, **more: object) -> QImage:
    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    painter.setFont(QFont(theme.FAMILY, 14))
    draw_line(painter, QRect(0, 0, width, HEIGHT), text, typed, (text,), **more)
    painter.end()
    return image


def coloured(image: QImage) -> list[int]:
    """Columns of the picture with the ground of what was found, near its upper edge."""
    wanted = theme.tokens().color("found")
    return [x for x in range(WIDTH) if image.pixelColor(x, 3) == wanted]


@pytest.mark.parametrize(
    ("text", "typed"),
    [("ស៊ន ស្រីពៅ", "ស្រី"), ("ឃុំអូរដំបង ១", "ដំបង"), ("Sok Phearak", "pearak"), ("👩 សុខ", "សុខ")],
)
def test_the_letters_found_have_a_ground_and_stand_where_they_stood(
    qtbot: QtBot, text: str, typed: str
) -> None:
    plain, found = drawn(text), drawn(text, typed)
    columns = coloured(found)
    assert coloured(plain) == []
    assert columns
    ink = QColor("black")
    for x in range(WIDTH):
        for y in range(HEIGHT):
            dark = plain.pixelColor(x, y) == ink
            assert (found.pixelColor(x, y) == ink) == dark


def test_the_ground_is_under_the_letters_found_only(qtbot: QtBot) -> None:
    first, last = coloured(drawn("aaa bbb", "aaa")), coloured(drawn("aaa bbb", "bbb"))
    assert max(first) < min(last)
    right = coloured(drawn("aaa bbb", "bbb", side=Qt.AlignmentFlag.AlignRight))
    assert max(right) >= WIDTH - 4


def test_what_is_cut_has_no_ground(qtbot: QtBot) -> None:
    text = "aaa " * 20 + "bbb"
    assert coloured(drawn(text, "bbb")) == []
    narrow = coloured(drawn("aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaa", width=60))
    assert narrow
    assert max(narrow) < 60


def test_offsets_as_qt_counts_them() -> None:
    assert [units("👩ក", at) for at in range(3)] == [0, 2, 3]


def test_a_table_highlights_what_is_searched_and_nothing_else(qtbot: QtBot) -> None:
    model: RecordModel[str] = RecordModel(
        [Column("name", lambda: "", lambda row: Cell(row, "sok", searched=(row,)))]
    )
    model.set_rows(["sok", "keo"])
    table = RecordTable(model, two_lines=True)
    qtbot.addWidget(table)
    table.resize(300, 200)
    table.show()

    def found_rows() -> set[int]:
        image = table.viewport().grab().toImage()
        wanted = theme.tokens().color("found").rgb()
        return {
            table.rowAt(y)
            for y in range(image.height())
            if any(image.pixel(x, y) == wanted for x in range(image.width()))
        }

    assert found_rows() == set()
    table.set_search("so")
    assert found_rows() == {0}
    table.set_search("")
    assert found_rows() == set()
