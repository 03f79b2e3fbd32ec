"""A document becomes pages: measure, paginate, draw."""

from __future__ import annotations

from cspdesk.khmer.digits import to_khmer_digits
from cspdesk.paper.blocks import Align, Document
from cspdesk.paper.pdf.flow import paginate
from cspdesk.paper.pdf.fontsets import FontSet, font_set
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.layout import pieces_of
from cspdesk.paper.pdf.styles import MM, Area, draw_line
from cspdesk.paper.pdf.typeset import Line, split_lines, typeset

_SHORT, _LONG = 210 * MM, 297 * MM
_FOOTER_SIZE = 9.0
_LEAST = 20 * MM


def draw_document(document: Document) -> bytes:
    """Return the PDF of a document; the same document gives the same bytes.

    Raises:
        PaperError: a font is missing or may not be embedded.
    """
    page = document.page
    paper = (_LONG, _SHORT) if page.landscape else (_SHORT, _LONG)
    area = Area(
        max(_LEAST, paper[0] - (page.left + page.right) * MM),
        max(_LEAST, paper[1] - (page.top + page.bottom) * MM),
        font_set(document.fonts),
    )
    pages = paginate(pieces_of(document.blocks, area), area.height)
    title, author = (" ".join(split_lines(text)) for text in (document.title, document.author))
    ink = Ink(paper, title, author, document.language)
    for number, content in enumerate(pages, 1):
        for y, piece in content.placed:
            piece.draw(ink, page.left * MM, page.top * MM + y)
        _footer(ink, document, area, paper[1], number, len(pages))
        ink.end_page()
    return ink.finish()


def _footer(
    ink: Ink, document: Document, area: Area, height: float, number: int, count: int
) -> None:
    page = document.page
    top, left = height - page.bottom * MM * 0.5, page.left * MM
    digits = to_khmer_digits if document.khmer_digits else str
    text = page.footer.replace("{pages}", digits(count)).replace("{page}", digits(number))
    align: Align = "right" if page.code or page.landscape else "center"
    room = area.width * (0.48 if page.footer and page.code else 1.0)
    draw_line(ink, _fitted(page.code, room, area.fonts), left, top, area.width, "left")
    draw_line(ink, _fitted(text, room, area.fonts), left, top, area.width, align)


def _fitted(text: str, room: float, fonts: FontSet) -> Line:
    """Set a text on one line, smaller where it would not fit."""
    style = fonts.body(_FOOTER_SIZE)
    line = typeset(text, style)
    return line if line.width <= room else typeset(text, style.scaled(room / line.width))
