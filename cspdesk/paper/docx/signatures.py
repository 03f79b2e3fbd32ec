"""The ends of a document: whose it is above, and who signs below."""

from __future__ import annotations

from cspdesk.paper.blocks import Letterhead, Signature, Signatures
from cspdesk.paper.docx.sheet import MM, Sheet
from cspdesk.paper.docx.tables import Cell, row, table
from cspdesk.paper.docx.text import Flow, empty, paragraph, run, runs
from cspdesk.paper.pdf.pictures import picture_of
from cspdesk.paper.pdf.signatures import side_widths

_NATION_SIZE = 13.0
_NATION_RULE = 38 * MM
_RULE = '<w:bottom w:val="thickThinSmallGap" w:sz="12" w:space="1" w:color="auto"/>'
_ADDRESS_SIZE = 9.0
_LOGO_HEIGHT, _LOGO_WIDTH = 18 * MM, 45 * MM
_LOGO_GAP = 4 * MM
_AFTER = 6.0
_GUTTER = 6.0
_SPARE = 4.0
_ABOVE = 8.0


def block_letterhead(block: Letterhead, sheet: Sheet) -> str:
    """Return the nation's lines above a rule, then the logo beside name, address and number."""
    nation = sheet.heading(_NATION_SIZE)
    centred = Flow(align="center", keep_next=True)
    made = "".join(paragraph(runs(line, nation), centred, nation) for line in block.nation)
    if made:
        side = max(0.0, (sheet.width - _NATION_RULE) / 2)
        flow = Flow(exact=5.0, below=6.0, left=side, right=side, border=_RULE, keep_next=True)
        made += paragraph("", flow, sheet.body())
    names = "".join(
        paragraph(runs(text, kind), Flow(keep_next=True), kind)
        for text, kind in (
            (block.body, sheet.heading()),
            (block.address, sheet.body(_ADDRESS_SIZE)),
            (block.number, sheet.body()),
        )
        if text
    )
    width, height = _logo_size(block.logo, sheet.width / 3)
    if width:
        drawn = run(sheet.picture(block.logo, width, height, block.body), sheet.body())
        cells = [
            Cell(width + _LOGO_GAP, paragraph(drawn, Flow(), sheet.body()), middle=True),
            Cell(sheet.width - width - _LOGO_GAP, names or empty(1.0, sheet.body()), middle=True),
        ]
        names = table([cell.width for cell in cells], [row(cells)])
    return made + names + (empty(_AFTER, sheet.body()) if made or names else "")


def block_signatures(block: Signatures, sheet: Sheet) -> str:
    """Return both signatures side by side in one row, which no page's end divides."""
    sides = [_signature(side, sheet) for side in (block.left, block.right)]
    if not any(sides):
        return ""
    needed = (_widest(side, sheet) for side in (block.left, block.right))
    left, right = side_widths(sheet.width - _GUTTER, *needed)
    nothing = empty(1.0, sheet.body())
    cells = [
        Cell(left, sides[0] or nothing),
        Cell(_GUTTER, nothing),
        Cell(right, sides[1] or nothing),
    ]
    room = empty(_ABOVE, sheet.body(), keep_next=True)
    made = table([cell.width for cell in cells], [row(cells)])
    return room + made + empty(1.0, sheet.body())


def _signature(signature: Signature | None, sheet: Sheet) -> str:
    if signature is None:
        return ""
    body, role = sheet.body(), sheet.heading()
    centred = Flow(align="center")
    made = "".join(paragraph(runs(line, body), centred, body) for line in signature.above)
    if signature.role:
        made += paragraph(runs(signature.role, role), centred, role)
    room = min(max(0.0, signature.room) * MM, sheet.height / 2)
    made += empty(room, body)
    return made + "".join(paragraph(runs(line, body), centred, body) for line in signature.below)


def _widest(signature: Signature | None, sheet: Sheet) -> float:
    """Return the width of the longest line, with a little room for programs that measure wider."""
    if signature is None:
        return 0.0
    lines = [(line, sheet.body()) for line in (*signature.above, *signature.below)]
    lines.append((signature.role, sheet.heading()))
    return max(sheet.text_width(line, kind) for line, kind in lines) + _SPARE


def _logo_size(logo: bytes, widest: float) -> tuple[float, float]:
    """Return width and height in points in which a PNG is printed; (0, 0) where it is none."""
    picture = picture_of(logo) if logo else None
    if picture is None:
        return 0.0, 0.0
    scale = min(_LOGO_HEIGHT / picture.height, min(_LOGO_WIDTH, widest) / picture.width)
    return picture.width * scale, picture.height * scale
