from __future__ import annotations

from dataclasses import dataclass

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cspdesk.ui.widgets.table import Cell, Column, RecordModel, RecordTable


@dataclass(frozen=True)
class Row:
    id: str
    name: str


@pytest.fixture
def table(qtbot: QtBot) -> RecordTable:
    model = RecordModel(
        [
            Column("name", lambda: "Name", lambda row: Cell(row.name, row.id)),
            Column(
                "state", lambda: "", lambda row: Cell("Present", chip=("check", "ok")), width=90
            ),
        ],
        key=lambda row: row.id,
    )
    model.set_rows([Row("1", "Sok"), Row("2", "Keo"), Row("3", "Chhim")])
    made = RecordTable(model, two_lines=True)
    qtbot.addWidget(made)
    made.resize(400, 200)
    made.show()
    return made


def test_the_same_record_stays_chosen_when_rows_come_anew(table: RecordTable) -> None:
    seen: list[Row | None] = []
    assert table.choose("2")
    table.chosen.connect(seen.append)
    table.records.set_rows([Row("0", "New"), Row("2", "Keo Vanna")])
    assert table.current() == Row("2", "Keo Vanna")
    table.records.set_rows([Row("0", "New")])
    assert table.current() is None
    assert seen[-1] is None


def test_enter_opens_the_current_row(table: RecordTable, qtbot: QtBot) -> None:
    table.move(1)
    table.move(1)
    with qtbot.waitSignal(table.opened) as opened:
        qtbot.keyClick(table, Qt.Key.Key_Return)
    assert opened.args == [Row("2", "Keo")]


def test_moving_stops_at_the_ends(table: RecordTable) -> None:
    table.move(-1)
    assert table.current() == Row("1", "Sok")
    table.move(10)
    assert table.current() == Row("3", "Chhim")


def test_a_row_says_all_it_shows(table: RecordTable) -> None:
    index = table.records.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "Sok, 1"


def test_columns_share_the_width(table: RecordTable) -> None:
    assert table.columnWidth(0) + table.columnWidth(1) == table.viewport().width()


def test_a_narrow_table_goes_without_a_column_that_may_be_missed(qtbot: QtBot) -> None:
    model = RecordModel(
        [
            Column("name", lambda: "Name", lambda text: Cell(text)),
            Column("last", lambda: "Last", lambda text: Cell(text), width=120, least=600),
        ],
        key=str,
    )
    made = RecordTable(model)
    qtbot.addWidget(made)
    for width, hidden in ((500, True), (900, False)):
        made.resize(width, 300)
        made.show()
        assert made.isColumnHidden(1) is hidden
        widths = sum(made.columnWidth(at) for at in (0, 1))
        assert widths == made.viewport().width()
