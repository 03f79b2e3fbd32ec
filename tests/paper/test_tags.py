"""What a document is made of is told to who cannot see it, in reading order."""

from __future__ import annotations

from cspdesk.paper.blocks import (
    Chart,
    Code,
    Column,
    Document,
    Heading,
    Letterhead,
    NumberedList,
    Page,
    Paragraph,
    Signature,
    Signatures,
    Space,
    Table,
    Title,
)
from cspdesk.paper.pdf import render
from tests.paper.tags import reader_of, tree
from tests.paper.texts import ATTENDANCE, UDHR, pdfium_text


def test_parts_come_in_reading_order_with_what_was_typed() -> None:
    document = tree(
        reader_of(
            Letterhead(("ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ"), "បណ្ដាញ", "លេខ៖ ១"),
            Title("កំណត់ហេតុ", "វេទិកា", ["សាលា", "ថ្ងៃ"]),
            Heading("១. សមាសភាព"),
            Paragraph(UDHR.splitlines()[2], align="justify"),
            Space(4),
            Signatures(
                Signature(("បានឃើញ",), "ប្រធាន", 22, ("ក",)), Signature((), "លេខា", 22, ("ខ",))
            ),
        )
    )
    assert [(kid.role, kid.text.strip()) for kid in document.kids] == [
        ("P", "ព្រះរាជាណាចក្រកម្ពុជា"),
        ("P", "ជាតិ"),
        ("P", "បណ្ដាញ"),
        ("P", "លេខ៖ ១"),
        ("H1", "កំណត់ហេតុ"),
        ("P", "វេទិកា"),
        ("P", "សាលា"),
        ("P", "ថ្ងៃ"),
        ("H2", "១. សមាសភាព"),
        ("P", UDHR.splitlines()[2]),
        ("P", "បានឃើញ"),
        ("P", "ប្រធាន"),
        ("P", "ក"),
        ("P", "លេខា"),
        ("P", "ខ"),
    ]


def test_a_paragraph_over_two_pages_is_one() -> None:
    document = tree(reader_of(Space(230), Paragraph(UDHR)))
    (paragraph,) = document.kids
    assert len(paragraph.pages) > 1
    assert paragraph.text == "".join(UDHR.splitlines())


def test_lists_have_labels_and_bodies() -> None:
    items = [("១.", "មួយ"), ("២.", "ពីរ " * 80)]
    whole = tree(reader_of(NumberedList(items))).kids[0]
    assert whole.role == "L"
    assert whole.attributes["/ListNumbering"] == "/Decimal"
    assert [entry.roles() for entry in whole.kids] == [["Lbl", "LBody"]] * 2
    assert [tuple(kid.text.strip() for kid in entry.kids) for entry in whole.kids] == [
        (label, text.strip()) for label, text in items
    ]


def test_tables_are_rows_of_cells_whose_header_is_told_once() -> None:
    rows = [row + [""] * (len(ATTENDANCE[0]) - len(row)) for row in ATTENDANCE[1:]]
    columns = [Column(title, keep_together=True) for title in ATTENDANCE[0]]
    page = Page(landscape=True, footer="{page}/{pages}")
    table = Table(columns, rows, 9.5, spare=[[]] * 5, totals=["សរុប"])
    reader = reader_of(table, page=page)
    assert len(reader.pages) > 1
    (whole,) = tree(reader).kids
    header, *body = whole.kids
    assert header.roles() == ["TH"] * len(columns)
    assert all(cell.attributes["/Scope"] == "/Column" for cell in header.kids)
    assert [cell.text for cell in header.kids] == ATTENDANCE[0]
    told = [[cell.text for cell in row.kids] for row in body]
    totals = ["សរុប", *[""] * (len(columns) - 1)]
    assert told[: len(rows) + 1] == [*rows, totals]
    assert all(set(row.roles()) == {"TD"} for row in body)
    assert whole.pages == set(range(len(reader.pages)))


def test_a_row_that_is_cut_is_one_row() -> None:
    text = "ឈ្មោះវែង " * 1500
    (whole,) = tree(reader_of(Table([Column("ក", 20), Column("ខ")], [["១", text]]))).kids
    assert len(whole.kids) == 2
    assert [cell.text for cell in whole.kids[1].kids] == ["១", text]
    assert len(whole.kids[1].pages) > 1


def test_symbols_are_figures_that_say_what_they_show() -> None:
    document = tree(reader_of(Code("K7QX2MPA", ("K7QX", "2MPA"))))
    (figure,) = document.all("Figure")
    assert figure.alt == "K7QX2MPA"
    left, bottom, right, top = map(float, figure.attributes["/BBox"])
    assert round(right - left) == round(top - bottom) > 70


def test_what_is_in_the_other_language_says_so() -> None:
    mixed = "ឆ្លងតាម Village Support Group (VSG) ហើយ naïve 2025"
    document = tree(
        reader_of(Paragraph(mixed), Paragraph("An English line, 2025."), Paragraph("៥"))
    )
    assert [kid.language for kid in document.kids] == ["", "en", ""]
    assert [(span.text, span.language) for span in document.all("Span")] == [
        ("Village Support Group (VSG) ", "en"),
        ("naïve 2025", "en"),
    ]
    assert document.kids[0].text == mixed
    other = tree(reader_of(Paragraph(mixed), Paragraph("ខ្មែរ"), Paragraph("Two"), language="en"))
    assert [kid.language for kid in other.kids] == ["", "km", ""]
    assert [span.text for span in other.all("Span")] == ["ឆ្លងតាម ", "ហើយ "]


def test_without_a_title_headings_are_of_the_first_level() -> None:
    assert tree(reader_of(Heading("ក"), Paragraph("ខ"))).roles() == ["H1", "P"]


def test_an_empty_document_has_a_tree() -> None:
    assert tree(reader_of()).kids == []


def test_short_runs_do_not_break_lines_where_little_is_written() -> None:
    texts = ["ក0x", "ខ x", "x ខ", "ស្ត្រី Sok", "a ក b"]
    text = pdfium_text(render(Document("x", "km", [Paragraph(text) for text in texts])))
    assert text.splitlines() == texts


def test_a_chart_is_one_figure_that_tells_its_numbers() -> None:
    series = (("មុន", (3, 5)), ("ក្រោយ", (4, 6.5)))
    document = tree(reader_of(Chart("តារាង", ("ស្រី", "ប្រុស"), series, ("៧", "១១"))))
    assert [kid.role for kid in document.kids] == ["P", "Figure"]
    figure = document.kids[1]
    assert figure.alt == "ស្រី: ៧ (មុន 3, ក្រោយ 4); ប្រុស: ១១ (មុន 5, ក្រោយ 6.5)"
    left, bottom, right, top = map(float, figure.attributes["/BBox"])
    assert 70 < left < 200 < right < 545
    assert 650 < bottom < 720 < top < 790
