from __future__ import annotations

import pytest

from cspdesk.paper.blocks import Column, Document, Heading, Page, Paragraph, Table
from cspdesk.paper.pdf import render
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.styles import MM, Area
from cspdesk.paper.pdf.tables import column_widths, table_pieces
from tests.paper.texts import pdfium_text

NAME = "ឈ្មោះវែងណាស់ សុវណ្ណារិទ្ធិពង្សរតនា"
AREA = Area(170 * MM, 700, font_set())


def pages(pdf: bytes) -> list[str]:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range() for page in document]
    finally:
        document.close()


def test_columns_fill_the_width() -> None:
    columns = [Column("a", 20), Column("b", weight=2), Column("c")]
    widths = column_widths(columns, 110 * MM)
    assert widths == pytest.approx([20 * MM, 60 * MM, 30 * MM])


def test_columns_that_ask_for_too_much_shrink_together() -> None:
    widths = column_widths([Column("a", 200), Column("b", 100), Column("c")], 100 * MM)
    assert sum(widths) == pytest.approx(100 * MM)
    assert widths[0] == pytest.approx(2 * widths[1])
    assert min(widths) > 10


def test_the_header_is_on_every_page_and_rows_are_whole() -> None:
    rows = [(str(number), f"ក{number}x\nខ{number}x") for number in range(200)]
    texts = pages(render(Document("x", "km", [Table([Column("លេខ", 20), Column("ឈ្មោះ")], rows)])))
    assert len(texts) > 3
    assert all("លេខ" in text and "ឈ្មោះ" in text for text in texts)
    for number in range(200):
        assert sum(f"ក{number}x" in text and f"ខ{number}x" in text for text in texts) == 1


def test_totals_stay_with_the_last_row() -> None:
    for fillers in range(26, 44):
        table = Table([Column("n")], [("row",)] * fillers, totals=("sum",))
        texts = pages(render(Document("x", "km", [table])))
        assert "row" in texts[-1]
        assert "sum" in texts[-1]


def test_a_sum_line_below_a_table_is_never_alone_on_a_page() -> None:
    for fillers in range(26, 44):
        table = Table([Column("n")], [("row",)] * fillers)
        texts = pages(render(Document("x", "km", [table, Paragraph("sum")])))
        assert "row" in texts[-1]
        assert "sum" in texts[-1]


@pytest.mark.parametrize("count", [1, 30, 36, 40])
def test_spare_rows_fill_the_page_and_begin_none(count: int) -> None:
    def drawn(rows: int, spare: int) -> list[str]:
        table = Table([Column("n")], [("row",)] * rows, spare=[("more",)] * spare)
        return pages(render(Document("x", "km", [table, Paragraph("sum")])))

    plain, filled = drawn(count, 0), drawn(count, 60)
    assert len(filled) == len(plain)
    assert "sum" in filled[-1]
    more = "".join(filled).count("more")
    assert len(drawn(count + more, 0)) == len(plain)
    assert len(drawn(count + more + 1, 0)) == len(plain) + 1


def test_a_row_taller_than_a_page_is_cut_and_nothing_is_lost() -> None:
    table = Table([Column("a", 20), Column("b")], [("1", NAME * 90), ("2", "x")])
    pdf = render(Document("x", "km", [table], Page(landscape=True)))
    text = "".join(pdfium_text(pdf).split())
    assert text.count("".join(NAME.split())[:7]) >= 90
    assert "x" in text


@pytest.mark.parametrize("lines", range(18, 40))
def test_a_tall_first_row_stays_with_its_heading_and_header(lines: int) -> None:
    table = Table([Column("HEADER")], [("row\n" * lines,)])
    above = [Paragraph("x")] * 5
    document = Document("x", "km", [*above, Heading("TITLE"), table], Page(landscape=True))
    for text in pages(render(document)):
        assert ("TITLE" not in text) or ("HEADER" in text and "row" in text)
        assert ("HEADER" not in text) or ("row" in text)


def test_a_name_that_keeps_together_shrinks_a_little_before_it_wraps() -> None:
    def height(width: float, keep: bool) -> float:
        column = Column("a", width, keep_together=keep)
        return table_pieces(Table([column], [(NAME,)]), AREA)[1].height

    one_line = height(80, keep=False)
    wide = next(width for width in range(80, 20, -1) if height(width, keep=False) > one_line)
    assert height(wide, keep=True) == one_line
    assert height(wide * 0.9, keep=True) == one_line
    assert height(wide * 0.5, keep=True) > one_line


def test_rows_keep_room_to_sign() -> None:
    pieces = table_pieces(Table([Column("a")], [("x",)], row_height=9.5), AREA)
    assert pieces[1].height == pytest.approx(9.5 * MM)


def test_short_rows_and_empty_tables_are_drawn() -> None:
    blocks = [Table([], []), Table([Column("a"), Column("b")], [("x",), ()]), Paragraph("end")]
    assert "end" in pdfium_text(render(Document("x", "km", blocks)))
