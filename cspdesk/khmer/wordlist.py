"""The word list that ships with the desk, and how it divides a stretch of Khmer letters.

The list is the one of ICU 72 (81,003 words, Unicode licence); the division is maximal matching:
as few words as possible, and an unknown cluster only where no word fits.
"""

from __future__ import annotations

import gzip
from collections.abc import Sequence
from functools import lru_cache

from cspdesk import paths

_LONGEST = 14
"""Clusters of the longest words worth a look: one word in 10,000 has more."""
_WORD, _UNKNOWN = 2, 5


@lru_cache(maxsize=1)
def words() -> frozenset[str]:
    """Return the word list (about 25 ms the first time, 13 MB)."""
    path = paths.shipped("resources", "words", "khmer.txt.gz")
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return frozenset(file.read().split())


def listed_ends(letters: str, boundaries: Sequence[int]) -> set[int]:
    """Divide a stretch of Khmer letters; return the numbers of the boundaries inside it.

    Args:
        letters: any string.
        boundaries: the ends of its clusters, ascending, 0 and ``len(letters)`` included.

    A boundary counts if a known word stands on either side of it. The time is linear.
    """
    known = words()
    last = len(boundaries) - 1
    cost = [0] + [_UNKNOWN * last + 1] * last
    before = [0] * (last + 1)
    listed = [True] * (last + 1)
    for at, start in enumerate(boundaries[:-1]):
        if cost[at] + _UNKNOWN < cost[at + 1]:
            cost[at + 1], before[at + 1], listed[at + 1] = cost[at] + _UNKNOWN, at, False
        through = cost[at] + _WORD
        for end in range(at + 1, min(last, at + _LONGEST) + 1):
            if through <= cost[end] and letters[start : boundaries[end]] in known:
                cost[end], before[end], listed[end] = through, at, True
    found, after = set(), last
    while (end := before[after]) > 0:
        if listed[after] or listed[end]:
            found.add(end)
        after = end
    return found
