"""Khmer dictionary order as a key that any plain text comparison sorts by.

The rules are those of the CLDR collation for Khmer: consonants, independent vowels beside the
consonant they sound like, dependent vowels, then subscripts; a robat sorts as the subscript form
after រ; signs that change the sound only break ties. A key is plain text without control
characters below U+0002, so that the store can keep and index it.
"""

from __future__ import annotations

import re

from cspdesk.khmer.fold import fold
from cspdesk.khmer.honorifics import split_honorific

_COENG, _ROBAT = "\u17d2", "\u17cc"

# In dictionary order; a vowel with its sign counts as one.
_ORDER = (
    *"៖។៘៕៙៚ៗ៛",
    *"កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយ",
    *"រឫឬលឭឮវឝឞសហឡអៜ",
    *"\u17b6\u17b7\u17b8\u17b9\u17ba\u17bb\u17bc\u17bd",
    *"\u17be\u17bf\u17c0\u17c1\u17c2\u17c3\u17c4\u17c5",
    *("\u17bb\u17c6", "\u17c6", "\u17b6\u17c6"),
    *("\u17c7", "\u17b7\u17c7", "\u17bb\u17c7", "\u17c1\u17c7", "\u17c4\u17c7"),
    _COENG,
)
_SIGNS = "\u17ce\u17cf\u17d1\u17d0\u17c8\u17cb\u17c9\u17ca\u17cd\u17cc"

# An independent vowel sorts as អ with its dependent vowel, after it where all else is equal.
_AS_DEPENDENT = {
    "\u17a5": "\u17b7",
    "\u17a6": "\u17b8",
    "\u17a7": "\u17bb",
    "\u17a9": "\u17bc",
    "\u17af": "\u17c2",
    "\u17b0": "\u17c3",
    "\u17b1": "\u17c4",
    "\u17b3": "\u17c5",
}

_TIES, _NO_SIGN, _LETTER = "\u0002", "\u0003", "\u0200"
_WEIGHT = {element: chr(0x100 + place) for place, element in enumerate(_ORDER)}
_SIGN_WEIGHT = {sign: chr(0x10 + place) for place, sign in enumerate(_SIGNS)}
_INDEPENDENT_WEIGHT = chr(0x10 + len(_SIGNS))

_ROBAT_FIRST = re.compile(f"([\u1780-\u17b3]){_ROBAT}")
_LONG_U = re.compile("\u17aa")
_ELEMENT = re.compile(
    "|".join(sorted((element for element in _ORDER if len(element) > 1), reverse=True)) + "|.", re.S
)


def sort_key(text: str) -> str:
    """Return the key by which ``text`` sorts: white space, digits, Khmer, then other letters.

    A leading honorific does not count. Texts with one search key (see ``fold``) sort as equals.
    """
    folded = _LONG_U.sub("\u17a9\u179c", fold(split_honorific(text)[1]))
    folded = _ROBAT_FIRST.sub(f"\u179a{_COENG}\\1{_ROBAT}", folded)
    primary: list[str] = []
    ties: list[str] = []
    for element in _ELEMENT.findall(folded):
        if element in _SIGN_WEIGHT:
            ties.append(_SIGN_WEIGHT[element])
            continue
        ties.append(_NO_SIGN)
        if element in _AS_DEPENDENT:
            primary += (_WEIGHT["\u17a2"], _WEIGHT[_AS_DEPENDENT[element]])
            ties.append(_INDEPENDENT_WEIGHT + _NO_SIGN)
        elif element in _WEIGHT:
            primary.append(_WEIGHT[element])
        elif element.isalpha():
            primary.append(_LETTER + element)
        else:
            primary.append(" " if element.isspace() else element)
    key = "".join(primary).strip()
    tie = "".join(ties).rstrip(_NO_SIGN)
    return f"{key}{_TIES}{tie}" if tie else key
