"""Numbers, dates and times as the interface shows them: in its language, with chosen digits."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time

from cspdesk.errors import DeskError
from cspdesk.i18n import _, current_language, pgettext

_KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


class Words:
    """Formats for the screen. ``digits`` answers 'khmer' or 'arabic' each time it is asked."""

    def __init__(self, digits: Callable[[], str]) -> None:
        self._digits = digits

    def digits(self, text: str) -> str:
        """Return ``text`` with its digits as chosen. Not for phones: they stay as typed."""
        return text.translate(_KHMER_DIGITS) if self._digits() == "khmer" else text

    def number(self, value: int) -> str:
        """Return 1234 as '1 234' (thin groups are easier to read than commas in Khmer)."""
        return self.digits(f"{value:,}".replace(",", "\N{NO-BREAK SPACE}"))

    def day(self, day: date | None) -> str:
        """Return '13 Dec 2022', '១៣ ធ្នូ ២០២២'; '' for no date."""
        if day is None:
            return ""
        return self.digits(f"{day.day} {month(day.month, short=True)} {day.year}")

    def day_month(self, day: date) -> str:
        """Return '13 Dec', '១៣ ធ្នូ'."""
        return self.digits(f"{day.day} {month(day.month, short=True)}")

    def month_year(self, day: date) -> str:
        """Return 'December 2022', 'ធ្នូ ២០២២'."""
        return self.digits(f"{month(day.month)} {day.year}")

    def long_day(self, day: date) -> str:
        """Return 'Tuesday 13 December 2022', 'ថ្ងៃអង្គារ ទី១៣ ខែធ្នូ ឆ្នាំ២០២២'."""
        pattern = pgettext("date", "{weekday} {day} {month} {year}")
        return self.digits(
            pattern.format(
                weekday=weekday(day.weekday()), day=day.day, month=month(day.month), year=day.year
            )
        )

    def clock(self, moment: time | None) -> str:
        """Return '08:30'; '' for no time."""
        return self.digits(moment.strftime("%H:%M")) if moment else ""

    def times(self, starts: time | None, ends: time | None) -> str:
        """Return '08:00–11:30', or the one that is known."""
        return "–".join(part for part in (self.clock(starts), self.clock(ends)) if part)


def month(number: int, *, short: bool = False) -> str:
    """Return the name of month 1..12 in the interface's language; Khmer has no short form."""
    names = (
        _("January"),
        _("February"),
        _("March"),
        _("April"),
        _("May"),
        _("June"),
        _("July"),
        _("August"),
        _("September"),
        _("October"),
        _("November"),
        _("December"),
    )
    name = names[number - 1]
    return name[:3] if short and current_language() == "en" else name


def weekday(number: int) -> str:
    """Return the name of weekday 0 (Monday) .. 6 in the interface's language."""
    return (
        _("Monday"),
        _("Tuesday"),
        _("Wednesday"),
        _("Thursday"),
        _("Friday"),
        _("Saturday"),
        _("Sunday"),
    )[number]


def error_text(error: DeskError) -> str:
    """Return an error's message and hint, translated and filled."""
    parts = (_(error.message).format(**error.fields), _(error.hint).format(**error.fields))
    return " ".join(part for part in parts if part)
