"""Lines of a card, set smaller until they fit it."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from cspdesk.khmer.breaks import break_opportunities
from cspdesk.paper.blocks import Align, CardLine
from cspdesk.paper.pdf.fontsets import FontSet
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.structure import Element
from cspdesk.paper.pdf.styles import draw_line
from cspdesk.paper.pdf.typeset import Line, Style, split_lines, typeset, wrap

_SMALLEST = 0.4
"""How far a word shrinks before it is broken."""
_STEP = 0.96
_LEAST_SCALE = 0.005
_LEAST_SIZE, _LARGEST_SIZE = 1.0, 1000.0


@dataclass(frozen=True)
class _Set:
    """One text of a card: its lines, all of one element."""

    lines: Sequence[Line]
    align: Align
    element: Element


@dataclass(frozen=True)
class CardText:
    """Texts below each other in ``width`` points; (left, top) is their place on the card."""

    sets: Sequence[_Set]
    width: float
    left: float = 0.0
    top: float = 0.0
    height: float = field(init=False)

    def __post_init__(self) -> None:
        leadings = [line.style.leading for one in self.sets for line in one.lines]
        object.__setattr__(self, "height", sum(leadings))

    def at(self, left: float, top: float) -> CardText:
        """Return the same texts at another place on the card."""
        return replace(self, left=left, top=top)

    def draw(self, ink: Ink, x: float, y: float) -> None:
        """Draw the texts onto the card whose top left corner is (x, y)."""
        pen = y + self.top
        for one in self.sets:
            with ink.tagged(one.element):
                pen = self._draw(ink, one, x, pen)

    def draw_untagged(self, ink: Ink, x: float, y: float) -> None:
        """Draw the texts as part of what is drawn around them."""
        pen = y + self.top
        for one in self.sets:
            pen = self._draw(ink, one, x, pen)

    def _draw(self, ink: Ink, one: _Set, x: float, pen: float) -> float:
        for line in one.lines:
            draw_line(ink, line, x + self.left, pen, self.width, one.align)
            pen += line.style.leading
        return pen


def fitted(
    lines: Sequence[CardLine], fonts: FontSet, width: float, height: float, scale: float
) -> CardText:
    """Set texts into ``width`` and ``height`` points, ``scale`` times their size or smaller.

    They are wrapped between words. A word too long for the line shrinks to 40 % before it is
    broken, and all texts shrink together until their lines fit the height. Nothing is left out.
    """
    texts = [line for line in lines if line.text.strip()]
    sizes = [_size(line) * scale * _word_scale(line, fonts, width / scale) for line in texts]
    factor = 1.0
    while True:
        done = CardText(
            [
                _set(line, fonts, size * factor, width)
                for line, size in zip(texts, sizes, strict=True)
            ],
            width,
        )
        if done.height <= height or factor < _LEAST_SCALE:
            return done
        # Half the size needs a quarter of the room: start near the answer, then go step by step.
        factor *= min(_STEP, math.sqrt(max(height, 1.0) / done.height) * 1.1)


def _set(line: CardLine, fonts: FontSet, size: float, width: float) -> _Set:
    style = _style(line, fonts, size)
    align: Align = "left" if line.align == "justify" else line.align
    return _Set(wrap(line.text, style, width), align, Element("P", line.text))


def _style(line: CardLine, fonts: FontSet, size: float) -> Style:
    return fonts.heading(size) if line.heading else fonts.body(size, bold=line.bold)


def _size(line: CardLine) -> float:
    return min(max(_LEAST_SIZE, line.size), _LARGEST_SIZE)


def _word_scale(line: CardLine, fonts: FontSet, width: float) -> float:
    """Return the scale at which a text's longest word fits, or 40 % where it must be broken."""
    style = _style(line, fonts, _size(line))
    words = [
        typeset(word.strip(), style) for text in split_lines(line.text) for word in _words(text)
    ]
    widest = max((word.width for word in words), default=0.0)
    advances = [glyph.advance - glyph.spaces for word in words for glyph in word.glyphs]
    cluster = max(advances, default=0.0) * style.size
    scale = max(_SMALLEST, width / widest) if widest > width else 1.0
    return min(scale, width / cluster) if cluster else scale


def _words(text: str) -> list[str]:
    breaks = break_opportunities(text)
    ends = [0, *sorted(breaks.first | breaks.second), len(text)]
    return [text[start:end] for start, end in pairwise(ends)]
