"""Text to lines: cleaning, glyphs of clusters, and breaking into lines of a width."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate

from cspdesk.khmer.breaks import LineBreaks, Rank, may_start_line
from cspdesk.khmer.clusters import clusters, is_khmer
from cspdesk.models import gazetteer
from cspdesk.paper.pdf.fonts import Family, Glyph

_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]")
_TABS = re.compile("\t+")
# Controls, soft hyphens, directions, interlinear marks, tags: they never print.
_DROPPED = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u200e\u200f\u202a-\u202e\u2061-\u206f\ufff9-\ufffb\U000e0000-\U000e007f]"
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# They tell where a line may or may not end, and have neither ink nor width nor text.
_UNSEEN = frozenset("\u200b\u2060\ufeff")
_SPACES = frozenset(" \u00a0")
_MOST_SPACES = 3
_HALF_EMPTY = 0.5
_PAST_INDENT = 1.0
"""Em that a paragraph's last line reaches past the indent: below a shorter one, readers take the
next paragraph's first line for a second column, and change their order."""
_ROUNDING = 1e-9
_KNOWN_PARAGRAPHS = 2048


@dataclass(frozen=True)
class Style:
    """How text looks: faces, size and distance of baselines in points.

    ``middle`` is how far below the middle of its line the baseline stands, in sizes.
    """

    family: Family
    size: float
    leading: float
    middle: float = 0.317

    def scaled(self, scale: float) -> Style:
        """Return the style at another size with the same distance of baselines."""
        return replace(self, size=self.size * scale)


@dataclass(frozen=True)
class Line:
    """Glyphs of one line. ``width`` in points leaves trailing spaces out."""

    glyphs: Sequence[Glyph]
    style: Style
    ends_paragraph: bool = True

    @property
    def width(self) -> float:
        """Width in points from the first glyph's origin to the end of the last ink."""
        if not self.glyphs:
            return 0.0
        em = sum(glyph.advance for glyph in self.glyphs) - self.glyphs[-1].spaces
        return em * self.style.size


def split_lines(text: str) -> list[str]:
    """Clean a text and split it at its line ends; what cannot be printed is gone."""
    lines = _LINE_ENDS.split(_SURROGATES.sub("\ufffd", text))
    return [_DROPPED.sub("", _TABS.sub(" ", line)) for line in lines]


def typeset(text: str, style: Style) -> Line:
    """Return a text as a single line, however long it is."""
    return Line([glyph for glyph, _ in _glyphs(" ".join(split_lines(text)), style)], style)


def wrap(text: str, style: Style, width: float, indent: float = 0.0) -> list[Line]:
    """Break a text into lines that fit ``width`` points, the first one shorter by ``indent``.

    A cluster wider than the line stands alone on its line and is set smaller: nothing passes.
    """
    lines: list[Line] = []
    for number, paragraph in enumerate(split_lines(text)):
        lines.extend(_wrap_line(paragraph, style, width, 0.0 if number else indent))
    return lines


def _glyphs(text: str, style: Style) -> list[tuple[Glyph, int]]:
    """Return the glyphs of a clean line, each with the offset in ``text`` where it ends."""
    pieces = _pieces(text)
    ranks = _ranks([piece for piece, _ in pieces], style.family)
    faces = style.family.faces
    return [
        (faces[rank].glyph(piece), end) for (piece, end), rank in zip(pieces, ranks, strict=True)
    ]


def _pieces(text: str) -> list[tuple[str, int]]:
    """Clusters with their trailing spaces; what is unseen only moves the end of the one before."""
    pieces: list[tuple[str, int]] = []
    end = spaces = 0
    for cluster in clusters(text):
        end += len(cluster)
        if cluster in _UNSEEN:
            if pieces:
                pieces[-1] = (pieces[-1][0], end)
            continue
        if cluster in _SPACES and pieces and spaces < _MOST_SPACES:
            pieces[-1] = (pieces[-1][0] + cluster, end)
            spaces += 1
            continue
        pieces.append((cluster, end))
        spaces = 0
    return pieces


def _ranks(pieces: Sequence[str], family: Family) -> list[int]:
    """Choose a face for each piece; a word of letters never changes its face inside."""
    ranks = [family.rank(piece.rstrip(" \u00a0") or " ") for piece in pieces]
    start = 0
    for at, piece in enumerate(pieces):
        if not _is_letter(piece):
            start = at + 1
            continue
        if ranks[at] != ranks[start]:
            ranks[start : at + 1] = [max(ranks[start], ranks[at])] * (at + 1 - start)
        if piece[-1] in _SPACES:
            start = at + 1
    return ranks


def _is_letter(piece: str) -> bool:
    return piece[0].isalpha() and not is_khmer(piece[0])


def _wrap_line(text: str, style: Style, width: float, indent: float) -> Iterable[Line]:
    pairs = _glyphs(text, style)
    glyphs = [glyph for glyph, _ in pairs]
    whole = Line(glyphs, style)
    if whole.width <= width - indent:
        return [whole]
    paragraph = _Paragraph(text, pairs)
    starts, stop, room = [], 0, (width - indent) / style.size
    while stop < len(glyphs):
        starts.append(stop)
        stop = paragraph.line_end(stop, room)
        room = width / style.size
    least = indent / style.size + _PAST_INDENT
    if indent and len(starts) > 1 and paragraph.length(starts[-1]) < least:
        rest = paragraph.length(starts[-2]) - least
        starts[-1] = paragraph.line_end(starts[-2], rest)
    stops = [*starts[1:], len(glyphs)]
    lines = [
        Line(glyphs[start:stop], style, ends_paragraph=stop == len(glyphs))
        for start, stop in zip(starts, stops, strict=True)
    ]
    return [_narrowed(line, width) for line in lines]


def _narrowed(line: Line, width: float) -> Line:
    if len(line.glyphs) > 1 or line.width <= width:
        return line
    return replace(line, style=line.style.scaled(width / line.width))


class _Paragraph:
    """One line of text that is too long for one line of paper. Lengths are in em."""

    def __init__(self, text: str, pairs: Sequence[tuple[Glyph, int]]) -> None:
        self._text = text
        self._ends = [end for _, end in pairs]
        self._pens = list(accumulate((glyph.advance for glyph, _ in pairs), initial=0.0))
        self._inked = [
            pen - glyph.spaces for pen, (glyph, _) in zip(self._pens[1:], pairs, strict=True)
        ]
        self._breaks = _line_breaks(text)

    def length(self, start: int) -> float:
        """Return how long all from glyph ``start`` on is."""
        return self._pens[-1] - self._pens[start]

    def line_end(self, start: int, room: float) -> int:
        """Return the number of the glyph before which the line from ``start`` on ends.

        The best place in the line's second half is taken, else the best in its first half, else
        one inside a phone or an address, else any cluster.
        """
        full = max(self._fitting(start, room), start + 1)
        if full == len(self._ends):
            return full
        half = max(self._fitting(start, room * _HALF_EMPTY), start)
        return (
            self._best(full, half, Rank.SEAM)
            or self._best(half, start, Rank.SEAM)
            or self._best(full, start, Rank.INSIDE)
            or self._any_cluster(full, start)
        )

    def _fitting(self, start: int, room: float) -> int:
        return bisect_right(self._inked, self._pens[start] + room - _ROUNDING, lo=start)

    def _best(self, last: int, first: int, worst: Rank) -> int:
        """Return the best place after ``first`` up to ``last``, the later of equals; 0 for none."""
        best, found = worst + 1, 0
        for place in range(last, first, -1):
            rank = self._breaks.rank(self._ends[place - 1])
            if rank is not None and rank < best:
                best, found = rank, place
                if rank == Rank.WORD:
                    break
        return found

    def _any_cluster(self, last: int, first: int) -> int:
        places = range(last, first, -1)
        good = (place for place in places if may_start_line(self._text[self._ends[place - 1]]))
        return next(good, last)


@lru_cache(maxsize=_KNOWN_PARAGRAPHS)
def _line_breaks(text: str) -> LineBreaks:
    return LineBreaks(text, gazetteer.khmer_names())
