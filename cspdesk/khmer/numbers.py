"""Numbers as they are read aloud, for the opening of official papers."""

from __future__ import annotations

_ONES = ("", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន")
_TENS = ("", "ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប")
_POWERS = ((100_000, "សែន"), (10_000, "ម៉ឺន"), (1_000, "ពាន់"), (100, "រយ"))
_MILLION = 1_000_000


def spelled(number: int) -> str:
    """Return ``number`` in Khmer words, without spaces: 2022 is 'ពីរពាន់ម្ភៃពីរ'.

    Raises:
        ValueError: the number is negative.
    """
    if number < 0:
        raise ValueError(number)
    return _spelled(number) or "សូន្យ"


def _spelled(number: int) -> str:
    if number >= _MILLION:
        millions, rest = divmod(number, _MILLION)
        return _spelled(millions) + "លាន" + _spelled(rest)
    words = ""
    for power, name in _POWERS:
        count, number = divmod(number, power)
        words += _ONES[count] + name if count else ""
    return words + _TENS[number // 10] + _ONES[number % 10]
