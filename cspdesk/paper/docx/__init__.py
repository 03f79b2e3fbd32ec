"""Documents as Word files: real paragraphs, styles and tables that people go on writing in."""

from __future__ import annotations

from cspdesk.paper.blocks import Document


def render(document: Document) -> bytes:
    """Return a document as .docx; the same document gives the same bytes.

    Raises:
        PaperError: a font is missing. No text raises.
    """
    from cspdesk.paper.docx.engine import build

    return build(document)
