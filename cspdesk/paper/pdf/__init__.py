"""Documents as PDF: HarfBuzz draws, the text layer is exact, reportlab writes the file."""

from __future__ import annotations

import contextlib
import errno
import os
import tempfile
from pathlib import Path

from cspdesk.errors import DiskFull, PaperError
from cspdesk.i18n import N_
from cspdesk.paper.blocks import Document

_NO_ROOM = {errno.ENOSPC, errno.EDQUOT}


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
        PaperError: the folder cannot be written, or a font cannot be used.
    """
    content = render(document)
    try:
        _replace(path, content)
    except OSError as error:
        if error.errno in _NO_ROOM:
            raise DiskFull(
                N_("The disk is full"),
                N_("{name} was not written."),
                N_("Make room, or choose another folder."),
                name=path.name,
            ) from error
        raise PaperError(
            N_("The document was not written"),
            N_("{name} cannot be written in this folder."),
            N_("Close the file if it is open in another program, or choose another folder."),
            name=path.name,
        ) from error


def _replace(path: Path, content: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.stem[:20]}-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
