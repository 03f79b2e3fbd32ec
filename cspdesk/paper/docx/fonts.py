"""The faces of Word files: their names, what stands in for them, and the files that go along.

Battambang and Moul are free to embed (OFL, fsType 0) and few computers have them, so they travel
in the document, obfuscated as ECMA-376 part 4, section 17.8.1 says. Khmer OS is only named: it is
chosen by those who have it.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from html import escape

from cspdesk import paths
from cspdesk.models.organisation import FONTS
from cspdesk.paper.pdf.fonts import font_data

_NAMESPACE = uuid.UUID("5c0f3f5e-3a53-4d61-9c0c-6d1f0d8f6a0e")
_SCRAMBLED = 32
"""Bytes at a font file's beginning that are hidden."""


@dataclass(frozen=True)
class Face:
    """One face: its name, names that may stand in for it, and the files to embed.

    ``mender`` is a face that draws what this one draws wrong, or ''. ``title`` faces are those of
    titles.
    """

    name: str
    others: str = ""
    files: dict[str, str] = field(default_factory=dict, hash=False)
    mender: str = ""
    title: bool = False


@dataclass(frozen=True)
class Faces:
    """Faces of running text and of titles."""

    body: Face
    heading: Face


CODE = Face("Consolas", "DejaVu Sans Mono,Courier New")
LATIN = "Arial"
"""For letters and signs of other scripts, and for quotes and dashes, which Khmer faces lack."""
_KHMER_UI = "Leelawadee UI,Khmer UI,DaunPenh"

_FACES = {
    FONTS[0]: Faces(
        Face(
            "Battambang",
            f"Khmer OS Battambang,Khmer OS Siemreap,{_KHMER_UI}",
            {"embedRegular": "Battambang-Regular.ttf", "embedBold": "Battambang-Bold.ttf"},
            mender="Khmer OS Battambang",
        ),
        Face(
            "Moul",
            f"Khmer OS Muol Light,Khmer OS Muol,{_KHMER_UI}",
            {"embedRegular": "Moul-Regular.ttf"},
            mender="Khmer OS Muol Light",
            title=True,
        ),
    ),
    FONTS[1]: Faces(
        Face("Khmer OS Battambang", f"Battambang,Khmer OS,{_KHMER_UI}"),
        Face("Khmer OS Muol Light", f"Moul,Khmer OS Muol,{_KHMER_UI}", title=True),
    ),
}


def faces(name: str) -> Faces:
    """Return the faces of ``Document.fonts``; those that come with the desk for an unknown name."""
    return _FACES.get(name, _FACES[FONTS[0]])


def entry(face: Face, embedded: dict[str, tuple[str, str]]) -> str:
    """Return a face's entry of the font table.

    ``embedded`` gives the relation and the key of each embedded file.
    """
    files = "".join(
        f'<w:{kind} r:id="{relation}" w:fontKey="{key}"/>'
        for kind, (relation, key) in embedded.items()
    )
    others = f'<w:altName w:val="{escape(face.others)}"/>' if face.others else ""
    return (
        f'<w:font w:name="{escape(face.name)}">{others}<w:charset w:val="00"/>'
        f'<w:family w:val="auto"/><w:pitch w:val="variable"/>{files}</w:font>'
    )


def obfuscated(file: str) -> tuple[bytes, str]:
    """Return a font of the desk as it is embedded, and the key that opens it.

    The key depends on the file's name alone, so that documents stay the same to the byte.

    Raises:
        PaperError: the font is missing.
    """
    data = font_data(paths.shipped("resources", "fonts", file))
    key = uuid.uuid5(_NAMESPACE, file)
    mask = key.bytes[::-1] * 2
    hidden = bytes(a ^ b for a, b in zip(data[:_SCRAMBLED], mask, strict=False))
    return hidden + data[_SCRAMBLED:], f"{{{str(key).upper()}}}"
