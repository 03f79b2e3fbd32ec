"""What the preview has made of a document, on the worker for pure work."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

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
