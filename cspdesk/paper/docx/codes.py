"""Codes that people copy by hand, and the same text as a QR symbol."""

from __future__ import annotations

import io
from collections.abc import Sequence

from cspdesk.paper.blocks import Code
from cspdesk.paper.docx.fonts import CODE
from cspdesk.paper.docx.sheet import MM, Sheet
from cspdesk.paper.docx.tables import Cell, row, table
from cspdesk.paper.docx.text import Flow, Type, empty, one_line, paragraph, run, runs

_SIZE = 16.0
_LETTER = 0.55 * _SIZE
"""Width of every letter of the face, in points."""
_SYMBOL = 36 * MM
_BETWEEN = "  "
_AFTER = 6.0
_PIXELS = 8
_MOST_MODULES = 177
"""Of the largest symbol (ISO/IEC 18004)."""


def block_code(block: Code, sheet: Sheet) -> str:
    """Return the groups beside the symbol; a text too long for QR has no symbol."""
    kind = Type(CODE, _SIZE, bold=True)
    symbol = qr_picture(block.text)
    side = min(_SYMBOL, sheet.width / 2)
    room = sheet.width - side if symbol else sheet.width
    groups = [group for text in block.groups if (group := one_line(text).strip())]
    letters = paragraph(runs("\n".join(_rows(groups, room)), kind), Flow(), kind)
    after = empty(_AFTER, sheet.body())
    if not symbol:
        return letters + after
    drawn = run(sheet.picture(symbol, side, side, block.text), kind)
    cells = [
        Cell(room, letters, middle=True),
        Cell(side, paragraph(drawn, Flow(align="right"), sheet.body())),
    ]
    return table([room, side], [row(cells)]) + after


def _rows(groups: Sequence[str], room: float) -> list[str]:
    """Put groups into lines of equally many."""
    longest = max(map(len, groups), default=0) + len(_BETWEEN)
    most = max(1, int(room / (longest * _LETTER)))
    lines = -(-len(groups) // most) or 1
    count = -(-len(groups) // lines) or 1
    return [_BETWEEN.join(groups[at : at + count]) for at in range(0, len(groups), count)]


def qr_picture(text: str, most: int = _MOST_MODULES) -> bytes:
    """Return a text's QR symbol with the white around it (ISO/IEC 18004) as PNG.

    It is b"" where there is no text, or so much that the symbol has over ``most`` modules a side.
    """
    import segno

    try:
        symbol = segno.make(text, error="m", micro=False)
    except ValueError:  # empty, or more than a symbol holds
        return b""
    if symbol.symbol_size(border=0)[0] > most:
        return b""
    out = io.BytesIO()
    symbol.save(out, kind="png", scale=_PIXELS)
    return out.getvalue()
