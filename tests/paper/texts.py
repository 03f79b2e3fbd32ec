"""Texts that the paper is measured with, and what readers find in a PDF."""

from __future__ import annotations

import io
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
    program = shutil.which("pdftotext")
    if program is None:
        pytest.skip("pdftotext (poppler-utils) is not installed")
    command = [program, "-enc", "UTF-8", "-", "-"]
    done = subprocess.run(command, input=pdf, capture_output=True, check=True)  # noqa: S603
    return done.stdout.decode()


READERS: dict[str, Callable[[bytes], str]] = {
    "pdfium": pdfium_text,
    "pypdf": pypdf_text,
    "poppler": poppler_text,
}
