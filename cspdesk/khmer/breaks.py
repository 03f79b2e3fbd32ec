"""Where a line may end.

Between two Khmer letters two opinions on words decide (:mod:`cspdesk.khmer.words`); everywhere else
own rules hold, because dictionaries know nothing of punctuation, phones and amounts. Sources:
Unicode UAX #14, W3C khmr-lreq, and the measurements in ``docs/decisions/003-line-breaks.md``.
"""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate

from cspdesk.khmer.clusters import clusters, is_khmer
from cspdesk.khmer.words import Opinion, WordEnds

ZERO_WIDTH_SPACE = "\u200b"

_NEVER_BEFORE = frozenset("។៕៖ៗ៘៚៛ៜ!?)]}»”’%‰…:;,.")
_NEVER_AFTER = frozenset("([{«“‘$€#@+")
_GLUE = frozenset("\u00a0\u202f\u2060\ufeff")
_JOINERS = frozenset("\u200c\u200d")
_SPACES = " \u3000\t"
_SIGNS = frozenset("។៕៖ៗ៘៙៚!?)]}»”’;,…")
_OPENERS = frozenset("([{«“‘៙")
_UNITS = frozenset("៛%‰")
_LINKS = frozenset("-‐–—/")
_HYPHENS = frozenset("-‐")
"""Readers take them for a word's division where a line ends, and give 'followup' back."""
_ADDRESS_JOINTS = frozenset("/@._?&=")
_LOOK = 8
_ALL = 250
_NAME_CHARACTERS, _NAME_CLUSTERS = 40, 12
_CURRENCY = r"(?:USD|KHR|THB|EUR|រៀល|ដុល្លារ)"
_AMOUNT = r"\d[\d.,]{0,20}(?: \d{3}(?!\d)){0,5}"
_KEPT_TOGETHER = re.compile(
    rf"{_CURRENCY} ?{_AMOUNT}|{_AMOUNT} ?{_CURRENCY}|[$៛] ?{_AMOUNT}"
    r"|[(+]{0,2}\d{2,4}\)?(?:[ .\-](?:\(0\))?\d{2,4}){1,4}(?!\d)"  # phones, grouped digits
    r"|\d{1,3}(?: \d{3}(?!\d)){1,5}|\d{1,2} ?[:៖] ?\d{2}(?!\d)"
    r"|ទី ?\d+|\d{1,12} ?[–-] ?\d{1,12}"
    r"|[\u1780-\u17b3]\.(?: ?[\u1780-\u17b3]\.)+(?: ?\d+)?"  # 'ឯ. ឧ.', 'ព.ស. ២៥៦៩'
    r"|[\w.+-]{1,64}@\S+|(?:https?://|www\.|t\.me/)\S+"
)


class Rank(IntEnum):
    """How well a line may end at a place, the best first."""

    WORD = 0
    """After a space or a typed zero-width space, or where both opinions end a word."""
    LIKELY = 1
    """Where the model alone ends a word."""
    SEAM = 2
    """Where the list alone does, after a hyphen, and between Khmer and Latin, digits and letters."""
    INSIDE = 3
    """Inside phones, amounts, addresses."""


@dataclass(frozen=True)
class Breaks:
    """Offsets into a text after which a line may end, best kind first; the three are disjoint.

    ``first`` are word ends, ``second`` hyphens and changes of script or of digits and letters,
    ``last`` places inside phones, amounts and addresses. If none fits, any cluster may end the line.
    """

    first: frozenset[int] = field(default_factory=frozenset)
    second: frozenset[int] = field(default_factory=frozenset)
    last: frozenset[int] = field(default_factory=frozenset)


def may_start_line(character: str) -> bool:
    """Tell whether a line may begin with ``character``; ។ ៗ ៖ ) » % and their like may not."""
    return character not in _NEVER_BEFORE


@lru_cache(maxsize=1024)
def break_opportunities(text: str, names: AbstractSet[str] = frozenset()) -> Breaks:
    """Find all places where ``text`` (one line of it, without line feeds) may be broken.

    A break after offset ``i`` puts ``text[i:]`` on the next line; spaces stay on the line above.
    No break lies inside a cluster. Any string is allowed. See :class:`LineBreaks` for ``names``.
    """
    line_breaks = LineBreaks(text, names, WordEnds(text, _ALL))
    ranked: dict[Rank | None, list[int]] = {}
    for at in accumulate(map(len, clusters(text))):
        ranked.setdefault(line_breaks.rank(at), []).append(at)
    first = ranked.get(Rank.WORD, []) + ranked.get(Rank.LIKELY, [])
    return Breaks(
        frozenset(first),
        frozenset(ranked.get(Rank.SEAM, ())),
        frozenset(ranked.get(Rank.INSIDE, ())),
    )


class LineBreaks:
    """Where one line of text may be broken, found where it is asked for, and remembered.

    Args:
        text: any string without line feeds.
        names: what is never broken inside, such as the names of places.
        words: the word ends of ``text``, if they are known.
    """

    def __init__(
        self, text: str, names: AbstractSet[str] = frozenset(), words: WordEnds | None = None
    ) -> None:
        self._text = text
        self._names = names
        self._words = words or WordEnds(text)
        self._kept = _insides_of_kept(text)
        self._ranks: dict[int, Rank | None] = {}

    def rank(self, at: int) -> Rank | None:
        """Tell how well a line may end before ``text[at]``, a cluster's start; None for never."""
        if at not in self._ranks:
            self._ranks[at] = self._rank(at) if 0 < at < len(self._text) else None
        return self._ranks[at]

    def _rank(self, at: int) -> Rank | None:
        text = self._text
        before, after = text[at - 1], text[at]
        if after in _SPACES or _next_sign(text, at) in _NEVER_BEFORE:
            return None
        if before == ZERO_WIDTH_SPACE:
            return Rank.WORD
        rank = self._choice(at, before, after)
        if at in self._kept:
            if before in _HYPHENS:
                return None
            return Rank.INSIDE if rank is not None or _joins_address(before, after) else None
        if rank is None or not (self._names and _is_inside(text, at, self._names)):
            return rank
        return None

    def _choice(self, at: int, before: str, after: str) -> Rank | None:
        if after == ZERO_WIDTH_SPACE or before in _GLUE or after in _GLUE:
            return None
        if _last_sign(self._text, at) in _NEVER_AFTER:
            return None
        if before in _SPACES:
            return Rank.WORD
        if not (is_khmer(after) and (is_khmer(before) or before in _JOINERS)):
            return _mixed_choice(self._text, at)
        match self._words.opinion(at):
            case Opinion.BOTH:
                return Rank.WORD
            case Opinion.MODEL:
                return Rank.LIKELY
            case Opinion.LIST:
                return Rank.SEAM
        return None


def _mixed_choice(text: str, at: int) -> Rank | None:
    before, after = text[at - 1], text[at]
    digits = before.isdecimal() and after.isdecimal()
    if before in _SIGNS:
        return None if text[at - 2 : at - 1].isdecimal() and after.isdecimal() else Rank.WORD
    if before in _LINKS:
        joined = at > 1 and text[at - 2].isalpha() and (after.isalpha() or is_khmer(after))
        joined = joined or (at > 1 and is_khmer(text[at - 2]) and is_khmer(after))
        last = Rank.SEAM if before in _HYPHENS else Rank.WORD
        return last if joined else None
    if after in _OPENERS:
        return Rank.WORD if is_khmer(before) else None
    if digits or after in _LINKS:
        return None
    if before in _UNITS:
        return Rank.SEAM if is_khmer(after) else None
    kinds = {_kind(before), _kind(after)}
    mixed = "khmer" in kinds and len(kinds) == 2 and "other" not in kinds
    return Rank.SEAM if mixed else None


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
    if after.isdecimal() or is_khmer(after):
        return False
    return before in _ADDRESS_JOINTS and after not in _NEVER_BEFORE


def _insides_of_kept(text: str) -> frozenset[int]:
    return frozenset(
        at
        for match in _KEPT_TOGETHER.finditer(text)
        for at in range(match.start() + 1, match.end())
    )


def _is_inside(text: str, at: int, names: AbstractSet[str]) -> bool:
    """Tell whether one of ``names`` begins before ``at`` and goes on behind it."""
    before = clusters(text[max(0, at - _NAME_CHARACTERS) : at])[-_NAME_CLUSTERS:]
    after = clusters(text[at : at + _NAME_CHARACTERS])[:_NAME_CLUSTERS]
    heads = accumulate(reversed(before), lambda head, cluster: cluster + head)
    tails = list(accumulate(after))
    return any(
        head + tail in names
        for length, head in enumerate(heads, 1)
        for tail in tails[: _NAME_CLUSTERS - length]
    )
