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
from cspdesk.paper.pdf.styles import (
    MM,
    Area,
    draw_line,
    line_pieces,
    points,
    text_pieces,
    together,
)
from cspdesk.paper.pdf.tables import table_pieces
from cspdesk.paper.pdf.typeset import Line, Style, wrap

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
    indent = min(points(block.indent), area.width / 2)
    lines = wrap(block.text, style, area.width, indent)
    pieces = line_pieces(lines, area.width, block.align, indent, Element("P", block.text))
    last = pieces[-1]
    pieces[-1] = replace(last, after=points(block.space_after), glued=block.keep_with_next)
    return pieces


def _numbered_list(block: blocks.NumberedList, area: Area) -> list[Piece]:
    style, half = area.fonts.body(), area.width / 2
    strong = area.fonts.body(bold=block.bold_labels)
    labels = [_label(name, strong, half) for name, _ in block.items]
    widest = max((line.width for label in labels for line in label), default=0.0)
    hang = min(max(points(block.indent), widest + _LABEL_GAP), half)
    pieces: list[Piece] = []
    numbered = any(name[:1].isdigit() for name, _ in block.items)
    whole = Element("L", attributes=_DECIMAL if numbered else "")
    for label, (name, text) in zip(labels, block.items, strict=True):
        entry = Element("LI", parent=whole)
        named, said = Element("Lbl", name, entry), Element("LBody", text, entry)
        lines = wrap(text, style, area.width - hang)
        lines += [Line([], style)] * (len(label) - len(lines))
        drawn = line_pieces(lines, area.width, "left", element=said)
        for piece, line, beside in zip_longest(drawn, lines, label):
            draw = _item_line(beside, named, line, hang, area.width)
            pieces.append(replace(piece, draw=draw))
    if pieces:
        pieces[-1] = replace(pieces[-1], after=1.5 * MM)
    return pieces


def _label(name: str, style: Style, half: float) -> list[Line]:
    return wrap(f"{name} ", style, half - _LABEL_GAP) if name.strip() else []


def _item_line(label: Line | None, element: Element, line: Line, hang: float, width: float) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        if label is not None:
            with ink.tagged(element):
                draw_line(ink, _reaching(label, hang), x, y, hang, "left")
        draw_line(ink, line, x + hang, y, width - hang, "left")

    return draw


def _reaching(label: Line, width: float) -> Line:
    """Widen the space behind a label up to the text: readers see no columns then."""
    if not label.glyphs or not label.glyphs[-1].spaces:
        return label
    *glyphs, last = label.glyphs
    extra = (width - label.width) / label.style.size - last.spaces
    return replace(label, glyphs=[*glyphs, last.face.widened(last.text, extra)])


def _code(block: blocks.Code, area: Area) -> list[Piece]:
    return code_pieces(block, area.width)


def _space(block: blocks.Space, area: Area) -> list[Piece]:  # noqa: ARG001
    return [Piece(0.0, after=points(block.height))]


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
