"""Documents as Word files: real paragraphs, styles and tables that people go on writing in."""

from __future__ import annotations

from pathlib import Path

from cspdesk.files import write_whole
from cspdesk.paper.blocks import Document


def render(document: Document) -> bytes:
    """Return a document as .docx; the same document gives the same bytes.

    Raises:
        PaperError: a font is missing. No text raises.
    """
    from cspdesk.paper.docx.engine import build

    return build(document)


def render_to(document: Document, path: Path) -> None:
    """Write a document as .docx to ``path``: the whole file or, on any error, the old one.

    Raises:
        DiskFull: no room is left.
        DeskError: the folder cannot be written.
        PaperError: a font cannot be used.
    """
    write_whole(path, render(document))
