"""Where a line may end.

Between two Khmer letters a statistical dictionary (khmercut) knows the words; everywhere else own
rules hold, because dictionaries know nothing of punctuation, phones and amounts. Sources: Unicode
UAX #14, W3C khmr-lreq, and the measurements named in ``docs/decisions/003-line-breaks.md``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import accumulate

from cspdesk.khmer.clusters import clusters, is_khmer

ZERO_WIDTH_SPACE = "\u200b"

_NEVER_BEFORE = frozenset("។៕៖ៗ៘៚៛ៜ!?)]}»”’%‰…:;,.")
_NEVER_AFTER = frozenset("([{«“‘$€#@+")
_GLUE = frozenset("\u00a0\u202f\u2060\ufeff")
_SPACES = " \u3000\t"
_SIGNS = frozenset("។៕៖ៗ៘៙៚!?)]}»”’;,…")
_OPENERS = frozenset("([{«“‘៙")
_UNITS = frozenset("៛%‰")
_LINKS = frozenset("-‐–—/")
_ADDRESS_JOINTS = frozenset("/@._-?&=")
_LOOK = 8
# khmercut takes a sign for a part of the word before it and then cuts that word ('កំណ|ត់៖').
_SIGNS_AS_SPACES = str.maketrans(dict.fromkeys("។៕៖៘៙៚", " "))
_INVISIBLE = re.compile("[\u200b-\u200d\u2060\ufeff]")
# A window ends at a space where it can: a long paragraph costs no more memory than a short one.
_WINDOW = re.compile(r".{1,500}(?=\s|$)\s*|.{1,500}", re.DOTALL)
_CURRENCY = r"(?:USD|KHR|THB|EUR|រៀល|ដុល្លារ)"
_AMOUNT = r"\d[\d.,]{0,20}"
_KEPT_TOGETHER = re.compile(
    r"\+?\(?\d{2,4}\)?(?:[ .\-]\d{2,4}){1,4}(?!\d)"  # phones, grouped digits
    rf"|{_CURRENCY} ?{_AMOUNT}|{_AMOUNT} ?{_CURRENCY}|[$៛] ?{_AMOUNT}"
    r"|ទី ?\d+|\d{1,12} ?[–-] ?\d{1,12}"
    r"|[\w.+-]{1,64}@\S+|(?:https?://|www\.|t\.me/)\S+"
)


@dataclass(frozen=True)
class Breaks:
    """Offsets into a text after which a line may end, best kind first; the three are disjoint.

    ``first`` are word ends, ``second`` changes of script or of digits and letters, ``last`` places
    inside phones, amounts and addresses. If none fits, any cluster may end the line.
    """

    first: frozenset[int] = field(default_factory=frozenset)
    second: frozenset[int] = field(default_factory=frozenset)
    last: frozenset[int] = field(default_factory=frozenset)


def may_start_line(character: str) -> bool:
    """Tell whether a line may begin with ``character``; ។ ៗ ៖ ) » % and their like may not."""
    return character not in _NEVER_BEFORE


@lru_cache(maxsize=1024)
def break_opportunities(text: str) -> Breaks:
    """Find where ``text`` (one line of it, without line feeds) may be broken.

    A break after offset ``i`` puts ``text[i:]`` on the next line; spaces stay on the line above.
    No break lies inside a cluster. Any string is allowed; if the dictionary cannot be loaded,
    every Khmer cluster is a second choice.
    """
    words = _word_ends(text)
    kept = _insides_of_kept(text)
    found: tuple[set[int], set[int], set[int]] = (set(), set(), set())
    for at in accumulate(len(cluster) for cluster in clusters(text)):
        if at == len(text):
            break
        choice = _choice(text, at, words)
        if choice is not None:
            found[2 if at in kept else choice].add(at)
        elif at in kept and _joins_address(text[at - 1], text[at]):
            found[2].add(at)
    return Breaks(*map(frozenset, found))


def _choice(text: str, at: int, words: frozenset[int] | None) -> int | None:
    """0 for a first choice, 1 for a second, None for no break at ``at``."""
    before, after = text[at - 1], text[at]
    if after in _SPACES or _next_sign(text, at) in _NEVER_BEFORE:
        return None
    if before == ZERO_WIDTH_SPACE:
        return 0
    if after == ZERO_WIDTH_SPACE or before in _GLUE or after in _GLUE:
        return None
    if _last_sign(text, at) in _NEVER_AFTER:
        return None
    if before in _SPACES:
        return 0
    if is_khmer(before) and is_khmer(after):
        if words is None:
            return 1
        return 0 if at in words else None
    return _mixed_choice(text, at)


def _mixed_choice(text: str, at: int) -> int | None:
    before, after = text[at - 1], text[at]
    digits = before.isdecimal() and after.isdecimal()
    if before in _SIGNS:
        return None if text[at - 2 : at - 1].isdecimal() and after.isdecimal() else 0
    if before in _LINKS:
        joined = at > 1 and text[at - 2].isalpha() and (after.isalpha() or is_khmer(after))
        return 0 if joined or (at > 1 and is_khmer(text[at - 2]) and is_khmer(after)) else None
    if after in _OPENERS:
        return 0 if is_khmer(before) else None
    if digits or after in _LINKS:
        return None
    if before in _UNITS:
        return 1 if is_khmer(after) else None
    kinds = {_kind(before), _kind(after)}
    return 1 if "khmer" in kinds and len(kinds) == 2 and "other" not in kinds else None


def _kind(character: str) -> str:
    if is_khmer(character):
        return "khmer"
    if character.isdecimal():
        return "digit"
    return "letter" if character.isalpha() else "other"


def _next_sign(text: str, at: int) -> str:
    """Return the character at ``at``, looking through typed zero-width spaces before a ។."""
    return text[at : at + _LOOK].lstrip(ZERO_WIDTH_SPACE)[:1]


def _last_sign(text: str, at: int) -> str:
    """Return the character before ``at``, looking back over spaces ('« សួស្តី')."""
    return text[max(0, at - _LOOK) : at].rstrip(_SPACES)[-1:]


def _joins_address(before: str, after: str) -> bool:
    return before in _ADDRESS_JOINTS and not after.isdecimal() and after not in _NEVER_BEFORE


def _insides_of_kept(text: str) -> frozenset[int]:
    return frozenset(
        at
        for match in _KEPT_TOGETHER.finditer(text)
        for at in range(match.start() + 1, match.end())
    )


def _word_ends(text: str) -> frozenset[int] | None:
    """Offsets where khmercut ends a word, or None if it cannot be loaded."""
    if not any(map(is_khmer, text)):
        return frozenset()
    try:
        from khmercut import tokenize
    except (ImportError, OSError):
        return None
    offsets = [at for at, character in enumerate(text) if not _INVISIBLE.match(character)]
    visible = "".join(text[at] for at in offsets).translate(_SIGNS_AS_SPACES)
    offsets.append(len(text))
    return frozenset(offsets[end] for end in _token_ends(visible, tokenize))


def _token_ends(text: str, tokenize: Callable[[str], list[str]]) -> Iterator[int]:
    for window in _WINDOW.finditer(text):
        tokens = tokenize(window.group())
        if "".join(tokens) == window.group():
            yield from accumulate(map(len, tokens), initial=window.start())
