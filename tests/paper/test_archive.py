"""Files can be kept: PDF/A-2u as far as a program can check itself, and the same bytes each time.

The numbers are those of clauses in ISO 19005-2.
"""

from __future__ import annotations

import io
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path
from xml.etree import ElementTree

import pypdf
import pytest
from fontTools.ttLib import TTFont
from PIL import Image, ImageCms
from pypdf.generic import DictionaryObject, StreamObject

from cspdesk.paper.blocks import Document, Page, Paragraph, Title
from cspdesk.paper.pdf import render
from cspdesk.paper.pdf.metadata import srgb
from tests.paper.records import HELD
from tests.paper.tags import texts_of
from tests.paper.test_render import sheet

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
DC = "{http://purl.org/dc/elements/1.1/}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
ODD = "漢 \ufffe x\ufeff \u0378 " + "ស្ត្រី" + "\u17b8" * 400


def minutes() -> Document:
    from cspdesk.paper import minutes

    return minutes.compose(HELD, "km")


DOCUMENTS = {
    "sheet": sheet,
    "minutes": minutes,
    "odd": lambda: Document("<&> \x00", "en", [Title(ODD), Paragraph(ODD)], author="A & B"),
}


@pytest.fixture(params=DOCUMENTS, name="pdf")
def _pdf(request: pytest.FixtureRequest) -> bytes:
    return render(DOCUMENTS[request.param]())


def reader(pdf: bytes) -> pypdf.PdfReader:
    return pypdf.PdfReader(io.BytesIO(pdf), strict=True)


def objects(pdf: bytes) -> list[object]:
    opened = reader(pdf)
    return [opened.get_object(number) for number in range(1, opened.trailer["/Size"])]


def test_the_file_is_framed_as_archives_want_it(pdf: bytes) -> None:
    assert re.match(rb"%PDF-1\.7\n%[\x80-\xff]{4}\n", pdf)  # 6.1.2
    assert pdf.endswith(b"%%EOF\n")  # 6.1.3
    first, second = reader(pdf).trailer["/ID"]
    assert first == second
    assert "/Encrypt" not in reader(pdf).trailer
    # 6.1.7.1: lengths are right, and a line end stands before the end of a stream.
    for match in re.finditer(rb"/Length (\d+)[^>]*>>\s?stream\n", pdf):
        after = match.end() + int(match[1])
        assert pdf[after : after + 10] == b"\nendstream"
    assert b"endstream" in pdf


def test_nothing_is_used_that_archives_forbid(pdf: bytes) -> None:
    forbidden = {"/LZWDecode", "/Crypt", "/JavaScript", "/SMask", "/Group", "/Interpolate", "/AA"}
    for found in objects(pdf):
        if isinstance(found, DictionaryObject):
            assert not forbidden & {str(key) for key in found}
            assert str(found.get("/Filter", "/FlateDecode")) in ("/FlateDecode", "['/FlateDecode']")
    for page in reader(pdf).pages:
        operators = {operator for _, operator in page.get_contents().operations}  # type: ignore[union-attr]
        assert operators <= set(b"BT ET Tc Tf Td Tj BDC BMC EMC q Q cm w J m l S re f g Do".split())


def test_fonts_are_embedded_with_their_widths_and_texts(pdf: bytes) -> None:
    fonts = {
        font.indirect_reference: font.get_object()
        for page in reader(pdf).pages
        for font in page["/Resources"]["/Font"].values()
    }
    for font in fonts.values():
        descendant = font["/DescendantFonts"][0].get_object()
        program = TTFont(io.BytesIO(descendant["/FontDescriptor"]["/FontFile2"].get_data()))
        em, advances = program["head"].unitsPerEm, program["hmtx"].metrics
        order = program.getGlyphOrder()
        start, widths = descendant["/W"]
        assert start == 0
        for code, width in enumerate(widths):  # 6.2.11.5
            assert abs(float(width) - 1000 * advances[order[code]][0] / em) <= 1
        texts = texts_of(font["/ToUnicode"].get_data())
        assert list(texts) == list(range(1, len(widths)))  # 6.2.11.7.2
        assert not [t for t in texts.values() if not t or set(t) & set("\0\ufeff\ufffe")]


def test_what_the_file_says_of_itself_agrees(pdf: bytes) -> None:
    opened = reader(pdf)
    root = opened.root_object
    packet = root["/Metadata"]
    assert "/Filter" not in packet
    xml = ElementTree.fromstring(packet.get_data().decode())  # noqa: S314 (made right here)
    told = {key: value for part in xml.iter() for key, value in part.attrib.items()}
    assert (told[f"{PDFA}part"], told[f"{PDFA}conformance"]) == ("2", "U")  # 6.6.4
    titles = xml.findall(f".//{DC}title//{RDF}li")
    assert opened.metadata is not None
    assert {title.text for title in titles} == {opened.metadata.title}
    authors = [author.text for author in xml.findall(f".//{DC}creator//{RDF}li")]
    assert authors == ([opened.metadata.author] if opened.metadata.author else [])
    assert [part.text for part in xml.findall(f".//{DC}language//{RDF}li")] == [root["/Lang"]]
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert all(page["/Tabs"] == "/S" for page in opened.pages)


def test_colours_are_those_of_srgb(pdf: bytes) -> None:
    (intent,) = reader(pdf).root_object["/OutputIntents"]
    assert intent["/S"] == "/GTS_PDFA1"
    assert intent["/DestOutputProfile"].get_data() == srgb()
    profile = ImageCms.ImageCmsProfile(io.BytesIO(srgb()))
    colours = bytes(range(256)) * 3
    seen = Image.frombytes("RGB", (256, 1), colours)
    same = ImageCms.profileToProfile(seen, profile, ImageCms.createProfile("sRGB"))
    assert same is not None
    assert same.tobytes() == colours


def test_a_character_that_no_font_has_is_a_box_and_keeps_its_text() -> None:
    opened = reader(render(Document("x", "km", [Paragraph("漢字")])))
    page = opened.pages[0]
    assert page.extract_text().strip() == "漢字"
    (font,) = (font.get_object() for font in page["/Resources"]["/Font"].values())
    descendant = font["/DescendantFonts"][0].get_object()
    program = TTFont(io.BytesIO(descendant["/FontDescriptor"]["/FontFile2"].get_data()))
    for name in program.getGlyphOrder()[1:3]:  # 6.2.11.8: the first one, .notdef, is not shown
        assert program["glyf"][name].numberOfContours


def test_a_file_stays_small_with_all_it_says() -> None:
    pdf = render(minutes())
    packed = [found for found in objects(pdf) if isinstance(found, StreamObject)]
    assert len([found for found in packed if found.get("/Type") == "/ObjStm"]) == 1
    assert len(zlib.compress(pdf)) > len(pdf) * 0.9


PROGRAM = """
import sys
from cspdesk.paper.pdf import render
from tests.paper import test_archive
if sys.argv[1] == "warm":
    render(test_archive.minutes())
sys.stdout.buffer.write(render(test_archive.sheet()) + render(test_archive.minutes()))
"""


@pytest.mark.parametrize(
    ("seed", "zone", "state"), [("1", "Asia/Phnom_Penh", "cold"), ("2", "UTC", "warm")]
)
def test_another_process_writes_the_same_bytes(seed: str, zone: str, state: str) -> None:
    home = Path(__file__).parents[2]
    told = {"PYTHONHASHSEED": seed, "TZ": zone, "LANG": "C", "PYTHONPATH": str(home)}
    command = [sys.executable, "-c", PROGRAM, state]
    environment = {**os.environ, **told}
    done = subprocess.run(command, env=environment, cwd=home, capture_output=True, check=True)  # noqa: S603
    assert done.stdout == render(sheet()) + render(minutes())


def test_what_differs_has_another_name() -> None:
    names = {
        str(reader(render(Document("x", "km", [Paragraph(text)], Page()))).trailer["/ID"][0])
        for text in ("ក", "ខ")
    }
    assert len(names) == 2
