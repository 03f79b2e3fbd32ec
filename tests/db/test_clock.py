"""Stamps: unique, greater than what they overwrite, whatever the wall clock says."""

from __future__ import annotations

import pytest

from cspdesk.db import clock
from cspdesk.db.clock import Clock, milliseconds

REPLICA = b"replica1"
DAY = 24 * 3600 * 1000


class Wall:
    """A wall clock that is set by hand, in milliseconds since 1970."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, now: int) -> None:
        self.now = now
        monkeypatch.setattr(clock.time, "time_ns", lambda: self.now * 1_000_000)


@pytest.fixture
def wall(monkeypatch: pytest.MonkeyPatch) -> Wall:
    return Wall(monkeypatch, 1_700_000_000_000)


def test_seventy_thousand_changes_in_one_millisecond_are_in_order(wall: Wall) -> None:
    ticking = Clock(REPLICA)
    stamps = [ticking.tick() for _n in range(70_000)]
    assert stamps == sorted(set(stamps))
    assert {len(stamp) for stamp in stamps} == {16}
    assert milliseconds(stamps[0]) == wall.now


def test_a_clock_set_back_goes_on_from_where_it_was(wall: Wall) -> None:
    ticking = Clock(REPLICA)
    first = ticking.tick()
    wall.now -= 26 * 365 * DAY
    assert ticking.tick() > first
    again = Clock(REPLICA, ticking.last, ticking.ahead)
    assert again.tick() > first


def test_a_cell_from_the_future_is_overwritten_without_carrying_all_others_there(
    wall: Wall,
) -> None:
    other = Clock(b"replica2")
    wall.now += 3 * 365 * DAY
    future = other.tick()
    wall.now -= 3 * 365 * DAY
    mine = Clock(REPLICA)
    over = [mine.tick([future]) for _n in range(3)]
    assert all(stamp > future for stamp in over)
    assert len(set(over)) == 3
    assert milliseconds(mine.tick()) == wall.now


def test_a_replicas_id_has_eight_bytes() -> None:
    with pytest.raises(ValueError, match="8 bytes"):
        Clock(b"short")
