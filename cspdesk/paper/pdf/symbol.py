"""QR symbols, drawn as boxes."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from cspdesk.paper.pdf.ink import Ink

QUIET = 4
"""Modules of white that belong around a QR symbol (ISO/IEC 18004)."""


@lru_cache(maxsize=8)
def qr_matrix(text: str) -> list[list[bool]]:
    """Return the dark and light modules of a text's QR symbol; [] where it cannot have one."""
    import segno

    try:
        symbol = segno.make(text, error="m", micro=False)
    except ValueError:  # empty, or more than a symbol holds
        return []
    return [[bool(module) for module in row] for row in symbol.matrix]


def draw_symbol(
    ink: Ink, matrix: Sequence[Sequence[bool]], x: float, y: float, module: float
) -> None:
    """Draw a symbol of square modules of ``module`` points, its top left corner at (x, y)."""
    for row, modules in enumerate(matrix):
        column = 0
        for dark, run in groupby(modules):
            length = len(list(run))
            if dark:
                ink.box(x + column * module, y + row * module, length * module, module)
            column += length
