from __future__ import annotations

import errno
import io
import os
import random
import time
from pathlib import Path

import pypdf
import pytest

from cspdesk.errors import DeskError, DiskFull
from cspdesk.paper.blocks import (
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
from cspdesk.paper.writing import write
from tests.paper.texts import ATTENDANCE, UDHR, pdfium_text

LONG = "ឈ្មោះវែង " * 120
SIGNS = [chr(c) for c in [*range(0x1780, 0x1800), *range(0x19E0, 0x1A00)]]
OTHERS = list("\u200b\u200c\u200d\u2060\u00a0 A0e\u0301👩🏻\x00\t\n\ud800\ufffe漢م")


def sheet() -> Document:
    columns = [Column(title, keep_together=True) for title in ATTENDANCE[0]]
    head = Letterhead(("ព្រះរាជាណាចក្រកម្ពុជា", "ជាតិ សាសនា ព្រះមហាក្សត្រ"), "បណ្ដាញ", "លេខ៖ ១")
    table = Table(columns, ATTENDANCE[1:], row_height=9.5)
    page = Page(landscape=True, footer="ទំព័រ {page} នៃ {pages}", code="K7QX-2MPA")
    return Document("បញ្ជីវត្តមាន", "km", [head, Title("បញ្ជីវត្តមាន"), table], page, khmer_digits=True)


def page_texts(document: Document) -> list[str]:
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(render(document))).pages]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert render(sheet()) == render(sheet())


def test_the_file_names_its_title_language_and_only_embedded_fonts() -> None:
    reader = pypdf.PdfReader(io.BytesIO(render(sheet())))
    assert reader.metadata is not None
    assert reader.metadata.title == "បញ្ជីវត្តមាន"
    assert reader.root_object["/Lang"] == "km"
    found = {
        str(font.get_object()["/BaseFont"])
        for page in reader.pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert all(name[7] == "+" for name in found)


def test_pages_are_numbered_in_the_digits_asked_for() -> None:
    texts = page_texts(sheet())
    assert f"ទំព័រ ១ នៃ {'០១២៣៤៥'[len(texts)]}" in texts[0]
    assert "K7QX-2MPA" in texts[-1]


def test_a_heading_never_ends_a_page() -> None:
    for lines in range(30, 45):
        blocks = [
            *[Paragraph(f"p{n}", space_after=0) for n in range(lines)],
            Heading("HEAD"),
            Paragraph("NEXT"),
        ]
        assert not [
            t for t in page_texts(Document("x", "en", blocks)) if "HEAD" in t and "NEXT" not in t
        ]


def test_signatures_stay_on_one_page() -> None:
    both = Signatures(
        Signature(("seen",), "CHAIR", 22, ("n1",)), Signature(("date",), "TAKER", 22, ("n2",))
    )
    for lines in range(25, 42):
        blocks = [*[Paragraph("p", space_after=0)] * lines, both]
        texts = page_texts(Document("x", "en", blocks))
        assert sum("seen" in text and "n2" in text for text in texts) == 1


def test_no_lone_line_of_a_paragraph_is_left_behind() -> None:
    paragraph = "\n".join(["FIRST", "mid", "mid", "LAST"])
    for lines in range(30, 42):
        blocks = [*[Paragraph("p", space_after=0)] * lines, Paragraph(paragraph)]
        for text in page_texts(Document("x", "en", blocks)):
            assert ("FIRST" in text or "LAST" in text) <= ("mid" in text)


def test_nothing_that_is_typed_breaks_a_page() -> None:
    draw = random.Random(7)  # noqa: S311
    texts = ["".join(draw.choices(SIGNS + OTHERS, k=200)) for _ in range(40)]
    texts += [
        "\u17d2",
        "\u17d2" * 3000,
        "\u17b8" * 3000,
        "។" * 3000,
        " " * 3000,
        "\u200b" * 3000,
        "",
    ]
    texts += [
        "ក" * 10_000,
        "a" * 10_000,
        "((" * 500,
        "1 " * 2000,
        "e" + "\u0301" * 900,
        "مرحبا שלום",
    ]
    blocks = [Paragraph(text, align="justify") for text in texts]
    cells = [[text, text, LONG] for text in texts[:8]] + [["a" * 3000, "ក" * 3000, LONG]]
    columns = [Column("ក" * 200, 20, keep_together=True), Column(LONG[:200]), Column("", 3)]
    pdf = render(Document("\x00\ud800", "km", [*blocks, Table(columns, cells, totals=["x"])]))
    assert len(pypdf.PdfReader(io.BytesIO(pdf)).pages) > 5


def test_blocks_of_any_size_are_drawn() -> None:
    blocks = [
        Letterhead([LONG] * 2, LONG, LONG),
        Title(LONG, LONG, [LONG]),
        Heading(LONG),
        NumberedList([(LONG, LONG), ("", "")]),
        Signatures(Signature([LONG] * 4, LONG, 500, [LONG]), None),
        Signatures(None, None),
        Code("x" * 5000, ["ABC" * 100]),
        Code("", ()),
        Space(2000),
        Paragraph("END", indent=900),
    ]
    page = Page(left=100, right=120, footer=LONG, code=LONG)
    assert "END" in pdfium_text(render(Document("x", "km", blocks, page)))


def test_a_sheet_and_twenty_pages_are_quick() -> None:
    begin = time.perf_counter()
    render(sheet())
    assert time.perf_counter() - begin < 2.0
    paragraphs = [f"{copy} {line}" for copy in range(4) for line in UDHR.splitlines()]
    begin = time.perf_counter()
    pdf = render(Document("x", "km", [Paragraph(text) for text in paragraphs]))
    assert time.perf_counter() - begin < 6.0
    assert len(pdf) < 100_000


def test_a_document_is_written_whole(tmp_path: Path) -> None:
    write(sheet(), tmp_path / "បញ្ជី.pdf")
    assert (tmp_path / "បញ្ជី.pdf").read_bytes() == render(sheet())
    assert [path.name for path in tmp_path.iterdir()] == ["បញ្ជី.pdf"]
    assert (tmp_path / "បញ្ជី.pdf").stat().st_mode & 0o444 == 0o444  # others may be sent it too


def test_a_full_disk_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "a.pdf"
    target.write_bytes(b"old")

    def full(handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull, match=r"a\.pdf"):
        write(sheet(), target)
    assert [(path.name, path.read_bytes()) for path in tmp_path.iterdir()] == [("a.pdf", b"old")]


def test_a_folder_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(DeskError, match=r"a\.pdf"):
        write(sheet(), tmp_path / "gone" / "a.pdf")
