"""Recognising a place in an address as somebody typed it, in Khmer or English."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from cspdesk.khmer.fold import fold, latin_key, name_key
from cspdesk.models.gazetteer import ALIASES, all_places, children, place
from cspdesk.models.places import Place

_PROVINCE, _DISTRICT, _COMMUNE, _VILLAGE = 2, 4, 6, 8

# Words that tell the level of the name beside them, by the length of a code of that level.
_KHMER_LEVELS = {
    "ខេត្ត": (_PROVINCE,),
    "រាជធានី": (_PROVINCE,),
    "ស្រុក": (_DISTRICT,),
    "ក្រុង": (_DISTRICT,),
    "ខណ្ឌ": (_DISTRICT,),
    "ឃុំ": (_COMMUNE,),
    "សង្កាត់": (_COMMUNE,),
    "ភូមិ": (_VILLAGE,),
}
_LATIN_LEVELS = {
    **dict.fromkeys(("province", "khet", "khaet", "capital"), (_PROVINCE,)),
    **dict.fromkeys(("district", "srok", "krong", "municipality", "khan"), (_DISTRICT,)),
    **dict.fromkeys(("city", "town"), (_DISTRICT, _PROVINCE)),
    **dict.fromkeys(("commune", "khum", "sangkat"), (_COMMUNE,)),
    **dict.fromkeys(("village", "phum"), (_VILLAGE,)),
}
_ANY_LEVEL = (_PROVINCE, _DISTRICT, _COMMUNE)
_LEVELS = {fold(word): levels for word, levels in (_KHMER_LEVELS | _LATIN_LEVELS).items()}

# 'ខេមរភូមិន្ទ' is a name, not a village called 'ន្ទ'.
_KHMER_WORD = re.compile(f"({'|'.join(map(fold, _KHMER_LEVELS))})(?!ន្ទ)")
_LATIN_WORD = re.compile(rf"\b({'|'.join(_LATIN_LEVELS)})\b")
_PIECE = re.compile("[,;/()\n|]+")
_LONGEST_NAME = 5


@dataclass(frozen=True)
class _Mention:
    """A name found in the address: where, at which levels it may stand, what it may be."""

    at: int
    name: str
    levels: tuple[int, ...]
    told: bool
    codes: frozenset[str]


@functools.lru_cache(maxsize=2048)
def find_in(text: str) -> Place | None:
    """Return the deepest place that ``text`` names without contradicting itself, or None.

    Names count with or without the word for their kind, in any of the spellings that fold alike
    (see ``fold``) and under their aliases. A name that several places share is told apart by the
    places named beside it; where that is not enough, what they all lie in is the answer.
    """
    mentions = _mentions(text)
    candidates: dict[str, tuple[int, int, int, int]] = {}
    for mention in mentions:
        for code in mention.codes:
            score = _score(code, mention, mentions)
            if score is not None:
                candidates[code] = max(score, candidates.get(code, score))
    if not candidates:
        return None
    best = max(candidates.values())
    code = _common([code for code, score in candidates.items() if score == best])
    found = place(code) if code else None
    return _village(found, mentions) or found


def _score(code: str, own: _Mention, mentions: list[_Mention]) -> tuple[int, int, int, int] | None:
    """Rate ``code`` as the place meant: names explained, contradictions, told levels, position.

    One mention explains one level. A commune that nothing but a bare word speaks for is no
    candidate, unless that word is the whole address.
    """
    explained = {len(code): own}
    for length in range(len(code) - 2, 0, -2):
        for mention in mentions:
            if mention not in explained.values() and code[:length] in mention.codes:
                explained[length] = mention
                break
    if len(code) == _COMMUNE and len(explained) == 1 and not own.told and len(mentions) > 1:
        return None
    contradicted = sum(
        mention.told and len(mention.levels) == 1 and mention.levels[0] < len(code)
        and mention.levels[0] not in explained and bool(mention.codes)
        for mention in mentions
    )  # fmt: skip
    told = sum(mention.told for mention in explained.values())
    return len(explained) - 2 * contradicted, told, -len(code), own.at


def _common(codes: list[str]) -> str:
    """Return the code of the deepest place that all ``codes`` lie in, '' for none."""
    first, *others = codes
    for length in range(len(first), 0, -2):
        if all(code.startswith(first[:length]) for code in others):
            return first[:length]
    return ""


def _village(found: Place | None, mentions: list[_Mention]) -> Place | None:
    names = {mention.name for mention in mentions if mention.levels == (_VILLAGE,)}
    if not names or found is None or len(found.code) != _COMMUNE:
        return None
    villages = children(found.code)
    fitting = [one for one in villages if names & {name_key(one.name_km), _latin(one.name_latin)}]
    return fitting[0] if len(fitting) == 1 else None


def _mentions(text: str) -> list[_Mention]:
    """Return the names in the address in their order, each with the places it may mean."""
    mentions: list[_Mention] = []
    for piece, levels in _pieces(text):
        words = piece.split()
        at = 0
        while at < len(words):
            length = min(_LONGEST_NAME, len(words) - at)
            while length and not (codes := _codes(words[at : at + length], levels)):
                length -= 1
            if length:
                name = "".join(words[at : at + length])
                mentions.append(
                    _Mention(len(mentions), name, levels or _ANY_LEVEL, bool(levels), codes)
                )
            at += length or 1
        if levels == (_VILLAGE,):
            for name in (name_key(piece), _latin(piece)):
                mentions.append(_Mention(len(mentions), name, levels, True, frozenset()))
    return mentions


def _pieces(text: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return the parts of the address, each with the levels that the word beside it tells."""
    pieces: list[tuple[str, tuple[int, ...]]] = []
    for part in _PIECE.split(fold(text)):
        before, *named = _KHMER_WORD.split(part)
        pieces += _latin_pieces(before)
        pieces += [
            (name, _LEVELS[word]) for word, name in zip(named[::2], named[1::2], strict=True)
        ]
    return pieces


def _latin_pieces(part: str) -> list[tuple[str, tuple[int, ...]]]:
    """Return the pieces of a part in which the word may stand before or after its name."""
    first, *named = _LATIN_WORD.split(part)
    if not named:
        return [(part, ())]
    words, names = named[::2], [first, *named[1::2]]
    shift = 0 if first.strip() else 1
    pieces = [(name, _LEVELS[word]) for word, name in zip(words, names[shift:], strict=False)]
    return [*pieces, *((name, ()) for name in ([] if shift else names[len(words) :]))]


def _codes(words: list[str], levels: tuple[int, ...]) -> frozenset[str]:
    names = _names()
    found = names.get("".join(words), frozenset()) | names.get(_latin("".join(words)), frozenset())
    if len(levels) > 1:  # a 'city' is a krong, or else the capital
        levels = next(((level,) for level in levels if any(len(c) == level for c in found)), levels)
    return frozenset(code for code in found if len(code) in (levels or _ANY_LEVEL))


def _latin(name: str) -> str:
    return "".join(latin_key(name).split())


@functools.cache
def _names() -> dict[str, frozenset[str]]:
    """Return the codes of all places but villages by each of their names as folded here."""
    names: dict[str, set[str]] = {}
    for found in all_places():
        latin = (found.name_latin, *ALIASES.get(found.code, ()))
        for name in (name_key(found.name_km), *map(_latin, latin)):
            names.setdefault(name, set()).add(found.code)
    return {name: frozenset(codes) for name, codes in names.items()}
