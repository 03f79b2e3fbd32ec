"""Stamps that order changes although clocks lie (hybrid logical clock; Kulkarni et al., 2014).

A stamp has 16 bytes, compared as bytes: milliseconds since 1970 (6), a counter (2), the replica
that made it (8). Each is greater than every stamp the change overwrites, whatever the wall clock
says, and no replica makes one twice.
"""

from __future__ import annotations

import time
from collections.abc import Iterable

_DAY = 24 * 60 * 60 * 1000
_COUNTER_BITS = 16


class Clock:
    """The clock of one replica.

    ``last`` and ``ahead`` are kept by whoever owns the clock, in the transaction of the change.
    A stamp that has to lie more than a day after now, because the cell was written by a clock set
    ahead, is taken from ``ahead``: so one wrong clock does not carry all others with it.
    """

    def __init__(self, replica: bytes, last: int = 0, ahead: int = 0) -> None:
        if len(replica) != 8:
            raise ValueError("a replica's id has 8 bytes")
        self._replica = replica
        self.last = last
        self.ahead = ahead

    def tick(self, overwritten: Iterable[bytes] = ()) -> bytes:
        """Return the stamp of a change that overwrites cells with these stamps."""
        now = time.time_ns() // 1_000_000 << _COUNTER_BITS
        floor = max([self.last, *(_time_of(stamp) for stamp in overwritten)])
        # A full counter runs over into the milliseconds.
        moment = now if now > floor else floor + 1
        if moment <= now + (_DAY << _COUNTER_BITS):
            self.last = moment
        else:
            moment = self.ahead = max(moment, self.ahead + 1)
        return moment.to_bytes(8) + self._replica


def _time_of(stamp: bytes) -> int:
    return int.from_bytes(stamp[:8])


def milliseconds(stamp: bytes) -> int:
    """Return when a stamp says the change was made: milliseconds since 1970, UTC."""
    return _time_of(stamp) >> _COUNTER_BITS
