"""What the search index stores, and what is typed to find it: one pair, one set of rules.

A key is a row of folded words with single spaces between them. A term matches where it is a part
of the key, better where it begins a word. Short texts (names, places) also stand in the key as
one joined word, so that 'sokpearak' finds 'Sok Phearak' and 'ស៊នស្រីពៅ' finds 'ស៊ន ស្រីពៅ'. Phones
stand in it as bare national digits, so that '012345', '012 345 678' and '5678' all find one.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterator

from cspdesk.khmer.fold import (
    Span,
    fold,
    fold_with_offsets,
    found_spans,
    joined_spans,
    latin_key,
    latin_with_offsets,
)

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


@functools.lru_cache(maxsize=4096)
def found_in(text: str, typed: str) -> list[Span]:
    """Return the parts of a shown ``text`` that match what is typed, to highlight them.

    A term is looked for where words begin, else inside words, else across them, as 'sokpearak' and
    '012345' are found in 'Sok Phearak' and '012 345 678'. Parts are whole clusters.
    """
    terms = query_terms(typed)
    if not terms or not text:
        return []
    raw = list(_words_with_offsets(text))
    words = [latin_with_offsets(*word) for word in raw]
    spans: list[Span] = []
    for term in terms:
        begun = [(term, marks[: len(term)]) for key, marks in words if key.startswith(term)]
        found = [span for key, marks in begun or words for span in found_spans(key, marks, term)]
        if not found:
            whole = "".join(key for key, _marks in raw)
            across = [span for _key, marks in raw for span in marks]
            found = list(found_spans(*latin_with_offsets(whole, across), term))
        spans += found
    return joined_spans(spans)


def _words_with_offsets(text: str) -> Iterator[tuple[str, list[Span]]]:
    key, spans = fold_with_offsets(text)
    start = 0
    for at in range(len(key) + 1):
        if at < len(key) and (key[at] in "'’ʼ" or not _separates(key[at])):
            continue
        if at > start:
            yield key[start:at], spans[start:at]
        start = at + 1


def _separates(letter: str) -> bool:
    return bool(_OTHER.match(letter)) and not unicodedata.category(letter).startswith("M")


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
