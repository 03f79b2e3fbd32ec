"""The head of a letter: the nation's lines, then who writes, with logo, address and number."""

from __future__ import annotations

from dataclasses import replace

from cspdesk.paper.blocks import Letterhead
from cspdesk.paper.pdf.flow import Draw, Piece
from cspdesk.paper.pdf.ink import Ink
from cspdesk.paper.pdf.pictures import Picture, picture_of
from cspdesk.paper.pdf.styles import MM, Area, text_pieces, together

_NATION_SIZE = 13.0
_NATION_RULE = 38 * MM
_ADDRESS_SIZE = 9.0
_LOGO_HEIGHT, _LOGO_WIDTH = 18 * MM, 45 * MM
_LOGO_GAP = 4 * MM
_AFTER = 6.0


def letterhead_pieces(block: Letterhead, area: Area) -> list[Piece]:
    """Return the head's lines, kept on one page; a logo that cannot be read is left out."""
    pieces: list[Piece] = []
    for line in block.nation:
        pieces += text_pieces(line, area.fonts.heading(_NATION_SIZE), area.width, "center")
    if pieces:
        pieces.append(Piece(5.0, _nation_rule(area.width), after=6.0))
    return together([*pieces, *_sender(block, area)], after=_AFTER)


def _nation_rule(width: float) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        left = x + (width - _NATION_RULE) / 2
        ink.rule(left, y + 1.5, left + _NATION_RULE, y + 1.5, 1.0)
        ink.rule(left, y + 3.2, left + _NATION_RULE, y + 3.2, 0.35)

    return draw


def _sender(block: Letterhead, area: Area) -> list[Piece]:
    """Return the name with what stands below it, right of the logo and centred on it."""
    logo = picture_of(block.logo) if block.logo else None
    wide, high = _size(logo, area.width / 3) if logo else (0.0, 0.0)
    shift = wide + _LOGO_GAP if logo else 0.0
    fonts, room = area.fonts, area.width - shift
    lines = text_pieces(block.body, fonts.heading(), room)
    lines += text_pieces(block.address, fonts.body(_ADDRESS_SIZE), room)
    lines += text_pieces(block.number, fonts.body(), room)
    if logo is None:
        return lines
    free = max(0.0, high - sum(piece.height for piece in lines)) / 2
    shifted = [replace(piece, draw=_moved(piece.draw, shift)) for piece in lines]
    return [Piece(free, _drawn(logo, wide, high, block.body)), *shifted, Piece(free)]


def _size(logo: Picture, widest: float) -> tuple[float, float]:
    scale = min(_LOGO_HEIGHT / logo.height, min(_LOGO_WIDTH, widest) / logo.width)
    return logo.width * scale, logo.height * scale


def _drawn(logo: Picture, width: float, height: float, name: str) -> Draw:
    def draw(ink: Ink, x: float, y: float) -> None:
        ink.image(logo, x, y, width, height, name)

    return draw


def _moved(draw: Draw, shift: float) -> Draw:
    def moved(ink: Ink, x: float, y: float) -> None:
        draw(ink, x + shift, y)

    return moved
