"""What stands at the foot of pages, and the pages of several letters in one file."""

from __future__ import annotations

import io

import pypdf
import pytest

from cspdesk.models.organisation import FONTS
from cspdesk.paper.blocks import (
    Block,
    Chart,
    Document,
    Letterhead,
    NewPart,
    Page,
    Paragraph,
    Space,
)
from cspdesk.paper.pdf import render
from cspdesk.paper.pdf.symbol import qr_matrix
from tests.paper.pictures import DOTS, cut_out, ink_box, pages_of

CODE = "K7QX-2MPA"
PART = [Paragraph("a\n" * 60), Paragraph("END")]


def texts(*blocks: Block, page: Page | None = None) -> list[str]:
    page = page or Page(footer="p{page}/{pages}.")
    pdf = render(Document("x", "en", blocks, page))
    return [found.extract_text() for found in pypdf.PdfReader(io.BytesIO(pdf)).pages]


@pytest.mark.parametrize("landscape", [False, True])
@pytest.mark.parametrize("bottom", [15.0, 20.0, 5.0])
@pytest.mark.parametrize("fonts", FONTS)
def test_the_symbol_is_whole_on_every_page_and_below_the_text(
    fonts: str, bottom: float, landscape: bool
) -> None:
    page = Page(landscape, bottom=bottom, footer="{page}/{pages}", code=CODE)
    pages = pages_of(render(Document("x", "km", PART * 2, page, fonts=fonts)))
    assert len(pages) > 1
    modules = qr_matrix(CODE)
    side, height = len(modules), pages[0].height / DOTS
    for drawn in pages:
        foot = cut_out(drawn, 0, height - max(bottom, 15), 36, max(bottom, 15))
        left, top, right, end = ink_box(foot)
        assert left == pytest.approx(25, abs=0.2)
        assert top >= 1.7
        assert height - max(bottom, 15) + end <= height - 4
        assert end - top == pytest.approx(9, abs=0.4)
        assert right == pytest.approx(34, abs=0.4)
        first = height - max(bottom / 2, 8.7) - 4.5
        for row in range(side):
            for column in range(side):
                middle = ((at + 0.5) * 9 / side for at in (column, row))
                x, y = (start + at for start, at in zip((25, first), middle, strict=True))
                grey = drawn.getpixel((int(x * DOTS), int(y * DOTS)))
                assert (grey < 128) == modules[row][column]


def test_people_can_read_the_code_and_the_page_number() -> None:
    for number, text in enumerate(texts(*PART, page=Page(footer="p{page}/{pages}.", code=CODE)), 1):
        assert CODE in text
        assert f"p{number}/2." in text


def test_a_code_too_long_for_a_small_symbol_is_only_written() -> None:
    page = Page(code="ABCDE-0123" * 20)
    pdf = render(Document("x", "en", [Paragraph("a")], page))
    foot = cut_out(pages_of(pdf)[0], 0, 277, 120, 20)
    assert ink_box(foot)[3] - ink_box(foot)[1] < 3
    assert page.code in texts(Paragraph("a"), page=page)[0].replace("\n", "")


def test_pages_count_from_one_in_every_part() -> None:
    found = texts(*PART, NewPart(), Paragraph("b"), NewPart(), *PART)
    assert [text.split("p")[-1].split(".")[0] for text in found] == [
        "1/2", "2/2", "1/1", "1/2", "2/2",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("blocks", "count"),
    [
        ([], 1),
        ([NewPart()], 1),
        ([NewPart(), NewPart(), Paragraph("a"), NewPart(), NewPart(), Space(9), NewPart()], 1),
        ([Paragraph("a"), NewPart(), Letterhead(), Chart("x", [], []), NewPart(), PART[1]], 2),
    ],
)
def test_a_part_without_anything_is_no_page(blocks: list[Block], count: int) -> None:
    assert len(texts(*blocks)) == count


@pytest.mark.parametrize(
    ("page", "size"),
    [
        (Page(), (210, 297)),
        (Page(landscape=True), (297, 210)),
        (Page(width=220, height=110), (220, 110)),
        (Page(landscape=True, width=148, height=210), (210, 148)),
        (Page(width=0, height=-3), (20, 20)),
    ],
)
def test_paper_has_the_size_that_is_asked_for(page: Page, size: tuple[float, float]) -> None:
    pdf = render(Document("x", "en", [Paragraph("a")], page))
    box = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].mediabox
    assert (float(box.width), float(box.height)) == pytest.approx(
        [side * 72 / 25.4 for side in size], abs=0.1
    )
