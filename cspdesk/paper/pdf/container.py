"""A PDF file around its objects: small ones packed into object streams (ISO 32000-1, 7.5.7)."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterator, Sequence

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_STREAM_END = b"endstream"
_PACKED = 500
"""Objects in one object stream."""
_COLUMNS = 7
"""Bytes of an entry of the cross-reference stream: one for its type, four and two."""


def write(objects: Sequence[bytes], root: int, info: int) -> bytes:
    """Return a PDF file; its identifier is made of its content.

    Args:
        objects: the objects' bodies, numbered from 1; those that end with 'endstream' are streams.
        root: the number of the catalog.
        info: the number of the information dictionary.
    """
    file = bytearray(_HEAD)
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 0xFFFF)}
    packed = []
    for number, body in enumerate(objects, 1):
        if body.endswith(_STREAM_END):
            entries[number] = (1, len(file), 0)
            file += _numbered(number, body)
        else:
            packed.append((number, body))
    number = len(objects)
    for start in range(0, len(packed), _PACKED):
        number += 1
        part = packed[start : start + _PACKED]
        entries |= {inner: (2, number, at) for at, (inner, _) in enumerate(part)}
        entries[number] = (1, len(file), 0)
        file += _numbered(number, _object_stream(part))
    number, start = number + 1, len(file)
    entries[number] = (1, start, 0)
    digest = hashlib.sha256(file).hexdigest()[:32].upper()
    told = (
        f"/Type/XRef/Size {number + 1}/W[1 4 2]/Root {root} 0 R/Info {info} 0 R"
        f"/ID[<{digest}><{digest}>]/DecodeParms<</Predictor 12/Columns {_COLUMNS}>>"
    )
    rows = b"".join(_differences([entries[at] for at in range(number + 1)]))
    file += _numbered(number, stream(told, rows))
    return bytes(file + f"startxref\n{start}\n%%EOF\n".encode())


def stream(entries: str, content: bytes, *, compressed: bool = True) -> bytes:
    """Return the body of a stream with more dictionary entries, in PDF source."""
    if compressed:
        content, entries = zlib.compress(content, 9), f"{entries}/Filter/FlateDecode"
    head = f"<<{entries}/Length {len(content)}>>stream\n".encode("ascii")
    return b"%s%s\n%s" % (head, content, _STREAM_END)


def _numbered(number: int, body: bytes) -> bytes:
    return b"%d 0 obj\n%s\nendobj\n" % (number, body)


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    places, at = [], 0
    for number, body in objects:
        places.append(f"{number} {at}")
        at += len(body) + 1
    head = " ".join(places).encode("ascii") + b"\n"
    content = head + b"\n".join(body for _, body in objects)
    return stream(f"/Type/ObjStm/N {len(objects)}/First {len(head)}", content)


def _differences(entries: Sequence[tuple[int, int, int]]) -> Iterator[bytes]:
    """Yield rows as differences from the row above (PNG's filter 'up'): they pack to nothing."""
    above = bytes(_COLUMNS)
    for kind, second, third in entries:
        row = bytes([kind]) + second.to_bytes(4, "big") + third.to_bytes(2, "big")
        yield b"\2" + bytes((a - b) & 0xFF for a, b in zip(row, above, strict=True))
        above = row
