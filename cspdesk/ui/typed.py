"""Dates and times as people type them: 13/12/22, ១៣/១២/២២, 13-12-2022, 8:30, 830, ៨."""

from __future__ import annotations

import re
from datetime import date, time

from cspdesk.khmer.digits import to_ascii_digits

_BUDDHIST_ERA = 543


def parse_date(text: str, today: date) -> date | None:
    """Read a typed date, day first.

    A missing month or year is that of ``today``; two digits are years of this century; a year
    from 2400 on is of the Buddhist era (Khmer civil use: 543 years ahead).

    Returns:
        the date, or None where the text is no date.
    """
    text = to_ascii_digits(text).strip()
    iso = re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text)
    parts = [int(part) for part in iso.groups()][::-1] if iso else _day_first(text)
    if not parts:
        return None
    day, month, year = (*parts, *(today.month, today.year)[len(parts) - 1 :])
    if year < 100:
        year += 2000
    elif year >= 2400:
        year -= _BUDDHIST_ERA
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _day_first(text: str) -> list[int]:
    if re.fullmatch(r"\d{6}|\d{8}", text):
        return [int(text[:2]), int(text[2:4]), int(text[4:])]
    if not re.fullmatch(r"\d{1,2}([/. -]\d{1,2}([/. -](\d{2}|\d{4}))?)?", text):
        return []
    return [int(part) for part in re.split(r"[/. -]", text)]


def parse_time(text: str) -> time | None:
    """Read a typed time of the day: '8:30', '08.30', '830', '8', '៨:៣០', '2:15 pm'.

    Returns:
        the time, or None where the text is no time.
    """
    text = to_ascii_digits(text).strip().lower()
    found = re.fullmatch(r"(\d{1,2})(?:[:.h ]?(\d{2}))?\s*(am|pm)?", text)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3] and not 1 <= hour <= 12:
        return None
    if found[3]:
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def typed_date(day: date | None) -> str:
    """Return a date as a field shows it for typing: '13/12/2022'."""
    return day.strftime("%d/%m/%Y") if day else ""


def typed_time(moment: time | None) -> str:
    """Return a time as a field shows it for typing: '08:30'."""
    return moment.strftime("%H:%M") if moment else ""
