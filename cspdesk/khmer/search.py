"""What the search index stores, and what is typed to find it: one pair, one set of rules.

A key is a row of folded words with single spaces between them. A term matches where it is a part
of the key, better where it begins a word. Short texts (names, places) also stand in the key as
one joined word, so that 'sokpearak' finds 'Sok Phearak' and 'ស៊នស្រីពៅ' finds 'ស៊ន ស្រីពៅ'. Phones
stand in it as bare national digits, so that '012345', '012 345 678' and '5678' all find one.
"""

from __future__ import annotations

import re
import unicodedata

from cspdesk.khmer.fold import fold, latin_key

# Neither letter nor digit, nor one of the marks inside words that ``latin_key`` drops. The index
# cuts words at the same characters, or a word typed as one would be two of them there.
_OTHER = re.compile("[^\\w.`ʼ\\-\u1780-\u17d3\u17dd]")
_APOSTROPHE = re.compile("(?<=[a-z])['’ʼ](?=[a-z])")
_DIGITS = re.compile(r"(?<![\w+])(\+|00)?(\d[\d .()-]*\d)(?!\w)")
_JOINED_WORDS = 4


def search_key(*texts: str) -> str:
    """Return the key of a record from its ``texts`` (names, acronym, phones, place names).

    Give each name, phone or address on its own: only the words of one text are joined. Words come
    once each, in the order of the texts; the key of nothing is ''.
    """
    words: dict[str, None] = {}
    for text in texts:
        raw = _raw_words(text)
        words.update(dict.fromkeys(map(latin_key, raw)))
        if 1 < len(raw) <= _JOINED_WORDS and "@" not in text:
            words[latin_key("".join(raw))] = None
    words.pop("", None)
    return " ".join(words)


def query_terms(text: str) -> list[str]:
    """Return the terms that all have to be parts of a key for it to match what is typed.

    Adjacent groups of digits are one term when they look like the start of a phone ('012 345').
    """
    terms = dict.fromkeys(map(latin_key, _raw_words(text)))
    terms.pop("", None)
    return list(terms)


def _raw_words(text: str) -> list[str]:
    folded = _APOSTROPHE.sub("", fold(text))
    return _OTHER.sub(_mark_or_space, _DIGITS.sub(_bare_digits, folded)).split()


def _mark_or_space(match: re.Match[str]) -> str:
    return match[0] if unicodedata.category(match[0]).startswith("M") else " "


def _bare_digits(match: re.Match[str]) -> str:
    """Join the groups of what looks like a phone, and give a Cambodian one its national form."""
    prefix, digits = match[1] or "", re.sub(r"\D", "", match[2])
    if prefix == "00" and not digits.startswith("855"):
        prefix, digits = "", prefix + digits
    if prefix:
        digits = re.sub("^8550?|^85$", "0", digits)
    elif len(digits) >= 11:
        digits = re.sub("^855", "0", digits)
    is_phone = prefix or digits.startswith("0") or len(digits) >= 8
    return f" {digits} " if is_phone else match[0]
