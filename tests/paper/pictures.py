"""Pages as pictures, to see where ink is."""

from __future__ import annotations

import pypdfium2
from PIL import Image, ImageOps

DOTS = 6
"""Dots a millimetre."""


def pages_of(pdf: bytes) -> list[Image.Image]:
    """Return the pages in grey, ``DOTS`` dots a millimetre."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        scale = DOTS * 25.4 / 72
        return [page.render(scale=scale).to_pil().convert("L") for page in document]
    finally:
        document.close()


def ink_box(page: Image.Image) -> tuple[float, float, float, float] | None:
    """Return left, top, right and bottom of what is printed, in mm; None for an empty page."""
    box = ImageOps.invert(page).point(lambda grey: 255 if grey > 20 else 0).getbbox()
    return None if box is None else tuple(side / DOTS for side in box)


def cut_out(page: Image.Image, x: float, y: float, width: float, height: float) -> Image.Image:
    """Return a part of a page, in mm."""
    return page.crop([round(side * DOTS) for side in (x, y, x + width, y + height)])
