"""A code to keep on paper: letters in columns, and the same text as a QR symbol."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from cspdesk.khmer.clusters import clusters
from cspdesk.paper.blocks import Code
from cspdesk.paper.pdf import fonts
from cspdesk.paper.pdf.flow import Piece
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.styles import MM, draw_line
from cspdesk.paper.pdf.typeset import Line, Style, split_lines

_SIZE = 16.0
_LEADING = 30.0
_CELL = 0.86
"""Width of a letter's column in em: wider than any letter or digit of the face."""
_SYMBOL = 36 * MM
_GAP = 8 * MM
_QUIET = 4
"""Modules of white around a QR symbol (ISO/IEC 18004)."""


def code_pieces(block: Code, width: float) -> list[Piece]:
    """Return the groups and the symbol as one piece; a text too long for QR has no symbol."""
    matrix = _matrix(block.text)
    room = width - (_SYMBOL + _GAP if matrix else 0.0)
    lines = _lines(block.groups, room)
    height = max(_SYMBOL if matrix else 0.0, len(lines) * _LEADING)

    def draw(ink: Ink, x: float, y: float) -> None:
        top = y + (height - len(lines) * _LEADING) / 2
        for number, line in enumerate(lines):
            draw_line(ink, line, x, top + number * _LEADING, room, "left")
        if matrix:
            _draw_symbol(ink, matrix, x + width - _SYMBOL, y)

    return [Piece(height, draw, above=4.0, after=6.0)]


def _lines(groups: Sequence[str], width: float) -> list[Line]:
    style = Style(fonts.code(), _SIZE, _LEADING)
    face = style.family.main
    lines: list[Line] = []
    for group in groups:
        letters = clusters("".join(split_lines(group)).strip())
        glyphs = [face.spaced(letter, _CELL) for letter in letters[:-1]]
        glyphs += [face.spaced(f"{letter} ", _CELL) for letter in letters[-1:]]
        grown = Line([*lines[-1].glyphs, *glyphs], style) if lines else None
        if grown is not None and grown.width <= width:
            lines[-1] = grown
        elif glyphs:
            lines.append(Line(glyphs, style))
    return lines


def _matrix(text: str) -> list[list[bool]]:
    import segno

    try:
        symbol = segno.make(text, error="m", micro=False)
    except ValueError:  # empty, or more than a symbol holds
        return []
    return [[bool(module) for module in row] for row in symbol.matrix]


def _draw_symbol(ink: Ink, matrix: Sequence[Sequence[bool]], x: float, y: float) -> None:
    module = _SYMBOL / (len(matrix) + 2 * _QUIET)
    for row, modules in enumerate(matrix, _QUIET):
        column = _QUIET
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                ink.box(x + column * module, y + row * module, length * module, module)
            column += length
