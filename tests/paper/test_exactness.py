"""Every line of a PDF is drawn as HarfBuzz shapes the whole line, in every font of documents.

What is compared is the finished file: codes and pen from the page, composites and widths from the
embedded fonts.
"""

from __future__ import annotations

import io
import logging
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pypdf
import pytest
import uharfbuzz as hb
from babel.messages.pofile import read_po
from fontTools.ttLib import TTFont
from pypdf.generic import ContentStream, DictionaryObject

from cspdesk import paths
from cspdesk.paper.blocks import Document, Page, Paragraph
from cspdesk.paper.pdf import engine, render
from cspdesk.paper.pdf.fonts import Face, Family
from cspdesk.paper.pdf.fontsets import FontSet
from cspdesk.paper.pdf.installed import find_fonts
from tests.paper.texts import MINUTES, UDHR

FONTS = [
    "Battambang-Regular",
    "Battambang-Bold",
    "Moul-Regular",
    "CspdeskSans-Regular",
    "CspdeskSans-Bold",
    "Khmer OS Battambang",
    "Khmer OS Muol Light",
]
STACKING = ("Battambang", "Moul")
"""They draw អ៊ី wrongly; the paper shows the form of អ៉ី, which is the right one."""
STACKED = re.compile("(?<=អ)\u17ca(?=[\u17b7-\u17ba])")
RUNS = re.compile("[!-~]|[^!-~]+")
"""Latin letters are drawn one by one (``docs/decisions/002-text-layer.md``), all else is whole."""
LEAST, WIDE = 0.03, Page(left=5, right=5, top=5, bottom=5, width=5000, height=600)
Placed = tuple[bytes, float, float]
"""An outline with its place from the start of the line, in em."""


@cache
def texts() -> list[str]:
    """Return the lines of the declaration of human rights, the minutes, and all Khmer messages."""
    with paths.shipped("translations", "km", "LC_MESSAGES", "cspdesk.po").open("rb") as file:
        catalog = read_po(file, locale="km")
    lines = [*UDHR.splitlines(), *MINUTES.splitlines()]
    for message in catalog:
        strings = message.string if message.id else ""
        for text in [strings] if isinstance(strings, str) else strings:
            lines += text.splitlines()
    found = {re.sub("[\u200b\u2060]", "", line).strip() for line in lines}
    return sorted(line for line in found if re.search("[\u1780-\u17b3]", line))


def path_of(name: str) -> Path:
    if not name.startswith("Khmer OS"):
        return paths.shipped("resources", "fonts", f"{name}.ttf")
    for path in find_fonts([name]):
        return path
    pytest.skip(f"{name} is not installed")


class Outlines:
    """The coordinates of a font's glyphs, as bytes to compare."""

    def __init__(self, font: TTFont) -> None:
        self._glyf, self._names = font["glyf"], font.getGlyphOrder()
        self._known: dict[int, bytes] = {}
        self.em = font["head"].unitsPerEm

    def of(self, glyph: int) -> bytes:
        found = self._known.get(glyph)
        if found is None:
            points = self._glyf[self._names[glyph]].getCoordinates(self._glyf)[0]
            found = self._known[glyph] = repr(list(points)).encode() if len(points) else b""
        return found

    def components(self, glyph: int) -> list[tuple[int, int, int]]:
        outline = self._glyf[self._names[glyph]]
        if not outline.isComposite():
            return []
        order = {name: number for number, name in enumerate(self._names)}
        return [(order[part.glyphName], part.x, part.y) for part in outline.components]


def shaped(font: hb.Font, outlines: Outlines, text: str) -> list[Placed]:
    pen, placed = 0, []
    for run in RUNS.findall(text):
        buffer = hb.Buffer()
        buffer.add_str(run)
        buffer.direction, buffer.script, buffer.language = "ltr", "Khmr", "km"
        hb.shape(font, buffer, {})
        for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            ink = outlines.of(info.codepoint)
            if ink:
                place = (pen + at.x_offset) / outlines.em, at.y_offset / outlines.em
                placed.append((ink, *place))
            pen += at.x_advance
    return placed


class Embedded:
    """One font of a PDF: what each code draws, and how far it moves the pen, in em."""

    def __init__(self, font: DictionaryObject) -> None:
        below = font["/DescendantFonts"][0].get_object()
        program = below["/FontDescriptor"]["/FontFile2"].get_object().get_data()
        self._outlines = Outlines(TTFont(io.BytesIO(program)))
        first, widths = below["/W"]
        assert first == 0
        self._widths = [float(width) / 1000 for width in widths]
        self._known: dict[int, list[Placed]] = {}

    def draw(self, code: int) -> tuple[list[Placed], float]:
        found = self._known.get(code)
        if found is None:
            em = self._outlines.em
            found = self._known[code] = [
                (self._outlines.of(part), x / em, y / em)
                for part, x, y in self._outlines.components(code)
            ]
        return found, self._widths[code]


def drawn(pdf: bytes) -> Iterator[list[Placed]]:
    """Yield the outlines of each line of a file."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    known: dict[int, Embedded] = {}
    for page in reader.pages:
        fonts = page["/Resources"]["/Font"]
        embedded = {}
        for name in fonts:
            number = fonts.raw_get(name).idnum
            embedded[name] = known[number] = known.get(number) or Embedded(fonts[name])
        pen, placed, font = 0.0, list[Placed](), None
        for operands, operator in ContentStream(page.get_contents(), reader).operations:
            if operator == b"BT":
                pen, placed = 0.0, []
            elif operator == b"Tf":
                font = embedded[operands[0]]
            elif operator == b"Tj":
                codes = operands[0].original_bytes
                for at in range(0, len(codes), 2):
                    parts, advance = font.draw(int.from_bytes(codes[at : at + 2], "big"))
                    placed += [(ink, pen + x, y) for ink, x, y in parts]
                    pen += advance
            elif operator == b"ET":
                yield placed


@pytest.mark.parametrize("name", FONTS)
def test_lines_are_drawn_as_harfbuzz_shapes_them(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # Padding that is left where hints were is nothing to warn of.
    monkeypatch.setattr(logging.getLogger("fontTools.ttLib.tables._g_l_y_f"), "disabled", True)
    family = Family([Face(path_of(name))])
    monkeypatch.setattr(engine, "font_set", lambda _: FontSet(family, family, family))
    lines = [line for line in texts() if all(family.main.covers(c) for c in line)]
    paragraphs = [Paragraph(line, space_after=0) for line in lines]
    font = hb.Font(hb.Face(hb.Blob(path_of(name).read_bytes())))
    outlines = Outlines(TTFont(path_of(name)))
    found = list(drawn(render(Document("x", "km", paragraphs, WIDE))))
    assert len(found) == len(lines)
    assert len(lines) > 500
    wrong = []
    for text, placed in zip(lines, found, strict=True):
        right = STACKED.sub("\u17c9", text) if name.startswith(STACKING) else text
        expected = shaped(font, outlines, right)
        if [ink for ink, _, _ in placed] != [ink for ink, _, _ in expected] or any(
            abs(x - also_x) > LEAST or abs(y - also_y) > LEAST
            for (_, x, y), (_, also_x, also_y) in zip(placed, expected, strict=True)
        ):
            wrong.append(text)
    assert wrong == []
