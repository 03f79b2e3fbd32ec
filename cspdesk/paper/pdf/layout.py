"""Blocks to pieces: how each kind of block looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from cspdesk.paper import blocks
from cspdesk.paper.pdf.code import code_pieces
from cspdesk.paper.pdf.flow import Draw, Piece
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.signatures import signature_pieces
from cspdesk.paper.pdf.styles import MM, Area, draw_line, line_pieces, text_pieces
from cspdesk.paper.pdf.tables import table_pieces
from cspdesk.paper.pdf.typeset import Line, typeset, wrap

_NATION_SIZE = 13.0
_TITLE_SIZE = 15.0
_DETAIL_SIZE = 10.5
_NATION_RULE = 38 * MM
_LABEL_GAP = 2.0
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


def _letterhead(block: blocks.Letterhead, area: Area) -> list[Piece]:
    pieces: list[Piece] = []
    for line in block.nation:
        pieces += text_pieces(line, area.fonts.heading(_NATION_SIZE), area.width, "center")
    if pieces:
        pieces.append(Piece(5.0, _nation_rule(area.width), after=6.0))
    pieces += text_pieces(block.body, area.fonts.heading(), area.width)
    pieces += text_pieces(block.number, area.fonts.body(), area.width)
    return _together(pieces, after=6.0)


def _nation_rule(width: float) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        left = x + (width - _NATION_RULE) / 2
        ink.rule(left, y + 1.5, left + _NATION_RULE, y + 1.5, 1.0)
        ink.rule(left, y + 3.2, left + _NATION_RULE, y + 3.2, 0.35)

    return draw


def _title(block: blocks.Title, area: Area) -> list[Piece]:
    pieces = text_pieces(block.text, area.fonts.heading(_TITLE_SIZE), area.width, "center")
    pieces += text_pieces(block.subtitle, area.fonts.heading(), area.width, "center")
    for detail in block.details:
        pieces += text_pieces(detail, area.fonts.body(_DETAIL_SIZE), area.width, "center")
    return _together(pieces, after=6.0)


def _heading(block: blocks.Heading, area: Area) -> list[Piece]:
    pieces = _together(
        text_pieces(block.text, area.fonts.heading(), area.width), above=3.0, after=0.0
    )
    return [replace(piece, glued=True) for piece in pieces]


def _paragraph(block: blocks.Paragraph, area: Area) -> list[Piece]:
    style = area.fonts.body(block.size or 11.0, bold=block.bold)
    indent = min(block.indent * MM, area.width / 2)
    lines = wrap(block.text, style, area.width, indent)
    pieces = line_pieces(lines, area.width, block.align, indent)
    last = pieces[-1]
    pieces[-1] = replace(last, after=block.space_after * MM, glued=block.keep_with_next)
    return pieces


def _numbered_list(block: blocks.NumberedList, area: Area) -> list[Piece]:
    style = area.fonts.body()
    labels = [typeset(f"{label} ", style) for label, _ in block.items]
    widest = max((label.width for label in labels), default=0.0)
    hang = min(max(block.indent * MM, widest + _LABEL_GAP), area.width / 2)
    pieces: list[Piece] = []
    for label, (_, text) in zip(labels, block.items, strict=True):
        lines = wrap(text, style, area.width - hang)
        item = [
            replace(piece, draw=_hanging(line, hang, area.width))
            for piece, line in zip(line_pieces(lines, area.width, "left"), lines, strict=True)
        ]
        item[0] = replace(item[0], draw=_labelled(label, lines[0], hang, area.width))
        pieces += item
    if pieces:
        pieces[-1] = replace(pieces[-1], after=1.5 * MM)
    return pieces


def _hanging(line: Line, hang: float, width: float) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        draw_line(ink, line, x + hang, y, width - hang, "left")

    return draw


def _labelled(label: Line, line: Line, hang: float, width: float) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        draw_line(ink, label, x, y, hang, "left")
        draw_line(ink, line, x + hang, y, width - hang, "left")

    return draw


def _table(block: blocks.Table, area: Area) -> list[Piece]:
    return table_pieces(block, area)


def _signatures(block: blocks.Signatures, area: Area) -> list[Piece]:
    return signature_pieces(block, area)


def _code(block: blocks.Code, area: Area) -> list[Piece]:
    return code_pieces(block, area.width)


def _space(block: blocks.Space, area: Area) -> list[Piece]:  # noqa: ARG001
    return [Piece(0.0, after=max(0.0, block.height) * MM)]


def _together(pieces: list[Piece], above: float = 0.0, after: float = 0.0) -> list[Piece]:
    """Keep pieces on one page, with room around them."""
    if not pieces:
        return []
    glued = [replace(piece, glued=True) for piece in pieces[:-1]]
    whole = [*glued, replace(pieces[-1], after=after)]
    whole[0] = replace(whole[0], above=above)
    return whole


_LAYOUTS: dict[type, Callable[[Any, Area], list[Piece]]] = {
    blocks.Letterhead: _letterhead,
    blocks.Title: _title,
    blocks.Heading: _heading,
    blocks.Paragraph: _paragraph,
    blocks.NumberedList: _numbered_list,
    blocks.Table: _table,
    blocks.Signatures: _signatures,
    blocks.Code: _code,
    blocks.Space: _space,
}
