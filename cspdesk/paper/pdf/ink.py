"""The sheet under the pen: lines of glyphs, rules, boxes and pictures.

Coordinates are points from the top left corner of the paper, downwards. All that is drawn is
either marked as an element of the structure tree or as an artifact (ISO 32000-1, 14.8.2.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from cspdesk.paper.pdf.content import Content, Run, Shown, shown
from cspdesk.paper.pdf.file import File
from cspdesk.paper.pdf.fonts import Glyph
from cspdesk.paper.pdf.pictures import Picture
from cspdesk.paper.pdf.structure import Element, Structure, language_of
from cspdesk.paper.pdf.typeset import Line

_WIDE = 2.0
"""Em. Below a line that ends with a cluster of 4/3 of its height PDFium sees no new line."""
_NOTHING = Element("")
"""No marked content is open."""


class Ink:
    """Draws one document, page after page.

    Args:
        size: width and height of the paper in points.
        title: the document's name for the reader's window.
        author: who made it, '' for nobody.
        language: 'km' or 'en'.
    """

    def __init__(self, size: tuple[float, float], title: str, author: str, language: str) -> None:
        self._size = size
        self._title, self._author, self._language = title, author, language
        self._file = File()
        self._coded: dict[Glyph, Shown] = {}
        self._structure = Structure(language)
        self._element: Element | None = None
        self._open: Element | None = _NOTHING
        self._content = Content()

    @contextmanager
    def tagged(self, element: Element | None, *, kept: bool = False) -> Iterator[None]:
        """Draw what follows as part of an element, or with None as an artifact.

        An element in which nothing is drawn is left out of the tree, unless it is ``kept``.
        """
        before, self._element = self._element, element
        if kept and element is not None:
            self._structure.place(element)
        try:
            yield
        finally:
            self._element = before

    @contextmanager
    def figure(self, alt: str) -> Iterator[None]:
        """Draw what follows, rules and boxes too, as a figure that ``alt`` describes."""
        with self.tagged(Element("Figure", alt, alt=alt)):
            yield

    @contextmanager
    def upside_down(self, x: float, y: float) -> Iterator[None]:
        """Draw what follows turned by 180 degrees around the point (x, y)."""
        self._close()
        self._content.turn(x, self._size[1] - y)
        try:
            yield
        finally:
            self._close()
            self._content.turn_back()

    def line(self, line: Line, x: float, baseline: float, gap: float = 0.0) -> None:
        """Draw a line of glyphs, with ``gap`` points more after each of them."""
        if not line.glyphs:
            return
        spoken = [(language, self._codes(run)) for language, run in self._spoken(line.glyphs)]
        if len(spoken) == 1 and spoken[0][0] == self._base():
            self._mark(self._element)
            runs = [Run("", spoken[0][1])]
        else:
            self._close()
            runs = [Run(self._run_mark(language), codes) for language, codes in spoken]
        gaps = sum(len(codes) for _, codes in spoken) - 1
        gap = gap * (len(line.glyphs) - 1) / max(1, gaps)
        size = line.style.size
        self._content.text(runs, size, x, self._size[1] - baseline, gap)
        self._cover(x, baseline - size, line.width, size)

    def _base(self) -> str:
        """Return the language of the element that is drawn."""
        return (self._element and self._element.language) or self._language

    def _run_mark(self, language: str) -> str:
        """Return the mark of a run: what is in another language is a part of its own.

        A mark inside that of the element would do, but Poppler loses what follows it.
        """
        if self._element is None or language == self._base():
            return self._marked(self._element)
        return self._marked(Element("Span", parent=self._element, language=language))

    def _spoken(self, glyphs: Sequence[Glyph]) -> list[tuple[str, list[Glyph]]]:
        """Cut glyphs where the language changes; digits and signs go with the letters before."""
        runs: list[tuple[str, list[Glyph]]] = [(self._base(), [])]
        for glyph in glyphs:
            language = language_of(glyph.text)
            if language and language != runs[-1][0] and self._element is not None:
                runs.append((language, []))
            runs[-1][1].append(glyph)
        return _joined(runs)

    def _codes(self, glyphs: Sequence[Glyph]) -> list[Shown]:
        drawn: list[Glyph] = []
        face, last = None, len(glyphs) - 1
        for place, glyph in enumerate(glyphs):
            split = glyph.face is not face or (place == last and glyph.advance > _WIDE)
            drawn += glyph.face.opening(glyph) if split else (glyph,)
            face = glyph.face
        return [self._coded.get(glyph) or self._code(glyph) for glyph in drawn]

    def _code(self, glyph: Glyph) -> Shown:
        font = self._file.fonts.font(glyph.face)
        coded = self._coded[glyph] = shown(font.name, font.code(glyph))
        return coded

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        """Draw a straight black rule."""
        self._mark_shape(min(x0, x1), min(y0, y1), abs(x1 - x0), abs(y1 - y0))
        self._content.rule(x0, self._size[1] - y0, x1, self._size[1] - y1, width)

    def grid(self, x: float, y: float, edges: Sequence[float], height: float, width: float) -> None:
        """Draw the rules around a row of cells whose edges lie ``edges`` points right of x."""
        self._mark_shape(x, y, edges[-1], height)
        self._content.grid(x, self._size[1] - y - height, edges, height, width)

    def box(self, x: float, y: float, width: float, height: float, grey: float = 0.0) -> None:
        """Fill a box whose top left corner is (x, y); grey 0 is black, 1 white."""
        self._mark_shape(x, y, width, height)
        self._content.box(x, self._size[1] - y - height, width, height, grey)

    def image(
        self, picture: Picture, x: float, y: float, width: float, height: float, alt: str
    ) -> None:
        """Draw a picture whose top left corner is (x, y); the file holds it once."""
        name = self._file.picture(picture)
        with self.figure(alt):
            self._mark_shape(x, y, width, height)
            self._content.picture(name, x, self._size[1] - y - height, width, height)

    def end_page(self) -> None:
        """Finish a page."""
        self._close()
        self._file.add_page(self._size, self._content.source())
        self._content = Content()

    def finish(self) -> bytes:
        """Return the whole file."""
        return self._file.finish(self._structure, self._title, self._author, self._language)

    def _mark(self, element: Element | None) -> None:
        """Open the marked content of an element, or of an artifact, unless it is open."""
        if element is self._open:
            return
        self._close()
        self._open = element
        self._content.begin(self._marked(element))

    def _marked(self, element: Element | None) -> str:
        if element is None:
            return "/Artifact"
        return f"/{element.role}<</MCID {self._structure.mark(element, self._file.pages)}>>"

    def _mark_shape(self, x: float, y: float, width: float, height: float) -> None:
        """Rules, boxes and pictures say something in figures only."""
        figure = self._element is not None and self._element.alt
        self._mark(self._element if figure else None)
        self._cover(x, y, width, height)

    def _cover(self, x: float, y: float, width: float, height: float) -> None:
        if self._element is not None and self._element.alt:
            bottom = self._size[1] - y - height
            self._structure.cover(self._element, (x, bottom, x + width, bottom + height))

    def _close(self) -> None:
        if self._open is not _NOTHING:
            self._content.end()
        self._open = _NOTHING


def _joined(runs: Sequence[tuple[str, list[Glyph]]]) -> list[tuple[str, list[Glyph]]]:
    """Leave no glyph alone: it goes with those before it, or else with those behind it.

    PDFium takes a lone code for a line of its own where little is written on a page.
    """
    whole: list[tuple[str, list[Glyph]]] = []
    for language, run in runs:
        if whole and (len(run) == 1 or language == whole[-1][0]):
            whole[-1][1].extend(run)
        elif whole and len(whole[-1][1]) == 1:
            whole[-1] = language, [*whole[-1][1], *run]
        elif run:
            whole.append((language, run))
    return whole
