"""Signature blocks: who signs, side by side on one page."""

from __future__ import annotations

from cspdesk.paper.blocks import Signature, Signatures
from cspdesk.paper.pdf.flow import Piece, paginate
from cspdesk.paper.pdf.fontsets import FontSet
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.styles import Area, points, text_pieces
from cspdesk.paper.pdf.typeset import typeset

_ABOVE = 8.0
_GUTTER = 6.0


def signature_pieces(block: Signatures, area: Area) -> list[Piece]:
    """Return both blocks as one piece; as lines below each other if taller than a page."""
    room = area.width - _GUTTER
    widths = side_widths(room, *(_widest(side, area.fonts) for side in (block.left, block.right)))
    columns = [
        _column(side, width, area.fonts)
        for side, width in zip((block.left, block.right), widths, strict=True)
    ]
    tallest = max(sum(piece.height for piece in column) for column in columns)
    if tallest > area.height:
        return [piece for column in columns for piece in column]

    def draw(ink: Ink, x: float, y: float) -> None:
        for column, left in zip(columns, (x, x + widths[0] + _GUTTER), strict=True):
            for page in paginate(column, tallest + 1):
                for at, piece in page.placed:
                    piece.put(ink, left, y + at)

    return [Piece(tallest, draw, above=_ABOVE)] if tallest else []


def side_widths(room: float, left: float, right: float) -> tuple[float, float]:
    """Return the widths of both sides: halves of ``room``, or more for a side that needs more.

    ``left`` and ``right`` are the widths of the longest lines. What one side gets beyond its half
    the other can do without.
    """
    if right > room / 2:
        first = max(min(left, room / 2), room - right)
    else:
        first = min(max(left, room / 2), room - right)
    return first, room - first


def _widest(signature: Signature | None, fonts: FontSet) -> float:
    """Return the width of the longest line, with a hair's room against rounding."""
    if signature is None:
        return 0.0
    lines = [typeset(line, fonts.body()) for line in (*signature.above, *signature.below)]
    lines.append(typeset(signature.role, fonts.heading()))
    return max(line.width for line in lines) + 0.1


def _column(signature: Signature | None, width: float, fonts: FontSet) -> list[Piece]:
    if signature is None:
        return []
    pieces: list[Piece] = []
    for line in signature.above:
        pieces += text_pieces(line, fonts.body(), width, "center")
    pieces += text_pieces(signature.role, fonts.heading(), width, "center")
    pieces.append(Piece(points(signature.room)))
    for line in signature.below:
        pieces += text_pieces(line, fonts.body(), width, "center")
    return pieces
