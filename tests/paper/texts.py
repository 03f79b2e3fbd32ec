"""Texts that the paper is measured with, and what readers find in a PDF."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pypdf
import pypdfium2
import pytest

DATA = Path(__file__).parent.parent / "data" / "khmer-texts"
UDHR = (DATA / "udhr_km.txt").read_text("utf-8")
MINUTES = (DATA / "minutes_composed.txt").read_text("utf-8")
ATTENDANCE = [
    line.split("\t") for line in (DATA / "attendance_composed.tsv").read_text("utf-8").splitlines()
]


def pdfium_text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def pypdf_text(pdf: bytes) -> str:
    return "\n".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(pdf)).pages)


def poppler_text(pdf: bytes) -> str:
    return _printed(pdf, "pdftotext", "-enc", "UTF-8", "-", "-")


def pdfjs_text(pdf: bytes) -> str:
    return _printed(pdf, "node", str(Path(__file__).with_name("pdfjs_text.js")))


def _printed(pdf: bytes, program: str, *arguments: str) -> str:
    """Return what a program prints about a PDF; ``./go test`` installs them where it can."""
    found = shutil.which(program)
    if found is None:
        pytest.skip(f"{program} is not installed")
    environment = {"NODE_PATH": "/usr/share/nodejs", **os.environ}  # where Debian keeps pdf.js
    done = subprocess.run(  # noqa: S603
        [found, *arguments], input=pdf, capture_output=True, check=False, env=environment
    )
    text = done.stdout.decode()
    if done.returncode and b"MODULE_NOT_FOUND" in done.stderr:
        pytest.skip("pdf.js (libjs-pdf) is not installed")
    assert done.returncode == 0, done.stderr
    return text


READERS: dict[str, Callable[[bytes], str]] = {
    "pdfium": pdfium_text,
    "pypdf": pypdf_text,
    "poppler": poppler_text,
    "pdfjs": pdfjs_text,
}
