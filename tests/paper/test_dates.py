"""Dates and times as Khmer and English papers write them."""

from __future__ import annotations

from datetime import date, time

import pytest

from cspdesk.paper import dates
from cspdesk.paper.wording import Wording

KHMER, ENGLISH = Wording("km"), Wording("en")
DAY = date(2022, 12, 13)


def test_a_long_date() -> None:
    assert dates.long_date(KHMER, DAY) == "ថ្ងៃទី១៣ ខែធ្នូ ឆ្នាំ២០២២"
    assert dates.long_date(ENGLISH, DAY) == "13 December 2022"
    assert dates.long_date(KHMER, None) == ""


MONTHS = "មករា កុម្ភៈ មីនា មេសា ឧសភា មិថុនា កក្កដា សីហា កញ្ញា តុលា វិច្ឆិកា ធ្នូ"


@pytest.mark.parametrize(("month", "khmer"), list(enumerate(MONTHS.split(), start=1)))
def test_every_month_has_its_khmer_name(month: int, khmer: str) -> None:
    assert f"ខែ{khmer} " in dates.long_date(KHMER, date(2022, month, 1))


def test_the_date_that_opens_minutes_is_spelled() -> None:
    assert dates.spelled_date(KHMER, DAY) == "ឆ្នាំពីរពាន់ម្ភៃពីរ ខែធ្នូ ថ្ងៃទីដប់បី"
    assert dates.spelled_date(ENGLISH, DAY) == "On 13 December 2022"


def test_a_date_for_a_narrow_column() -> None:
    assert dates.short_date(KHMER, date(2023, 1, 5)) == "០៥/០១/២០២៣"
    assert dates.short_date(ENGLISH, date(2023, 1, 5)) == "05/01/2023"
    assert dates.short_date(ENGLISH, None) == ""


def test_times_show_what_is_known() -> None:
    assert dates.times(KHMER, time(8, 30), time(11, 30)) == "០៨:៣០–១១:៣០"
    assert dates.times(ENGLISH, None, time(11, 30)) == "11:30"
    assert dates.times(ENGLISH, None, None) == ""


@pytest.mark.parametrize(
    ("moment", "khmer", "english"),
    [
        (time(8), "០៨ និង ០០ នាទីព្រឹក", "08:00 in the morning"),
        (time(12, 15), "១២ និង ១៥ នាទីថ្ងៃត្រង់", "12:15 at midday"),
        (time(14, 30), "០២ និង ៣០ នាទីរសៀល", "02:30 in the afternoon"),
        (time(17, 5), "០៥ និង ០៥ នាទីល្ងាច", "05:05 in the evening"),
        (time(0, 10), "១២ និង ១០ នាទីព្រឹក", "12:10 in the morning"),
    ],
)
def test_the_time_of_a_sentence(moment: time, khmer: str, english: str) -> None:
    assert dates.clock(KHMER, moment) == khmer
    assert dates.clock(ENGLISH, moment) == english


def test_the_lunar_date_of_khmer_papers() -> None:
    assert dates.lunar_line(KHMER, DAY) == "ថ្ងៃអង្គារ ៥រោច ខែមិគសិរ ឆ្នាំខាល ចត្វាស័ក ព.ស.២៥៦៦"
    assert "5រោច" in dates.lunar_line(Wording("km", khmer_digits=False), DAY)
    assert dates.lunar_line(ENGLISH, DAY) == dates.lunar_line(KHMER, None) == ""
    assert dates.lunar_line(KHMER, date.min) == ""


def test_a_typed_lunar_date_replaces_the_reckoned_one() -> None:
    assert dates.lunar_line(KHMER, DAY, " ១៥កើត ពិសាខ ") == "១៥កើត ពិសាខ"
    assert dates.lunar_line(KHMER, None, "១៥កើត") == "១៥កើត"
    assert dates.lunar_line(ENGLISH, DAY, "១៥កើត") == ""
