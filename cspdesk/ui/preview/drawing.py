"""What the preview has made of a document, on the worker for pure work."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cspdesk.errors import DeskError

if TYPE_CHECKING:
    from cspdesk.errors import PaperError
    from cspdesk.paper.blocks import Document


@dataclass(frozen=True)
class Drawn:
    """A document with its PDF, and what to remark about it.

    ``missing`` are the characters that print as boxes, ``problem`` why its own fonts were not used.
    """

    document: Document
    pdf: bytes
    missing: str
    problem: PaperError | None


def prepare() -> None:
    """Load fonts, words and names of places, 0.2 s the first time, before a document is there."""
    from cspdesk.paper.blocks import Document, Paragraph

    longer_than_a_line = Paragraph("សមាគម" * 60)
    with suppress(DeskError):  # drawing the document itself will tell
        draw(Document("", "km", [longer_than_a_line]))


def draw(document: Document) -> Drawn:
    """Draw a document.

    Raises:
        PaperError: a font that ships with the desk is missing.
    """
    from cspdesk.paper import pdf
    from cspdesk.paper.pdf import coverage, fontsets

    return Drawn(
        document,
        pdf.render(document),
        coverage.missing_characters(document),
        fontsets.problem(document.fonts),
    )


def word_file(document: Document) -> bytes:
    """Return a document as a Word file."""
    from cspdesk.paper import docx

    return docx.render(document)
