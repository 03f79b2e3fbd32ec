from __future__ import annotations

from datetime import date, time

from cspdesk.ui.words import Words

DAY = date(2022, 12, 13)


def test_digits_are_as_chosen() -> None:
    arabic, khmer = Words(lambda: "arabic"), Words(lambda: "khmer")
    assert arabic.number(1234).replace("\N{NO-BREAK SPACE}", " ") == "1 234"
    assert khmer.number(330) == "៣៣០"
    assert khmer.times(time(8), time(11, 30)) == "០៨:០០–១១:៣០"
    assert arabic.day(DAY) == "13 Dec 2022"
    assert arabic.day_month(DAY) == "13 Dec"
    assert arabic.month_year(DAY) == "December 2022"


def test_what_is_missing_shows_nothing() -> None:
    words = Words(lambda: "arabic")
    assert (words.day(None), words.clock(None), words.times(None, None)) == ("", "", "")
    assert words.times(time(8), None) == "08:00"
