"""What a document is made of, without saying how it is drawn.

A composer (``minutes.compose`` and its neighbours) turns records into a :class:`Document`;
``pdf.render`` draws it. All texts are final: translated, digits chosen, dates spelled.
Lengths are millimetres, sizes are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True)
class Letterhead:
    """National header (two centred lines and a rule), body name at the left, number below it."""

    nation: Sequence[str] = ()
    body: str = ""
    number: str = ""


@dataclass(frozen=True)
class Title:
    """The document's name in the heading face, with lines below it in smaller type."""

    text: str
    subtitle: str = ""
    details: Sequence[str] = ()


@dataclass(frozen=True)
class Heading:
    """A section's heading; never the last line of a page."""

    text: str


@dataclass(frozen=True)
class Paragraph:
    """Running text. Line ends in ``text`` start a new line; ``indent`` is of the first line."""

    text: str
    align: Align = "left"
    bold: bool = False
    indent: float = 0.0
    size: float | None = None
    space_after: float = 1.5
    keep_with_next: bool = False


@dataclass(frozen=True)
class NumberedList:
    """Items with their labels ('១.', 'ក.', '-'); text hangs beside the label."""

    items: Sequence[tuple[str, str]]
    indent: float = 5.0


@dataclass(frozen=True)
class Column:
    """One column. ``width`` in mm, or 0 to share what is left by ``weight``."""

    title: str
    width: float = 0.0
    weight: float = 1.0
    align: Align = "left"
    keep_together: bool = False
    """Never break inside the cell: shrink to 85 %, then wrap at clusters (names, phones)."""


@dataclass(frozen=True)
class Table:
    """Rows of texts. The header repeats on every page; a row never splits over two pages."""

    columns: Sequence[Column]
    rows: Sequence[Sequence[str]]
    row_height: float = 0.0
    """Least height of a row in mm (room for a signature or a thumb)."""
    spare: Sequence[Sequence[str]] = ()
    """More rows below, as many of them as fill the page that the others end on."""
    totals: Sequence[str] = ()
    size: float = 9.5


@dataclass(frozen=True)
class Signature:
    """One block to sign: lines above, role in the heading face, room, then lines below."""

    above: Sequence[str] = ()
    role: str = ""
    room: float = 22.0
    below: Sequence[str] = ()


@dataclass(frozen=True)
class Signatures:
    """Signature blocks side by side, kept on one page."""

    left: Signature | None
    right: Signature | None


@dataclass(frozen=True)
class Code:
    """Large spaced letters with the same text as a QR symbol beside them (a recovery code)."""

    text: str
    groups: Sequence[str]


@dataclass(frozen=True)
class Space:
    """Empty height in mm."""

    height: float


Block = Letterhead | Title | Heading | Paragraph | NumberedList | Table | Signatures | Code | Space


@dataclass(frozen=True)
class Page:
    """A4 with margins in mm; ``footer`` may hold ``{page}`` and ``{pages}``."""

    landscape: bool = False
    left: float = 25.0
    right: float = 20.0
    top: float = 20.0
    bottom: float = 20.0
    footer: str = ""
    footer_left: str = ""


@dataclass(frozen=True)
class Document:
    """A whole document: its language ('km' or 'en'), page, blocks, and metadata for the file."""

    title: str
    language: str
    blocks: Sequence[Block]
    page: Page = field(default_factory=Page)
    author: str = ""
    khmer_digits: bool = False
    """Page numbers in Khmer digits."""
