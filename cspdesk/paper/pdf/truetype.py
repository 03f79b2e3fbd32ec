"""Outlines of a TrueType font, and a new font whose glyphs are whole clusters.

Each cluster becomes one composite glyph made of the outlines that HarfBuzz chose, at HarfBuzz's
places. Tables as in the OpenType specification (glyf, loca, hmtx, maxp, head, hhea); hints are
left out, because their program table is not embedded.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Sequence

from cspdesk.errors import PaperError
from cspdesk.i18n import N_

Part = tuple[int, int, int]
"""A glyph of the source font with its offset in font units: (id, x, y)."""

_WORDS, _XY, _SCALE, _MORE, _XY_SCALE, _TWO_BY_TWO, _INSTRUCTIONS = (
    0x0001, 0x0002, 0x0008, 0x0020, 0x0040, 0x0080, 0x0100,
)  # fmt: skip
_NO_EMBEDDING = 0x0002 | 0x0100 | 0x0200
"""fsType: restricted licence, no subsetting, bitmaps only."""


class Outlines:
    """The tables of one font file.

    Raises:
        PaperError: the file has no TrueType outlines, or its licence bits forbid embedding.
    """

    def __init__(self, data: bytes, name: str) -> None:
        try:
            self._tables = dict(_tables(data))
            self._read()
        except (struct.error, KeyError, IndexError) as error:
            raise PaperError(
                N_("This font cannot be used"),
                N_("{font} has no TrueType outlines that can be put into a PDF."),
                N_("Choose another font."),
                font=name,
            ) from error
        if self._embedding_forbidden():
            raise PaperError(
                N_("This font cannot be used"),
                N_("The licence of {font} forbids putting it into a document."),
                N_("Choose another font."),
                font=name,
            )

    def _read(self) -> None:
        tables = self._tables
        self.units_per_em = struct.unpack_from(">H", tables["head"], 18)[0]
        self.ascent, self.descent = struct.unpack_from(">hh", tables["hhea"], 4)
        self.count = struct.unpack_from(">H", tables["maxp"], 4)[0]
        self._advances = struct.unpack_from(">H", tables["hhea"], 34)[0]
        long = struct.unpack_from(">h", tables["head"], 50)[0]
        layout = f">{self.count + 1}{'I' if long else 'H'}"
        scale = 1 if long else 2
        self._loca = [at * scale for at in struct.unpack_from(layout, tables["loca"])]
        self._glyf = tables["glyf"]
        self._check()

    def _check(self) -> None:
        """Read all that will be read later, so that a damaged font is refused at once."""
        if self._loca[-1] > len(self._glyf) or self._loca != sorted(self._loca):
            raise IndexError
        self.advance(self._advances - 1)
        places = {glyph: glyph for glyph in range(self.count)}
        for glyph in places:
            self.box(glyph)
            _without_hints(self.outline(glyph), places)

    def _embedding_forbidden(self) -> bool:
        table = self._tables.get("OS/2", b"")
        return len(table) > 10 and bool(struct.unpack_from(">H", table, 8)[0] & _NO_EMBEDDING)

    def table(self, tag: str) -> bytes:
        """Return the bytes of one table."""
        return self._tables[tag]

    def outline(self, glyph: int) -> bytes:
        """Return the glyf entry of a glyph, b'' for one without ink, or that is not there."""
        if glyph >= self.count:
            return b""
        return self._glyf[self._loca[glyph] : self._loca[glyph + 1]]

    def box(self, glyph: int) -> tuple[int, ...]:
        """Return left, bottom, right and top of a glyph's ink in font units, () without ink."""
        outline = self.outline(glyph)
        return struct.unpack_from(">4h", outline, 2) if outline else ()

    def advance(self, glyph: int) -> int:
        """Return the advance width in font units."""
        at = min(glyph, self._advances - 1)
        return int(struct.unpack_from(">H", self._tables["hmtx"], 4 * at)[0])


def build(source: Outlines, composites: Sequence[tuple[int, Sequence[Part]]]) -> bytes:
    """Return a TrueType file: glyph 0 is .notdef, glyph i the i-th composite, then their parts.

    Args:
        source: the font whose outlines are used.
        composites: advance width in font units and parts of each composite, from glyph 1 on.
    """
    needed = _closure(source, [0, *(part[0] for _, parts in composites for part in parts)])
    first = len(composites) + 1
    place = {glyph: first + at for at, glyph in enumerate(needed)}
    outlines = [_without_hints(source.outline(0), place)]
    advances = [source.advance(0)]
    for advance, parts in composites:
        outlines.append(_composite(source, parts, place))
        advances.append(advance)
    for glyph in needed:
        outlines.append(_without_hints(source.outline(glyph), place))
        advances.append(source.advance(glyph))
    longest = max((len(parts) for _, parts in composites), default=1)
    return _assemble(source, outlines, advances, longest)


def _tables(data: bytes) -> Iterator[tuple[str, bytes]]:
    for at in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _checksum, offset, length = struct.unpack_from(">4sIII", data, 12 + 16 * at)
        yield tag.decode("latin-1"), data[offset : offset + length]


def _components(outline: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield (offset, flags, glyph) of each component of a composite outline."""
    if len(outline) < 10 or struct.unpack_from(">h", outline)[0] >= 0:
        return
    at, flags = 10, _MORE
    while flags & _MORE:
        flags, glyph = struct.unpack_from(">HH", outline, at)
        yield at, flags, glyph
        at += _component_size(flags)


def _component_size(flags: int) -> int:
    size = 8 if flags & _WORDS else 6
    if flags & _SCALE:
        return size + 2
    if flags & _XY_SCALE:
        return size + 4
    return size + 8 if flags & _TWO_BY_TWO else size


def _closure(source: Outlines, glyphs: Sequence[int]) -> list[int]:
    found: dict[int, None] = {}
    waiting = sorted({glyph for glyph in glyphs if source.outline(glyph)}, reverse=True)
    while waiting:
        glyph = waiting.pop()
        if glyph not in found:
            found[glyph] = None
            waiting.extend(part for _, _, part in _components(source.outline(glyph)))
    return sorted(found)


def _without_hints(outline: bytes, place: dict[int, int]) -> bytes:
    """Drop the instructions of an outline and point its components to their new places."""
    if not outline:
        return b""
    contours = struct.unpack_from(">h", outline)[0]
    if contours >= 0:
        at = 10 + 2 * contours
        instructions = struct.unpack_from(">H", outline, at)[0]
        return outline[:at] + b"\0\0" + outline[at + 2 + instructions :]
    changed = bytearray(outline)
    end = len(outline)
    for at, flags, glyph in _components(outline):
        struct.pack_into(">HH", changed, at, flags & ~_INSTRUCTIONS, place[glyph])
        end = at + _component_size(flags)
    return bytes(changed[:end])


def _composite(source: Outlines, parts: Sequence[Part], place: dict[int, int]) -> bytes:
    inked = [part for part in parts if part[0] in place and source.outline(part[0])]
    if not inked:
        return b""
    boxes = []
    components = b""
    for number, (glyph, x, y) in enumerate(inked, 1):
        x, y = _int16(x), _int16(y)
        left, bottom, right, top = source.box(glyph)
        boxes.append((left + x, bottom + y, right + x, top + y))
        more = _MORE if number < len(inked) else 0
        components += struct.pack(">HHhh", _WORDS | _XY | more, place[glyph], x, y)
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    box = (min(lefts), min(bottoms), max(rights), max(tops))
    return struct.pack(">h4h", -1, *map(_int16, box)) + components


def _int16(value: int) -> int:
    return min(max(value, -0x8000), 0x7FFF)


def _assemble(
    source: Outlines, outlines: Sequence[bytes], advances: Sequence[int], longest: int
) -> bytes:
    offsets, glyf = [0], bytearray()
    for outline in outlines:
        glyf += outline + b"\0" * (-len(outline) % 4)
        offsets.append(len(glyf))
    boxes = [struct.unpack_from(">4h", outline, 2) for outline in outlines if outline]
    lefts = [struct.unpack_from(">h", outline, 2)[0] if outline else 0 for outline in outlines]
    head = bytearray(source.table("head")[:54])
    struct.pack_into(">I", head, 8, 0)
    if boxes:
        lows, highs = zip(
            *((min(side), max(side)) for side in zip(*boxes, strict=True)), strict=True
        )
        struct.pack_into(">4h", head, 36, *lows[:2], *highs[2:])
    struct.pack_into(">h", head, 50, 1)
    hhea = bytearray(source.table("hhea")[:36])
    struct.pack_into(">H", hhea, 10, max(advances))
    struct.pack_into(">H", hhea, 34, len(outlines))
    return _file(
        {
            b"glyf": bytes(glyf),
            b"head": bytes(head),
            b"hhea": bytes(hhea),
            b"hmtx": b"".join(
                struct.pack(">Hh", *pair) for pair in zip(advances, lefts, strict=True)
            ),
            b"loca": struct.pack(f">{len(offsets)}I", *offsets),
            b"maxp": _maxp(source, len(outlines), longest),
        }
    )


def _maxp(source: Outlines, count: int, longest: int) -> bytes:
    table = bytearray(source.table("maxp")[:32].ljust(32, b"\0"))
    points, contours, deep_points, deep_contours = struct.unpack_from(">4H", table, 6)
    struct.pack_into(">H", table, 4, count)
    struct.pack_into(
        ">2H",
        table,
        10,
        min(0xFFFF, longest * max(points, deep_points)),
        min(0xFFFF, longest * max(contours, deep_contours)),
    )
    depth = struct.unpack_from(">H", table, 30)[0]
    # One zone, and no room for instructions: there are none.
    struct.pack_into(">9H", table, 14, 1, 0, 0, 0, 0, 0, 0, max(longest, 1), depth + 1)
    return bytes(table)


def _file(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = 1 << (count.bit_length() - 1)
    header = struct.pack(
        ">IHHHH", 0x00010000, count, 16 * power, power.bit_length() - 1, 16 * (count - power)
    )
    offset = 12 + 16 * count
    directory, body, head_at = b"", b"", 0
    for tag, table in sorted(tables.items()):
        padded = table + b"\0" * (-len(table) % 4)
        directory += struct.pack(">4sIII", tag, _checksum(padded), offset + len(body), len(table))
        if tag == b"head":
            head_at = offset + len(body)
        body += padded
    font = bytearray(header + directory + body)
    struct.pack_into(">I", font, head_at + 8, (0xB1B0AFBA - _checksum(bytes(font))) & 0xFFFFFFFF)
    return bytes(font)


def _checksum(padded: bytes) -> int:
    words: tuple[int, ...] = struct.unpack(f">{len(padded) // 4}I", padded)
    return sum(words) & 0xFFFFFFFF
