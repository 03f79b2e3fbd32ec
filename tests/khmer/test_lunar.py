"""The lunar date against published lines, festivals, and an independent calendar."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import holidays
import pytest

from cspdesk.khmer.lunar import FIRST, LAST, english_line, line, lunar_date, new_year, uncertain

MIGASIR, PISAKH, PHATRABOT, KADEK = 0, 5, 9, 11
FIRST_ASATH, SECOND_ASATH = 12, 13


def day(text):
    return date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "published"),
    [
        ("2011-04-14", "១១កើត ខែចេត្រ"),
        ("2020-10-15", "១៣រោច ខែអស្សុជ ឆ្នាំជូត ទោស័ក ព.ស.២៥៦៤"),
        ("2021-04-30", "៤រោច ខែពិសាខ ឆ្នាំឆ្លូវ ត្រីស័ក ព.ស.២៥៦៥"),
        ("2021-05-28", "២រោច ខែជេស្ឋ ឆ្នាំឆ្លូវ ត្រីស័ក ព.ស.២៥៦៥"),
        ("2021-10-21", "១៥កើត ខែអស្សុជ ឆ្នាំឆ្លូវ ត្រីស័ក ព.ស.២៥៦៥"),
        ("2023-05-01", "១២កើត ខែពិសាខ ឆ្នាំថោះ បញ្ចស័ក ព.ស.២៥៦៦"),
        ("2025-05-15", "៤រោច ខែពិសាខ ឆ្នាំម្សាញ់ សប្តស័ក ព.ស.២៥៦៩"),
    ],
)
def test_the_lines_of_published_papers(on, published):
    assert published in line(day(on))


def test_a_whole_line_in_khmer_and_in_english():
    on = day("2022-12-13")
    assert line(on) == "ថ្ងៃអង្គារ ៥រោច ខែមិគសិរ ឆ្នាំខាល ចត្វាស័ក ព.ស.២៥៦៦"
    assert english_line(on) == "Tuesday, 5th waning day of Migasir, Year of the Tiger, B.E. 2566"


def full_moon(on, month):
    found = lunar_date(on)
    return (found.day, found.waxing, found.month) == (15, True, month)


@pytest.mark.parametrize(
    "on", ["2020-05-06", "2021-04-26", "2022-05-15", "2023-05-04", "2024-05-22", "2025-05-11"]
)
def test_visak_bochea_is_the_full_moon_of_pisakh_and_ends_the_era(on):
    assert full_moon(day(on), PISAKH)
    eras = [lunar_date(day(on) + timedelta(days)).buddhist_era for days in (0, 1)]
    assert eras == [day(on).year + 543, day(on).year + 544]


@pytest.mark.parametrize(
    "on", ["2021-10-06", "2022-09-25", "2023-10-14", "2024-10-02", "2025-09-22"]
)
def test_pchum_ben_is_the_new_moon_of_phatrabot(on):
    found = lunar_date(day(on))
    assert (found.day, found.waxing, found.month) == (15, False, PHATRABOT)


@pytest.mark.parametrize("on", ["2022-11-08", "2023-11-27", "2024-11-15", "2025-11-05"])
def test_the_water_festival_is_at_the_full_moon_of_kadek(on):
    assert full_moon(day(on), KADEK)


# The other calendar takes its years from Thailand's, where 2032 has the day more that the Khmer
# rules give to 2030: from June 2030 to June 2032 it is a day behind.
BEHIND = {
    (2030, "Pchum Ben"), (2030, "Water"), (2031, "Visaka"), (2031, "Pchum Ben"), (2031, "Water"),
    (2032, "Visaka"),
}  # fmt: skip


@pytest.mark.parametrize("year", range(2010, 2036))
def test_festivals_are_where_an_independent_calendar_has_them(year):
    calendar = holidays.country_holidays("KH", years=year, language="en_US")
    festivals = {
        "Visaka": (0, (15, True, PISAKH)),
        "Pchum Ben": (1, (15, False, PHATRABOT)),
        "Water": (1, (15, True, KADEK)),
    }
    for name, (place, expected) in festivals.items():
        on = sorted(on for on, names in calendar.items() if name in names)[place]
        found = lunar_date(on + timedelta((year, name) in BEHIND))
        assert (found.day, found.waxing, found.month) == expected, (year, name)


# It knows the announced New Year of these years; for others it assumes the 13th.
@pytest.mark.parametrize("year", [2016, 2017, 2018, *range(2021, 2033)])
def test_the_new_year_begins_when_it_was_announced(year):
    calendar = holidays.country_holidays("KH", years=year, language="en_US")
    days = sorted(on for on, names in calendar.items() if "Khmer New Year's Day" in names)
    assert new_year(year)[0] == days[0]


def test_animal_and_sak_change_on_different_days():
    before, songkran, between, lerng_sak = (lunar_date(date(2024, 4, n)) for n in (12, 13, 15, 16))
    assert new_year(2024) == (date(2024, 4, 13), date(2024, 4, 16))
    assert before.animal + 1 == songkran.animal == between.animal == lerng_sak.animal
    assert before.sak == songkran.sak == between.sak == lerng_sak.sak - 1


def test_every_day_follows_the_one_before():
    first = date(1950, 1, 1)
    found = [lunar_date(first + timedelta(n)) for n in range((LAST - first).days + 1)]
    for one, following in pairwise(found):
        assert following.weekday == (one.weekday + 1) % 7
        assert following.animal in (one.animal, (one.animal + 1) % 12)
        assert following.sak in (one.sak, (one.sak + 1) % 10)
        assert following.buddhist_era - one.buddhist_era in (0, 1)
        if following.day == one.day + 1:
            assert (following.month, following.waxing) == (one.month, one.waxing)
            continue
        assert following.day == 1
        if one.waxing:
            assert (one.day, following.waxing, following.month) == (15, False, one.month)
        else:
            assert one.day in (14, 15)
            assert following.waxing
            assert following.month in after(one.month)


def after(month):
    return {6: (7, FIRST_ASATH), FIRST_ASATH: (SECOND_ASATH,), SECOND_ASATH: (8,)}.get(
        month, ((month + 1) % 12,)
    )


def test_leap_months_and_leap_days():
    assert "ខែបឋមាសាឍ" in line(day("2023-07-01"))
    assert "ខែទុតិយាសាឍ" in line(day("2023-08-01"))
    months = {lunar_date(date(2022, 1, 1) + timedelta(n)).month for n in range(365)}
    assert not months & {FIRST_ASATH, SECOND_ASATH}
    waning = {
        year: max(
            found.day
            for found in (lunar_date(date(year, 5, 1) + timedelta(n)) for n in range(75))
            if found.month == 6 and not found.waxing
        )
        for year in (2019, 2020, 2025)
    }
    assert waning == {2019: 14, 2020: 15, 2025: 15}


def test_days_on_which_the_line_wants_a_look():
    assert all(uncertain(date(2024, 4, on)) for on in (13, 14, 15, 16))
    assert uncertain(day("2025-05-11"))
    assert not any(map(uncertain, map(day, ("2024-04-12", "2024-04-17", "2025-05-12"))))


@pytest.mark.parametrize("on", [date.min, FIRST - timedelta(1), LAST + timedelta(1), date.max])
def test_days_outside_the_range_have_no_lunar_date(on):
    assert lunar_date(on) is None
    assert line(on) == english_line(on) == ""
    uncertain(on)


def test_the_range_has_dates_to_its_ends():
    assert line(FIRST).startswith("ថ្ងៃច័ន្ទ ១កើត ខែបុស្ស")
    assert line(LAST)
