"""A logo from any file that somebody may choose."""

from __future__ import annotations

import hashlib
import io
import struct
import zlib
from pathlib import Path

import pytest
from PIL import Image

from cspdesk.errors import UnreadableFile
from cspdesk.exchange.pictures import LONGEST, MOST_BYTES, logo_from


def saved(image: Image.Image, path: Path, **how: object) -> Path:
    image.save(path, **how)  # type: ignore[arg-type]
    return path


def noise_of(side: int) -> bytes:
    return hashlib.shake_128(b"").digest(side * side * 3)


def chunk(kind: bytes, data: bytes) -> bytes:
    """Return a part of a PNG file with its length and its sum."""
    sum_ = struct.pack(">I", zlib.crc32(kind + data))
    return struct.pack(">I", len(data)) + kind + data + sum_


def logo(path: Path) -> Image.Image:
    made = Image.open(io.BytesIO(logo_from(path)))
    made.load()
    assert made.format == "PNG"
    return made


def test_a_large_picture_becomes_small_and_keeps_its_shape(tmp_path: Path) -> None:
    made = logo(saved(Image.new("RGB", (3000, 1500), "teal"), tmp_path / "logo.png"))
    assert made.size == (LONGEST, LONGEST // 2)
    assert made.convert("RGB").getpixel((10, 10)) == (0, 128, 128)


def test_a_small_one_is_not_blown_up(tmp_path: Path) -> None:
    assert logo(saved(Image.new("RGB", (64, 48), "red"), tmp_path / "logo.gif")).size == (64, 48)


def test_a_photograph_taken_upright_stands_upright_and_says_nothing_of_the_camera(
    tmp_path: Path,
) -> None:
    picture = Image.new("RGB", (400, 200), "white")
    picture.paste("red", (0, 0, 200, 200))
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by a quarter
    exif[0x010F] = "Maker of cameras"
    path = saved(picture, tmp_path / "photo.jpg", exif=exif)
    made = logo(path)
    assert made.size == (200, 400)
    assert made.convert("RGB").getpixel((100, 50))[1] < 60  # type: ignore[index]
    assert b"Maker" not in logo_from(path)


def test_what_is_transparent_stays_so(tmp_path: Path) -> None:
    picture = Image.new("RGBA", (300, 300), (0, 0, 0, 0))
    picture.paste((200, 0, 0, 255), (100, 100, 200, 200))
    made = logo(saved(picture, tmp_path / "logo.webp", lossless=True)).convert("RGBA")
    assert made.getpixel((5, 5))[3] == 0  # type: ignore[index]
    assert made.getpixel((150, 150))[3] == 255  # type: ignore[index]


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F"])
def test_every_kind_of_dot_is_read(tmp_path: Path, mode: str) -> None:
    suffix = "png" if mode in ("1", "L", "LA", "P", "RGBA", "I;16") else "tif"
    path = saved(Image.new("L", (40, 40), 200).convert(mode), tmp_path / f"logo.{suffix}")
    assert logo(path).size == (40, 40)


def test_a_picture_full_of_detail_is_kept_small(tmp_path: Path) -> None:
    noise = Image.frombytes("RGB", (900, 900), noise_of(900))
    path = saved(noise, tmp_path / "noise.png")
    assert len(logo_from(path)) <= MOST_BYTES
    assert logo_from(path) == logo_from(path)


@pytest.mark.parametrize(
    "data", [b"", b"not a picture", b"\x89PNG\r\n\x1a\n", b"%!PS-Adobe-3.0 EPSF"]
)
def test_what_is_no_picture_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "logo.png"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile, match=r"logo\.png"):
        logo_from(path)


@pytest.mark.parametrize("suffix", ["png", "jpg", "gif", "bmp", "tif", "webp"])
def test_a_picture_cut_off_is_told(tmp_path: Path, suffix: str) -> None:
    noise = Image.frombytes("RGB", (90, 90), noise_of(90))
    path = saved(noise, tmp_path / f"logo.{suffix}")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    with pytest.raises(UnreadableFile):
        logo_from(path)


def test_a_picture_made_to_fill_the_memory_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bomb.png"
    size = chunk(b"IHDR", struct.pack(">IIBBBBB", 9_000, 9_000, 8, 2, 0, 0, 0))
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + size + chunk(b"IDAT", zlib.compress(bytes(9999))))
    with pytest.raises(UnreadableFile, match="too large"):
        logo_from(path)
    huge = path.read_bytes().replace(size, chunk(b"IHDR", b"\0\1\0\0\0\1\0\0\x08\2\0\0\0"))
    path.write_bytes(huge)
    with pytest.raises(UnreadableFile, match="too large"):
        logo_from(path)


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="cannot be read"):
        logo_from(tmp_path / "gone.png")
    with pytest.raises(UnreadableFile):
        logo_from(tmp_path)
