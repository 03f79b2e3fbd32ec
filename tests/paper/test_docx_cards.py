from __future__ import annotations

from docx.oxml.ns import qn

from cspdesk.paper.blocks import Card, CardLine, Cards, Page
from tests.paper.words import elements, texts_of, value, word_of

TWIPS = 72 / 25.4 * 20
PAGE = Page(left=15, right=15, top=11, bottom=11)


def card(name: str) -> Card:
    return Card([CardLine(name, 16, heading=True), CardLine("នាយក")], [CardLine("បណ្ដាញ", 7)])


def test_cards_fill_pages_in_rows_of_exact_height() -> None:
    word = word_of(Cards(90, 55, [card(str(n)) for n in range(11)], cut=True), page=PAGE)
    assert [len(table.rows) for table in word.tables] == [5, 1]
    heights = {round(int(value(row, "w:trHeight")) / TWIPS) for row in elements(word, "w:tr")}
    rules = {value(row, "w:trHeight", "w:hRule") for row in elements(word, "w:tr")}
    assert (heights, rules) == ({55}, {"exact"})
    assert [round(column.width.mm) for column in word.tables[0].columns] == [90, 90]
    assert texts_of(word)[:6] == ["បណ្ដាញ", "0", "នាយក", "បណ្ដាញ", "1", "នាយក"]
    # One page begins with each further table, and nothing follows the last one.
    assert len(elements(word, "w:pageBreakBefore")) == 1
    assert len(word.paragraphs) == 2


def test_gaps_stand_between_cards_and_not_around_them() -> None:
    word = word_of(Cards(60, 40, [card("ក")] * 4, gap=5), page=Page(left=10, right=10))
    columns = [round(column.width.mm) for column in word.tables[0].columns]
    assert columns == [60, 5, 60, 5, 60]
    rows = [round(int(value(row, "w:trHeight")) / TWIPS) for row in elements(word, "w:tr")]
    assert rows == [40, 5, 40]


def test_a_folded_card_has_its_lines_below_the_fold() -> None:
    word = word_of(Cards(180, 120, [card("ក")], cut=True, folded=True), page=PAGE)
    upper, lower = word.tables[0].rows
    assert not upper.cells[0].text
    assert "ក" in lower.cells[0].text
    assert value(lower._tr, "w:top") == "dashed"
    heights = [round(int(value(row._tr, "w:trHeight")) / TWIPS) for row in (upper, lower)]
    assert heights == [60, 60]


def test_an_envelope_is_one_page_with_the_address_where_it_belongs() -> None:
    page = Page(left=0, right=0, top=0, bottom=0, width=110, height=220, landscape=True)
    address = Card([CardLine("លោកស្រី លឹម វណ្ណារី", align="left")], top=50, left=100)
    word = word_of(Cards(220, 110, [address] * 2), page=page)
    assert len(word.tables) == 2
    assert not elements(word, "w:footerReference")
    line = word.tables[0].cell(0, 0).paragraphs[0].paragraph_format
    assert round(line.space_before.mm) == 50
    assert 100 <= line.left_indent.mm <= 105


def test_texts_too_long_for_a_card_are_set_smaller() -> None:
    long = Card([CardLine("អង្គការគាំទ្រភូមិ និងសហគមន៍ខេត្តបាត់ដំបង " * 6, 20)])
    word = word_of(Cards(90, 55, [long]), page=PAGE)
    sizes = {int(size.get(qn("w:val"))) / 2 for size in word.tables[0]._tbl.iter(qn("w:szCs"))}
    assert max(sizes) < 20
