"""The foot of every page: the page's number, and the code by which a scanned sheet is found."""

from __future__ import annotations

from cspdesk.khmer.digits import to_khmer_digits
from cspdesk.paper.blocks import Align, Document
from cspdesk.paper.pdf.fontsets import FontSet
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.styles import MM, Area, draw_line
from cspdesk.paper.pdf.symbol import QUIET, draw_symbol, qr_matrix
from cspdesk.paper.pdf.typeset import Line, typeset

CODE_ROOM = 15.0
"""Least bottom margin in mm with a code: quiet zone, symbol, and what printers leave white."""
_SIZE = 9.0
_SYMBOL = 9 * MM
_LEAST_MODULE = 0.3 * MM
"""Smaller modules are lost on the way through a copier and a phone's camera."""
_CENTRE = 8.7 * MM
"""Least distance of the symbol's middle from the paper's edge."""
_SHARE = 0.48
"""What code and page number may take of the line when both stand on it."""


def draw_footer(
    ink: Ink, document: Document, area: Area, height: float, pages: tuple[int, int]
) -> None:
    """Draw the foot of one page.

    Args:
        ink: where to draw.
        document: whose page it is.
        area: its text area; the foot is as wide.
        height: of the paper in points.
        pages: the page's number, and how many there are.
    """
    page = document.page
    left, width, fonts = area.left, area.width, area.fonts
    digits = to_khmer_digits if document.khmer_digits else str
    number, count = map(digits, pages)
    text = page.footer.replace("{pages}", count).replace("{page}", number)
    room = width * (_SHARE if page.footer and page.code else 1.0)
    bottom = height - area.top - area.height
    top = height - bottom / 2
    if page.code:
        middle = height - max(bottom / 2, _CENTRE)
        shift = _symbol(ink, page.code, left, middle, room)
        code = _fitted(page.code, fonts, room - shift)
        top = middle - code.style.leading / 2
        draw_line(ink, code, left + shift, top, room, "left")
    align: Align = "right" if page.code or page.landscape else "center"
    draw_line(ink, _fitted(text, fonts, room), left, top, width, align)


def _symbol(ink: Ink, code: str, left: float, middle: float, room: float) -> float:
    """Draw the symbol of a code, unless it would be too fine or leave the code itself no room.

    Return the width it takes.
    """
    matrix = qr_matrix(code)
    module = _SYMBOL / len(matrix) if matrix else 0.0
    taken = _SYMBOL + (QUIET + 1) * module
    if module < _LEAST_MODULE or taken > room / 2:
        return 0.0
    draw_symbol(ink, matrix, left, middle - _SYMBOL / 2, module)
    return taken


def _fitted(text: str, fonts: FontSet, room: float) -> Line:
    """Set a text on one line, smaller where it would not fit."""
    style = fonts.body(_SIZE)
    line = typeset(text, style)
    return line if line.width <= room else typeset(text, style.scaled(room / line.width))
