"""The objects of a file: pages, fonts, pictures, and what the file says about itself.

reportlab numbers and formats what it describes; the rest is source already.
"""

from __future__ import annotations

from typing import Any

from reportlab.pdfbase import pdfdoc

from cspdesk.paper.pdf import container, metadata
from cspdesk.paper.pdf.embedding import EmbeddedFonts
from cspdesk.paper.pdf.pictures import Picture
from cspdesk.paper.pdf.structure import Structure

_PICTURES = "Pictures"
"""What reportlab calls the dictionary of all pictures."""


class File:
    """One file on its way. ``fonts`` number the clusters that are drawn."""

    def __init__(self) -> None:
        self._document = pdfdoc.PDFDocument(invariant=1)
        self._pictures: dict[Picture, str] = {}
        self._pages: list[Any] = []
        self.fonts = EmbeddedFonts(self._document)

    @property
    def pages(self) -> int:
        """How many pages are finished."""
        return len(self._pages)

    def picture(self, picture: Picture) -> str:
        """Return the name of a picture; the file holds it once."""
        return self._pictures.setdefault(picture, f"I{len(self._pictures) + 1}")

    def add_page(self, size: tuple[float, float], content: bytes) -> None:
        """Add a page of ``size`` points."""
        document, number = self._document, len(self._pages)
        named = {"Font": pdfdoc.PDFObjectReference(pdfdoc.BasicFonts)}
        if self._pictures:
            named["XObject"] = pdfdoc.PDFObjectReference(_PICTURES)
        source = container.stream("", content)
        page = {
            "Type": "/Page",
            "Parent": document.Reference(document.Pages),
            "MediaBox": pdfdoc.PDFArray([0, 0, *size]),
            "Resources": pdfdoc.PDFDictionary(named),
            "Contents": document.Reference(source, f"Content{number}"),
            "Tabs": "/S",
            "StructParents": number,
        }
        self._pages.append(pdfdoc.PDFDictionary(page))
        document.addPage(self._pages[-1])

    def finish(self, structure: Structure, title: str, author: str, language: str) -> bytes:
        """Return the whole file."""
        document = self._document
        for font in document.delayedFonts:
            font.addObjects(document)
        named = {name: self._embedded(picture, name) for picture, name in self._pictures.items()}
        document.Reference(pdfdoc.PDFDictionary(named), _PICTURES)
        objects = self._formatted()
        tree = len(objects) + 1
        objects += structure.objects(tree, [self._number(page) for page in self._pages])
        packet = metadata.xmp(title, author, language)
        objects += [
            container.stream("/Type/Metadata/Subtype/XML", packet, compressed=False),
            container.stream("/N 3", metadata.srgb()),
            metadata.information(title, author),
        ]
        info = len(objects)
        pages = self._number(document.Pages)
        objects.append(metadata.catalog(language, pages, tree, info - 2, info - 1))
        return container.write(objects, root=info + 1, info=info)

    def _embedded(self, picture: Picture, name: str) -> Any:
        space = "/DeviceGray" if picture.grey else "/DeviceRGB"
        entries = (
            f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}"
            f"/ColorSpace{space}/BitsPerComponent 8"
        )
        return self._document.Reference(container.stream(entries, picture.dots), name)

    def _number(self, thing: Any) -> int:
        reference = self._document.Reference(thing)
        return int(self._document.idToObjectNumberAndVersion[reference.name][0])

    def _formatted(self) -> list[bytes]:
        """Return the bodies of all objects; more of them may turn up on the way."""
        document, bodies = self._document, list[bytes]()
        while name := document.numberToId.get(len(bodies) + 1):
            bodies.append(bytes(pdfdoc.format(document.idToObject[name], document, toplevel=1)))
        return bodies
