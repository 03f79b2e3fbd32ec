"""Bar charts as tables: the figures are text that can be read, copied and put right.

A drawn chart of Word would need its own workbook to be edited, and looks different in each program
that opens it; cells with a shade look the same in all of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cspdesk.paper.blocks import Chart
from cspdesk.paper.docx.sheet import Sheet
from cspdesk.paper.docx.tables import Cell, row, table
from cspdesk.paper.docx.text import Flow, Type, empty, lines_of, one_line, paragraph, runs

_GREYS = ("595959", "E0E0E0", "9E9E9E", "FFFFFF")
_LABELS, _VALUES = 0.36, 0.25
"""Most that labels and figures may take of the width."""
_SIZE = 9.5
_BAR, _GAP = 12.0, 5.0
_LEAST_BAR = 0.75
_LARGEST = 1e100
_OUTLINE = "".join(
    f'<w:{edge} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
    for edge in ("top", "left", "bottom", "right")
)


def block_chart(block: Chart, sheet: Sheet) -> str:
    """Return a chart: its title, a legend where there are several series, a row for each label.

    Numbers below zero have bars of no length. Without labels there is no chart.
    """
    if not block.labels:
        return ""
    kind, strong = sheet.body(_SIZE), sheet.body(bold=True)
    made = ""
    if block.title:
        made += paragraph(runs(block.title, strong), Flow(keep_next=True), strong)
    if len(block.series) > 1:
        made += _legend([name for name, _ in block.series], kind)
    values = [*block.values, *[""] * len(block.labels)][: len(block.labels)]
    labels_room = min(_widest(block.labels, sheet, kind), sheet.width * _LABELS) + 2 * _GAP
    values_room = min(_widest(values, sheet, kind), sheet.width * _VALUES) + 2 * _GAP
    bars_room = sheet.width - labels_room - values_room
    parts = [[_number(part, at) for _, part in block.series] for at in range(len(values))]
    longest = max(map(sum, parts)) or 1.0
    rows = []
    for left, label, numbers, value in zip(
        range(len(values) - 1, -1, -1), block.labels, parts, values, strict=True
    ):
        flow = Flow(align="right", right=_GAP, keep_next=bool(left))
        lengths = [number / longest * bars_room for number in numbers]
        bar = _bar(lengths, value, sheet.width - labels_room, kind)
        name = paragraph(runs(label, kind), flow, kind)
        cells = [
            Cell(labels_room, name, middle=True),
            Cell(sheet.width - labels_room, bar, middle=True),
        ]
        rows.append(row(cells))
    widths = [labels_room, sheet.width - labels_room]
    return made + table(widths, rows, pad=(0.0, 1.5)) + empty(2 * _GAP, kind)


def _bar(lengths: Sequence[float], value: str, width: float, kind: Type) -> str:
    """Return a table in the cell: a shaded cell for each part, then the figure."""
    tail = empty(1.0, kind)
    cells = [
        Cell(length, tail, fill=_GREYS[number % len(_GREYS)], borders=_OUTLINE)
        for number, length in enumerate(lengths)
        if length >= _LEAST_BAR
    ]
    figure = paragraph(runs(value, kind), Flow(left=_GAP, exact=_BAR), kind)
    cells.append(Cell(width - sum(cell.width for cell in cells), figure, middle=True))
    return table([cell.width for cell in cells], [row(cells, _BAR)]) + tail


def _legend(names: Sequence[str], kind: Type) -> str:
    """Return the names, each behind a square in its grey; white is drawn as an empty square."""
    parts = []
    for number, name in enumerate(names):
        grey = _GREYS[number % len(_GREYS)]
        square = runs("□ ", kind) if grey == "FFFFFF" else runs("■ ", replace(kind, color=grey))
        parts.append(square + runs(f"{one_line(name)}    ", kind))
    return paragraph("".join(parts), Flow(below=2.0, keep_next=True), kind)


def _widest(texts: Sequence[str], sheet: Sheet, kind: Type) -> float:
    return max(sheet.text_width(line, kind) for text in texts for line in lines_of(text))


def _number(numbers: Sequence[float], at: int) -> float:
    return min(max(0.0, numbers[at]), _LARGEST) if at < len(numbers) else 0.0
