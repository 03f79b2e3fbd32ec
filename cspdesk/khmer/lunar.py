"""The Khmer lunar date of a day, as official papers write it above the solar one.

The reckoning is the arithmetical one of the Cambodian calendar (Chhankitek), not that of the sky:
a lunar year has 354 days, with a month or a day more where the rules of its Buddhist era say so.
Three things change within it, each on a day of its own: the animal when the sun enters Aries (Moha
Songkran, 13 or 14 April), the sak on Lerng Sak two or three days later, and the Buddhist era on the
first waning day of Pisakh, after Visak Bochea.

The rules hold for ever; the range is what has been compared with published calendars.
"""

from __future__ import annotations

import functools
from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from cspdesk.khmer.digits import to_khmer_digits

FIRST, LAST = date(1900, 1, 1), date(2100, 12, 31)
"""Other days have no lunar date here: functions return None or ''."""

# Khmer, then the usual spelling in Latin letters. The lunar year of the reckoning begins here.
MONTHS = (
    ("មិគសិរ", "Migasir"),
    ("បុស្ស", "Boss"),
    ("មាឃ", "Meak"),
    ("ផល្គុន", "Phalkun"),
    ("ចេត្រ", "Chetr"),
    ("ពិសាខ", "Pisakh"),
    ("ជេស្ឋ", "Jesth"),
    ("អាសាឍ", "Asath"),
    ("ស្រាពណ៍", "Srap"),
    ("ភទ្របទ", "Phatrabot"),
    ("អស្សុជ", "Assoch"),
    ("កត្ដិក", "Kadek"),
    ("បឋមាសាឍ", "First Asath"),
    ("ទុតិយាសាឍ", "Second Asath"),
)
_PISAKH, _JESTH, _ASATH, _LEAP_ASATHS = 5, 6, 7, (12, 13)
WEEKDAYS = (
    ("ច័ន្ទ", "Monday"),
    ("អង្គារ", "Tuesday"),
    ("ពុធ", "Wednesday"),
    ("ព្រហស្បតិ៍", "Thursday"),
    ("សុក្រ", "Friday"),
    ("សៅរ៍", "Saturday"),
    ("អាទិត្យ", "Sunday"),
)
ANIMALS = (
    ("ជូត", "Rat"),
    ("ឆ្លូវ", "Ox"),
    ("ខាល", "Tiger"),
    ("ថោះ", "Rabbit"),
    ("រោង", "Dragon"),
    ("ម្សាញ់", "Snake"),
    ("មមី", "Horse"),
    ("មមែ", "Goat"),
    ("វក", "Monkey"),
    ("រកា", "Rooster"),
    ("ច", "Dog"),
    ("កុរ", "Pig"),
)
SAKS = (
    "សំរឹទ្ធិស័ក",
    "ឯកស័ក",
    "ទោស័ក",
    "ត្រីស័ក",
    "ចត្វាស័ក",
    "បញ្ចស័ក",
    "ឆស័ក",
    "សប្តស័ក",
    "អដ្ឋស័ក",
    "នព្វស័ក",
)
_ORDINALS = {1: "1st", 2: "2nd", 3: "3rd"}

# The first of Migasir of the lunar year of 1900: 1 January 1900 was the first of Boss.
_EPOCH = date(1899, 12, 3).toordinal()
# The day counted 0 by the rules of the small era (Chulasakarat).
_SMALL_ERA = date(2022, 4, 16).toordinal() - (292207 * 1384 + 373) // 800
_MEAN_SUN_LAGS = 132
"""Eight-hundredths of a day, and two days: so much later than the sun does its mean enter Aries."""


@dataclass(frozen=True)
class LunarDate:
    """A day of the Khmer calendar.

    ``day`` counts 1 to 15 from the new moon (waxing, កើត) or from the full one (waning, រោច);
    ``month``, ``animal``, ``sak`` and ``weekday`` are places in the tables of this module.
    """

    weekday: int
    day: int
    waxing: bool
    month: int
    animal: int
    sak: int
    buddhist_era: int


def lunar_date(day: date) -> LunarDate | None:
    """Return the lunar date of a day between FIRST and LAST, else None."""
    if not FIRST <= day <= LAST:
        return None
    number = day.toordinal()
    starts = _year_starts()
    place = bisect_right(starts, number) - 1
    year, left = FIRST.year + place, number - starts[place]
    month, left = _month_at(year, left)
    waning, counted = divmod(left, 15)
    of_new_era = month > _PISAKH or (month == _PISAKH and waning)
    songkran, lerng_sak = new_year(day.year)
    return LunarDate(
        weekday=day.weekday(),
        day=counted + 1,
        waxing=not waning,
        month=month,
        animal=(day.year - 4 - (day < songkran)) % 12,
        sak=(day.year - 638 - (day < lerng_sak)) % 10,
        buddhist_era=year + (544 if of_new_era else 543),
    )


def line(day: date) -> str:
    """Return the date as papers have it: 'ថ្ងៃអង្គារ ៥រោច ខែមិគសិរ ឆ្នាំខាល ចត្វាស័ក ព.ស.២៥៦៦'.

    '' for a day outside the range.
    """
    found = lunar_date(day)
    if found is None:
        return ""
    phase = "កើត" if found.waxing else "រោច"
    return (
        f"ថ្ងៃ{WEEKDAYS[found.weekday][0]} {to_khmer_digits(found.day)}{phase}"
        f" ខែ{MONTHS[found.month][0]} ឆ្នាំ{ANIMALS[found.animal][0]} {SAKS[found.sak]}"
        f" ព.ស.{to_khmer_digits(found.buddhist_era)}"
    )


def english_line(day: date) -> str:
    """Return 'Tuesday, 5th waning day of Migasir, Year of the Tiger, B.E. 2566', or ''."""
    found = lunar_date(day)
    if found is None:
        return ""
    ordinal = _ORDINALS.get(found.day, f"{found.day}th")
    phase = "waxing" if found.waxing else "waning"
    return (
        f"{WEEKDAYS[found.weekday][1]}, {ordinal} {phase} day of {MONTHS[found.month][1]},"
        f" Year of the {ANIMALS[found.animal][1]}, B.E. {found.buddhist_era}"
    )


def uncertain(day: date) -> bool:
    """Tell whether the line should be looked at: year or era change within the day or near it.

    True from 13 to 16 April, when the court announces the hour of the New Year, and on Visak Bochea.
    """
    if day.month == 4 and 13 <= day.day <= 16:
        return True
    found = lunar_date(day)
    return found is not None and (found.day, found.waxing, found.month) == (15, True, _PISAKH)


@functools.lru_cache(maxsize=256)
def new_year(year: int) -> tuple[date, date]:
    """Return Moha Songkran and Lerng Sak of a year: the first and last day of the Khmer New Year."""
    days, part = divmod(292207 * (year - 638) + 373, 800)
    lerng_sak = _SMALL_ERA + days
    songkran = lerng_sak - (2 if part >= _MEAN_SUN_LAGS else 3)
    return date.fromordinal(songkran), date.fromordinal(lerng_sak)


@functools.lru_cache(maxsize=1)
def _year_starts() -> list[int]:
    """Return the day number of the first of Migasir that begins each year from FIRST on."""
    lengths = (
        sum(length for _month, length in _months(year)) for year in range(FIRST.year, LAST.year + 2)
    )
    return list(accumulate(lengths, initial=_EPOCH))


def _month_at(year: int, left: int) -> tuple[int, int]:
    """Return the month that lies ``left`` days into a lunar year, and the days into the month."""
    for month, length in _months(year):
        if left < length:
            return month, left
        left -= length
    raise AssertionError(year)


@functools.lru_cache(maxsize=256)
def _months(year: int) -> tuple[tuple[int, int], ...]:
    """Return the months, with their days, of the lunar year that Visak of ``year`` lies in."""
    leap_month, leap_day = _leaps(year)
    months: list[tuple[int, int]] = []
    for month in range(12):
        if month == _ASATH and leap_month:
            months += [(asath, 30) for asath in _LEAP_ASATHS]
        else:
            longer = month % 2 or (month == _JESTH and leap_day)
            months.append((month, 30 if longer else 29))
    return tuple(months)


def _leaps(year: int) -> tuple[bool, bool]:
    """Tell whether a lunar year has a month more, or a day; never both: the day waits a year."""
    month, day = _month_due(year), _day_due(year)
    waited = _month_due(year - 1) and _day_due(year - 1)
    return month, not month and (day or waited)


def _month_due(year: int) -> bool:
    age, next_age = _moon(year)[0], _moon(year + 1)[0]
    if age == 25:
        return next_age != 5
    if age == 24:
        return next_age == 6
    return age > 25 or age < 6


def _day_due(year: int) -> bool:
    left = _moon(year)[1]
    _days, part = divmod(292207 * (year + 544) + 499, 800)
    if 800 - part <= 207:  # a solar year of 366 days
        return left <= 126
    return left <= 137 and not (left == 137 and _moon(year + 1)[1] == 0)


@functools.lru_cache(maxsize=256)
def _moon(year: int) -> tuple[int, int]:
    """Return bodithey, the moon's age in days, and avoman, the rest in 692nds of a day."""
    days = (292207 * (year + 544) + 499) // 800 + 4
    lunar, rest = divmod(11 * days + 25, 692)
    return (lunar + days + 29) % 30, rest
