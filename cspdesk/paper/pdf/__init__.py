"""Documents as PDF: HarfBuzz draws, the text layer is exact, files are tagged and can be kept."""

from __future__ import annotations

from pathlib import Path

from cspdesk.files import write_whole
from cspdesk.paper.blocks import Document


def render(document: Document) -> bytes:
    """Return a document as PDF; the same document gives the same bytes.

    Raises:
        PaperError: a font is missing or may not be embedded. No text raises.
    """
    from cspdesk.paper.pdf.engine import draw_document

    return draw_document(document)


def render_to(document: Document, path: Path) -> None:
    """Write a document as PDF to ``path``: the whole file or, on any error, the old one.

    Raises:
        DiskFull: no room is left.
        DeskError: the folder cannot be written.
        PaperError: a font cannot be used.
    """
    write_whole(path, render(document))
