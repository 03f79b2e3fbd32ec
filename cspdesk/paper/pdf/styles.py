"""The text area, and lines of text as pieces of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from cspdesk.paper.blocks import Align
from cspdesk.paper.pdf.flow import Piece
from cspdesk.paper.pdf.fonts import Glyph, has_marks
from cspdesk.paper.pdf.fontsets import FontSet
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.structure import Element
from cspdesk.paper.pdf.typeset import Line, Style, wrap

MM = 72 / 25.4
_LONGEST = 5000.0
"""Millimetres: no page of a PDF may be larger (ISO 32000-1, annex C.2)."""
_WIDEST_SPACE, _WIDEST_GAP = 0.8, 0.02
"""Most that a space and a gap between clusters may grow, in em; else the line stays ragged."""
_WIDEST_SUM = 0.1
"""pdf.js adds up the gaps around clusters with marks, and takes more than this for a space."""
_SPACE_STEP = 0.04
"""Spaces grow in steps of this many em, each a glyph of its own; gaps take up the rest."""


@dataclass(frozen=True)
class Area:
    """The text area of a page in points, and the faces that it is set in.

    ``left`` and ``top`` are how far its corner is from that of the paper.
    """

    width: float
    height: float
    fonts: FontSet
    left: float = 0.0
    top: float = 0.0


def points(length: float) -> float:
    """Return a length of any number of mm in points; what is below zero or no number is none."""
    return min(max(0.0, length), _LONGEST) * MM


def baseline(style: Style) -> float:
    """Return how far below a line's top its baseline stands."""
    return style.leading / 2 + style.middle * style.size


def draw_line(ink: Ink, line: Line, x: float, y: float, width: float, align: Align) -> None:
    """Draw a line whose top is ``y`` into ``width`` points."""
    top = y + baseline(line.style)
    slack = max(0.0, width - line.width)
    if align == "justify":
        filled, gap = justified(line, slack)
        ink.line(filled, x, top, gap)
    else:
        shift = {"center": slack / 2, "right": slack}.get(align, 0.0)
        ink.line(line, x + shift, top)


def justified(line: Line, slack: float) -> tuple[Line, float]:
    """Fill a line: spaces grow first, then the gaps between clusters (W3C khmr-lreq).

    A paragraph's last line, and one that would need more than the widest gaps, stays as it is.
    Returns the line with its spaces grown, and the points to add after each cluster.
    """
    gaps = len(line.glyphs) - 1
    if line.ends_paragraph or gaps < 1:
        return line, 0.0
    size = line.style.size
    spaces = sum(1 for glyph in line.glyphs[:-1] if glyph.spaces)
    most = round(spaces * _WIDEST_SPACE / _SPACE_STEP)
    steps = min(int(slack / size / _SPACE_STEP), most)
    gap = (slack - steps * _SPACE_STEP * size) / gaps
    if gap > min(_WIDEST_GAP, _WIDEST_SUM / (_longest_marked(line.glyphs) + 1)) * size:
        return line, 0.0
    return _with_wider_spaces(line, steps, spaces), gap


def _longest_marked(glyphs: Sequence[Glyph]) -> int:
    """Return how many clusters with combining marks follow each other."""
    return max((len(list(run)) for marked, run in groupby(glyphs, has_marks) if marked), default=0)


def _with_wider_spaces(line: Line, steps: int, spaces: int) -> Line:
    """Share steps out among the spaces; the first ones grow by one more."""
    *glyphs, last = line.glyphs
    wider = []
    for glyph in glyphs:
        if glyph.spaces:
            # What is left, rounded up, so that the shares of all spaces make the whole.
            share = -(-steps // spaces)
            steps, spaces = steps - share, spaces - 1
            glyph = glyph.face.widened(glyph.text, share * _SPACE_STEP) if share else glyph
        wider.append(glyph)
    return replace(line, glyphs=[*wider, last])


def line_pieces(
    lines: Sequence[Line],
    width: float,
    align: Align,
    indent: float = 0.0,
    element: Element | None = None,
) -> list[Piece]:
    """Return one piece a line, all of one element; the first and last two stay on one page."""
    pieces, element = [], element or Element("P")
    for number, line in enumerate(lines):
        offset = 0.0 if number else indent

        def draw(ink: Ink, x: float, y: float, line: Line = line, offset: float = offset) -> None:
            draw_line(ink, line, x + offset, y, width - offset, align)

        glued = number in (0, len(lines) - 2) and number != len(lines) - 1
        pieces.append(Piece(line.style.leading, draw, glued=glued, element=element))
    return pieces


def text_pieces(
    text: str, style: Style, width: float, align: Align = "left", role: str = "P"
) -> list[Piece]:
    """Wrap a text and return its lines as pieces of one element; '' gives none."""
    if not text:
        return []
    lines = wrap(text, style, width)
    return line_pieces(lines, width, align, element=Element(role, text))


def together(pieces: Sequence[Piece], above: float = 0.0, after: float = 0.0) -> list[Piece]:
    """Keep pieces on one page, with room around them."""
    if not pieces:
        return []
    glued = [replace(piece, glued=True) for piece in pieces[:-1]]
    whole = [*glued, replace(pieces[-1], after=after)]
    whole[0] = replace(whole[0], above=above)
    return whole
