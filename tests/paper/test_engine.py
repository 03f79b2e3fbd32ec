"""Whatever sizes are asked for, all ink lies between the margins of a page that has a size."""

from __future__ import annotations

import io
import math
import re

import pypdf
import pytest

from cspdesk.models.organisation import FONTS
from cspdesk.paper.blocks import (
    Block,
    Card,
    CardLine,
    Cards,
    Chart,
    Code,
    Column,
    Document,
    NumberedList,
    Page,
    Paragraph,
    Signature,
    Signatures,
    Space,
    Table,
)
from cspdesk.paper.pdf import render
from tests.paper.pictures import ink_box, pages_of

WORDS = "ក្រុំស្ត្រី សុខ "
PAGE = Page(left=20, right=20, top=20, bottom=20)


def blocks_with(size: float) -> list[Block]:
    card = Card([CardLine(WORDS, size)], [CardLine(WORDS)], top=size, left=size)
    return [
        Paragraph(WORDS * 9, indent=size, size=size, space_after=size, align="justify"),
        NumberedList([("1.", WORDS)], indent=size),
        Table([Column("a", size), Column("b", 0, size)], [[WORDS] * 2], size, [["x"]], size=size),
        Chart("x", ["a"], [("s", [size, 1])]),
        Cards(size, size, [card, card], gap=size, cut=True),
        Cards(60, 40, [card], cut=True, folded=True),
        Signatures(Signature(["x"], "y", size), None),
        Space(size),
        Paragraph("END"),
    ]


@pytest.mark.parametrize("size", [math.nan, math.inf, -math.inf, -5.0, 0.0, 1e-9, 1e9])
def test_lengths_that_are_none_are_drawn(size: float) -> None:
    page = Page(left=size, right=size, top=size, bottom=size, width=size, height=size)
    for paper in (PAGE, page):
        reader = pypdf.PdfReader(
            io.BytesIO(render(Document("x", "km", blocks_with(size), paper))), strict=True
        )
        text = "".join(page.extract_text() for page in reader.pages)
        assert text.rstrip().endswith("END")
        for drawn in reader.pages:
            assert 50 < float(drawn.mediabox.width) < 14_401
            assert not re.search(rb"\b(nan|inf)\b", drawn.get_contents().get_data())


@pytest.mark.parametrize(
    "margins",
    [
        {"left": 300},
        {"right": 300},
        {"left": 150, "right": 150},
        {"top": 300},
        {"top": 200, "bottom": 200},
    ],
)
def test_text_stays_on_the_paper_whatever_the_margins(margins: dict[str, float]) -> None:
    page = Page(**margins, footer="{page}/{pages}", code="K7QX-2MPA")
    pdf = render(Document("x", "km", [Paragraph(WORDS * 40, align="justify")], page))
    texts = [found.extract_text() for found in pypdf.PdfReader(io.BytesIO(pdf)).pages]
    assert "".join(texts).count("សុខ") == 40
    for number, shown in enumerate(pages_of(pdf)):
        _, _, right, bottom = ink_box(shown)
        assert right < 209
        assert bottom < 296
        assert f"{number + 1}/{len(texts)}" in texts[number]


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize(
    "block",
    [
        NumberedList([("ក្រុំស្ត្រី" * 90, WORDS), ("1.", WORDS * 90)], bold_labels=True),
        Table([Column("ស្ត្រី")] * 60, [["ស្ត្រី", "012 345 678", "W" * 30] * 20]),
        Table([Column("ស្ត្រី", 30, keep_together=True)] * 60, [["ស្ត្រី", "W" * 30] * 30]),
        Code("W" * 900, ["W" * 300, "ស្ត្រ្រ្រ្រ្រី"]),
        Paragraph("ក" + "្រ" * 12 + "W" * 900, align="justify"),
        Chart("x", ["W" * 9000, "b"], [("s", [1, 2])], ["1", "2"]),
    ],
    ids=["list", "columns", "kept", "code", "cluster", "chart"],
)
def test_what_is_too_long_stays_between_the_margins(block: Block, fonts: str) -> None:
    pdf = render(Document("x", "km", [block, Paragraph("END")], PAGE, fonts=fonts))
    for page in pages_of(pdf):
        left, top, right, bottom = ink_box(page)
        assert left >= 19.5
        assert top >= 18
        assert right <= 190.5
        assert bottom <= 278
