"""What of a document its fonts cannot show, to be told before it is printed."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from typing import Any

from cspdesk.paper.blocks import Document
from cspdesk.paper.pdf.fontsets import font_set


def missing_characters(document: Document) -> str:
    """Return the characters of a document that none of its fonts has, each once, in order.

    They are printed as boxes; the text of the file has them all the same.

    Raises:
        PaperError: a font that ships with the desk is missing.
    """
    used = dict.fromkeys(character for text in _texts(document.blocks) for character in text)
    faces = font_set(document.fonts).text.faces
    return "".join(
        character
        for character in used
        if character.isprintable() and not any(face.covers(character) for face in faces)
    )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif dataclasses.is_dataclass(value):
        for field in dataclasses.fields(value):
            yield from _texts(getattr(value, field.name))
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _texts(part)
