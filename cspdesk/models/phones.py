"""Phone numbers as people in Cambodia write them: '012 345 678', '096 123 4567', '+33 …'."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cspdesk.khmer.digits import to_ascii_digits
from cspdesk.khmer.text import clean_line

_BETWEEN = re.compile(r"\s*(?:[/,;|\n·&]|\s(?:or|and|ឬ|និង)\s)\s*")
_NATIONAL = re.compile(r"(?:\+?855[ .-]*)?0?[1-9](?:[ .-]?\d){7,8}(?!\d)")
_LABEL = re.compile(r"^(?:tel|phone|mobile|hp|លេខទូរស័ព្ទ|ទូរស័ព្ទ)\s*[.:៖]*\s*(?=[+\d(])", re.I)
_WRITTEN = re.compile(r"[+\d][\d ().\-/]*")
_DATE = re.compile(r"(?:19|20)\d\d-[01]\d-[0-3]\d")
_FEWEST_DIGITS = 6
_MAYBE_PHONE = re.compile(
    r"\(?\+?\d(?:(?:[ ()./\\_·\u00a0\u00ad\u2000-\u2015\u202f\u2060\ufeff-]{0,3}|,)\d){6,}"
)
_ADDRESS = re.compile(r"[^\s@,;:<>()]*@[\w.-]+|(?:https?://)?t(?:elegram)?\.me/\S+", re.I)


@dataclass(frozen=True)
class Phone:
    """One number as it is stored, and what had to be done to it.

    ``text`` is the national form of a Cambodian number, the international form of a foreign one,
    or what was typed where it was not ``recognised``. ``zero_restored`` tells that the first 0,
    which spreadsheets drop from numbers, was put back.
    """

    text: str
    recognised: bool = True
    zero_restored: bool = False


def split(text: str) -> list[str]:
    """Return the numbers of a cell that may hold several, each as typed ('012 345 678 / 089 …').

    No digit is ever lost: a part too short for a number of its own stays with its neighbour.
    """
    text = clean_line(text)
    parts: list[str] = []
    end = 0
    for part in filter(None, _BETWEEN.split(text)):
        start = text.index(part, end)
        if parts and min(_digit_count(parts[-1]), _digit_count(part)) < _FEWEST_DIGITS:
            parts[-1] += text[end:start] + part
        else:
            parts += _apart(part)
        end = start + len(part)
    return parts


def normalise(text: str) -> Phone:
    """Return one number in the form in which it is stored and shown.

    A number of 8 or 9 digits gets its lost 0 back; +855 becomes 0; Khmer digits become Latin ones.
    Anything that is no number of 9 or 10 digits in Cambodia and no valid foreign one, such as a
    date (2022-12-31), is kept exactly as typed, apart from invisible characters.
    """
    typed = clean_line(text)
    written = _LABEL.sub("", to_ascii_digits(typed))
    if not _WRITTEN.fullmatch(written) or _DATE.fullmatch(written):
        return Phone(typed, recognised=False)
    digits = re.sub(r"\D", "", written)
    if written.startswith("+") and not digits.startswith("855"):
        return _foreign(written) or Phone(typed, recognised=False)
    national = re.sub("^(?:00)?855(?=0?[1-9]\\d{7,8}$)", "", digits)
    restored = not national.startswith("0") and national == digits
    national = f"0{national.removeprefix('0')}"
    if not re.fullmatch("0[1-9][0-9]{7,8}", national):
        return Phone(typed, recognised=False)
    return Phone(f"{national[:3]} {national[3:6]} {national[6:]}", zero_restored=restored)


def display(phone: str) -> str:
    """Return a stored or typed number as it is shown: '012 345 678', '+33 6 12 34 56 78'."""
    return normalise(phone).text


def hidden(text: str, *, addresses: bool = False) -> str:
    """Return a text with dots in place of every run of digits that may be a phone number.

    For copies that are shared: a number may have been typed into an address or a name too. Seven
    digits and more, in groups or not, Khmer or Latin, are taken for one; shorter ones are house
    numbers and years. ``addresses`` hides e-mail addresses and Telegram names as well.
    """
    if addresses:
        text = _ADDRESS.sub("…", text)
    return _MAYBE_PHONE.sub("…", text)


def _digit_count(text: str) -> int:
    return sum(character.isdecimal() for character in text)


def _apart(part: str) -> list[str]:
    """Return two full numbers that only a space or hyphen divides as two."""
    found = _NATIONAL.findall(to_ascii_digits(part))
    if len(found) > 1 and sum(map(_digit_count, found)) == _digit_count(part):
        return [number.strip() for number in found]
    return [part]


def _foreign(written: str) -> Phone | None:
    import phonenumbers

    try:
        number = phonenumbers.parse(written, None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_valid_number(number):
        return None
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return Phone(phonenumbers.format_number(number, form))
