"""One key for all the ways in which the same words are typed.

Khmer has several encodings for what looks the same: coeng DA and coeng TA, marks in another order,
a U for a shifter. Unicode normalisation unites none of them; this fold does. Keys are for search,
sorting and finding duplicates only and are never shown or stored in a record.

Source of the rules: the Khmer Encoding Structure (L2/22-290) and the look-alikes found by drawing
a large vocabulary; the Latin rules unite the usual spellings of Khmer names.
"""

from __future__ import annotations

import functools
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence

from cspdesk.khmer.clusters import clusters

_AA, _I, _II, _Y, _YY, _U = "\u17b6", "\u17b7", "\u17b8", "\u17b9", "\u17ba", "\u17bb"
_OE, _E, _OO = "\u17be", "\u17c1", "\u17c4"
_NIKAHIT, _MUUSIKATOAN, _TRIISAP, _SAMYOK = "\u17c6", "\u17c9", "\u17ca", "\u17d0"
_COENG, _ROBAT = "\u17d2", "\u17cc"
_COENG_RO = _COENG + "\u179a"
_INVISIBLE = "\u200b\u200c\u200d\u2060\ufeff\u00ad\u17b4\u17b5"

_CHARACTERS = str.maketrans(
    {
        **dict.fromkeys(_INVISIBLE, ""),
        "\u00a0": " ",
        "\u17a3": "\u17a2",
        "\u17a4": "\u17a2" + _AA,
        "\u17a8": "\u17a7\u1780",
        "\u17b2": "\u17b1",
        "\u17d3": _NIKAHIT,
        "\u17dd": "\u17d1",
        **{chr(0x17E0 + digit): str(digit) for digit in range(10)},
        **{chr(0x17F0 + digit): str(digit) for digit in range(10)},
    }
)
_BASE, _MARK = "[\u1780-\u17b3]", "[\u17b6-\u17d1]"
_CLUSTER = re.compile(f"{_BASE}(?:{_COENG}{_BASE}|{_MARK})+")
_PART = re.compile(f"{_COENG}{_BASE}|{_MARK}")
_UPPER_VOWELS = frozenset((_I, _II, _Y, _YY, _OE, _SAMYOK))
_GIVE = re.compile(f"(?<!{_COENG})\u17a2{_OO}\u1799(?!{_MARK}|{_COENG})")

# Consonants of the first series: a shifter on them is a triisap, on all others a muusikatoan; BA
# is here because its muusikatoan stays above the letter and is not drawn like a U.
_FIRST_SERIES = frozenset("កខចឆដឋណតថបផសហឡអ")


def fold(text: str) -> str:
    """Return the search key of ``text``: equal for texts that read the same.

    Invisible characters go, deprecated letters and both sets of Khmer digits are replaced, the
    marks of every cluster are put in order, Latin letters are case-folded. White space stays as
    it is. Idempotent; about 1 ms per 1000 characters at first sight, less when clusters repeat.
    """
    if text.isascii():
        return text.lower()
    text = text.translate(_CHARACTERS)
    text = unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).casefold())
    return _GIVE.sub("\u17b1\u17d2\u1799", _CLUSTER.sub(_fold_match, text))


def _fold_match(match: re.Match[str]) -> str:
    return _fold_cluster(match[0])


@functools.lru_cache(maxsize=8192)
def _fold_cluster(cluster: str) -> str:
    """Put one base with its subscripts, vowels and signs into the one order that counts."""
    base, parts = cluster[0], _PART.findall(cluster[1:])
    coengs = [part.replace("\u178a", "\u178f") for part in parts if part[0] == _COENG]
    marks = {part for part in parts if part[0] != _COENG}
    if _E in marks and _AA in marks:
        marks = marks - {_E, _AA} | {_OO}
    if _E in marks and _II in marks:
        marks = marks - {_E, _II} | {_OE}
    shifters = marks & {_MUUSIKATOAN, _TRIISAP}
    if _U in marks and not shifters and (marks & _UPPER_VOWELS or {_AA, _NIKAHIT} <= marks):
        letters = {base, *(coeng[1] for coeng in coengs)}
        marks.remove(_U)
        shifters = {_TRIISAP if letters & _FIRST_SERIES else _MUUSIKATOAN}
    robat = {_ROBAT} & marks
    coengs.sort(key=_COENG_RO.__eq__)
    rest = marks - robat - {_MUUSIKATOAN, _TRIISAP}
    return base + "".join((*robat, *coengs, *sorted(shifters), *sorted(rest)))


_GIVEN = ("\u17a2" + _OO, "\u1799")
_WORD = re.compile(r"\s+|\S+")

Span = tuple[int, int]
"""Start and end of a part of a text."""


def fold_with_offsets(text: str) -> tuple[str, list[Span]]:
    """Return ``fold(text)`` and, for each letter of it, the part of ``text`` that it stands for.

    The parts are whole clusters with the invisible characters after them, so that what is
    highlighted is never torn. About 1 ms per 1000 characters.
    """
    if text.isascii():
        return text.lower(), [(at, at + 1) for at in range(len(text))]
    key: list[str] = []
    spans: list[Span] = []
    for word in _WORD.finditer(text):
        for folded, start, end in _parts(word[0]):
            key.append(folded)
            spans += [(word.start() + start, word.start() + end)] * len(folded)
    return "".join(key), spans


def find_folded(text: str, query: str) -> list[Span]:
    """Return where ``text`` reads as ``query`` does, as parts of ``text`` in their order."""
    key, spans = fold_with_offsets(text)
    return joined_spans(found_spans(key, spans, fold(query)))


def found_spans(key: str, spans: Sequence[Span], wanted: str) -> Iterator[Span]:
    """Yield the part behind each place of ``key`` where ``wanted`` begins, overlaps left out."""
    at = key.find(wanted) if wanted else -1
    while at >= 0:
        end = at + len(wanted)
        yield spans[at][0], spans[end - 1][1]
        at = key.find(wanted, end)


def joined_spans(spans: Iterable[Span]) -> list[Span]:
    """Return parts of one text in their order, those that touch or overlap as one."""
    joined: list[Span] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = joined[-1][0], max(end, joined[-1][1])
        else:
            joined.append((start, end))
    return joined


def _parts(word: str) -> list[tuple[str, int, int]]:
    """Return key, start and end of each cluster of a word, or of all of it.

    Almost always the key of a word is those of its clusters, one after the other; where letters
    of other scripts compose across clusters, the word is one part.
    """
    offsets = [at for at, letter in enumerate(word) if letter not in _INVISIBLE]
    visible = word if len(offsets) == len(word) else "".join(word[at] for at in offsets)
    offsets.append(len(word))
    parts: list[tuple[str, int, int]] = []
    at = 0
    for cluster in clusters(visible):
        start, at = offsets[at], at + len(cluster)
        folded = _fold_short(cluster)
        if parts and (parts[-1][0], folded) == _GIVEN:
            start = parts.pop()[1]
            folded = _fold_short("".join(_GIVEN))
        parts.append((folded, start, offsets[at]))
    whole = fold(word)
    return parts if "".join(part[0] for part in parts) == whole else [(whole, 0, len(word))]


_fold_short = functools.lru_cache(maxsize=8192)(fold)


_DROPPED = re.compile("[.'’`ʼ_-]")
_ASPIRATE = re.compile("([kptc])h+")
_DOUBLE = re.compile(r"([a-z])\1+")
_ACCENT = re.compile("[\u0300-\u036f]")


def latin_key(text: str) -> str:
    """Return the folded ``text`` with the usual spellings of Khmer names in Latin letters united.

    kh/k, ph/p, th/t, ch/c and double letters are the same; dots, hyphens, apostrophes and accents
    are dropped: 'Phearak', 'Pearak' and 'phea-rakk' give 'pearak'. Khmer letters pass through.
    """
    text = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", fold(text))))
    return _DOUBLE.sub(r"\1", _ASPIRATE.sub(r"\1", _DROPPED.sub("", text)))


def latin_with_offsets(folded: str, spans: Sequence[Span]) -> tuple[str, list[Span]]:
    """Return the ``latin_key`` of a folded text, with the part that each letter of it stands for.

    Args:
        folded: a key of ``fold_with_offsets`` or a part of it.
        spans: as many as ``folded`` has letters.
    """
    kept = [
        (_bare(letter), span)
        for letter, span in zip(folded, spans, strict=True)
        if not _DROPPED.match(letter) and not _ACCENT.match(letter)
    ]
    for doubled in (_ASPIRATE, _DOUBLE):
        key = "".join(letter for letter, _span in kept)
        for found in reversed(list(doubled.finditer(key))):
            first, last = found.start(), found.end() - 1
            joined = kept[first][1][0], kept[last][1][1]
            kept[first : last + 1] = [(key[first], joined)]
    return "".join(letter for letter, _span in kept), [span for _letter, span in kept]


@functools.lru_cache(maxsize=1024)
def _bare(letter: str) -> str:
    """Return a letter without its accents, as the one letter it then is."""
    bare = unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", letter)))
    return bare if len(bare) == 1 else letter


def name_key(text: str) -> str:
    """Return the key by which two names are one name: folded, without any white space."""
    return "".join(fold(text).split())
