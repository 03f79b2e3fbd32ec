"""The structure tree of a tagged PDF: what each part of a page is, in reading order.

ISO 32000-1, 14.7 and 14.8: structure elements point to marked content by its number on a page, and
the parent tree leads back from there.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

_KHMER = re.compile("[\u1780-\u17ff\u19e0-\u19ff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]")
_KNOWN_TEXTS = 30_000
_LONGEST = 8_000
"""Characters in a string: archives take 32,767 bytes (ISO 19005-2, 6.1.13)."""


@lru_cache(maxsize=_KNOWN_TEXTS)
def language_of(text: str) -> str:
    """Return 'km' or 'en' where all letters are of one script, '' for both or none."""
    khmer, latin = _KHMER.search(text), _LATIN.search(text)
    if bool(khmer) == bool(latin):
        return ""
    return "km" if khmer else "en"


@dataclass(frozen=True, eq=False)
class Element:
    """One part of a document; it takes its place in the tree when it is drawn first.

    ``role`` is a standard type of ISO 32000-1, 14.8.4. ``language`` is that of ``text``, which
    it says, unless told. ``alt`` describes a figure, ``attributes`` are PDF source.
    """

    role: str
    text: str = ""
    parent: Element | None = None
    alt: str = ""
    attributes: str = ""
    language: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "language", self.language or language_of(self.text))


Box = tuple[float, float, float, float]


@dataclass(eq=False)
class _Node:
    """An element in the tree: its number, and nodes or (page, mark) below it in order.

    ``box`` is what a figure covers: left, bottom, right, top.
    """

    number: int
    parent: int
    kids: list[_Node | tuple[int, int]] = field(default_factory=list)
    box: Box | None = None


class Structure:
    """The tree of one file. Pages count from 0, and so do the marks of each page."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._document = Element("Document")
        self._nodes = {self._document: _Node(0, 0)}
        self._marks: list[list[_Node]] = []

    def place(self, element: Element) -> _Node:
        """Put an element at the end of its parent, unless it is in the tree already."""
        node = self._nodes.get(element)
        if node is None:
            above = self.place(element.parent or self._document)
            node = self._nodes[element] = _Node(len(self._nodes), above.number)
            above.kids.append(node)
        return node

    def mark(self, element: Element, page: int) -> int:
        """Return the number of the next marked content on a page, which belongs to an element."""
        node = self.place(element)
        self._marks += [[] for _ in range(len(self._marks), page + 1)]
        marks = self._marks[page]
        node.kids.append((page, len(marks)))
        marks.append(node)
        return len(marks) - 1

    def cover(self, element: Element, box: Box) -> None:
        """Tell that a figure covers a box of its page, besides what it covers already."""
        node = self.place(element)
        old = node.box or box
        lows, highs = map(min, old[:2], box[:2]), map(max, old[2:], box[2:])
        left, bottom, right, top = *lows, *highs
        node.box = left, bottom, right, top

    def objects(self, first: int, pages: Sequence[int]) -> list[bytes]:
        """Return the tree as PDF objects numbered from ``first``, its root, without gaps.

        Args:
            first: the number of the first object.
            pages: the object number of each page.
        """
        tree, nodes = first + 1, first + 2
        marked = "".join(
            f"{page}[{' '.join(f'{nodes + node.number} 0 R' for node in marks)}]"
            for page, marks in enumerate([*self._marks, *[[]] * (len(pages) - len(self._marks))])
        )
        root = (
            f"<</Type/StructTreeRoot/K {nodes} 0 R/ParentTree {tree} 0 R"
            f"/ParentTreeNextKey {len(pages)}>>"
        )
        # Headings begin with the first level, also where a document has no title.
        roles = {element.role for element in self._nodes}
        risen = {"H2": "H1"} if "H1" not in roles else {}
        bodies = [root, f"<</Nums[{marked}]>>"]
        for element, node in self._nodes.items():
            above = nodes + node.parent if node.number else first
            role = risen.get(element.role, element.role)
            kids = _kids(node, nodes, pages)
            bodies.append(f"<</S/{role}/P {above} 0 R{self._said(element, node)}{kids}>>")
        return [body.encode("ascii") for body in bodies]

    def _said(self, element: Element, node: _Node) -> str:
        said = element.attributes and f"/A{element.attributes}"
        pages = {kid[0] for kid in node.kids if isinstance(kid, tuple)}
        if node.box and len(pages) == 1:
            sides = " ".join(f"{side:.2f}" for side in node.box)
            said += f"/A<</O/Layout/Placement/Block/BBox[{sides}]>>"
        if element.language not in ("", self._language):
            said += f"/Lang({element.language})"
        return said + (f"/Alt{text_string(element.alt)}" if element.alt else "")


def _kids(node: _Node, nodes: int, pages: Sequence[int]) -> str:
    """Return an element's page and content; what is on further pages names them."""
    page = next((kid[0] for kid in node.kids if isinstance(kid, tuple)), None)
    kids = []
    for kid in node.kids:
        if isinstance(kid, _Node):
            kids.append(f"{nodes + kid.number} 0 R")
        elif kid[0] == page:
            kids.append(str(kid[1]))
        else:
            kids.append(f"<</Type/MCR/Pg {pages[kid[0]]} 0 R/MCID {kid[1]}>>")
    if not kids:
        return ""
    on = "" if page is None else f"/Pg {pages[page]} 0 R"
    return f"{on}/K {kids[0]}" if len(kids) == 1 else f"{on}/K[{' '.join(kids)}]"


def text_string(text: str) -> str:
    """Return a text as a PDF string in hexadecimal (ISO 32000-1, 7.9.2.2)."""
    return f"<FEFF{text[:_LONGEST].encode('utf-16-be', 'replace').hex().upper()}>"
