"""Tables: one row of the block is one row in Word, its header repeated on every page."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

from cspdesk.paper.blocks import Align, Column, Table
from cspdesk.paper.docx.sheet import MM, Sheet
from cspdesk.paper.docx.text import Flow, Type, empty, lines_of, paragraph, runs, twips
from cspdesk.paper.pdf.tables import column_widths

_PAD_X, _PAD_Y = 3.0, 2.5
_SMALLEST = 0.85
_AFTER = 6.0
_GREY = "EDEDED"
_EDGES = ("top", "left", "bottom", "right", "insideH", "insideV")
_SPARE_LENGTH = 0.98
"""What fits a cell on the PDF with so much room left fits it in Word as well."""


@dataclass(frozen=True)
class Cell:
    """A cell: its width in points, its paragraphs as XML, and how they stand."""

    width: float
    content: str
    middle: bool = False
    fill: str = ""
    borders: str = ""

    def xml(self) -> str:
        """Return the cell; where nothing is in it there is an empty paragraph."""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{self.fill}"/>' if self.fill else ""
        borders = f"<w:tcBorders>{self.borders}</w:tcBorders>" if self.borders else ""
        middle = '<w:vAlign w:val="center"/>' if self.middle else ""
        return (
            f'<w:tc><w:tcPr><w:tcW w:w="{twips(self.width)}" w:type="dxa"/>{borders}{fill}'
            f"{middle}</w:tcPr>{self.content}</w:tc>"
        )


def row(
    cells: Sequence[Cell], least: float = 0.0, *, header: bool = False, exact: bool = False
) -> str:
    """Return a row that stays on one page, at least (or exactly) ``least`` points high."""
    rule = "exact" if exact else "atLeast"
    height = f'<w:trHeight w:val="{twips(least)}" w:hRule="{rule}"/>' if least else ""
    repeated = "<w:tblHeader/>" if header else ""
    content = "".join(cell.xml() for cell in cells)
    return f"<w:tr><w:trPr><w:cantSplit/>{height}{repeated}</w:trPr>{content}</w:tr>"


def table(
    widths: Sequence[float],
    rows: Sequence[str],
    *,
    ruled: bool = False,
    pad: tuple[float, float] = (0.0, 0.0),
) -> str:
    """Return a table of fixed column widths in points, with thin rules or none.

    ``pad`` is the room in each cell at the sides and above and below.
    """
    rule = 'w:val="single" w:sz="4" w:space="0" w:color="auto"' if ruled else 'w:val="nil"'
    borders = "".join(f"<w:{edge} {rule}/>" for edge in _EDGES)
    x, y = twips(pad[0]), twips(pad[1])
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{twips(sum(widths))}" w:type="dxa"/>'
        f'<w:tblInd w:w="0" w:type="dxa"/><w:tblBorders>{borders}</w:tblBorders>'
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar><w:top w:w="{y}" w:type="dxa"/>'
        f'<w:left w:w="{x}" w:type="dxa"/><w:bottom w:w="{y}" w:type="dxa"/>'
        f'<w:right w:w="{x}" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def block_table(block: Table, sheet: Sheet, *, keep_next: bool) -> str:
    """Return a table of texts and a little room below it.

    Spare rows are left out: only the PDF knows how many fill the page, and in Word a Tab in the
    last cell makes another row. ``keep_next`` keeps the last row on the page of what follows.
    """
    if not block.columns:
        return ""
    widths = column_widths(block.columns, sheet.width)
    columns = list(zip(block.columns, widths, strict=True))
    plain, strong = sheet.body(block.size), sheet.body(block.size, bold=True)
    least = block.row_height * MM
    titles = [
        Cell(width, _texts(column.title, strong, "center", keep=True), middle=True, fill=_GREY)
        for column, width in columns
    ]
    body = [*block.rows, *([block.totals] if block.totals else [])]
    high = max(
        sheet.text_height(column.title, strong, width - 2 * _PAD_X) for column, width in columns
    )
    rows = [row(titles, header=high <= sheet.height / 2)]
    for number, texts in enumerate(body, 1):
        total = bool(block.totals) and number == len(body)
        last = number == len(body)
        keep = (last and keep_next) or (bool(block.totals) and number == len(body) - 1)
        cells = [
            _cell(text, column, width, sheet, strong if total else plain, keep, bool(least))
            for (column, width), text in zip(columns, [*texts, *[""] * len(columns)], strict=False)
        ]
        rows.append(row(cells, 0.0 if total else least))
    made = table(widths, rows, ruled=True, pad=(_PAD_X, _PAD_Y))
    return made + empty(_AFTER, plain, keep_next=keep_next)


def _cell(
    text: str, column: Column, width: float, sheet: Sheet, kind: Type, keep: bool, middle: bool
) -> Cell:
    if column.keep_together:
        kind = _shrunk(text, kind, sheet, width - 2 * _PAD_X)
    return Cell(width, _texts(text, kind, column.align, keep=keep), middle=middle)


def _shrunk(text: str, kind: Type, sheet: Sheet, room: float) -> Type:
    """Return the type smaller where a text does not fit its cell, down to 85 %.

    Word counts sizes in half points: rounded up, the text would not fit again.
    """
    widest = max(sheet.text_width(line, kind) for line in lines_of(text))
    scale = min(1.0, max(_SMALLEST, room * _SPARE_LENGTH / widest)) if widest else 1.0
    return replace(kind, size=math.floor(kind.size * scale * 2) / 2)


def _texts(text: str, kind: Type, align: Align, *, keep: bool) -> str:
    return paragraph(runs(text, kind), Flow(align=align, keep_next=keep), kind)
