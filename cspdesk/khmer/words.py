"""Where words end between two Khmer letters, by two opinions: a statistical model and a list.

Khmer has no spaces between words. khmercut (a conditional random field) and the word list err at
different places, so that a word end which both see is almost never wrong. Both are asked only
about the stretches, and khmercut about the places, that somebody wants to know.
"""

from __future__ import annotations

import re
import threading
from bisect import bisect_right
from collections.abc import Callable
from enum import IntEnum
from itertools import accumulate

from cspdesk.khmer.clusters import clusters
from cspdesk.khmer.wordlist import listed_ends

_JOINERS = re.compile("[\u200c\u200d]")
_LETTERS = re.compile("[\u1780-\u17d3\u17dc\u17dd\u200c\u200d]+")
# khmercut takes a sign for a part of the word before it and then cuts that word ('កំណ|ត់៖').
_AS_SPACES = str.maketrans(dict.fromkeys("។៕៖៘៙៚\u200b\u2060\ufeff", " "))
_AROUND = 5
"""Clusters it sees on either side. Its features reach over three; with four, its answers were
those for the whole paragraph at each of 10,436 places."""
_BEYOND = 6
"""Characters it sees outside a stretch."""
_ASKING = threading.Lock()
"""khmercut has one model for all threads, and hands it out before it is read."""


class Opinion(IntEnum):
    """Who says that a word ends here, the safest first."""

    BOTH = 0
    MODEL = 1
    LIST = 2


class WordEnds:
    """The word ends of one text, found where they are asked for.

    Args:
        text: any string.
        together: how many places khmercut is asked about at a time; many if all will be wanted.
    """

    def __init__(self, text: str, together: int = 8) -> None:
        self._text = text
        self._together = together
        self._spans = [match.span() for match in _LETTERS.finditer(text)]
        self._starts = [start for start, _ in self._spans]
        self._stretches: dict[int, _Stretch] = {}

    def opinion(self, at: int) -> Opinion | None:
        """Tell who ends a word at offset ``at``; None if nobody does."""
        number = bisect_right(self._starts, at) - 1
        if number < 0 or not self._spans[number][0] < at < self._spans[number][1]:
            return None
        stretch = self._stretches.get(number)
        if stretch is None:
            span = self._spans[number]
            stretch = self._stretches[number] = _Stretch(self._text, *span, self._together)
        return stretch.opinion(at)


class _Stretch:
    """Khmer letters between two characters of another kind."""

    def __init__(self, text: str, start: int, end: int, together: int) -> None:
        self._text = text
        self._together = together
        pieces = clusters(text[start:end])
        self._ends = list(accumulate(map(len, pieces), initial=start))
        self._places = {at: place for place, at in enumerate(self._ends)}
        bare = [_JOINERS.sub("", piece) for piece in pieces]
        boundaries = list(accumulate(map(len, bare), initial=0))
        self._listed = listed_ends("".join(bare), boundaries)
        self._modelled: dict[int, frozenset[int]] = {}

    def opinion(self, at: int) -> Opinion | None:
        place = self._places.get(at)
        if place is None:
            return None
        asked = place // self._together
        if asked not in self._modelled:
            self._modelled[asked] = self._ask(asked * self._together)
        listed = place in self._listed
        if at in self._modelled[asked]:
            return Opinion.BOTH if listed else Opinion.MODEL
        return Opinion.LIST if listed else None

    def _ask(self, place: int) -> frozenset[int]:
        """Ask khmercut about the places from ``place`` on."""
        first, last = place - _AROUND, place + self._together - 1 + _AROUND
        start = self._ends[first] if first > 0 else max(0, self._ends[0] - _BEYOND)
        inside = last < len(self._ends) - 1
        end = self._ends[last] if inside else self._ends[-1] + _BEYOND
        return _model_ends(self._text, start, min(end, len(self._text)))


def _model_ends(text: str, start: int, end: int) -> frozenset[int]:
    """Offsets where khmercut ends a word of ``text[start:end]``; none if it cannot be loaded."""
    tokenize = _model()
    if tokenize is None:
        return frozenset()
    offsets = [at for at in range(start, end) if not _JOINERS.match(text, at)]
    visible = "".join(text[at] for at in offsets).translate(_AS_SPACES)
    with _ASKING:
        tokens = tokenize(visible)
    if "".join(tokens) != visible:
        return frozenset()
    offsets.append(end)
    return frozenset(offsets[at] for at in accumulate(map(len, tokens)))


def _model() -> Callable[[str], list[str]] | None:
    try:
        from khmercut import tokenize
    except (ImportError, OSError):
        return None
    found: Callable[[str], list[str]] = tokenize
    return found
