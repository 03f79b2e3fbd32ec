"""Sections of a Word file: paper, margins, and the footer with page numbers and the code."""

from __future__ import annotations

import re

from cspdesk.paper.blocks import Align, Document
from cspdesk.paper.docx.codes import qr_picture
from cspdesk.paper.docx.sheet import CODE_ROOM, MM, Sheet
from cspdesk.paper.docx.text import Flow, Type, one_line, paragraph, run, runs, twips

_SIZE = 9.0
_LINE = 15.0
_SYMBOL = 11 * MM
_MOST_MODULES = 29
"""A symbol of more has modules too small for copiers and phones."""
_FIELD = re.compile(r"(\{pages?\})")
_RIGHT_TAB = '<w:tab w:val="right" w:pos="{at}"/>'
_EDGE = 3 * MM


def section(document: Document, footer: str) -> str:
    """Return the properties of a section whose pages count from 1.

    ``footer`` is the relation of the footer, '' where there is none: an empty one takes room too.
    """
    page = document.page
    size = (page.height, page.width) if page.landscape else (page.width, page.height)
    turned = ' w:orient="landscape"' if page.landscape else ""
    width, height = (twips(side * MM) for side in size)
    below = max(page.bottom, CODE_ROOM) if page.code else page.bottom
    top, right, bottom, left = (
        twips(max(0.0, side) * MM) for side in (page.top, page.right, below, page.left)
    )
    high = _SYMBOL if page.code else _LINE
    edge = twips(max(min(_EDGE, below * MM), (below * MM - high) / 2))
    reference = f'<w:footerReference w:type="default" r:id="{footer}"/>' if footer else ""
    return (
        f'<w:sectPr>{reference}<w:type w:val="nextPage"/>'
        f'<w:pgSz w:w="{width}" w:h="{height}"{turned}/>'
        f'<w:pgMar w:top="{top}" w:right="{right}" w:bottom="{bottom}" w:left="{left}"'
        f' w:header="{edge}" w:footer="{edge}" w:gutter="0"/><w:pgNumType w:start="1"/></w:sectPr>'
    )


def footer_text(document: Document, sheet: Sheet, pages: int) -> str:
    """Return the footer's paragraph: the code with its symbol, then the page's number; or ''.

    Args:
        document: whose footer it is.
        sheet: where its picture belongs.
        pages: 0 for a document of one part; else the number of pages of a part, which Word counts
            itself and programs that cannot (LibreOffice 7.4) take from here.

    Neither Word (ECMA-376 part 1, section 17.18.59) nor LibreOffice's import knows Khmer digits for
    page numbers, so that these numbers, which the program counts, are in 0-9 in every document.
    """
    page, kind = document.page, sheet.body(_SIZE)
    code = one_line(page.code)
    symbol = qr_picture(code, _MOST_MODULES)
    left = run(sheet.picture(symbol, _SYMBOL, _SYMBOL, code), kind) if symbol else ""
    left += runs(code, kind)
    fields = {
        "{page}": _field("PAGE", 1, kind),
        "{pages}": _field("SECTIONPAGES" if pages else "NUMPAGES", pages or 1, kind),
    }
    numbers = "".join(
        fields.get(text) or runs(text, kind) for text in _FIELD.split(one_line(page.footer)) if text
    )
    if code and numbers:
        tab = _RIGHT_TAB.format(at=twips(sheet.width))
        flow = Flow("Footer", tabs=tab, middle=True)
        return paragraph(left + run("<w:tab/>", kind) + numbers, flow, kind)
    if not code and not numbers:
        return ""
    align: Align = "left" if code else "right" if page.landscape else "center"
    return paragraph(left if code else numbers, Flow("Footer", align, middle=True), kind)


def _field(name: str, shown: int, kind: Type) -> str:
    return f'<w:fldSimple w:instr=" {name} ">{runs(str(shown), kind)}</w:fldSimple>'
