"""Orthographic clusters: the least pieces of text that a reader sees as one.

A Khmer cluster is a base with its subscripts, vowels and signs (W3C khmr-lreq, section 2.3). Text
of other scripts falls into characters with their combining marks. Clusters are what the caret
steps over, what a line may end after, and what the paper draws as one glyph.
"""

from __future__ import annotations

import re
import unicodedata

_BASE = "\u1780-\u17b3\u25cc"
_COENG = "\u17d2"
_MARK = "\u17b4-\u17d3\u17dd\u200c\u200d"
# Longer chains of marks are no language; the bound keeps a cluster drawable as one glyph.
_TAIL = rf"(?:{_COENG}[{_BASE}]|[{_MARK}]){{0,12}}"
_CLUSTER = re.compile(rf"[{_BASE}]{_TAIL}|(?=[{_MARK}]){_TAIL}|.", re.DOTALL)
_JOINER = "\u200d"
# Joiners and what may be a combining mark of another script; most Khmer texts have none of them.
_MAY_EXTEND = re.compile("[\u0300-\u177f\u1800-\u200a\u200d\u2070-\U0010ffff]")
_LONGEST = 16


def clusters(text: str) -> list[str]:
    """Split ``text`` into clusters; joined again they are exactly ``text``.

    Marks without a base stand together as one cluster. No input raises.
    """
    found: list[str] = _CLUSTER.findall(text)
    if not _MAY_EXTEND.search(text):
        return found
    pieces: list[str] = []
    for piece in found:
        if pieces and _extends(pieces[-1], piece):
            pieces[-1] += piece
        else:
            pieces.append(piece)
    return pieces


def is_khmer(character: str) -> bool:
    """Tell whether a character is a Khmer letter, vowel or sign that joins letters to a word.

    Digits and punctuation are not: the repetition sign ៗ, ។ or ៛ never belong to a word's inside.
    """
    return "\u1780" <= character <= "\u17d3" or character in "\u17dc\u17dd"


def _extends(before: str, piece: str) -> bool:
    first = piece[0]
    if first < "\u0300" or len(before) >= _LONGEST or "\u1780" <= before[0] <= "\u17ff":
        return False
    if first == _JOINER:
        return True
    if is_khmer(first):
        return False
    return (
        before.endswith(_JOINER)
        or unicodedata.category(first) in {"Mn", "Mc", "Me"}
        or "\U0001f3fb" <= first <= "\U0001f3ff"
    )
