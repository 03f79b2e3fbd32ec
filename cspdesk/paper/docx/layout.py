"""Blocks to paragraphs and tables: how each kind of block looks in Word."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import zip_longest
from typing import Any

from cspdesk.paper import blocks
from cspdesk.paper.docx.cards import block_cards
from cspdesk.paper.docx.charts import block_chart
from cspdesk.paper.docx.codes import block_code
from cspdesk.paper.docx.sheet import MM, Sheet
from cspdesk.paper.docx.signatures import block_letterhead, block_signatures
from cspdesk.paper.docx.tables import block_table
from cspdesk.paper.docx.text import Flow, empty, paragraph, run, runs

_TITLE_SIZE = 15.0
_DETAIL_SIZE = 10.5
_LABEL_GAP = 4.0
_BELOW_TABLES = (blocks.Paragraph, blocks.Signatures)


def block_texts(part: Sequence[blocks.Block], sheet: Sheet) -> str:
    """Return the XML of the blocks of one part of a document.

    A table's last row stays with a paragraph or signatures right below it, as on the PDF.
    """
    made = []
    for block, following in zip_longest(part, part[1:]):
        if isinstance(block, blocks.Table):
            keep_next = isinstance(following, _BELOW_TABLES)
            made.append(block_table(block, sheet, keep_next=keep_next))
        else:
            made.append(_LAYOUTS[type(block)](block, sheet))
    return "".join(made)


def _title(block: blocks.Title, sheet: Sheet) -> str:
    lines = [(block.text, "Title", sheet.heading(_TITLE_SIZE))]
    if block.subtitle:
        lines.append((block.subtitle, "Subtitle", sheet.heading()))
    detail = sheet.body(_DETAIL_SIZE)
    lines += [(text, "Normal", detail) for text in block.details if text]
    return "".join(
        paragraph(
            runs(text, kind),
            Flow(style, "center", below=0.0 if left else 6.0, keep_next=bool(left)),
            kind,
        )
        for left, (text, style, kind) in zip(range(len(lines) - 1, -1, -1), lines, strict=True)
    )


def _heading(block: blocks.Heading, sheet: Sheet) -> str:
    kind = sheet.heading()
    return paragraph(runs(block.text, kind), Flow("Heading1", above=3.0, keep_next=True), kind)


def _paragraph(block: blocks.Paragraph, sheet: Sheet) -> str:
    kind = sheet.body(block.size or 11.0, bold=block.bold)
    flow = Flow(
        align=block.align,
        below=block.space_after * MM,
        first=max(0.0, min(block.indent * MM, sheet.width / 2)),
        keep_next=block.keep_with_next,
    )
    return paragraph(runs(block.text, kind), flow, kind)


def _numbered_list(block: blocks.NumberedList, sheet: Sheet) -> str:
    """Items as paragraphs: the label as typed, a tab, the text hanging beside it."""
    kind = sheet.body()
    strong = sheet.body(bold=block.bold_labels)
    widest = max((sheet.text_width(label, strong) for label, _ in block.items), default=0.0)
    hang = min(max(block.indent * MM, widest + _LABEL_GAP), sheet.width / 2)
    return "".join(
        paragraph(
            runs(label, strong) + run("<w:tab/>", kind) + runs(text, kind),
            Flow(left=hang, first=-hang, below=0.0 if left else 1.5 * MM),
            kind,
        )
        for left, (label, text) in zip(
            range(len(block.items) - 1, -1, -1), block.items, strict=True
        )
    )


def _space(block: blocks.Space, sheet: Sheet) -> str:
    return empty(min(block.height * MM, sheet.height), sheet.body())


_LAYOUTS: dict[type, Callable[[Any, Sheet], str]] = {
    blocks.Letterhead: block_letterhead,
    blocks.Title: _title,
    blocks.Heading: _heading,
    blocks.Paragraph: _paragraph,
    blocks.NumberedList: _numbered_list,
    blocks.Chart: block_chart,
    blocks.Cards: block_cards,
    blocks.Signatures: block_signatures,
    blocks.Code: block_code,
    blocks.Space: _space,
}
