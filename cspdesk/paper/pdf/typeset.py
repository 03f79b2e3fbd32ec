"""Text to lines: cleaning, glyphs of clusters, and breaking into lines of a width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from cspdesk.khmer.breaks import Breaks, break_opportunities, may_start_line
from cspdesk.khmer.clusters import clusters, is_khmer
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

    A cluster wider than the line stands alone on its line; nothing else passes the margin.
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
    breaks = break_opportunities(text)
    ends = [end for _, end in pairs]
    lines, start, room = [], 0, (width - indent) / style.size
    while start < len(glyphs):
        stop = _line_end(glyphs, ends, start, room, breaks, text)
        lines.append(Line(glyphs[start:stop], style, ends_paragraph=stop == len(glyphs)))
        start, room = stop, width / style.size
    return lines


def _line_end(
    glyphs: Sequence[Glyph], ends: Sequence[int], start: int, room: float, breaks: Breaks, text: str
) -> int:
    """Return the index after the last glyph of the line that begins at ``start``."""
    first = second = last = any_cluster = 0
    first_width = pen = 0.0
    for at in range(start, len(glyphs)):
        glyph = glyphs[at]
        inked = pen + glyph.advance - glyph.spaces
        if inked > room and at > start:
            break
        pen += glyph.advance
        end = ends[at]
        if end in breaks.first:
            first, first_width = at + 1, inked
        elif end in breaks.second:
            second = at + 1
        elif end in breaks.last:
            last = at + 1
        if end < len(text) and may_start_line(text[end]):
            any_cluster = at + 1
    else:
        return len(glyphs)
    if first and (first_width >= room * _HALF_EMPTY or second <= first):
        return first
    return second or first or last or any_cluster or at
