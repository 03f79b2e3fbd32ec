"""Glyphs on paper are HarfBuzz's glyphs, and only fonts that may be embedded are taken."""

from __future__ import annotations

import io
import random
import re
import struct
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from cspdesk import paths
from cspdesk.errors import PaperError
from cspdesk.khmer.clusters import clusters
from cspdesk.models import organisation
from cspdesk.paper.pdf.fonts import Face
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.truetype import build
from cspdesk.paper.pdf.typeset import typeset
from tests.paper.texts import ATTENDANCE, MINUTES, UDHR

FONTS = ["Battambang-Regular", "Battambang-Bold", "Moul-Regular", "CspdeskSans-Regular"]
KHMER = sorted(
    set(re.findall("[\u1780-\u17ff]+", " ".join([UDHR, MINUTES, *map(" ".join, ATTENDANCE)])))
)


def path_of(name: str) -> Path:
    return paths.shipped("resources", "fonts", f"{name}.ttf")


def shaped_whole(path: Path, text: str) -> list[tuple[int, int, int]]:
    font = hb.Font(hb.Face(hb.Blob(path.read_bytes())))
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.direction, buffer.script, buffer.language = "ltr", "Khmr", "km"
    hb.shape(font, buffer, {})
    pen, placed = 0, []
    for info, at in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        placed.append((info.codepoint, pen + at.x_offset, at.y_offset))
        pen += at.x_advance
    return placed


def shaped_by_cluster(face: Face, text: str) -> list[tuple[int, int, int]]:
    pen, placed = 0, []
    for cluster in clusters(text):
        glyph = face.glyph(cluster)
        placed += [(part, pen + x, y) for part, x, y in glyph.parts]
        pen += round(glyph.advance * face.outlines.units_per_em)
    return placed


@pytest.mark.parametrize("name", FONTS)
def test_clusters_are_placed_as_in_whole_texts(name: str) -> None:
    face = Face(path_of(name))
    wrong = [
        text for text in KHMER if shaped_by_cluster(face, text) != shaped_whole(path_of(name), text)
    ]
    assert wrong == []


@pytest.mark.parametrize("name", FONTS)
def test_embedded_composites_draw_the_same_outlines(name: str) -> None:
    face = Face(path_of(name))
    em = face.outlines.units_per_em
    glyphs = [face.glyph(text) for text in ["ស្ត្រី", "ម៉្យាង ", "ក្រុំ", "é", " "]]
    program = build(face.outlines, [(round(g.advance * em), g.parts) for g in glyphs])
    made, source = TTFont(io.BytesIO(program), checkChecksums=2), TTFont(path_of(name))
    drawn = made.getGlyphSet()
    for number, glyph in enumerate(glyphs, 1):
        expected = DecomposingRecordingPen(source.getGlyphSet())
        for part, x, y in glyph.parts:
            expected.addComponent(source.getGlyphName(part), (1, 0, 0, 1, x, y))
        pen = DecomposingRecordingPen(drawn)
        drawn[made.getGlyphName(number)].draw(pen)
        assert pen.value == expected.value
        assert made["hmtx"][made.getGlyphName(number)][0] == round(glyph.advance * em)


@pytest.mark.parametrize("name", ["Battambang-Regular", "Battambang-Bold", "Moul-Regular"])
def test_shifter_and_upper_vowel_on_a_take_the_lower_form(name: str) -> None:
    face = Face(path_of(name))
    below = shaped_whole(path_of(name), "ស៊ី")[1:]
    for vowel in "ិីឹឺ":
        parts = [part for part, _, _ in face.glyph(f"អ៊{vowel}").parts]
        assert parts[1] == below[0][0]


def test_a_word_with_an_accent_does_not_change_its_face_inside() -> None:
    faces = {glyph.face.name for glyph in typeset("café", font_set().body()).glyphs}
    assert faces == {"CspdeskSans-Regular"}


@pytest.mark.parametrize("name", organisation.FONTS)
def test_a_character_without_any_face_is_a_box_that_is_seen(name: str) -> None:
    fonts = font_set(name)
    for family in (fonts.text, fonts.strong, fonts.title):
        face = family.faces[family.rank("漢")]
        (part,) = face.glyph("漢").parts
        assert part[0] == 0
        assert face.outlines.box(0)
        assert face.glyph("漢").advance > 0.3


def changed(tmp_path: Path, table: str, **fields: int) -> Path:
    font = TTFont(path_of("Battambang-Regular"))
    if fields:
        for name, value in fields.items():
            setattr(font[table], name, value)
    else:
        del font[table]
    font.save(tmp_path / "Changed.ttf")
    return tmp_path / "Changed.ttf"


def test_fonts_that_cannot_be_used_are_refused(tmp_path: Path) -> None:
    for path in (changed(tmp_path, "GSUB"), changed(tmp_path, "OS/2", fsType=2)):
        with pytest.raises(PaperError, match="Changed"):
            Face(path)
    for content in (b"", b"OTTO", struct.pack(">IH", 0x00010000, 9), b"x" * 500):
        (tmp_path / "Broken.ttf").write_bytes(content)
        with pytest.raises(PaperError, match="Broken"):
            Face(tmp_path / "Broken.ttf")
    with pytest.raises(PaperError, match="Missing"):
        Face(tmp_path / "Missing.ttf")


@pytest.mark.parametrize("table", ["cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp", "GSUB"])
def test_a_damaged_font_is_refused_or_drawn(table: str, tmp_path: Path) -> None:
    content = path_of("Battambang-Regular").read_bytes()
    with TTFont(path_of("Battambang-Regular")) as font:
        entry = font.reader.tables[table]
    damaged, chance = tmp_path / "Damaged.ttf", random.Random(table)  # noqa: S311
    for _ in range(30):
        changed = bytearray(content)
        for _ in range(chance.choice((1, 8, 200))):
            changed[entry.offset + chance.randrange(entry.length)] = chance.randrange(256)
        damaged.write_bytes(changed)
        try:
            face = Face(damaged)
        except PaperError:
            continue
        glyphs = [face.glyph(text) for text in clusters("ក្រុំស្ត្រី ខ្លួន អ៊ី ១២៣")]
        assert build(face.outlines, [(500, glyph.parts) for glyph in glyphs])
