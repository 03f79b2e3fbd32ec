"""A document becomes pages: measure, paginate, draw."""

from __future__ import annotations

from collections.abc import Sequence

from cspdesk.paper.blocks import Block, Document, NewPart, Page
from cspdesk.paper.pdf.flow import PageContent, nothing, paginate
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.footer import CODE_ROOM, draw_footer
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.layout import pieces_of
from cspdesk.paper.pdf.styles import MM, Area
from cspdesk.paper.pdf.typeset import split_lines

_LEAST = 20.0
"""Millimetres of paper, or of text between margins, below which nothing can be set."""


def draw_document(document: Document) -> bytes:
    """Return the PDF of a document; the same document gives the same bytes.

    Raises:
        PaperError: a font is missing or may not be embedded.
    """
    page = document.page
    paper = _paper(page)
    bottom = max(page.bottom, CODE_ROOM) if page.code else page.bottom
    area = Area(
        max(_LEAST * MM, paper[0] - (page.left + page.right) * MM),
        max(_LEAST * MM, paper[1] - (page.top + bottom) * MM),
        font_set(document.fonts),
    )
    title, author = (" ".join(split_lines(text)) for text in (document.title, document.author))
    ink = Ink(paper, title, author, document.language)
    for pages in _parts(document.blocks, area):
        for number, content in enumerate(pages, 1):
            for y, piece in content.placed:
                piece.put(ink, page.left * MM, page.top * MM + y)
            draw_footer(ink, document, area, paper[1], (number, len(pages)))
            ink.end_page()
    return ink.finish()


def _paper(page: Page) -> tuple[float, float]:
    upright = max(_LEAST, page.width) * MM, max(_LEAST, page.height) * MM
    return (upright[1], upright[0]) if page.landscape else upright


def _parts(blocks: Sequence[Block], area: Area) -> list[list[PageContent]]:
    """Return the pages of each part that has something to show; there is at least one page."""
    parts: list[list[Block]] = [[]]
    for block in blocks:
        if isinstance(block, NewPart):
            parts.append([])
        else:
            parts[-1].append(block)
    measured = [pieces_of(part, area) for part in parts]
    shown = [part for part in measured if any(piece.draw is not nothing for piece in part)]
    return [paginate(part, area.height) for part in shown or [[]]]
