"""The sheet under the pen: lines of glyphs, rules and filled boxes on reportlab's canvas.

Coordinates are points from the top left corner of the paper, downwards.
"""

from __future__ import annotations

import io
from itertools import groupby
from operator import itemgetter

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from cspdesk.paper.pdf.embedding import EmbeddedFonts
from cspdesk.paper.pdf.fonts import Glyph
from cspdesk.paper.pdf.typeset import Line

# Base 85 around compressed streams makes files a quarter larger and serves no reader of today.
rl_config.useA85 = 0


_SQUARE = 2
"""Line ends that reach half their width further: corners of tables close."""


class _PlainCanvas(Canvas):  # type: ignore[misc]
    """A canvas that does not name Helvetica on every page: only embedded fonts are used."""

    def _make_preamble(self) -> None:
        self._preamble = ""


class Ink:
    """Draws one document, page after page.

    Args:
        size: width and height of the paper in points.
        title: the document's name for the reader's window.
        author: who made it, '' for nobody.
        language: 'km' or 'en'.
    """

    def __init__(self, size: tuple[float, float], title: str, author: str, language: str) -> None:
        self._file = io.BytesIO()
        self._height = size[1]
        self._canvas = _PlainCanvas(
            self._file, pagesize=size, pageCompression=1, invariant=1, lang=language
        )
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setCreator("cspdesk")
        self._canvas.setProducer("cspdesk")
        self._canvas.setSubject("")
        self._fonts = EmbeddedFonts(self._canvas._doc)

    def line(self, line: Line, x: float, baseline: float, gap: float = 0.0) -> None:
        """Draw a line of glyphs, with ``gap`` points more after each of them."""
        if not line.glyphs:
            return
        first, *others = line.glyphs
        glyphs = [*first.face.opening(first), *others]
        runs = [
            f"/{name} {line.style.size:.2f} Tf <{''.join(code for _, code in run)}> Tj"
            for name, run in groupby(map(self._coded, glyphs), key=itemgetter(0))
        ]
        if runs:
            start = f"BT {gap:.4f} Tc 1 0 0 1 {x:.3f} {self._height - baseline:.3f} Tm"
            self._canvas.addLiteral(" ".join([start, *runs, "ET"]))

    def _coded(self, glyph: Glyph) -> tuple[str, str]:
        font = self._fonts.font(glyph.face)
        return font.name, f"{font.code(glyph):04X}"

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a straight black rule."""
        self._canvas.setLineWidth(width)
        self._canvas.setLineCap(_SQUARE)
        self._canvas.line(x0, self._height - y0, x1, self._height - y1)

    def box(self, x: float, y: float, width: float, height: float, grey: float = 0.0) -> None:
        """Fill a box whose top left corner is (x, y); grey 0 is black, 1 white."""
        self._canvas.setFillGray(grey)
        self._canvas.rect(x, self._height - y - height, width, height, stroke=0, fill=1)
        self._canvas.setFillGray(0)

    def end_page(self) -> None:
        """Finish a page."""
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Return the whole file."""
        self._canvas.save()
        return self._file.getvalue()
