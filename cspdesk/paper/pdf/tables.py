"""Tables: column widths, cells that keep together, rows as pieces with a repeated header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cspdesk.paper.blocks import Align, Column, Table
from cspdesk.paper.pdf.flow import Piece
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.styles import MM, Area, draw_line
from cspdesk.paper.pdf.typeset import Line, Style, split_lines, typeset, wrap

_PAD_X = 3.0
_PAD_Y = 2.5
_RULE = 0.5
_HEADER_GREY = 0.93
_SMALLEST = 0.85
"""How far a cell that keeps together may shrink before it wraps."""
_LEAST_COLUMN = 12.0
_AFTER = 6.0


@dataclass(frozen=True)
class _Row:
    """Lines of each cell, with what all cells of the row share."""

    cells: Sequence[Sequence[Line]]
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
        area: the text area; only a row taller than it is cut.
    """
    if not table.columns:
        return []
    height, fonts = area.height, area.fonts
    widths = column_widths(table.columns, area.width)
    style, strong = fonts.body(table.size), fonts.body(table.size, bold=True)
    centred: list[Align] = ["center"] * len(widths)
    aligns = [column.align for column in table.columns]
    titles = [wrap(c.title, strong, _room(w)) for c, w in zip(table.columns, widths, strict=True)]
    header = _Row(titles, centred, style.leading, grey=True)

    def measured(texts: Sequence[str]) -> _Row:
        cells = _cells(texts, table.columns, style, widths)
        return _Row(cells, aligns, style.leading, table.row_height * MM)

    rows = [measured(row) for row in table.rows]
    if table.totals:
        rows.append(
            _Row(_cells(table.totals, table.columns, strong, widths), aligns, style.leading)
        )
    repeated = _piece(header, widths) if header.height <= height / 2 else None
    room = height - (repeated.height if repeated else 0.0)
    body_rows = [*([] if repeated else [header]), *rows]
    pieces = [_piece(part, widths, repeated) for row in body_rows for part in row.parts(room)]
    if table.totals and len(pieces) > 1:
        pieces[-2] = replace(pieces[-2], glued=True)
    if repeated:
        pieces.insert(0, replace(repeated, glued=bool(pieces)))
    spare = [_piece(measured(row), widths, repeated) for row in table.spare]
    # Whichever row turns out to be the last, it stays with the room below and what follows that.
    pieces[-1] = replace(pieces[-1], glued=True)
    pieces += [replace(piece, glued=True, spare=True) for piece in spare]
    return [*pieces, Piece(0.0, after=_AFTER)]


def column_widths(columns: Sequence[Column], width: float) -> list[float]:
    """Return widths in points that fill ``width``: fixed ones first, the rest by weight.

    Columns that ask for more than there is shrink together.
    """
    weights = [0.0 if column.width else max(column.weight, 0.1) for column in columns]
    shares = sum(weights)
    fixed = [column.width * MM for column in columns]
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
    filled = [*texts, *[""] * len(columns)][: len(columns)]
    return [
        _kept(text, style, _room(width))
        if column.keep_together
        else wrap(text, style, _room(width))
        for text, column, width in zip(filled, columns, widths, strict=True)
    ]


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

    def draw(ink: Ink, x: float, y: float) -> None:
        total = sum(widths)
        if row.grey:
            ink.box(x, y, total, height, _HEADER_GREY)
        edge = x
        for cell, wide, align in zip(row.cells, widths, row.aligns, strict=True):
            ink.rule(edge, y, edge, y + height, _RULE)
            top = y + _cell_top(row, len(cell))
            for number, line in enumerate(cell):
                at = top + number * row.leading
                draw_line(ink, line, edge + _PAD_X, at, wide - 2 * _PAD_X, align)
            edge += wide
        ink.rule(edge, y, edge, y + height, _RULE)
        ink.rule(x, y, x + total, y, _RULE)
        ink.rule(x, y + height, x + total, y + height, _RULE)

    return Piece(height, draw, header=header)


def _cell_top(row: _Row, lines: int) -> float:
    """Cells of header rows and of rows with room to sign stand in the middle, others at the top."""
    if row.grey or row.least:
        return (row.height - lines * row.leading) / 2
    return _PAD_Y
