"""Pictures as the plain colours of their dots, ready to be put into a PDF."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from functools import lru_cache

_MOST_DOTS = 50_000_000
_LONGEST = 600
"""Dots along the longer side that are kept: 18 mm of paper at more than 800 an inch."""
_DAMAGES = (OSError, SyntaxError, ValueError, EOFError, MemoryError, OverflowError)
"""What Pillow raises for bytes that are no picture, cut off, or made to harm."""


@dataclass(frozen=True)
class Picture:
    """Rows of dots from the top, each dot one byte of grey or three of red, green and blue."""

    width: int
    height: int
    grey: bool
    dots: bytes = field(repr=False)


@lru_cache(maxsize=4)
def picture_of(data: bytes) -> Picture | None:
    """Decode a PNG; what is transparent lies on white. Return None for what is no picture.

    The same bytes give the same object, so that a file holds it once.
    """
    from PIL import Image, ImageChops

    damages = (*_DAMAGES, Image.DecompressionBombError, Image.DecompressionBombWarning)
    try:
        with Image.open(io.BytesIO(data), formats=("PNG",)) as image:
            if image.width * image.height > _MOST_DOTS:
                return None
            deep = image.mode.startswith("I")
            # Pillow clips 16 bits of grey to white instead of scaling them.
            seen = image.convert("F").point(lambda dot: dot / 257).convert("L") if deep else image
            full = seen.convert("RGBA")
    except damages:
        return None
    full.thumbnail((_LONGEST, _LONGEST), Image.Resampling.LANCZOS)
    flat = Image.new("RGB", full.size, "white")
    flat.paste(full, mask=full)
    red, green, blue = flat.split()
    grey = ImageChops.difference(red, green).getbbox() is None
    grey = grey and ImageChops.difference(green, blue).getbbox() is None
    return Picture(*flat.size, grey, (red if grey else flat).tobytes())
