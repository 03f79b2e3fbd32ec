"""Cards in a grid: badges, labels, envelopes, and place cards that stand folded on a table."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from cspdesk.paper.blocks import Card, Cards
from cspdesk.paper.pdf.cardtext import CardText, fitted
from cspdesk.paper.pdf.flow import Draw, Piece
from cspdesk.paper.pdf.fontsets import FontSet
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.styles import MM, Area, points

_LEAST = 5 * MM
"""Least width and height of a card, and width of its lines."""
_PAD = 4 * MM
_CUT, _FOLD = 0.25, 0.35
_DASH = 3.0
_ALMOST = 0.01
_CORNER_WIDTH = 0.6
"""What small print may take of a card's width where an address stands: the stamp is beside it."""
_CORNER_HEIGHT = 0.4
_LATEST_TOP = _FURTHEST_LEFT = 0.7
_BELOW_CORNER = 1 * MM


@dataclass(frozen=True)
class _Face:
    """One side of a card: small print and lines with their places, from its top left corner."""

    corner: CardText
    lines: CardText

    def draw(self, ink: Ink, x: float, y: float) -> None:
        self.corner.draw(ink, x, y)
        self.lines.draw(ink, x, y)

    def draw_again(self, ink: Ink, x: float, y: float) -> None:
        """Draw the side a second time: nothing more for who listens to the document."""
        with ink.tagged(None):
            self.corner.draw_untagged(ink, x, y)
            self.lines.draw_untagged(ink, x, y)


def cards_pieces(block: Cards, area: Area) -> list[Piece]:
    """Return one piece a row of the grid, from the area's left.

    A card larger than the area is made smaller with everything on it.
    """
    wide, high = max(_LEAST, points(block.width)), max(_LEAST, points(block.height))
    scale = min(1.0, area.width / wide, area.height / high)
    wide, high, gap = wide * scale, high * scale, points(block.gap)
    count = max(1, int((area.width + gap + _ALMOST) / (wide + gap)))
    side = high / 2 if block.folded else high
    faces = [_face(card, wide, side, scale, area.fonts) for card in block.cards]
    return [
        Piece(high, _row(faces[at : at + count], wide, high, gap, block), after=gap, element=None)
        for at in range(0, len(faces), count)
    ]


def _face(card: Card, wide: float, high: float, scale: float, fonts: FontSet) -> _Face:
    pad = min(_PAD, wide / 10, high / 10)
    inner = wide - 2 * pad
    left = min(points(card.left) * scale, _FURTHEST_LEFT * wide)
    asked = -1.0 if card.top is None else min(points(card.top) * scale, _LATEST_TOP * high)
    least = max(asked - pad, _CORNER_HEIGHT * high)
    width = inner * _CORNER_WIDTH if left else inner
    corner = fitted(card.corner, fonts, width, least, scale).at(pad, pad)
    below = pad + corner.height + _BELOW_CORNER if card.corner else pad
    top = max(below, asked)
    lines = fitted(card.lines, fonts, max(_LEAST, inner - left), high - pad - top, scale)
    if card.top is None:
        top = max(top, (high - lines.height) / 2)
    return _Face(corner, lines.at(pad + left, top))


def _row(faces: Sequence[_Face], wide: float, high: float, gap: float, block: Cards) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        for number, face in enumerate(faces):
            left = x + number * (wide + gap)
            if block.folded:
                middle = y + high / 2
                with ink.upside_down(left + wide / 2, middle):
                    face.draw_again(ink, left, middle)
                face.draw(ink, left, middle)
                _fold(ink, left, middle, wide)
            else:
                face.draw(ink, left, y)
            if block.cut:
                ink.grid(left, y, (0.0, wide), high, _CUT)

    return draw


def _fold(ink: Ink, x: float, y: float, wide: float) -> None:
    for number in range(int(wide / _DASH / 2)):
        start = x + (2 * number + 0.5) * _DASH
        ink.rule(start, y, start + _DASH, y, _FOLD)
