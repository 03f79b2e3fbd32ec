"""The sheet under the pen: lines of glyphs, rules, boxes and pictures.

Coordinates are points from the top left corner of the paper, downwards. All that is drawn is
either marked as an element of the structure tree or as an artifact (ISO 32000-1, 14.8.2.2).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from reportlab.pdfbase import pdfdoc

from cspdesk.paper.pdf import container, metadata
from cspdesk.paper.pdf.content import Content, Run, Shown, shown
from cspdesk.paper.pdf.embedding import EmbeddedFonts
from cspdesk.paper.pdf.fonts import Glyph
from cspdesk.paper.pdf.pictures import Picture
from cspdesk.paper.pdf.structure import Element, Structure, language_of
from cspdesk.paper.pdf.typeset import Line

_NOTHING = Element("")
"""No marked content is open."""
_PICTURES = "Pictures"
"""What reportlab calls the dictionary of all pictures."""


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
        self._document = pdfdoc.PDFDocument(invariant=1)
        self._fonts = EmbeddedFonts(self._document)
        self._coded: dict[Glyph, Shown] = {}
        self._pictures: dict[Picture, str] = {}
        self._structure = Structure(language)
        self._element: Element | None = None
        self._open: Element | None = _NOTHING
        self._content = Content()
        self._pages: list[Any] = []

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
        first, *others = glyphs
        drawn = [*first.face.opening(first), *others]
        return [self._coded.get(glyph) or self._code(glyph) for glyph in drawn]

    def _code(self, glyph: Glyph) -> Shown:
        font = self._fonts.font(glyph.face)
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
        name = self._pictures.setdefault(picture, f"I{len(self._pictures) + 1}")
        with self.figure(alt):
            self._mark_shape(x, y, width, height)
            self._content.picture(name, x, self._size[1] - y - height, width, height)

    def end_page(self) -> None:
        """Finish a page."""
        self._close()
        document = self._document
        content = container.stream("", self._content.source())
        named = {"Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)}
        if self._pictures:
            named["XObject"] = pdfdoc.PDFObjectReference(_PICTURES)
        number = len(self._pages)
        page = {
            "Type": "/Page",
            "Parent": document.Reference(document.Pages),
            "MediaBox": pdfdoc.PDFArray([0, 0, *self._size]),
            "Resources": pdfdoc.PDFDictionary(named),
            "Contents": document.Reference(content, f"Content{number}"),
            "Tabs": "/S",
            "StructParents": number,
        }
        self._pages.append(pdfdoc.PDFDictionary(page))
        document.addPage(self._pages[-1])
        self._content = Content()

    def finish(self) -> bytes:
        """Return the whole file."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        named = {name: self._embedded(picture, name) for picture, name in self._pictures.items()}
        document.Reference(pdfdoc.PDFDictionary(named), _PICTURES)
        objects = _formatted(document)
        tree = len(objects) + 1
        pages = [_number(document, page) for page in self._pages]
        objects += self._structure.objects(tree, pages)
        packet = metadata.xmp(self._title, self._author, self._language)
        objects += [
            container.stream("/Type/Metadata/Subtype/XML", packet, compressed=False),
            container.stream("/N 3", metadata.srgb()),
            metadata.information(self._title, self._author),
        ]
        last = len(objects)
        root = _number(document, document.Pages)
        objects.append(metadata.catalog(self._language, root, tree, last - 2, last - 1))
        return container.write(objects, root=last + 1, info=last)

    def _embedded(self, picture: Picture, name: str) -> Any:
        space = "/DeviceGray" if picture.grey else "/DeviceRGB"
        entries = (
            f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
            f"/ColorSpace{space}/BitsPerComponent 8"
        )
        return self._document.Reference(container.stream(entries, picture.dots), name)

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
        return f"/{element.role}<</MCID {self._structure.mark(element, len(self._pages))}>>"

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


def _number(document: Any, thing: Any) -> int:
    reference = document.Reference(thing)
    return int(document.idToObjectNumberAndVersion[reference.name][0])


def _formatted(document: Any) -> list[bytes]:
    """Return the bodies of reportlab's objects; more of them may turn up on the way."""
    bodies: list[bytes] = []
    while name := document.numberToId.get(len(bodies) + 1):
        body = bytes(pdfdoc.format(document.idToObject[name], document, toplevel=1))
        if body.endswith(b"endstream\n"):
            # PDF/A wants a line end before it (ISO 19005-2, 6.1.7.1).
            body = body.removesuffix(b"endstream\n") + b"\nendstream"
        bodies.append(body)
    return bodies
