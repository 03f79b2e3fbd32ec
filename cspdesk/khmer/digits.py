"""Digits of both scripts: ០១២៣៤៥៦៧៨៩ and 0123456789."""

from __future__ import annotations

_ASCII = "0123456789"
_KHMER = "០១២៣៤៥៦៧៨៩"
_ATTAK = "\u17f0\u17f1\u17f2\u17f3\u17f4\u17f5\u17f6\u17f7\u17f8\u17f9"
_TO_KHMER = str.maketrans(_ASCII, _KHMER)
_TO_ASCII = str.maketrans(_KHMER + _ATTAK, _ASCII + _ASCII)


def to_khmer_digits(text: object) -> str:
    """Return ``text`` (or a number) with 0-9 written as Khmer digits; all else stays."""
    return str(text).translate(_TO_KHMER)


def to_ascii_digits(text: str) -> str:
    """Return ``text`` with Khmer digits, those of divination included, written as 0-9."""
    return text.translate(_TO_ASCII)
