"""Blocks to pieces: how each kind of block looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from cspdesk.paper import blocks
from cspdesk.paper.pdf.cards import cards_pieces
from cspdesk.paper.pdf.chart import chart_pieces
from cspdesk.paper.pdf.code import code_pieces
from cspdesk.paper.pdf.flow import Draw, Piece
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.letterhead import letterhead_pieces
from cspdesk.paper.pdf.signatures import signature_pieces
from cspdesk.paper.pdf.structure import Element
from cspdesk.paper.pdf.styles import MM, Area, draw_line, line_pieces, text_pieces, together
from cspdesk.paper.pdf.tables import table_pieces
from cspdesk.paper.pdf.typeset import Line, typeset, wrap

_TITLE_SIZE = 15.0
_DETAIL_SIZE = 10.5
_LABEL_GAP = 4.0
_DECIMAL = "<</O/List/ListNumbering/Decimal>>"
_BELOW_TABLES = (blocks.Paragraph, blocks.Signatures)


def pieces_of(document_blocks: Sequence[blocks.Block], area: Area) -> list[Piece]:
    """Measure all blocks of a document.

    A table's last row stays with a paragraph or signatures right below it: no sum line and no
    signature stands on a page alone.
    """
    pieces: list[Piece] = []
    for block, following in zip_longest(document_blocks, document_blocks[1:]):
        pieces += _LAYOUTS[type(block)](block, area)
        if isinstance(block, blocks.Table) and isinstance(following, _BELOW_TABLES) and pieces:
            pieces[-1] = replace(pieces[-1], glued=True)
    return pieces


def _title(block: blocks.Title, area: Area) -> list[Piece]:
    pieces = text_pieces(block.text, area.fonts.heading(_TITLE_SIZE), area.width, "center", "H1")
    pieces += text_pieces(block.subtitle, area.fonts.heading(), area.width, "center")
    for detail in block.details:
        pieces += text_pieces(detail, area.fonts.body(_DETAIL_SIZE), area.width, "center")
    return together(pieces, after=6.0)


def _heading(block: blocks.Heading, area: Area) -> list[Piece]:
    lines = text_pieces(block.text, area.fonts.heading(), area.width, role="H2")
    return [replace(piece, glued=True) for piece in together(lines, above=3.0, after=0.0)]


def _paragraph(block: blocks.Paragraph, area: Area) -> list[Piece]:
    style = area.fonts.body(block.size or 11.0, bold=block.bold)
    indent = min(block.indent * MM, area.width / 2)
    lines = wrap(block.text, style, area.width, indent)
    pieces = line_pieces(lines, area.width, block.align, indent, Element("P", block.text))
    last = pieces[-1]
    pieces[-1] = replace(last, after=block.space_after * MM, glued=block.keep_with_next)
    return pieces


def _numbered_list(block: blocks.NumberedList, area: Area) -> list[Piece]:
    style = area.fonts.body()
    strong = area.fonts.body(bold=block.bold_labels)
    labels = [typeset(f"{label} ", strong) for label, _ in block.items]
    widest = max((label.width for label in labels), default=0.0)
    hang = min(max(block.indent * MM, widest + _LABEL_GAP), area.width / 2)
    pieces: list[Piece] = []
    numbered = any(label[:1].isdigit() for label, _ in block.items)
    whole = Element("L", attributes=_DECIMAL if numbered else "")
    for label, (name, text) in zip(labels, block.items, strict=True):
        entry = Element("LI", parent=whole)
        lines = wrap(text, style, area.width - hang)
        drawn = line_pieces(lines, area.width, "left", element=Element("LBody", text, entry))
        item = [
            replace(piece, draw=_hanging(line, hang, area.width))
            for piece, line in zip(drawn, lines, strict=True)
        ]
        draw = _labelled(label, Element("Lbl", name, entry), item[0].draw)
        pieces += [replace(item[0], draw=draw), *item[1:]]
    if pieces:
        pieces[-1] = replace(pieces[-1], after=1.5 * MM)
    return pieces


def _hanging(line: Line, hang: float, width: float) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        draw_line(ink, line, x + hang, y, width - hang, "left")

    return draw


def _labelled(label: Line, element: Element, draw_text: Draw) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        with ink.tagged(element):
            draw_line(ink, label, x, y, label.width, "left")
        draw_text(ink, x, y)

    return draw


def _code(block: blocks.Code, area: Area) -> list[Piece]:
    return code_pieces(block, area.width)


def _space(block: blocks.Space, area: Area) -> list[Piece]:  # noqa: ARG001
    return [Piece(0.0, after=max(0.0, block.height) * MM)]


_LAYOUTS: dict[type, Callable[[Any, Area], list[Piece]]] = {
    blocks.Letterhead: letterhead_pieces,
    blocks.Title: _title,
    blocks.Heading: _heading,
    blocks.Paragraph: _paragraph,
    blocks.NumberedList: _numbered_list,
    blocks.Table: table_pieces,
    blocks.Chart: chart_pieces,
    blocks.Cards: cards_pieces,
    blocks.Signatures: signature_pieces,
    blocks.Code: _code,
    blocks.Space: _space,
}
