"""Where the lines of one paragraph may end, also while somebody types into it.

The dictionary is slow beside a key press. It is asked about the ends of lines only, two places to
a line, and not at all for a text that is being typed: there the ends known so far move along.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import accumulate

from cspdesk.khmer.breaks import LineBreaks, Rank, may_start_line
from cspdesk.khmer.clusters import clusters

_TYPED_AT_ONCE = 16
_TO_A_LINE = 2


class LineEnds:
    """Ends for the lines of ``text``, a paragraph without line feeds.

    Args:
        text: the paragraph.
        known: offsets where a line may end beside those after spaces; then the dictionary is not
            asked.
    """

    def __init__(self, text: str, known: Iterable[int] | None = None) -> None:
        self.text = text
        self.asks = known is None
        self._known = [] if known is None else sorted({*known, *_after_spaces(text)})
        self._breaks = LineBreaks(text) if self.asks else None
        self._clusters = list(accumulate(map(len, clusters(text))))

    def last(self, start: int, full: int) -> int:
        """Return where a line from ``start`` ends that has room up to ``full``.

        Between words where there is such a place, else after a cluster, else at ``full``.
        """
        if self._breaks is not None:
            self._ask(self._breaks, start, full)
        for ends in (self._known, self._clusters):
            at = bisect_right(ends, full)
            if at and ends[at - 1] > start:
                return ends[at - 1]
        return full

    def moved_to(self, text: str) -> LineEnds | None:
        """Return these ends as they are in ``text``, which somebody has typed into this one.

        None where so much is new that nobody typed it.
        """
        old = self.text
        head = _alike(old, text)
        tail = min(len(old) - head, len(text) - head, _alike(old[::-1], text[::-1]))
        if len(text) - head - tail > _TYPED_AT_ONCE:
            return None
        by = len(text) - len(old)
        before = (end for end in self._known if end < head)
        after = (end + by for end in self._known if end > len(old) - tail)
        return LineEnds(text, (*before, *after))

    def _ask(self, breaks: LineBreaks, start: int, full: int) -> None:
        """Find the last places before ``full``; those before them are for a text that moves."""
        found = 0
        place = bisect_right(self._clusters, full)
        while place and self._clusters[place - 1] > start and found < _TO_A_LINE:
            place -= 1
            end = self._clusters[place]
            rank = breaks.rank(end)
            if rank is not None and rank <= Rank.SEAM:
                found += 1
                at = bisect_right(self._known, end)
                if not at or self._known[at - 1] != end:
                    insort(self._known, end)


def _after_spaces(text: str) -> Iterator[int]:
    for at in range(1, len(text)):
        if text[at - 1].isspace() and may_start_line(text[at]):
            yield at


def _alike(one: str, other: str) -> int:
    """Return how many letters two texts begin with in common."""
    for at, (letter, its) in enumerate(zip(one, other, strict=False)):
        if letter != its:
            return at
    return min(len(one), len(other))
