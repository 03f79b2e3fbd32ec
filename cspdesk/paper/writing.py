"""Writing a document as the kind of file that its name asks for."""

from __future__ import annotations

from pathlib import Path

from cspdesk.errors import DeskError
from cspdesk.files import write_whole
from cspdesk.i18n import N_
from cspdesk.paper.blocks import Document

SUFFIXES = (".pdf", ".docx")
"""What the names of documents end in: PDF to print and send, Word to go on writing in."""


def write(document: Document, path: Path) -> None:
    """Write a document to ``path`` as PDF or Word file: the whole file or, on any error, the old one.

    Raises:
        DeskError: the name ends in none of ``SUFFIXES``, or the folder cannot be written.
        DiskFull: no room is left.
        PaperError: a font cannot be used.
    """
    check_name(path)
    if path.suffix.lower() == ".pdf":
        from cspdesk.paper.pdf import render
    else:
        from cspdesk.paper.docx import render
    write_whole(path, render(document))


def check_name(path: Path) -> None:
    """Check that the name of a file says as what to write it.

    Raises:
        DeskError: it ends in none of ``SUFFIXES``.
    """
    if path.suffix.lower() not in SUFFIXES:
        raise DeskError(
            N_("Documents are written as PDF or Word files"),
            N_("The name {file} ends neither in .pdf nor in .docx."),
            N_("Choose a name that ends in .pdf to print or send, or in .docx to edit in Word."),
            file=path.name,
        )
