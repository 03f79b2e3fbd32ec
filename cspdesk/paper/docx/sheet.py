"""What the blocks of a Word file are laid out on: the text area, the faces, the pictures."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from html import escape
from typing import Protocol

from cspdesk.paper.blocks import Document
from cspdesk.paper.docx.fonts import Faces, faces
from cspdesk.paper.docx.text import Type, one_line
from cspdesk.paper.pdf import fontsets
from cspdesk.paper.pdf.typeset import Style, typeset, wrap

MM = 72 / 25.4
_EMU = 12_700
"""English metric units in a point (ECMA-376 part 1, section 20.1.2.1)."""
_LEAST = 20 * MM
CODE_ROOM = 15.0
"""Least bottom margin in mm of pages that have a code."""
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"


class Holder(Protocol):
    """A part that pictures can belong to: the text, a footer."""

    def get_or_add_image(self, image_descriptor: io.BytesIO) -> tuple[str, object]:
        """Return the relation of a picture, and the picture."""


@dataclass(frozen=True)
class Sheet:
    """The text area in points, what its texts are set in, and the part that has its pictures.

    Texts are measured as on the PDF, which has the same faces.
    """

    width: float
    height: float
    faces: Faces
    measures: fontsets.FontSet
    holder: Holder
    _numbers: list[int] = field(default_factory=list)

    @classmethod
    def of(cls, document: Document, holder: Holder) -> Sheet:
        """Return the sheet of a document.

        Raises:
            PaperError: a font that comes with the desk is missing.
        """
        page = document.page
        paper = (page.height, page.width) if page.landscape else (page.width, page.height)
        bottom = max(page.bottom, CODE_ROOM) if page.code else page.bottom
        usable = fontsets.problem(document.fonts) is None
        return cls(
            max(_LEAST, (paper[0] - page.left - page.right) * MM),
            max(_LEAST, (paper[1] - page.top - bottom) * MM),
            faces(document.fonts if usable else ""),
            fontsets.font_set(document.fonts),
            holder,
        )

    def body(self, size: float = 11.0, *, bold: bool = False) -> Type:
        """Return the type of running text and tables."""
        return Type(self.faces.body, size, bold)

    def heading(self, size: float = 11.5) -> Type:
        """Return the type of titles and headings."""
        return Type(self.faces.heading, size)

    def text_width(self, text: str, kind: Type) -> float:
        """Return the width of a text on one line, in points."""
        return typeset(text, self._style(kind)).width

    def text_height(self, text: str, kind: Type, room: float) -> float:
        """Return the height of a text in lines of ``room`` points."""
        return len(wrap(text, self._style(kind), max(1.0, room))) * kind.leading

    def picture(self, data: bytes, width: float, height: float, says: str) -> str:
        """Return a picture in the line, ``width`` by ``height`` points; ``says`` is read aloud."""
        relation, _ = self.holder.get_or_add_image(io.BytesIO(data))
        self._numbers.append(len(self._numbers) + 1)
        number, name = self._numbers[-1], escape(one_line(says))
        size = f'cx="{round(width * _EMU)}" cy="{round(height * _EMU)}"'
        return (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="Picture {number}" descr="{name}"/>'
            f'<a:graphic><a:graphicData uri="{_DRAWING}/picture"><pic:pic>'
            f'<pic:nvPicPr><pic:cNvPr id="{number}" name="Picture {number}"/><pic:cNvPicPr/>'
            f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{relation}"/>'
            f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
            f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm>'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
            f"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>"
        )

    def _style(self, kind: Type) -> Style:
        if kind.face.title:
            return self.measures.heading(kind.size)
        return self.measures.body(kind.size, bold=kind.bold)
