"""The faces of documents: which one draws a cluster, and how HarfBuzz draws it.

Clusters are shaped one by one: measured to give the same glyphs and places as whole paragraphs
(``docs/decisions/002-text-layer.md``), and the result can be kept.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import uharfbuzz as hb

from cspdesk.errors import PaperError
from cspdesk.i18n import N_
from cspdesk.paper.pdf.truetype import Outlines, Part

_KHMER_BLOCKS = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
# Battambang, Siemreap and Moul stack ៊ and an upper vowel on អ (google/fonts issue 9382); they draw
# the form that Khmer writes, as in ស៊ី, for the same letters with the other shifter.
_STACKED = re.compile("^អ\u17ca(?=[\u17b7-\u17ba\u17be])")
_TRIISAP, _MUUSIKATOAN = "\u17ca", "\u17c9"
_NEEDS_NO_GLYPH = frozenset("\u200b\u200c\u200d\u2060\ufeff\ufe0e\ufe0f\u17b4\u17b5")
_SPACES = " \u00a0"
_CACHED_CLUSTERS = 30_000
_KHMER_ONLY = frozenset([*range(0x1780, 0x1800), *range(0x19E0, 0x1A00), *map(ord, _SPACES)])
_NOT_OF_A_NAME = re.compile("[^A-Za-z0-9-]+")
_TALL = ("ខៀ", "យឺ", "ត់", "ទិ៍", "ដ៏", "ក្នុ", "ក្បួ", "ញ្ចូ", "ខ្លួ")
"""What reaches highest and lowest in the declaration of human rights and the desk's own words."""
_LEAST_LEADING, _BETWEEN = 1.67, 0.01
_MIDDLE = 0.317


@dataclass(frozen=True, eq=False, slots=True)
class Glyph:
    """One cluster as it is drawn and as it is read back.

    ``text`` is the cluster with its trailing spaces, ``advance`` its width in em, ``spaces`` the
    part of it that belongs to those spaces, ``parts`` the outlines in font units.
    """

    text: str
    face: Face
    advance: float
    spaces: float
    parts: tuple[Part, ...]


def has_marks(glyph: Glyph) -> bool:
    """Tell whether a cluster has combining marks behind its first character."""
    return any(unicodedata.category(c) == "Mn" for c in glyph.text[1:])


def font_data(path: Path) -> bytes:
    """Return the content of a font file.

    Raises:
        PaperError: it is missing.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        raise PaperError(
            N_("A font is missing"),
            N_("{font} cannot be read."),
            N_("Install the desk again, or choose another font."),
            font=path.name,
        ) from error


class Face:
    """One font file. Glyphs are kept: the same text gives the same :class:`Glyph` object.

    Args:
        path: a TrueType file.
        only_khmer: leave everything that is not Khmer to other faces.

    Raises:
        PaperError: the file is missing, has no TrueType outlines or no Khmer rules, or forbids
            embedding.
    """

    def __init__(self, path: Path, *, only_khmer: bool = False) -> None:
        self.name = _NOT_OF_A_NAME.sub("", path.stem) or "Font"
        data = font_data(path)
        self.outlines = Outlines(data, self.name)
        face = hb.Face(hb.Blob(data))
        if "khmr" not in face.get_table_script_tags("GSUB"):
            raise PaperError(
                N_("This font cannot be used"),
                N_("{font} has no rules for Khmer script."),
                N_("Choose another font."),
                font=self.name,
            )
        self._font = hb.Font(face)
        self._covered = frozenset(face.unicodes)
        if only_khmer:
            self._covered &= _KHMER_ONLY
        self._glyphs: dict[str, Glyph] = {}
        self._openings: dict[Glyph, tuple[Glyph, Glyph]] = {}
        self._stacks = self._stacks_shifter()

    def extent(self, texts: Sequence[str]) -> tuple[float, float]:
        """Return how far the ink of ``texts`` reaches below and above the baseline, in em."""
        em = self.outlines.units_per_em
        parts = [part for text in texts for part in self.glyph(text).parts]
        boxes = [(self.outlines.box(glyph), y) for glyph, _, y in parts]
        inked = [(box[1] + y, box[3] + y) for box, y in boxes if box]
        lows, highs = zip(*inked, strict=True) if inked else ((0,), (em,))
        return min(lows) / em, max(highs) / em

    def covers(self, text: str) -> bool:
        """Tell whether the font has every character of ``text`` that needs a glyph."""
        return all(ord(c) in self._covered or c in _NEEDS_NO_GLYPH for c in text)

    def glyph(self, text: str) -> Glyph:
        """Shape a cluster with its trailing spaces."""
        found = self._glyphs.get(text)
        if found is None:
            if len(self._glyphs) > _CACHED_CLUSTERS:
                self._glyphs.clear()
                self._openings.clear()
            found = self._glyphs[text] = self._shape(text)
        return found

    def spaced(self, text: str, cell: float) -> Glyph:
        """Shape a cluster into the middle of a cell of ``cell`` em, or as wide as itself.

        A space after it has another cell.

        Letters of a code stand in columns like this, and readers see no gap between them.
        """
        key = f"{text}\0{cell}"
        found = self._glyphs.get(key)
        if found is None:
            plain = self.glyph(text)
            ink = plain.advance - plain.spaces
            cell = max(cell, ink)
            shift = round((cell - ink) / 2 * self.outlines.units_per_em)
            parts = tuple((glyph, x + shift, y) for glyph, x, y in plain.parts)
            after = cell if plain.spaces else 0.0
            found = self._glyphs[key] = Glyph(text, self, cell + after, after, parts)
        return found

    def widened(self, text: str, extra: float) -> Glyph:
        """Shape a cluster whose trailing space is ``extra`` em wider (justified lines).

        Widening the glyph instead of moving the pen keeps readers from seeing a second space.
        """
        key = f"{text}\0+{extra}"
        found = self._glyphs.get(key)
        if found is None:
            plain = self.glyph(text)
            found = self._glyphs[key] = Glyph(
                text, self, plain.advance + extra, plain.spaces + extra, plain.parts
            )
        return found

    def opening(self, glyph: Glyph) -> tuple[Glyph, ...]:
        """Return what draws ``glyph`` as two where a line, a cell or another face begins.

        pdf.js takes text with a combining mark for a mark without place of its own, and would
        find the start of the line one cluster too late. There the letter has the ink and half
        the width, and its marks the other half without ink.
        """
        if not has_marks(glyph):
            return (glyph,)
        letter, marks = glyph.text[0], glyph.text[1:]
        found = self._openings.get(glyph)
        if found is None:
            half = (glyph.advance - glyph.spaces) / 2
            found = self._openings[glyph] = (
                Glyph(letter, self, half, 0.0, glyph.parts),
                Glyph(marks, self, half + glyph.spaces, glyph.spaces, ()),
            )
        return found

    def _shape(self, text: str) -> Glyph:
        core = text.rstrip(_SPACES)
        if self._stacks and _STACKED.match(core):
            core = core.replace(_TRIISAP, _MUUSIKATOAN, 1)
        pen, parts = self._place(core, 0) if core else (0, [])
        spaces, _ = self._place(text[len(core) :], 0) if len(core) < len(text) else (0, [])
        em = self.outlines.units_per_em
        return Glyph(text, self, (pen + spaces) / em, spaces / em, tuple(parts))

    def _stacks_shifter(self) -> bool:
        """Tell whether the font has the defect of ``_STACKED`` and draws the twin right."""
        wrong, right = (
            {part[0] for part in self._place(f"អ{shifter}ី", 0)[1]}
            for shifter in (_TRIISAP, _MUUSIKATOAN)
        )
        triisap, muusikatoan = map(self._font.get_nominal_glyph, (0x17CA, 0x17C9))
        return triisap in wrong and muusikatoan not in right

    def _place(self, text: str, pen: int) -> tuple[int, list[Part]]:
        buffer = hb.Buffer()
        buffer.add_str(text)
        khmer = _KHMER_BLOCKS.search(text) is not None
        buffer.direction, buffer.script = "ltr", "Khmr" if khmer else "Latn"
        buffer.language = "km" if khmer else "en"
        hb.shape(self._font, buffer, {})
        parts = []
        for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
            parts.append((info.codepoint, pen + place.x_offset, place.y_offset))
            pen += place.x_advance
        return pen, parts


class Family:
    """Faces in order of preference: the first one that has a cluster draws it."""

    def __init__(self, faces: Sequence[Face]) -> None:
        self.faces = tuple(faces)
        self.main = self.faces[0]
        self._chosen: dict[str, int] = {}

    @cached_property
    def leading(self) -> float:
        """Distance of baselines in sizes at which marks and subscripts never touch."""
        bottom, top = self.main.extent(_TALL)
        return max(_LEAST_LEADING, round(top - bottom + _BETWEEN, 2))

    @cached_property
    def middle(self) -> float:
        """How far below the middle of its line the baseline stands, in sizes."""
        bottom, top = self.main.extent(_TALL)
        half = self.leading / 2
        return min(max(_MIDDLE, top - half), half + bottom)

    @cached_property
    def letter_height(self) -> float:
        """How high the letter ក stands, in sizes."""
        return self.main.extent("ក")[1]

    def rank(self, cluster: str) -> int:
        """Return the number of the face for a cluster; the last one draws a box for any other."""
        found = self._chosen.get(cluster)
        if found is None:
            if len(self._chosen) > _CACHED_CLUSTERS:
                self._chosen.clear()
            last = len(self.faces) - 1
            found = next((i for i, face in enumerate(self.faces) if face.covers(cluster)), last)
            self._chosen[cluster] = found
        return found
