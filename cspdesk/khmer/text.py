"""What is stored: the text as typed, without the marks that nobody can see."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


def clean(text: str) -> str:
    """Return ``text`` as it is stored.

    Zero-width spaces and joiners, byte order marks, soft hyphens and control characters go, line
    ends become one kind, the ends are trimmed, and the rest is put in Unicode normal form C.
    Spelling is never touched: look-alikes are a matter of the search key (see ``fold``).
    """
    text = _CONTROL.sub("", _LINE_END.sub("\n", INVISIBLE.sub("", text)))
    return unicodedata.normalize("NFC", text).strip()


def clean_line(text: str) -> str:
    """Return ``text`` as it is stored where it is one line: any run of white space is a space."""
    return " ".join(clean(text).split())
