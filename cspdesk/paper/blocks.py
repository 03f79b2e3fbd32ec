"""What a document is made of, without saying how it is drawn.

A composer (``minutes.compose`` and its neighbours) turns records into a :class:`Document`;
``pdf.render`` and ``docx.render`` draw it. All texts are final: translated, digits chosen, dates spelled.
Lengths are millimetres, sizes are points.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from cspdesk.models.organisation import FONTS

Align = Literal["left", "center", "right", "justify"]


@dataclass(frozen=True)
class Letterhead:
    """National header (two centred lines and a rule), body name at the left, number below it.

    The logo, a PNG or b"", stands left of the body's name; ``address`` is small print below the
    name, before the number. Line ends in texts start new lines.
    """

    nation: Sequence[str] = ()
    body: str = ""
    number: str = ""
    address: str = ""
    logo: bytes = b""


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
    """Items with their labels ('១.', 'ក.', '-', 'កម្មវត្ថុ៖'); text hangs beside the label."""

    items: Sequence[tuple[str, str]]
    indent: float = 5.0
    bold_labels: bool = False


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
class Chart:
    """Horizontal bars by group, readable in grey: one bar a label, its parts side by side.

    ``series`` are (name, one number for each label); a legend names them when there are several.
    ``values`` are the texts beside the bars, in the document's digits.
    """

    title: str
    labels: Sequence[str]
    series: Sequence[tuple[str, Sequence[float]]]
    values: Sequence[str] = ()


@dataclass(frozen=True)
class CardLine:
    """One text on a card: wrapped and, where the card is too small, set smaller."""

    text: str
    size: float = 11.0
    heading: bool = False
    """In the heading face."""
    bold: bool = False
    align: Align = "center"


@dataclass(frozen=True)
class Card:
    """What stands on one card. ``lines`` are centred in its height unless ``top`` is set.

    ``corner`` is small print at the card's top left: who sends an envelope, whose badge it is.
    """

    lines: Sequence[CardLine]
    corner: Sequence[CardLine] = ()
    top: float | None = None
    """Millimetres from the card's top to the first line."""
    left: float = 0.0
    """Millimetres kept free at the left: where the address stands on an envelope."""


@dataclass(frozen=True)
class Cards:
    """Cards of one size in a grid that fills page after page: badges, labels, envelopes.

    ``cut`` draws thin lines to cut along. ``folded`` cards stand on a table: the same lines are
    printed on both halves, the upper half upside down, with a line to fold along between them.
    """

    width: float
    height: float
    cards: Sequence[Card]
    gap: float = 0.0
    cut: bool = False
    folded: bool = False


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


@dataclass(frozen=True)
class NewPart:
    """What follows begins on a new page, whose pages count from 1: the next letter of several."""


Block = (
    Letterhead
    | Title
    | Heading
    | Paragraph
    | NumberedList
    | Table
    | Chart
    | Cards
    | Signatures
    | Code
    | Space
    | NewPart
)


@dataclass(frozen=True)
class Page:
    """Paper and margins in mm; ``footer`` may hold ``{page}`` and ``{pages}``.

    ``width`` and ``height`` are those of the paper upright (A4); ``code`` stands at the left of the
    footer as eight letters or so that people can read, and as a QR symbol.
    """

    landscape: bool = False
    left: float = 25.0
    right: float = 20.0
    top: float = 20.0
    bottom: float = 20.0
    footer: str = ""
    code: str = ""
    width: float = 210.0
    height: float = 297.0


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
    fonts: str = FONTS[0]
    """One of ``models.organisation.FONTS``; where it is not installed, the first one."""
