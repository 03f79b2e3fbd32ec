"""What a Word file says, as python-docx and its XML read it."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import docx
from docx.oxml.ns import qn
from docx.table import Table as WordTable
from docx.text.paragraph import Paragraph as WordParagraph

from cspdesk.paper.blocks import Block, Document, Page
from cspdesk.paper.docx import render


def opened(document: Document) -> Any:
    """Render a document and open it again."""
    return docx.Document(io.BytesIO(render(document)))


def word_of(*blocks: Block, **more: Any) -> Any:
    """Return the Word file of a document of some blocks."""
    return opened(Document("ឯកសារ", "km", blocks, **more))


def paragraphs(part: Any) -> list[Any]:
    """Return every paragraph of a file, a cell or a footer, those of tables in their place."""
    found = []
    for item in part.iter_inner_content():
        if isinstance(item, WordParagraph):
            found.append(item)
        elif isinstance(item, WordTable):
            for cell in item._cells:
                found += paragraphs(cell)
    return found


def texts_of(part: Any) -> list[str]:
    """Return the texts of all paragraphs that have one, in reading order."""
    return [paragraph.text for paragraph in paragraphs(part) if paragraph.text]


def elements(word: Any, tag: str) -> list[Any]:
    """Return the elements of a name such as 'w:tr' in the text."""
    return list(word.element.iter(qn(tag)))


def value(element: Any, tag: str, name: str = "w:val") -> str:
    """Return an attribute of the first element of a name inside another; '' without one."""
    found = element.find(f".//{qn(tag)}")
    return "" if found is None else found.get(qn(name), "")


def files(data: bytes) -> dict[str, bytes]:
    """Return the files of a Word file by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


UPRIGHT = Page(footer="ទំព័រ {page} នៃ {pages}", code="K7QX2MPA")
