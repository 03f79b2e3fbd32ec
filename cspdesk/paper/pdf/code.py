"""A code to keep on paper: letters in columns, and the same text as a QR symbol."""

from __future__ import annotations

from collections.abc import Sequence

from cspdesk.khmer.clusters import clusters
from cspdesk.paper.blocks import Code
from cspdesk.paper.pdf.flow import Piece
from cspdesk.paper.pdf.fonts import Glyph
from cspdesk.paper.pdf.fontsets import code as code_face
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.styles import MM, draw_line
from cspdesk.paper.pdf.symbol import QUIET, draw_symbol, qr_matrix
from cspdesk.paper.pdf.typeset import Line, Style, split_lines

_SIZE = 16.0
_LEADING = 30.0
_CELL = 0.86
"""Least width of a letter's column in em: wider than any letter or digit of the face."""
_SYMBOL = 36 * MM
_GAP = 8 * MM


def code_pieces(block: Code, width: float) -> list[Piece]:
    """Return groups and symbol as one piece; a text too long, or a page too narrow, has none."""
    matrix = qr_matrix(block.text) if width > 2 * (_SYMBOL + _GAP) else []
    room = width - (_SYMBOL + _GAP if matrix else 0.0)
    lines = _lines(block.groups, room)
    height = max(_SYMBOL if matrix else 0.0, len(lines) * _LEADING)

    def draw(ink: Ink, x: float, y: float) -> None:
        top = y + (height - len(lines) * _LEADING) / 2
        for number, line in enumerate(lines):
            draw_line(ink, line, x, top + number * _LEADING, room, "left")
        if matrix:
            left = x + width - _SYMBOL
            with ink.figure(block.text):
                module = _SYMBOL / (len(matrix) + 2 * QUIET)
                draw_symbol(ink, matrix, left + QUIET * module, y + QUIET * module, module)

    return [Piece(height, draw, above=4.0, after=6.0)]


def _lines(groups: Sequence[str], width: float) -> list[Line]:
    """Set groups in lines of equally many, smaller where one does not fit."""
    style = Style(code_face(), _SIZE, _LEADING)
    words = [word for group in groups if (word := _word(group, style))]
    widest = max((Line(word, style).width for word in words), default=0.0)
    style = style.scaled(min(1.0, width / widest)) if widest else style
    space = _CELL * style.size
    longest = min(widest, width) + space
    most = max(1, int((width + space) // longest))
    count = -(-len(words) // -(-len(words) // most)) if words else 1
    rows = [words[at : at + count] for at in range(0, len(words), count)]
    return [Line([glyph for word in row for glyph in word], style) for row in rows]


def _word(group: str, style: Style) -> list[Glyph]:
    letters = clusters("".join(split_lines(group)).strip())
    ends = [*[""] * (len(letters) - 1), " "]
    face = style.family.main
    return [face.spaced(letter + end, _CELL) for letter, end in zip(letters, ends, strict=False)]
