"""What is stored: the text as typed, without the marks that nobody can see.

One of them has a meaning: people who write Khmer type U+200B where a line may end. Running text keeps
it (``docs/decisions/010-typed-breaks.md``); names and whatever is one line do not.
"""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_MEANINGLESS = re.compile("[\u200c\u200d\u2060\ufeff\u00ad]")
_BREAKS = re.compile("\u200b+")
_IDLE_BREAK = re.compile("\u200b(?=\\s|$)|(?<!\\S)\u200b")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_LINE_END = re.compile("\r\n?|[\u2028\u2029]")


def clean(text: str) -> str:
    """Return running text as it is stored.

    Joiners, byte order marks, soft hyphens and control characters go, and zero-width spaces that
    break nothing; line ends become one kind, the ends are trimmed, and the rest is put in Unicode
    normal form C. Spelling is never touched: look-alikes are a matter of the search key (see
    ``fold``).
    """
    text = _CONTROL.sub("", _LINE_END.sub("\n", _MEANINGLESS.sub("", text)))
    text = _IDLE_BREAK.sub("", _BREAKS.sub("\u200b", text))
    return unicodedata.normalize("NFC", text).strip()


def clean_line(text: str) -> str:
    """Return ``text`` as it is stored where it is one line, without anything that is not seen.

    Any run of white space is one space.
    """
    return " ".join(clean(INVISIBLE.sub("", text)).split())
