"""What is really on the paper: glyphs and line ends of a PDF beside what HarfBuzz draws.

Glyphs are read in the order of the content with PyMuPDF and known by their outlines, which embedded
subsets keep whatever they call them. A cluster is right when all its glyphs follow each other
within 0.03 em of where HarfBuzz puts them.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path

import pymupdf
import uharfbuzz as hb
from fontTools.pens.statisticsPen import StatisticsPen
from fontTools.ttLib import TTFont
from khmercut import tokenize
from rapidfuzz.distance import Levenshtein

from cspdesk.khmer.clusters import clusters, is_khmer

NEAR = 0.03
"""Em that a glyph may be off."""
Ink = tuple[tuple[int, ...], float, float]
"""The look of a glyph, and x and y of the middle of its ink."""
_SIGNS = "។៕៖ៗ!?»)%៛"
_NEXT_LINE = 0.9


@dataclass(frozen=True)
class Mark:
    """One glyph with ink: what it looks like, its page, and its origin in points, y downwards."""

    look: tuple[int, ...]
    page: int
    x: float
    y: float
    size: float


@dataclass(frozen=True)
class Drawing:
    """Figures of one PDF: percentages of Khmer clusters, numbers of line ends."""

    right: float
    line_ends: int
    inside_words: int
    inside_clusters: int
    before_signs: int
    past_margin: int


def examine(
    pdf: Path, paragraphs: Sequence[str], font: Path, margin: float, *, apart: bool
) -> Drawing:
    """Compare a PDF of ``paragraphs`` in ``font`` with HarfBuzz.

    ``margin`` is the x in points that no ink may pass; ``apart`` as in :class:`_Looks`.
    """
    pieces = list(_expected(paragraphs, font))
    wanted = [(at, n, look) for at, piece in enumerate(pieces) for n, look in enumerate(piece[1])]
    marks = list(_marks(pdf, apart=apart))
    places: list[dict[int, Mark]] = [{} for _piece in pieces]
    steps = Levenshtein.opcodes([m.look for m in marks], [look for _, _, (look, _, _) in wanted])
    for step in steps:
        if step.tag == "equal":
            for offset in range(step.src_end - step.src_start):
                at, n, _look = wanted[step.dest_start + offset]
                places[at][n] = marks[step.src_start + offset]
    past = sum(mark.x > margin for mark in marks)
    return _judged(paragraphs, pieces, places, past)


def _judged(
    paragraphs: Sequence[str],
    pieces: Sequence[tuple[str, list[Ink], int, int]],
    places: Sequence[dict[int, Mark]],
    past: int,
) -> Drawing:
    right = khmer = ends = words = inside = signs = 0
    for (text, looks, _paragraph, _at), found in zip(pieces, places, strict=True):
        if not is_khmer(text[0]) or not looks:
            continue
        khmer += 1
        right += _is_right(looks, found)
        inside += _is_cut(looks, found)
    word_ends = [_word_ends(paragraph) for paragraph in paragraphs]
    for here, after, (text, _, one, at), (following, _, two, _) in zip(
        places, places[1:], pieces, pieces[1:], strict=False
    ):
        if one != two or 0 not in here or 0 not in after or not _wraps(here[0], after[0]):
            continue
        ends += 1
        signs += following[0] in _SIGNS
        end = at + len(text)
        if is_khmer(text[-1]) and is_khmer(following[0]):
            words += end not in word_ends[one]
    return Drawing(100 * right / max(1, khmer), ends, words, inside, signs, past)


def _wraps(here: Mark, after: Mark) -> bool:
    return here.page != after.page or (
        after.x < here.x - 2 * here.size and after.y > here.y + _NEXT_LINE * here.size
    )


def _is_right(looks: Sequence[Ink], found: dict[int, Mark]) -> bool:
    if len(found) < len(looks):
        return False
    first, origin = found[0], looks[0]
    return all(
        mark.page == first.page
        and abs((mark.x - first.x) / first.size - (looks[n][1] - origin[1])) <= NEAR
        and abs((first.y - mark.y) / first.size - (looks[n][2] - origin[2])) <= NEAR
        for n, mark in found.items()
    )


def _is_cut(looks: Sequence[Ink], found: dict[int, Mark]) -> bool:
    """Tell whether a cluster stands on two lines or pages."""
    if 0 not in found:
        return False
    first, origin = found[0], looks[0]
    return any(
        mark.page != first.page
        or abs((first.y - mark.y) / first.size - (looks[n][2] - origin[2])) > _NEXT_LINE
        for n, mark in found.items()
    )


def _word_ends(paragraph: str) -> frozenset[int]:
    """Where words end for the dictionary, asked about the whole paragraph."""
    return frozenset(accumulate(map(len, tokenize(paragraph))))


def _expected(paragraphs: Sequence[str], path: Path) -> Iterator[tuple[str, list[Ink], int, int]]:
    """Clusters with the look and place in em of each inked glyph, paragraph and offset."""
    font = hb.Font(hb.Face(hb.Blob(path.read_bytes())))
    looks = _Looks(TTFont(path))
    em = looks.em
    for number, paragraph in enumerate(paragraphs):
        at = 0
        for cluster in clusters(paragraph):
            buffer = hb.Buffer()
            buffer.add_str(cluster)
            buffer.guess_segment_properties()
            hb.shape(font, buffer, {})
            pen, inked = 0, []
            for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
                x, y = pen + place.x_offset, place.y_offset
                inked += [
                    (look, (x + dx) / em, (y + dy) / em) for look, dx, dy in looks[info.codepoint]
                ]
                pen += place.x_advance
            if inked:
                yield cluster, inked, number, at
            at += len(cluster)


class _Looks:
    """What the glyphs of one font look like, and where in them the middle of the ink is.

    Args:
        font: the font.
        apart: composites are clusters, to be taken apart into the glyphs of the original font.
    """

    def __init__(self, font: TTFont, *, apart: bool = False) -> None:
        self.em = font["head"].unitsPerEm
        self._set, self._order = font.getGlyphSet(), font.getGlyphOrder()
        self._outlines = font["glyf"] if apart and "glyf" in font else {}
        self._known: dict[int, list[Ink]] = {}

    def __getitem__(self, glyph: int) -> list[Ink]:
        if glyph not in self._known:
            name = self._order[glyph] if glyph < len(self._order) else self._order[0]
            self._known[glyph] = list(self._parts(name))
        return self._known[glyph]

    def _parts(self, name: str) -> Iterator[Ink]:
        outline = self._outlines[name] if self._outlines else None
        if outline is not None and outline.isComposite():
            for part in outline.components:
                for look, x, y in self._whole(part.glyphName):
                    yield look, x + part.x, y + part.y
        else:
            yield from self._whole(name)

    def _whole(self, name: str) -> Iterator[Ink]:
        pen = StatisticsPen(self._set)
        self._set[name].draw(pen)
        if pen.area:
            figures = (abs(pen.area) ** 0.5, pen.stddevX, pen.stddevY)
            yield tuple(round(200 * figure / self.em) for figure in figures), pen.meanX, pen.meanY


def _marks(path: Path, *, apart: bool) -> Iterator[Mark]:
    pymupdf.TOOLS.set_subset_fontnames(True)
    document = pymupdf.open(path)
    fonts: dict[str, _Looks | None] = {}
    for number, page in enumerate(document):
        for xref, *_rest in page.get_fonts(full=True):
            name, _kind, _type, content = document.extract_font(xref)
            if name not in fonts:
                fonts[name] = _Looks(TTFont(io.BytesIO(content)), apart=apart) if content else None
        for span in page.get_texttrace():
            looks = fonts.get(span["font"])
            if looks is None:
                continue
            for _character, glyph, (x, y), _box in span["chars"]:
                for look, dx, dy in looks[glyph] if glyph >= 0 else ():  # the rest of a ligature
                    scale = span["size"] / looks.em
                    yield Mark(look, number, x + dx * scale, y - dy * scale, span["size"])
