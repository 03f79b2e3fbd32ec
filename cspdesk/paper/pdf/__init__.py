"""Documents as PDF: HarfBuzz draws, the text layer is exact, files are tagged and can be kept."""

from __future__ import annotations

from cspdesk.paper.blocks import Document


def render(document: Document) -> bytes:
    """Return a document as PDF; the same document gives the same bytes.

    Raises:
        PaperError: a font is missing or may not be embedded. No text raises.
    """
    from cspdesk.paper.pdf.engine import draw_document

    return draw_document(document)
