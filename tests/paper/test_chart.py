from __future__ import annotations

import math

import pytest

from cspdesk.models.organisation import FONTS
from cspdesk.paper.blocks import Chart, Document, Page, Paragraph
from cspdesk.paper.pdf import render
from tests.paper.pictures import DOTS, cut_out, ink_box, pages_of
from tests.paper.texts import pdfium_text

LABELS = ["អង្គការ សមាគម", "រដ្ឋបាលខេត្ត", "ផ្សេងៗ"]
WIDE = Page(left=20, right=20)


def drawn(*blocks: Chart | Paragraph, fonts: str = FONTS[0]) -> bytes:
    return render(Document("x", "km", blocks, WIDE, fonts=fonts))


def test_title_names_labels_and_values_are_read() -> None:
    series = [("ស្រី", [3, 2, 0]), ("បុរស", [1, 2, 0])]
    text = pdfium_text(drawn(Chart("អ្នកចូលរួម", LABELS, series, ["៤ នាក់", "៤ (ស្រី ២)", "០"])))
    for typed in ("អ្នកចូលរួម", "ស្រី", "បុរស", *LABELS, "៤ នាក់", "៤ (ស្រី ២)"):
        assert typed in text


def test_one_series_needs_no_legend() -> None:
    assert "ស្រី" not in pdfium_text(drawn(Chart("", LABELS, [("ស្រី", [1, 2, 3])])))


def dark_length(numbers: list[float]) -> list[int]:
    """Return the length in dots of the dark bar in each third of the chart."""
    page = pages_of(drawn(Chart("", ["", "", ""], [("a", numbers)])))[0]
    height = (ink_box(page)[3] - 20) / 3
    lengths = []
    for row in range(3):
        middle = cut_out(page, 0, 20 + (row + 0.5) * height, 210, 0.5)
        line = middle.tobytes()[: middle.width]
        lengths.append(sum(1 for grey in line if 60 < grey < 120))
    return lengths


def test_bars_are_as_long_as_their_numbers() -> None:
    whole, half, none = dark_length([10, 5, 0])
    assert whole == pytest.approx(168 * DOTS, abs=2 * DOTS)
    assert half == pytest.approx(whole / 2, abs=DOTS)
    assert none == 0


@pytest.mark.parametrize("bad", [-3.0, math.nan, -math.inf])
def test_what_is_no_number_has_no_bar(bad: float) -> None:
    lengths = dark_length([10, bad, 5])
    assert lengths[1] == 0
    assert lengths[2] == pytest.approx(lengths[0] / 2, abs=DOTS)


def test_parts_of_six_series_look_different_in_grey() -> None:
    series = [(f"s{number}", [1.0]) for number in range(6)]
    page = pages_of(drawn(Chart("", ["x"], series)))[0]
    _, top, right, bottom = ink_box(page)
    bar = cut_out(page, 0, top + 9.2, 210, 2.5)
    left = right - 6 * 27.7
    shades = []
    for number in range(6):
        part = cut_out(bar, left + number * 27.7 + 8, 0, 12, 2.5)
        dots = part.tobytes()
        shades.append((round(sum(dots) / len(dots), -1), max(dots) - min(dots) > 60))
    assert bottom - top < 20
    assert len(set(shades)) == 6


def test_a_chart_stays_on_one_page() -> None:
    chart = Chart("TITLE", [f"L{number}" for number in range(12)], [("a", [1] * 12)])
    for lines in range(20, 40, 3):
        blocks = [*[Paragraph("p", space_after=0)] * lines, chart]
        import pypdfium2

        document = pypdfium2.PdfDocument(drawn(*blocks))
        texts = [page.get_textpage().get_text_range() for page in document]
        document.close()
        assert sum("TITLE" in text and "L11" in text for text in texts) == 1


@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize(
    "chart",
    [
        Chart("", [], []),
        Chart("x", [], [("a", [1])], ["1"]),
        Chart("x", ["a"], []),
        Chart("x", ["a", "b"], [("a", [])]),
        Chart("x", ["a"], [("a", [1, 2, 3])], ["1", "2", "3"]),
        Chart("x", ["a", "b"], [("a", [math.inf, 1e308]), ("b", [10**400, 1e308])]),
        Chart("x", ["a"], [("a", [5e-324])]),
        Chart("ក្រុំ" * 900, ["ស្ត្រី " * 900, "b"], [("x" * 3000, [1, 2]), ("", [3, 4])], ["1" * 3000]),
        Chart("x", [f"l{n}" for n in range(300)], [("a", range(300))], list(map(str, range(300)))),
        Chart("x", ["a"], [(f"s{number}", [number]) for number in range(80)]),
    ],
)
def test_any_chart_is_drawn_inside_the_margins(chart: Chart, fonts: str) -> None:
    for page in pages_of(drawn(chart, Paragraph("END"), fonts=fonts)):
        left, _, right, bottom = ink_box(page)
        assert left >= 19.5
        assert right <= 190.5
        assert bottom <= 278
