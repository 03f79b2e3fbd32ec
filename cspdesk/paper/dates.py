"""Dates and times as documents write them.

CLDR's long form lacks the words that Khmer papers put before day, month and year, so the patterns
are messages of our own.
"""

from __future__ import annotations

from datetime import date, time

from cspdesk.i18n import N_
from cspdesk.khmer import lunar
from cspdesk.khmer.digits import to_ascii_digits
from cspdesk.paper.wording import DOTS, Wording

_MONTHS = (
    N_("January"),
    N_("February"),
    N_("March"),
    N_("April"),
    N_("May"),
    N_("June"),
    N_("July"),
    N_("August"),
    N_("September"),
    N_("October"),
    N_("November"),
    N_("December"),
)


def long_date(words: Wording, day: date | None) -> str:
    """Return '13 December 2022', 'ថ្ងៃទី១៣ ខែធ្នូ ឆ្នាំ២០២២'; '' for no date."""
    if day is None:
        return ""
    return words.pgettext(
        "date on paper",
        "{day} {month} {year}",
        day=day.day,
        month=words.gettext(_MONTHS[day.month - 1]),
        year=day.year,
    )


def weekday_date(words: Wording, day: date) -> str:
    """Return 'Tuesday 13 December 2022', 'ថ្ងៃអង្គារ ទី១៣ ខែធ្នូ ឆ្នាំ២០២២'."""
    return words.pgettext(
        "date",
        "{weekday} {day} {month} {year}",
        weekday=words.gettext(lunar.WEEKDAYS[day.weekday()][1]),
        day=day.day,
        month=words.gettext(_MONTHS[day.month - 1]),
        year=day.year,
    )


def date_to_write(words: Wording) -> str:
    """Return room for a date that is written by hand."""
    return words.pgettext("date on paper", "Date: {dots}", dots=DOTS)


def short_date(words: Wording, day: date | None) -> str:
    """Return '13/12/2022', '១៣/១២/២០២២' for narrow columns; '' for no date."""
    return words.digits(f"{day:%d/%m/%Y}") if day else ""


def day_and_month(words: Wording, day: date) -> str:
    """Return '13/12', '១៣/១២' for the head of a narrow column."""
    return words.digits(f"{day:%d/%m}")


def days(words: Wording, first: date | None, count: int) -> str:
    """Return the first and the last of several days; the one day there is; '' for no date."""
    if first is None or count == 1:
        return long_date(words, first)
    return words.pgettext(
        "date on paper",
        "{first} to {last}",
        first=long_date(words, first),
        last=long_date(words, later(first, count - 1)),
    )


def later(day: date, count: int) -> date:
    """Return the day ``count`` days later, or the last day that a calendar has."""
    return date.fromordinal(min(day.toordinal() + count, date.max.toordinal()))


def spelled_date(words: Wording, day: date) -> str:
    """Return the date that opens minutes: 'ឆ្នាំពីរពាន់ម្ភៃពីរ ខែធ្នូ ថ្ងៃទីដប់បី'."""
    return words.pgettext(
        "opening of minutes",
        "On {day} {month} {year}",
        day=words.spelled(day.day),
        month=words.gettext(_MONTHS[day.month - 1]),
        year=words.spelled(day.year),
    )


def lunar_line(words: Wording, day: date | None, typed: str = "") -> str:
    """Return the lunar date that Khmer papers have above the solar one.

    What was typed replaces what is reckoned, and stays as it was typed. '' in English papers, for
    no date, and for a day outside the range of ``khmer.lunar``.
    """
    if not words.khmer:
        return ""
    reckoned = lunar.line(day) if day else ""
    return typed.strip() or (reckoned if words.khmer_digits else to_ascii_digits(reckoned))


def times(words: Wording, starts: time | None, ends: time | None) -> str:
    """Return '08:30–11:30', the one that is known, or ''."""
    return words.digits("–".join(f"{moment:%H:%M}" for moment in (starts, ends) if moment))


def clock(words: Wording, moment: time) -> str:
    """Return the time as a sentence says it: '០៨ និង ៣០ នាទីព្រឹក', '08:30 in the morning'."""
    fields = {
        "hour": words.digits(f"{moment.hour % 12 or 12:02}"),
        "minute": words.digits(f"{moment.minute:02}"),
    }
    if moment.hour < 12:
        return words.gettext("{hour}:{minute} in the morning", **fields)
    if moment.hour == 12:
        return words.gettext("{hour}:{minute} at midday", **fields)
    if moment.hour < 17:
        return words.gettext("{hour}:{minute} in the afternoon", **fields)
    return words.gettext("{hour}:{minute} in the evening", **fields)
