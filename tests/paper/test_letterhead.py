from __future__ import annotations

import io
import struct
import zlib

import pypdf
import pytest
from PIL import Image

from cspdesk.paper.blocks import Document, Letterhead, NewPart, Page, Paragraph
from cspdesk.paper.pdf import render
from cspdesk.paper.pdf.pictures import picture_of
from tests.paper.pictures import cut_out, ink_box, pages_of
from tests.paper.texts import pdfium_text

LONG = "បណ្ដាញអង្គការ សមាគម " * 150
PAGE = Page(left=20, right=20, top=20, bottom=20)


def png(mode: str, size: tuple[int, int], colour: object, **options: object) -> bytes:
    file = io.BytesIO()
    Image.new(mode, size, colour).save(file, "PNG", **options)
    return file.getvalue()


RED = png("RGB", (300, 200), (200, 0, 0))


def drawn(head: Letterhead, *more: Paragraph) -> bytes:
    return render(Document("x", "km", [head, *more], PAGE))


def test_the_logo_stands_left_of_the_name_eighteen_millimetres_high() -> None:
    page = pages_of(drawn(Letterhead(body="x", logo=RED)))[0]
    logo = ink_box(cut_out(page, 0, 0, 48, 297))
    assert logo == pytest.approx((20, 20, 47, 38), abs=0.5)
    name = ink_box(cut_out(page, 48, 0, 160, 297))
    assert name[0] == pytest.approx(3, abs=1)
    assert 20 < name[1] < name[3] < 38


@pytest.mark.parametrize(
    ("size", "expected"), [((4000, 10), (45, 0.1)), ((10, 4000), (0.1, 18)), ((1, 1), (18, 18))]
)
def test_logos_of_any_shape_keep_it(size: tuple[int, int], expected: tuple[float, float]) -> None:
    page = pages_of(drawn(Letterhead(logo=png("L", size, 0))))[0]
    left, top, right, bottom = ink_box(page)
    assert (right - left, bottom - top) == pytest.approx(expected, abs=0.5)


def test_sixty_letters_hold_the_logo_once() -> None:
    head = Letterhead(body="ក", logo=RED)
    blocks = [block for number in range(60) for block in (head, Paragraph(str(number)), NewPart())]
    pdf = render(Document("x", "km", blocks))
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    assert len(reader.pages) == 60
    assert {image.indirect_reference.idnum for page in reader.pages for image in page.images} == {
        reader.pages[0].images[0].indirect_reference.idnum
    }


@pytest.mark.parametrize(
    ("data", "grey", "dot"),
    [
        (png("RGBA", (4, 4), (255, 0, 0, 128)), False, bytes([255, 127, 127])),
        (png("RGBA", (4, 4), (0, 0, 0, 0)), True, b"\xff"),
        (png("LA", (4, 4), (0, 64)), True, b"\xbf"),
        (png("1", (4, 4), 0), True, b"\0"),
        (png("P", (4, 4), 0, transparency=0), True, b"\xff"),
        (png("L", (4, 4), 77), True, b"\x4d"),
        (png("I;16", (4, 4), 257 * 77), True, b"\x4d"),
        (png("RGB", (4, 4), (1, 2, 3)), False, bytes([1, 2, 3])),
    ],
)
def test_pictures_lie_flat_on_white(data: bytes, grey: bool, dot: bytes) -> None:
    picture = picture_of(data)
    assert picture is not None
    assert picture.grey == grey
    assert picture.dots == dot * 16
    pdf = drawn(Letterhead(body="x", logo=data))
    image = pypdf.PdfReader(io.BytesIO(pdf)).pages[0].images[0].indirect_reference.get_object()
    assert "/SMask" not in image
    assert image["/ColorSpace"] == ("/DeviceGray" if grey else "/DeviceRGB")


def bomb() -> bytes:
    """A picture of ten thousand million dots in a few bytes."""

    def chunk(name: bytes, body: bytes) -> bytes:
        checksum = struct.pack(">I", zlib.crc32(name + body))
        return struct.pack(">I", len(body)) + name + body + checksum

    head = struct.pack(">IIBBBBB", 100_000, 100_000, 8, 2, 0, 0, 0)
    parts = [(b"IHDR", head), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


@pytest.mark.parametrize(
    "data",
    [
        b"x",
        b"\x89PNG\r\n\x1a\n",
        RED[:60],
        RED[:100],
        b"GIF89a" + bytes(40),
        bomb(),
    ],
)
def test_what_is_no_picture_is_left_out(data: bytes) -> None:
    pdf = drawn(Letterhead(body="ឈ្មោះ", logo=data))
    assert "ឈ្មោះ" in pdfium_text(pdf)
    assert pdf == drawn(Letterhead(body="ឈ្មោះ"))


def test_all_lines_of_the_head_are_read_in_order() -> None:
    head = Letterhead(("ព្រះរាជាណាចក្រ",), "ឈ្មោះ", "លេខ៖ ១", "ផ្លូវ ១\nទូរស័ព្ទ 012 345 678", RED)
    text = pdfium_text(drawn(head))
    lines = ["ព្រះរាជាណាចក្រ", "ឈ្មោះ", "ផ្លូវ ១", "ទូរស័ព្ទ 012 345 678", "លេខ៖ ១"]
    assert [line.strip() for line in text.splitlines() if line.strip()] == lines


@pytest.mark.parametrize("logo", [b"", RED])
def test_a_name_without_end_is_wrapped(logo: bytes) -> None:
    pdf = drawn(Letterhead([LONG], LONG, LONG, LONG, logo), Paragraph("END"))
    for page in pages_of(pdf):
        left, _, right, bottom = ink_box(page)
        assert left >= 19
        assert right <= 191
        assert bottom <= 278
    assert pdfium_text(pdf).count("សមាគម") == 600


def test_labels_may_be_bold() -> None:
    from cspdesk.paper.blocks import NumberedList

    def fonts(bold: bool) -> set[str]:
        listed = NumberedList([("កម្មវត្ថុ៖", "ការអញ្ជើញ")], bold_labels=bold)
        page = pypdf.PdfReader(io.BytesIO(render(Document("x", "km", [listed])))).pages[0]
        return {str(f.get_object()["/BaseFont"])[8:] for f in page["/Resources"]["/Font"].values()}

    assert fonts(bold=False) == {"Battambang-Regular"}
    assert fonts(bold=True) == {"Battambang-Regular", "Battambang-Bold"}
