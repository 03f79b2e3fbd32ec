"""Pictures that people give: read with care, and made small enough to keep and to print."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps

from cspdesk.errors import UnreadableFile
from cspdesk.i18n import N_

LONGEST = 600
"""Dots along the longer side of a logo: 40 mm of paper at 380 dots an inch."""
MOST_BYTES = 200_000
_MOST_DOTS = 50_000_000
_LARGEST_FILE = 100_000_000
_SMALLEST = 150
_COLOURS = 255
# Not what Pillow hands to another program (EPS, WMF).
_FORMATS = ("PNG", "JPEG", "GIF", "BMP", "WEBP", "TIFF", "ICO", "PPM", "TGA")
_DAMAGES = (OSError, SyntaxError, ValueError, EOFError, MemoryError, OverflowError)
"""What Pillow raises for files that are no picture, cut off, or made to harm."""


def logo_from(path: Path) -> bytes:
    """Read a picture as a logo: upright as it was taken, without what a camera noted.

    Args:
        path: PNG, JPEG, or another format of Pillow's that needs no other program.

    Returns:
        A PNG of at most ``LONGEST`` dots a side and about ``MOST_BYTES``; what is transparent
        stays so. The same file gives the same bytes.

    Raises:
        UnreadableFile: the file is missing, no picture, damaged, or too large to open safely.
    """
    try:
        if path.stat().st_size > _LARGEST_FILE:
            raise _too_large(path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = _opened(path)
    except Image.DecompressionBombError as error:
        raise _too_large(path) from error
    except (FileNotFoundError, PermissionError, IsADirectoryError) as error:
        raise UnreadableFile(
            N_("The picture cannot be opened"),
            N_("{file} cannot be read: {reason}."),
            N_("Choose another file."),
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
    except _DAMAGES as error:
        raise UnreadableFile(
            N_("This picture cannot be read"),
            N_("{file} is damaged, or it is not a picture."),
            N_("Choose a PNG or JPEG file."),
            file=path.name,
        ) from error
    return _small_png(picture)


def _opened(path: Path) -> Image.Image:
    """Return the first picture of a file, decoded, upright, in full colours, at its final size."""
    with Image.open(path, formats=_FORMATS) as image:
        if image.width * image.height > _MOST_DOTS:
            raise _too_large(path)
        # A photograph is decoded at a fraction of its size.
        image.draft("RGB", (2 * LONGEST, 2 * LONGEST))
        image.load()
        upright = ImageOps.exif_transpose(image)
        see_through = "A" in upright.getbands() or "transparency" in upright.info
        if upright.mode.startswith(("I", "F")):
            upright = _eight_bits(upright)
        whole = upright.convert("RGBA" if see_through else "RGB")
    whole.thumbnail((LONGEST, LONGEST), Image.Resampling.LANCZOS)
    return whole


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a picture of 16 or 32 bits a dot as grey of eight: Pillow itself would clip it."""
    floating = image.convert("F")
    low, high = floating.getextrema()
    scale = 255 / (high - low) if high > low else 0.0  # type: ignore[operator]
    return floating.point(lambda dot: dot * scale - low * scale).convert("L")  # type: ignore[operator]


def _small_png(picture: Image.Image) -> bytes:
    data = _png(picture)
    if len(data) > MOST_BYTES:
        picture = _fewer_colours(picture)
        data = _png(picture)
    while len(data) > MOST_BYTES and max(picture.size) > _SMALLEST:
        full = picture.convert("RGBA")
        full.thumbnail((max(full.size) * 3 // 4,) * 2, Image.Resampling.LANCZOS)
        picture = _fewer_colours(full)
        data = _png(picture)
    return data


def _fewer_colours(picture: Image.Image) -> Image.Image:
    return picture.quantize(_COLOURS, Image.Quantize.FASTOCTREE)


def _png(picture: Image.Image) -> bytes:
    file = io.BytesIO()
    picture.info.clear()
    picture.save(file, "PNG", optimize=True)
    return file.getvalue()


def _too_large(path: Path) -> UnreadableFile:
    return UnreadableFile(
        N_("The picture is too large"),
        N_("{file} has more dots than the desk can open safely."),
        N_("Save it smaller, for example 2000 dots wide, and choose it again."),
        file=path.name,
    )
