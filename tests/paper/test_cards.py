from __future__ import annotations

import pytest
from PIL import ImageChops, ImageStat

from cspdesk.models.organisation import FONTS
from cspdesk.paper.blocks import Card, CardLine, Cards, Document, Page
from cspdesk.paper.pdf import render
from tests.paper.pictures import cut_out, ink_box, pages_of
from tests.paper.texts import READERS, pdfium_text

LONG = "អង្គការអភិវឌ្ឍន៍សហគមន៍កម្ពុជា សម្រាប់ការអប់រំ និងសុខភាពសាធារណៈនៅខេត្តបាត់ដំបង "
BARE = Page(left=0, right=0, top=0, bottom=0)
TEXTS = [LONG * 12, "ក្រុំ" * 900, "x" * 3000, "a b " * 400, "ស្ត្រី\nស្ត្រី\n" * 12, "1"]


def drawn(cards: Cards, page: Page = BARE, fonts: str = FONTS[0]) -> bytes:
    return render(Document("x", "km", [cards], page, fonts=fonts))


def squeezed(text: str) -> str:
    return "".join(text.split())


@pytest.mark.parametrize("heading", [False, True])
@pytest.mark.parametrize("text", TEXTS)
def test_texts_stay_on_their_card_and_nothing_is_lost(text: str, heading: bool) -> None:
    card = Card(
        [CardLine(text, 40, heading=heading), CardLine("END", 12, bold=True)],
        [CardLine("ពី៖ " + text[:200], 8, align="left")],
    )
    pdf = drawn(Cards(70, 40, [card], gap=20), Page(left=20, right=20, top=20, bottom=20))
    left, top, right, bottom = ink_box(pages_of(pdf)[0])
    assert left >= 20
    assert top >= 20
    assert right <= 90
    assert bottom <= 60
    found = squeezed(pdfium_text(pdf))
    assert squeezed(text) in found
    assert "END" in found
    assert squeezed(text[:200]) in found


def test_cards_fill_pages_row_by_row() -> None:
    cards = [Card([CardLine(f"n{number}.")]) for number in range(50)]
    pages = pages_of(drawn(Cards(70, 37, cards)))
    assert len(pages) == 3
    assert ink_box(cut_out(pages[2], 0, 0, 140, 37)) is not None
    assert ink_box(cut_out(pages[2], 140, 0, 70, 297)) is None


def test_a_word_shrinks_before_it_is_broken() -> None:
    name = "Featherstonehaughington"
    pdf = drawn(Cards(60, 40, [Card([CardLine(name, 20)])]))
    assert name in pdfium_text(pdf).splitlines()
    assert "x" * 200 not in pdfium_text(drawn(Cards(60, 40, [Card([CardLine("x" * 200, 20)])])))


def test_lines_stand_in_the_middle_or_where_an_address_belongs() -> None:
    lines = [CardLine("AAA", 12, align="left")]
    middle = ink_box(pages_of(drawn(Cards(200, 100, [Card(lines)])))[0])
    assert (middle[1] + middle[3]) / 2 == pytest.approx(50, abs=1)
    sender = [CardLine("SENDER", 8, align="left")]
    placed = pages_of(drawn(Cards(200, 100, [Card(lines, sender, top=45, left=100)])))[0]
    address = ink_box(cut_out(placed, 0, 20, 200, 80))
    assert address[0] == pytest.approx(104, abs=1)
    assert address[1] == pytest.approx(45 - 20, abs=3)
    assert ink_box(cut_out(placed, 0, 0, 30, 10)) is not None


def test_small_print_leaves_room_for_the_stamp() -> None:
    sender = [CardLine(LONG * 3, 9, align="left")]
    card = Card([CardLine("AAA")], sender, top=45, left=100)
    page = pages_of(drawn(Cards(200, 100, [card])))[0]
    assert ink_box(cut_out(page, 125, 0, 75, 40)) is None


def test_a_tent_card_says_the_same_upside_down_on_its_upper_half() -> None:
    card = Card([CardLine("អ៊ឹម សុខា", 24, heading=True)], [CardLine("CSP", 8, align="left")])
    pdf = drawn(Cards(180, 120, [card], folded=True))
    page = pages_of(pdf)[0]
    upper, lower = cut_out(page, 0, 0, 180, 59.5), cut_out(page, 0, 60.5, 180, 59.5)
    assert ink_box(upper) is not None
    difference = ImageChops.difference(upper.rotate(180), lower)
    assert ImageStat.Stat(difference).mean[0] < 0.5
    for read in READERS.values():
        assert read(pdf).count("អ៊ឹម សុខា") == 2


def test_lines_to_cut_and_to_fold_along() -> None:
    plain, cut, folded = (
        ink_box(pages_of(drawn(Cards(90, 50, [Card([])], cut=c, folded=f)))[0])
        for c, f in ((False, False), (True, False), (False, True))
    )
    assert plain is None
    assert cut[2:] == pytest.approx((90, 50), abs=0.5)
    assert folded[1:4:2] == pytest.approx((25, 25), abs=0.5)


def test_a_card_larger_than_the_page_is_made_smaller() -> None:
    card = Card([CardLine("AAA", 300)], top=50, left=100)
    page = Page(left=10, right=10, top=10, bottom=10, width=120, height=80)
    pdf = drawn(Cards(1000, 600, [card, card], cut=True), page)
    pages = pages_of(pdf)
    assert len(pages) == 2
    left, top, right, bottom = ink_box(pages[0])
    assert (left, right) == pytest.approx((10, 110), abs=0.5)
    assert (top, bottom) == pytest.approx((10, 70), abs=0.5)


@pytest.mark.parametrize("size", [0.0, -5.0, 0.5, 1e6])
def test_cards_and_letters_of_any_size_are_drawn(size: float) -> None:
    card = Card([CardLine(LONG, size)], [CardLine(LONG, size)], top=size, left=size)
    assert "អង្គការ" in squeezed(pdfium_text(drawn(Cards(size, size, [card], gap=size))))
    assert drawn(Cards(size, size, [card], gap=size, folded=True, cut=True))
    assert drawn(Cards(size, size, [], folded=True, cut=True))
