"""A document becomes pages: measure, paginate, draw."""

from __future__ import annotations

from collections.abc import Sequence

from cspdesk.paper.blocks import Block, Document, NewPart, Page
from cspdesk.paper.pdf.flow import PageContent, nothing, paginate
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.footer import CODE_ROOM, draw_footer
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.layout import pieces_of
from cspdesk.paper.pdf.styles import MM, Area, points
from cspdesk.paper.pdf.typeset import split_lines

_LEAST = 20 * MM
"""Least side of paper."""


def draw_document(document: Document) -> bytes:
    """Return the PDF of a document; the same document gives the same bytes.

    Raises:
        PaperError: a font is missing or may not be embedded.
    """
    paper = _paper(document.page)
    area = _area(document, paper)
    title, author = (" ".join(split_lines(text)) for text in (document.title, document.author))
    ink = Ink(paper, title, author, document.language)
    for pages in _parts(document.blocks, area):
        for number, content in enumerate(pages, 1):
            for y, piece in content.placed:
                piece.put(ink, area.left, area.top + y)
            draw_footer(ink, document, area, paper[1], (number, len(pages)))
            ink.end_page()
    return ink.finish()


def _paper(page: Page) -> tuple[float, float]:
    width, height = (max(_LEAST, points(side)) for side in (page.width, page.height))
    return (height, width) if page.landscape else (width, height)


def _area(document: Document, paper: tuple[float, float]) -> Area:
    page = document.page
    bottom = max(page.bottom, CODE_ROOM) if page.code else page.bottom
    left, width = _between(page.left, page.right, paper[0])
    top, height = _between(page.top, bottom, paper[1])
    return Area(width, height, font_set(document.fonts), left, top)


def _between(before: float, after: float, whole: float) -> tuple[float, float]:
    """Return where text begins between two margins in mm, and its room.

    Margins that leave neither 20 mm nor half of the paper are made smaller in proportion.
    """
    start, end = points(before), points(after)
    scale = min(1.0, (whole - min(_LEAST, whole / 2)) / max(start + end, 1.0))
    return start * scale, whole - (start + end) * scale


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
