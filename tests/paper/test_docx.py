from __future__ import annotations

import io
import random
import time
import uuid
from pathlib import Path

import pytest
import segno
from docx.oxml.ns import qn
from fontTools.ttLib import TTFont

from cspdesk import paths
from cspdesk.errors import DeskError
from cspdesk.paper.blocks import (
    Block,
    Cards,
    Chart,
    Code,
    Column,
    Document,
    Heading,
    Letterhead,
    NewPart,
    NumberedList,
    Page,
    Paragraph,
    Signature,
    Signatures,
    Space,
    Table,
    Title,
)
from cspdesk.paper.docx import render
from cspdesk.paper.docx.sheet import MM
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.typeset import typeset
from cspdesk.paper.writing import write
from tests.paper.texts import ATTENDANCE, MINUTES, UDHR
from tests.paper.words import UPRIGHT, elements, files, opened, paragraphs, texts_of, value, word_of

SIGNS = [chr(c) for c in [*range(0x1780, 0x1800), *range(0x19E0, 0x1A00)]]
OTHERS = [
    *map(chr, range(0x20)),
    *"\u200b\u200c\u2060\x85\u2028\ud800\ufffe\U0001fffe👩🏻漢م<&>\"'é–”",
]
LONG = "ឈ្មោះវែង " * 120


def picture(text: str = "logo") -> bytes:
    out = io.BytesIO()
    segno.make(text).save(out, kind="png", scale=4)
    return out.getvalue()


def every_block() -> list[Block]:
    both = Signatures(
        Signature(["បានឃើញ"], "ប្រធាន", 22, ["លោក ងួន រតនៈ"]),
        Signature(["ថ្ងៃអង្គារ", "ក្រុងបាត់ដំបង"], "អ្នកធ្វើកំណត់ហេតុ", 22, ["យឹម ស្រីពេជ្រ"]),
    )
    return [
        Letterhead(("ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ សាសនា"), "បណ្ដាញ", "លេខ៖ ១", "ផ្លូវ\n012", picture()),
        Title("កំណត់ហេតុ", "វេទិកា", ["ថ្ងៃទី១៣", "ទីកន្លែង"]),
        Heading("១. សមាសភាព"),
        Paragraph("លោក អ៊ឹម “VSG” – អ៊ីមែល a@b.org\nបន្ទាត់ទីពីរ", indent=10, align="justify"),
        NumberedList([("១.", "ទីមួយ"), ("កម្មវត្ថុ៖", "ការអញ្ជើញ")], bold_labels=True),
        Table([Column("ល.រ", 10), Column("ឈ្មោះ")], [["១", "សុខ"], ["២"]], totals=["", "សរុប"]),
        Chart("តារាង", ["អប់រំ"], [("ស្រី", [3]), ("បុរស", [4])], ["៧នាក់"]),
        both,
        Code("K7QX-2MPA", ["K7QX", "2MPA"]),
        Space(10),
        Paragraph("ចប់"),
    ]


def test_the_text_of_every_block_reads_back_as_typed() -> None:
    assert texts_of(word_of(*every_block())) == [
        "ព្រះរាជាណាចក្រកម្ពុជា",
        "ជាតិ សាសនា",
        "បណ្ដាញ",
        "ផ្លូវ\n012",
        "លេខ៖ ១",
        "កំណត់ហេតុ",
        "វេទិកា",
        "ថ្ងៃទី១៣",
        "ទីកន្លែង",
        "១. សមាសភាព",
        "លោក អ៊ឹម “VSG” – អ៊ីមែល a@b.org\nបន្ទាត់ទីពីរ",
        "១.\tទីមួយ",
        "កម្មវត្ថុ៖\tការអញ្ជើញ",
        *("ល.រ", "ឈ្មោះ", "១", "សុខ", "២", "សរុប"),
        *("តារាង", "■ ស្រី    ■ បុរស    ", "អប់រំ", "៧នាក់"),
        *("បានឃើញ", "ប្រធាន", "លោក ងួន រតនៈ"),
        *("ថ្ងៃអង្គារ", "ក្រុងបាត់ដំបង", "អ្នកធ្វើកំណត់ហេតុ", "យឹម ស្រីពេជ្រ"),
        "K7QX  2MPA",
        "ចប់",
    ]


@pytest.mark.parametrize("text", [UDHR, MINUTES], ids=["udhr", "minutes"])
def test_long_khmer_texts_read_back_to_the_character(text: str) -> None:
    lines = [line for line in text.splitlines() if line]
    assert texts_of(word_of(*map(Paragraph, lines))) == lines


def test_a_tab_is_a_space_as_on_paper() -> None:
    assert texts_of(word_of(Paragraph("ឈ្មោះ\t\tភេទ"))) == ["ឈ្មោះ ភេទ"]


def test_every_run_names_fonts_and_sizes_of_both_kinds_of_script() -> None:
    word = opened(Document("x", "km", every_block(), UPRIGHT))
    footer = list(word.sections[0].footer.part.element.iter(qn("w:r")))
    runs = [*elements(word, "w:r"), *footer]
    assert len(runs) > 40
    for run in runs:
        font = value(run, "w:rFonts", "w:cs")
        assert font
        assert font == value(run, "w:rFonts", "w:ascii") == value(run, "w:rFonts", "w:hAnsi")
        assert value(run, "w:sz") == value(run, "w:szCs") != ""
        assert value(run, "w:lang", "w:bidi") == "km-KH"
        assert (run.find(f".//{qn('w:b')}") is None) == (run.find(f".//{qn('w:bCs')}") is None)
        written = "".join(part.text for part in run.iter(qn("w:t")))
        khmer = any("\u1780" <= letter <= "\u17ff" for letter in written)
        assert (run.find(f".//{qn('w:cs')}") is not None) == khmer


def test_letters_that_the_khmer_face_lacks_or_draws_wrong_have_another_font() -> None:
    word = word_of(Paragraph("ក “é” អ៊ី ស៊ី café"))
    found = {run.text: run.font.name for run in word.paragraphs[0].runs}
    assert found == {
        "ក ": "Battambang",
        "“é”": "Arial",
        " ": "Battambang",
        "អ៊ី": "Khmer OS Battambang",
        " ស៊ី ": "Battambang",
        "café": "Arial",
    }


def test_titles_and_headings_have_the_styles_of_word() -> None:
    word = word_of(Title("ចំណងជើង", "រង"), Heading("ក្បាល"), Paragraph("អត្ថបទ"))
    assert [(p.text, p.style.name) for p in word.paragraphs] == [
        ("ចំណងជើង", "Title"),
        ("រង", "Subtitle"),
        ("ក្បាល", "Heading 1"),
        ("អត្ថបទ", "Normal"),
    ]
    assert word.paragraphs[2].paragraph_format.keep_with_next


def test_a_list_hangs_beside_its_widest_label() -> None:
    short, long = (
        word_of(NumberedList([("១.", "ក"), (label, "ខ")])).paragraphs[1].paragraph_format
        for label in ("២.", "កម្មវត្ថុនៃលិខិត៖")
    )
    assert short.first_line_indent == -short.left_indent
    assert 5 <= short.left_indent.mm < 6
    assert long.left_indent.mm > 20


def test_a_row_is_a_row_that_no_page_divides_below_a_header_that_repeats() -> None:
    columns = [Column("ល.រ", 10), Column("ឈ្មោះ", keep_together=True), Column("ហត្ថលេខា", 60)]
    rows = [[str(n), "សុខ ភារៈ", ""] for n in range(330)]
    table = Table(columns, rows, row_height=9.5, spare=[["", "", ""]] * 40, totals=["", "៣៣០"])
    word = word_of(table, Paragraph("សរុប"))
    made = word.tables[0]
    assert [[cell.text for cell in row.cells] for row in (made.rows[1], made.rows[330])] == [
        rows[0],
        rows[329],
    ]
    assert len(made.rows) == 332
    trs = elements(word, "w:tr")
    assert all(tr.find(f".//{qn('w:cantSplit')}") is not None for tr in trs)
    assert [tr.find(f".//{qn('w:tblHeader')}") is not None for tr in trs] == [True] + [False] * 331
    assert value(trs[1], "w:trHeight") == str(round(9.5 * 72 / 25.4 * 20))
    assert [round(column.width.mm) for column in made.columns] == [10, 95, 60]
    assert all(run.bold for run in made.cell(331, 1).paragraphs[0].runs)
    # The sums and the line below them never stand on a page alone.
    assert made.cell(330, 0).paragraphs[0].paragraph_format.keep_with_next
    assert made.cell(331, 0).paragraphs[0].paragraph_format.keep_with_next
    assert not made.cell(1, 0).paragraphs[0].paragraph_format.keep_with_next


def test_a_long_name_is_set_smaller_down_to_85_percent() -> None:
    columns = [Column("ឈ្មោះ", 30, keep_together=True)]
    word = word_of(Table(columns, [["សុខ ភារៈ"], ["ឃឹម ណារ៉ុង សុវណ្ណារ៉ាវុធ រត"], [LONG]], size=10))
    sizes = [
        int(value(row.cells[0]._element, "w:szCs")) / 2 for row in word.tables[0].rows if row.cells
    ]
    assert sizes[1] == 10.0
    assert 8.5 <= sizes[2] < 10.0
    assert sizes[3] == 8.5


def test_a_text_set_smaller_fits_its_cell_in_the_half_points_of_word() -> None:
    deadline = "ខ. ២៧/១១/២០២៦"
    style = font_set().body(9.5)
    width = (typeset(deadline, style).width - 1) / MM + 6 / MM
    word = word_of(Table([Column("ថ្ងៃ", width, keep_together=True)], [[deadline]], size=9.5))
    (size,) = (value(run, "w:szCs") for run in word.tables[0].rows[1]._tr.iter(qn("w:r")))
    assert int(size) / 2 < 9.5


def test_a_long_date_above_a_signature_takes_room_from_the_other_side() -> None:
    lunar = "ថ្ងៃព្រហស្បតិ៍ ៨កើត ខែមិគសិរ ឆ្នាំខាល ចត្វាស័ក ព.ស.២៥៦៦"
    (made,) = word_of(Signatures(Signature([], "Chair"), Signature([lunar], "Clerk"))).tables
    left, _, right = (column.width.pt for column in made.columns)
    assert right > typeset(lunar, font_set().body()).width > left


def test_each_part_counts_its_own_pages() -> None:
    blocks = [NewPart(), Paragraph("ក"), NewPart(), Paragraph("ខ"), NewPart(), NewPart()]
    word = word_of(*blocks, page=UPRIGHT)
    assert len(word.sections) == 2
    assert [value(section._sectPr, "w:pgNumType", "w:start") for section in word.sections] == [
        "1",
        "1",
    ]
    fields = word.sections[0].footer.part.element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")).strip() for field in fields] == ["PAGE", "SECTIONPAGES"]
    single = word_of(Paragraph("ក"), page=UPRIGHT).sections[0].footer
    fields = single.part.element.iter(qn("w:fldSimple"))
    assert [field.get(qn("w:instr")).strip() for field in fields] == ["PAGE", "NUMPAGES"]
    assert single.paragraphs[0].text.startswith("K7QX2MPA\tទំព័រ ")
    assert len(list(single.part.element.iter(qn("w:drawing")))) == 1


def test_paper_is_that_of_the_page() -> None:
    page = Page(landscape=True, left=15, right=12, top=11, bottom=16, width=110, height=220)
    section = word_of(Paragraph("ក"), page=page).sections[0]
    sides = section.page_width, section.page_height, section.left_margin, section.bottom_margin
    assert [round(side.mm) for side in sides] == [220, 110, 15, 16]
    assert section.orientation == 1


def test_a_chart_is_cells_whose_widths_are_its_figures() -> None:
    chart = Chart("t", ["ក", "ខ"], [("s", [30, 10]), ("m", [10, 0])], ["៤០", "១០"])
    bars = [table for cell in word_of(chart).tables[0]._cells for table in cell.tables]
    widths = [[cell.width.pt for cell in bar.rows[0].cells] for bar in bars]
    assert [len(bar) for bar in widths] == [3, 2]
    assert widths[0][0] == pytest.approx(3 * widths[0][1], rel=0.02)
    assert widths[1][0] == pytest.approx(widths[0][1], rel=0.02)


def test_a_logo_that_is_no_picture_is_left_out() -> None:
    for logo, count in ((picture(), 1), (picture()[:60], 0), (b"GIF89a" * 9, 0), (b"", 0)):
        word = word_of(Letterhead(body="បណ្ដាញ", logo=logo))
        assert len(elements(word, "w:drawing")) == count
        assert texts_of(word) == ["បណ្ដាញ"]


def test_the_fonts_of_the_desk_travel_in_the_file() -> None:
    found = files(render(Document("x", "km", [Paragraph("ក")])))
    table = found["word/fontTable.xml"].decode()
    keys = [uuid.UUID(part.split('"')[0]) for part in table.split('w:fontKey="')[1:]]
    names = ["Battambang-Regular", "Battambang-Bold", "Moul-Regular"]
    for number, (key, name) in enumerate(zip(keys, names, strict=True), 1):
        hidden = found[f"word/fonts/font{number}.odttf"]
        mask = key.bytes[::-1] * 2
        shown = bytes(a ^ b for a, b in zip(hidden, mask, strict=False)) + hidden[32:]
        assert shown == paths.shipped("resources", "fonts", f"{name}.ttf").read_bytes()
        assert TTFont(io.BytesIO(shown))["OS/2"].fsType == 0  # whoever has it may embed it
    assert hidden[:4] != shown[:4]
    assert "Khmer OS Battambang" in table


def test_the_same_document_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    document = Document("x", "km", every_block(), UPRIGHT)
    first = render(document)
    now = time.time()
    monkeypatch.setattr(time, "time", lambda: now + 100_000)
    assert render(document) == first


def test_the_file_says_title_author_and_language_and_nothing_of_who_made_it() -> None:
    word = opened(Document("ចំណង\nជើង", "km", [Paragraph("ក")], author="បណ្ដាញ"))
    known = word.core_properties
    assert (known.title, known.author, known.language) == ("ចំណង ជើង", "បណ្ដាញ", "km")
    assert (known.comments, known.last_modified_by, known.created.year) == ("", "", 2000)
    assert "docProps/thumbnail.jpeg" not in files(render(Document("x", "km", [])))


def test_nothing_that_is_typed_breaks_a_file() -> None:
    draw = random.Random(7)  # noqa: S311
    texts = ["".join(draw.choices(SIGNS + OTHERS, k=200)) for _ in range(30)]
    texts += ["".join(OTHERS), "", "\u17d2" * 3000, "ក" * 10_000, "a" * 10_000]
    columns = [Column("ក" * 200, 20, keep_together=True), Column(LONG[:200]), Column("", 3)]
    blocks = [
        *[Paragraph(text, align="justify") for text in texts],
        Table(columns, [[text, text, LONG, "more"] for text in texts], totals=["x"]),
        Table([], [["x"]]),
        Table([Column("a")], []),
        Letterhead([LONG] * 2, LONG, LONG, LONG, b"\x89PNG" * 20),
        Title(LONG, LONG, [LONG]),
        NumberedList([(LONG, LONG), ("", "")]),
        NumberedList([]),
        Signatures(Signature([LONG] * 4, LONG, 500, [LONG]), None),
        Signatures(None, None),
        Code("x" * 5000, ["ABC" * 100]),
        Code("", ()),
        Chart("", [], []),
        Chart(LONG, [LONG, ""], [(LONG, [float("nan"), float("inf")]), ("", [-3])], [LONG]),
        Cards(0, 0, []),
        Space(99_999),
        Space(-5),
        NewPart(),
        Paragraph("END", indent=900, size=0.1, space_after=99_999),
    ]
    page = Page(left=100, right=120, footer=f"{LONG}{{page}}\x07", code=LONG)
    word = opened(Document("\x00\ud800", "km", blocks, page, author="\x01"))
    assert texts_of(word)[-1] == "END"
    assert "\u2060" not in "".join(texts_of(word))


def test_a_justified_line_that_ends_early_is_not_spread() -> None:
    word = word_of(Paragraph("ក ខ\nគ", align="justify"))
    assert word.settings.element.find(f".//{qn('w:doNotExpandShiftReturn')}") is not None


def test_blank_cells_are_no_higher_than_the_others() -> None:
    word = word_of(Table([Column("a"), Column("b")], [["x", ""]], size=9))
    marks = [p._element.pPr.find(qn("w:rPr")) for p in paragraphs(word.tables[0].cell(1, 1))]
    assert [value(mark, "w:sz") for mark in marks] == ["18"]


def test_a_long_document_is_quick() -> None:
    rows = [*ATTENDANCE[1:]] * 11
    lines = [f"{copy} {line}" for copy in range(4) for line in UDHR.splitlines()]
    columns = [Column(title, keep_together=True) for title in ATTENDANCE[0]]
    document = Document("x", "km", [*map(Paragraph, lines), Table(columns, rows)])
    begin = time.perf_counter()
    data = render(document)
    assert time.perf_counter() - begin < 4.0
    assert len(data) < 400_000


def test_a_document_is_written_whole(tmp_path: Path) -> None:
    document = Document("x", "km", every_block())
    write(document, tmp_path / "លិខិត.docx")
    assert (tmp_path / "លិខិត.docx").read_bytes() == render(document)
    assert [path.name for path in tmp_path.iterdir()] == ["លិខិត.docx"]
    with pytest.raises(DeskError, match=r"a\.docx"):
        write(document, tmp_path / "gone" / "a.docx")
