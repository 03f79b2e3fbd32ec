"""Fonts inside the PDF: one Type0 font whose every code is a cluster and copies back as typed.

Written through reportlab's document objects (ISO 32000-1, 9.7 composite fonts, 9.10.3 ToUnicode).
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import Any

from reportlab.pdfbase import pdfdoc

from cspdesk.paper.pdf.container import stream
from cspdesk.paper.pdf.fonts import Face, Glyph
from cspdesk.paper.pdf.truetype import Part, build

_MOST_CODES = 60_000
"""Codes have two bytes, and the parts of the clusters need glyphs too."""
_WIDEST = 0xFFFF
"""Most font units that a glyph may be wide."""
_NO_TEXT = dict.fromkeys((0x0000, 0xFEFF, 0xFFFE, 0xFFFF), "\ufffd")
"""What no code may stand for (ISO 19005-2, 6.2.11.7.2) reads back as unknown."""
_BLOCK = 100
"""Entries that one range of the text map may have."""
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
"""
_CMAP_TAIL = "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"


class EmbeddedFont:
    """The clusters of one face that a document uses, numbered as they come.

    reportlab calls :meth:`addObjects` when it writes the file.
    """

    def __init__(self, name: str, face: Face) -> None:
        self.name = name
        self._face = face
        self._codes: dict[Glyph, int] = {}
        self._same: dict[tuple[str, float, tuple[Part, ...]], int] = {}
        self._glyphs: list[Glyph] = []

    def code(self, glyph: Glyph) -> int:
        """Return the two-byte code of a cluster; the first one is 1."""
        code = self._codes.get(glyph)
        if code is None:
            # A cache that was emptied meanwhile must not change the file: compare by value.
            key = (glyph.text, glyph.advance, glyph.parts)
            code = self._codes[glyph] = self._same.setdefault(key, len(self._glyphs) + 1)
            if code > len(self._glyphs):
                self._glyphs.append(glyph)
        return code

    def full(self) -> bool:
        """Tell whether no more clusters fit."""
        return len(self._glyphs) >= _MOST_CODES

    def addObjects(self, document: Any) -> None:  # noqa: N802 (reportlab's name)
        """Write the font program, widths and text map into a reportlab document."""
        outlines, glyphs = self._face.outlines, self._glyphs
        em = outlines.units_per_em
        # Rounded as the program has them: PDF/A wants both to agree (ISO 19005-2, 6.2.11.5).
        advances = [min(max(round(glyph.advance * em), 0), _WIDEST) for glyph in glyphs]
        program = build(
            outlines, [(a, glyph.parts) for a, glyph in zip(advances, glyphs, strict=True)]
        )
        base = f"/{_tag(program)}+{self._face.name}"
        widths = [round(1000 * advance / em, 1) for advance in (outlines.advance(0), *advances)]
        reference = document.Reference
        descendant = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/CIDFontType2",
                "BaseFont": base,
                "CIDSystemInfo": pdfdoc.PDFDictionary(
                    {
                        "Registry": pdfdoc.PDFString("Adobe"),
                        "Ordering": pdfdoc.PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": reference(self._descriptor(document, base, program)),
                "DW": 0,
                "W": pdfdoc.PDFArrayCompact([0, pdfdoc.PDFArrayCompact(widths)]),
                "CIDToGIDMap": "/Identity",
            }
        )
        font = pdfdoc.PDFDictionary(
            {
                "Type": "/Font",
                "Subtype": "/Type0",
                "BaseFont": base,
                "Encoding": "/Identity-H",
                "DescendantFonts": pdfdoc.PDFArrayCompact([reference(descendant)]),
                "ToUnicode": reference(
                    stream("", _text_map([glyph.text for glyph in glyphs])), f"{self.name}Text"
                ),
            }
        )
        document.idToObject["BasicFonts"].dict[self.name] = reference(font)

    def _descriptor(self, document: Any, base: str, program: bytes) -> Any:
        outlines = self._face.outlines
        thousandths = 1000 / outlines.units_per_em
        file = stream(f"/Length1 {len(program)}", program)
        ascent, descent = (
            round(outlines.ascent * thousandths),
            round(outlines.descent * thousandths),
        )
        return pdfdoc.PDFDictionary(
            {
                "Type": "/FontDescriptor",
                "FontName": base,
                "Flags": 4,
                "FontBBox": pdfdoc.PDFArrayCompact([-1000, descent, 3000, ascent]),
                "ItalicAngle": 0,
                "Ascent": ascent,
                "Descent": descent,
                "CapHeight": 700,
                "StemV": 80,
                "FontFile2": document.Reference(file, f"{self.name}File"),
            }
        )


class EmbeddedFonts:
    """All faces of one document, each under as many names as its clusters need."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._open: dict[Face, EmbeddedFont] = {}
        self._count = 0

    def font(self, face: Face) -> EmbeddedFont:
        """Return the font that takes the next cluster of a face."""
        font = self._open.get(face)
        if font is None or font.full():
            self._count += 1
            font = self._open[face] = EmbeddedFont(f"T{self._count}", face)
            self._document.delayedFonts.append(font)
        return font


def _text_map(texts: Sequence[str]) -> bytes:
    shown = [text.translate(_NO_TEXT).encode("utf-16-be").hex().upper() for text in texts]
    sections, first = [], 1
    while first <= len(shown):
        # The codes of a range differ in their last byte only.
        last = min(first + _BLOCK - 1, first | 0xFF, len(shown))
        meant = "><".join(shown[first - 1 : last])
        sections.append(f"1 beginbfrange\n<{first:04X}><{last:04X}>[<{meant}>]\nendbfrange\n")
        first = last + 1
    return (_CMAP_HEAD + "".join(sections) + _CMAP_TAIL).encode("ascii")


def _tag(program: bytes) -> str:
    digest = hashlib.sha256(program).digest()
    return "".join(chr(ord("A") + byte % 26) for byte in digest[:6])
