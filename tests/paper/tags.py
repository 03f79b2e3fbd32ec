"""What a screen reader finds in a tagged PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pypdf
from pypdf.generic import ContentStream

from cspdesk.paper.blocks import Block, Document, Page
from cspdesk.paper.pdf import render


@dataclass
class Part:
    """An element of the structure tree with the text of it and of all below, in order."""

    role: str
    text: str = ""
    language: str = ""
    alt: str = ""
    pages: set[int] = field(default_factory=set)
    attributes: dict[str, Any] = field(default_factory=dict)
    kids: list[Part] = field(default_factory=list)

    def all(self, role: str) -> list[Part]:
        """Return the elements of a role below this one, in reading order."""
        below = [part for kid in self.kids for part in kid.all(role)]
        return [self, *below] if self.role == role else below

    def roles(self) -> list[str]:
        """Return the roles right below this one."""
        return [kid.role for kid in self.kids]


def reader_of(*blocks: Block, language: str = "km", page: Page | None = None) -> pypdf.PdfReader:
    """Render blocks and open the file."""
    document = Document("ឯកសារ", language, blocks, page or Page(), "បណ្ដាញ")
    return pypdf.PdfReader(io.BytesIO(render(document)))


def tree(reader: pypdf.PdfReader) -> Part:
    """Return the document element; every mark is reached once, and leads back to its element."""
    marks = [marked_text(page) for page in reader.pages]
    root = reader.root_object["/StructTreeRoot"]
    numbers = [page.indirect_reference.idnum for page in reader.pages]
    parents = root["/ParentTree"]["/Nums"]
    reached: list[tuple[int, int]] = []

    def part_of(reference: Any) -> Part:
        element = reference.get_object()
        part = Part(
            str(element["/S"])[1:],
            language=str(element.get("/Lang", "")),
            alt=str(element.get("/Alt", "")),
            attributes=dict(element.get("/A", {})),
        )
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            found = kid.get_object()
            if isinstance(found, int) or found.get("/Type") == "/MCR":
                page, mark = (
                    (element, int(found)) if isinstance(found, int) else (found, found["/MCID"])
                )
                number = numbers.index(page.raw_get("/Pg").idnum)
                assert parents[2 * number + 1][mark].idnum == reference.idnum
                reached.append((number, mark))
                part.pages.add(number)
                part.text += marks[number][mark]
            else:
                assert found["/P"] == element
                part.kids.append(part_of(kid))
                part.text += part.kids[-1].text
                part.pages |= part.kids[-1].pages
        return part

    document = part_of(root.raw_get("/K"))
    assert sorted(reached) == [(page, mark) for page, texts in enumerate(marks) for mark in texts]
    return document


def marked_text(page: pypdf.PageObject) -> dict[int, str]:
    """Return the text of each marked content of a page; all that is drawn is marked."""
    fonts = {
        name: texts_of(font["/ToUnicode"].get_data())
        for name, font in page["/Resources"]["/Font"].items()
    }
    texts: dict[int, str] = {}
    mark: int | None = None
    inside, font = False, ""
    for operands, operator in ContentStream(page["/Contents"], page.pdf).operations:
        if operator in (b"BDC", b"BMC"):
            assert not inside
            inside = True
            mark = operands[1]["/MCID"] if operator == b"BDC" else None
            if mark is not None:
                texts[mark] = ""
        elif operator == b"EMC":
            inside = False
        elif operator == b"Tf":
            font = operands[0]
        elif operator in (b"Tj", b"f", b"S", b"Do"):
            assert inside
            if operator == b"Tj" and mark is not None:
                texts[mark] += "".join(fonts[font][code] for code in _codes(operands[0]))
    return texts


def _codes(shown: Any) -> Iterator[int]:
    raw = shown.original_bytes
    yield from (int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2))


def texts_of(text_map: bytes) -> dict[int, str]:
    """Return what each code of a font means: the ranges of its ToUnicode map."""
    found = {}
    for first, last, meant in re.findall(r"<(\w{4})><(\w{4})>\[(.*)\]", text_map.decode()):
        codes = range(int(first, 16), int(last, 16) + 1)
        assert codes[0] >> 8 == codes[-1] >> 8, "only the last byte may differ"
        for code, text in zip(codes, meant.strip("<>").split("><"), strict=True):
            found[code] = bytes.fromhex(text).decode("utf-16-be")
    return found
