"""Cards in a grid of exact sizes: name badges, labels, envelopes, place cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cspdesk.paper.blocks import Card, CardLine, Cards
from cspdesk.paper.docx.sheet import MM, Sheet
from cspdesk.paper.docx.tables import Cell, row, table
from cspdesk.paper.docx.text import Flow, Type, empty, lines_of, paragraph, runs

_PAD = 4 * MM
_SCALES = (1.0, 0.92, 0.85, 0.78, 0.7, 0.6, 0.5)
_TAIL = 1.0
_LEAST = 10.0
_EDGES = ("top", "left", "bottom", "right")
_CUT, _FOLD = "single", "dashed"


@dataclass(frozen=True)
class _Grid:
    """How many cards stand on a page, and their sizes in points."""

    across: int
    down: int
    width: float
    height: float
    gap: float

    @classmethod
    def of(cls, block: Cards, sheet: Sheet) -> _Grid:
        gap = max(0.0, block.gap) * MM
        width = min(max(block.width * MM, _LEAST), sheet.width)
        height = min(max(block.height * MM, _LEAST), sheet.height)
        across = max(1, int((sheet.width + gap + 0.1) / (width + gap)))
        down = max(1, int((sheet.height + gap + 0.1) / (height + gap)))
        # Word wants a paragraph after a table: it needs a little of each page.
        most = (sheet.height - 3 * _TAIL - (down - 1) * gap) / down
        return cls(across, down, width, min(height, most), gap)

    def row(self, cells: Sequence[Cell], height: float, blank: Cell) -> str:
        """Return a row of cells with the gaps between them; blanks fill it."""
        filled = [*cells, *[blank] * (self.across - len(cells))]
        if self.gap:
            between = replace(blank, width=self.gap)
            filled = [part for cell in filled for part in (between, cell)][1:]
        return row(filled, height, exact=True)

    @property
    def widths(self) -> list[float]:
        """Widths of the table's columns."""
        parts = [self.gap, self.width] * self.across
        return [width for width in parts[1:] if width]


def block_cards(block: Cards, sheet: Sheet) -> str:
    """Return one table for each page. Exact row heights keep every card in its place.

    Word turns no text of a cell upside down: of folded cards only the lower half is printed,
    below the line to fold along. The PDF has both halves.
    """
    grid = _Grid.of(block, sheet)
    count = grid.across * grid.down
    pages = [
        _page(block, block.cards[at : at + count], grid, sheet)
        for at in range(0, len(block.cards), count)
    ]
    tail = sheet.body(_TAIL)
    new_page = paragraph("", Flow(exact=_TAIL, new_page=True), tail)
    return new_page.join(pages) + (empty(_TAIL, tail) if pages else "")


def _page(block: Cards, cards: Sequence[Card], grid: _Grid, sheet: Sheet) -> str:
    blank = Cell(grid.width, empty(_TAIL, sheet.body(_TAIL)))
    height = grid.height / 2 if block.folded else grid.height
    upper = replace(blank, borders=_borders(block, "top", "left", "right"))
    edges = ("left", "bottom", "right") if block.folded else _EDGES
    lower = _fold(block) + _borders(block, *edges)
    rows: list[str] = []
    for at in range(0, len(cards), grid.across):
        line = cards[at : at + grid.across]
        if rows and grid.gap:
            rows.append(grid.row([], grid.gap, blank))
        if block.folded:
            rows.append(grid.row([upper] * len(line), height, blank))
        filled = [
            Cell(grid.width, _content(card, grid.width, height, sheet), borders=lower)
            for card in line
        ]
        rows.append(grid.row(filled, height, blank))
    return table(grid.widths, rows)


def _borders(block: Cards, *edges: str) -> str:
    return "".join(_border(edge, _CUT) for edge in edges) if block.cut else ""


def _fold(block: Cards) -> str:
    return _border("top", _FOLD) if block.folded else ""


def _border(edge: str, style: str) -> str:
    return f'<w:{edge} w:val="{style}" w:sz="2" w:space="0" w:color="A6A6A6"/>'


def _content(card: Card, width: float, height: float, sheet: Sheet) -> str:
    """Return a card's paragraphs, set smaller until they fit, with room above them."""
    pad = min(_PAD, width / 10, height / 10)
    left = min(max(0.0, card.left) * MM, width / 2)
    inner = width - 2 * pad
    for scale in _SCALES:
        corner = sum(_height(line, inner, sheet, scale) for line in card.corner)
        lines = sum(_height(line, inner - left, sheet, scale) for line in card.lines)
        top = (height - lines) / 2 if card.top is None else card.top * MM
        top = max(top, corner + pad if corner else 0.0)
        if top + lines <= height:
            break
    above = max(0.0, top - (corner + pad if corner else 0.0))
    parts = [
        _text(line, sheet, scale, (0.0 if number else pad, pad, pad))
        for number, line in enumerate(card.corner)
    ]
    parts += [
        _text(line, sheet, scale, (0.0 if number else above, pad + left, pad))
        for number, line in enumerate(card.lines)
    ]
    return "".join(parts) or empty(_TAIL, sheet.body(_TAIL))


def _text(line: CardLine, sheet: Sheet, scale: float, room: tuple[float, float, float]) -> str:
    """Return a line with room above it and at its left and right, in points."""
    kind = _kind(line, sheet, scale)
    above, left, right = room
    flow = Flow(align=line.align, above=above, left=left, right=right)
    return paragraph(runs(line.text, kind), flow, kind)


def _height(line: CardLine, room: float, sheet: Sheet, scale: float) -> float:
    kind = _kind(line, sheet, scale)
    return sum(sheet.text_height(part, kind, room) for part in lines_of(line.text))


def _kind(line: CardLine, sheet: Sheet, scale: float) -> Type:
    if line.heading:
        return sheet.heading(line.size * scale)
    return sheet.body(line.size * scale, bold=line.bold)
