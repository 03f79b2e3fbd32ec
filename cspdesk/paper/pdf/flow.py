"""Pieces with heights, flowing over pages.

A document is a list of pieces: one line of text, one table row, one signature block. A piece is
drawn exactly as it was measured, so that nothing changes its height at a page's end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.structure import Element

Draw = Callable[[Ink, float, float], None]
"""Draws a piece whose top left corner is at (x, y)."""


def nothing(ink: Ink, x: float, y: float) -> None:
    """Draw nothing: the piece is empty height."""


@dataclass(frozen=True)
class Piece:
    """Something of fixed height, in points.

    ``above`` is room before it, except at a page's top; ``after`` is room that may fall off the
    page's end. ``glued`` keeps it on the page of the next piece. ``header`` is drawn before it
    when it is the first of a page (a table's header row). ``spare`` pieces are there to fill a
    page, and left out where they would begin another one. ``element`` is what its text is part of:
    a paragraph of its own unless told, an artifact with None.
    """

    height: float
    draw: Draw = nothing
    above: float = 0.0
    after: float = 0.0
    glued: bool = False
    header: Piece | None = None
    spare: bool = False
    element: Element | None = field(default_factory=lambda: Element("P"))

    def put(self, ink: Ink, x: float, y: float) -> None:
        """Draw the piece as its element, its top left corner at (x, y)."""
        with ink.tagged(self.element):
            self.draw(ink, x, y)


@dataclass
class PageContent:
    """Pieces of one page with the y of each, from the top of the text area."""

    placed: list[tuple[float, Piece]] = field(default_factory=list)


def paginate(pieces: Sequence[Piece], height: float) -> list[PageContent]:
    """Put pieces on pages of ``height`` points; there is always at least one page.

    A glued chain moves as a whole to the next page, unless it is taller than a page. Of the spare
    pieces as many are kept as need no further page. Empty height alone makes no page.
    """
    spare = [at for at, piece in enumerate(pieces) if piece.spare]
    pages: list[PageContent] = []
    for kept in range(len(spare) + 1):
        out = set(spare[kept:])
        tried = _paginate([p for at, p in enumerate(pieces) if at not in out], height)
        if pages and len(tried) > len(pages):
            break
        pages = tried
    return pages


def _paginate(pieces: Sequence[Piece], height: float) -> list[PageContent]:
    pages = [PageContent()]
    pen = 0.0
    for chain in _chains(pieces):
        whole = _extent(chain)
        if pages[-1].placed and pen + whole > height and 0 < whole <= height:
            _turn(pages)
            pen = 0.0
        for piece in chain:
            above = piece.above if pages[-1].placed else 0.0
            fits = pen + above + piece.height <= height + 0.01
            if pages[-1].placed and piece.height and not fits:
                _turn(pages)
                pen = above = 0.0
            if not pages[-1].placed and piece.header is not None:
                pages[-1].placed.append((0.0, piece.header))
                pen = piece.header.height
            pages[-1].placed.append((pen + above, piece))
            pen += above + piece.height + piece.after
    return pages


def _turn(pages: list[PageContent]) -> None:
    """Begin a new page, or the last one anew if nothing is drawn on it."""
    if all(piece.draw is nothing for _, piece in pages[-1].placed):
        pages[-1].placed.clear()
    else:
        pages.append(PageContent())


def _chains(pieces: Sequence[Piece]) -> Iterator[list[Piece]]:
    chain: list[Piece] = []
    for piece in pieces:
        chain.append(piece)
        if not piece.glued:
            yield chain
            chain = []
    if chain:
        yield chain


def _extent(chain: Sequence[Piece]) -> float:
    whole = sum(piece.above + piece.height + piece.after for piece in chain)
    return whole - chain[-1].after
