"""Tables: column widths, cells that keep together, rows as pieces with a repeated header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, repeat

from cspdesk.paper.blocks import Align, Column, Table
from cspdesk.paper.pdf.flow import Piece
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.structure import Element
from cspdesk.paper.pdf.styles import Area, draw_line, points
from cspdesk.paper.pdf.typeset import Line, Style, split_lines, typeset, wrap

_PAD_X = 3.0
_PAD_Y = 2.5
_RULE = 0.5
_HEADER_GREY = 0.93
_SMALLEST = 0.85
"""How far a cell that keeps together may shrink before it wraps."""
_LEAST_COLUMN = 12.0
_LIGHTEST, _HEAVIEST = 0.1, 1000.0
"""Weights of columns; what is no number is the lightest."""
_AFTER = 6.0
_ABOVE_FIRST = 80.0
"""Points that a table's header leaves for a heading, so that both stay with the first row."""
_OF_COLUMN = "<</O/Table/Scope/Column>>"


@dataclass(frozen=True)
class _Row:
    """Lines of each cell with its element, and what all cells of the row share.

    The header that is repeated on further pages has no elements.
    """

    cells: Sequence[Sequence[Line]]
    elements: Sequence[Element | None]
    aligns: Sequence[Align]
    leading: float
    least: float = 0.0
    grey: bool = False

    @property
    def height(self) -> float:
        return max(self.least, max(map(len, self.cells), default=1) * self.leading + 2 * _PAD_Y)

    def parts(self, height: float) -> list[_Row]:
        """Cut a row that is taller than a page into rows of at most ``height`` points."""
        if self.height <= height:
            return [self]
        count = max(1, int((height - 2 * _PAD_Y) // self.leading))
        most = max(map(len, self.cells))
        return [
            replace(self, cells=[cell[at : at + count] for cell in self.cells], least=0.0)
            for at in range(0, most, count)
        ]


def table_pieces(table: Table, area: Area) -> list[Piece]:
    """Return a table's rows as pieces.

    Args:
        table: the table; rows shorter than the columns are filled with empty cells.
        area: the text area; only a row that is taller, with what stays with it, is cut.
    """
    if not table.columns:
        return []
    height, fonts = area.height, area.fonts
    widths = column_widths(table.columns, area.width)
    style, strong = fonts.body(table.size), fonts.body(table.size, bold=True)
    centred: list[Align] = ["center"] * len(widths)
    aligns = [column.align for column in table.columns]
    whole = Element("Table")
    titles = [wrap(c.title, strong, _room(w)) for c, w in zip(table.columns, widths, strict=True)]
    names = _elements(whole, [column.title for column in table.columns], "TH", _OF_COLUMN)
    header = _Row(titles, names, centred, style.leading, grey=True)

    def measured(texts: Sequence[str], style: Style, least: float) -> _Row:
        filled = [*texts, *[""] * len(widths)][: len(widths)]
        cells = _cells(filled, table.columns, style, widths)
        return _Row(cells, _elements(whole, filled, "TD"), aligns, style.leading, least)

    least = points(table.row_height)
    rows = [measured(row, style, least) for row in table.rows]
    if table.totals:
        rows.append(measured(table.totals, strong, 0.0))
    again = replace(header, elements=[None] * len(widths))
    repeated = _piece(again, widths) if header.height <= height / 2 else None
    room = height - (repeated.height if repeated else 0.0)
    body_rows = [*([] if repeated else [header]), *rows]
    rooms = chain([max(room - _ABOVE_FIRST, room / 2)], repeat(room))
    pieces = [
        _piece(part, widths, repeated)
        for row, most in zip(body_rows, rooms, strict=False)
        for part in row.parts(most)
    ]
    if table.totals and len(pieces) > 1:
        pieces[-2] = replace(pieces[-2], glued=True)
    if repeated:
        pieces.insert(0, replace(_piece(header, widths), glued=bool(pieces)))
    spare = [_piece(measured(row, style, least), widths, repeated) for row in table.spare]
    # Whichever row turns out to be the last, it stays with the room below and what follows that.
    pieces[-1] = replace(pieces[-1], glued=True)
    pieces += [replace(piece, glued=True, spare=True) for piece in spare]
    return [*pieces, Piece(0.0, after=_AFTER)]


def column_widths(columns: Sequence[Column], width: float) -> list[float]:
    """Return widths in points that fill ``width``: fixed ones first, the rest by weight.

    Columns that ask for more than there is shrink together.
    """
    fixed = [points(column.width) for column in columns]
    weights = [
        0.0 if wide else min(max(_LIGHTEST, column.weight), _HEAVIEST)
        for wide, column in zip(fixed, columns, strict=True)
    ]
    shares = sum(weights)
    room_for_shared = _LEAST_COLUMN * sum(1 for weight in weights if weight)
    if shares == 0:
        scale = width / sum(fixed) if sum(fixed) > width else 1.0
        return [wide * scale for wide in fixed]
    scale = min(1.0, max(0.0, width - room_for_shared) / (sum(fixed) or 1.0))
    left = width - scale * sum(fixed)
    return [
        wide * scale if wide else left * w / shares for wide, w in zip(fixed, weights, strict=True)
    ]


def _room(width: float) -> float:
    return max(1.0, width - 2 * _PAD_X)


def _cells(
    texts: Sequence[str], columns: Sequence[Column], style: Style, widths: Sequence[float]
) -> list[list[Line]]:
    return [
        _kept(text, style, _room(width))
        if column.keep_together
        else wrap(text, style, _room(width))
        for text, column, width in zip(texts, columns, widths, strict=True)
    ]


def _elements(
    table: Element, texts: Sequence[str], role: str, attributes: str = ""
) -> list[Element]:
    row = Element("TR", parent=table)
    return [Element(role, text, row, attributes=attributes) for text in texts]


def _kept(text: str, style: Style, room: float) -> list[Line]:
    texts = split_lines(text)
    lines = [typeset(part, style) for part in texts]
    widest = max(line.width for line in lines)
    if widest <= room:
        return lines
    scale = room / widest
    if scale < _SMALLEST:
        return wrap(text, style.scaled(_SMALLEST), room)
    return [typeset(part, style.scaled(scale)) for part in texts]


def _piece(row: _Row, widths: Sequence[float], header: Piece | None = None) -> Piece:
    height = row.height
    edges = list(accumulate(widths, initial=0.0))

    def draw(ink: Ink, x: float, y: float) -> None:
        if row.grey:
            ink.box(x, y, edges[-1], height, _HEADER_GREY)
        ink.grid(x, y, edges, height, _RULE)
        cells = zip(row.cells, row.elements, edges, widths, row.aligns, strict=False)
        for cell, element, edge, wide, align in cells:
            top = y + _cell_top(row, len(cell))
            with ink.tagged(element, kept=True):
                for number, line in enumerate(cell):
                    at = top + number * row.leading
                    draw_line(ink, line, x + edge + _PAD_X, at, wide - 2 * _PAD_X, align)

    return Piece(height, draw, header=header)


def _cell_top(row: _Row, lines: int) -> float:
    """Cells of header rows and of rows with room to sign stand in the middle, others at the top."""
    if row.grey or row.least:
        return (row.height - lines * row.leading) / 2
    return _PAD_Y
