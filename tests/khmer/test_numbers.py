"""Numbers read aloud in Khmer."""

from __future__ import annotations

import pytest

from cspdesk.khmer.numbers import spelled


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "សូន្យ"),
        (5, "ប្រាំ"),
        (6, "ប្រាំមួយ"),
        (10, "ដប់"),
        (13, "ដប់បី"),
        (20, "ម្ភៃ"),
        (31, "សាមសិបមួយ"),
        (47, "សែសិបប្រាំពីរ"),
        (99, "កៅសិបប្រាំបួន"),
        (100, "មួយរយ"),
        (330, "បីរយសាមសិប"),
        (2000, "ពីរពាន់"),
        (2022, "ពីរពាន់ម្ភៃពីរ"),
        (2566, "ពីរពាន់ប្រាំរយហុកសិបប្រាំមួយ"),
        (10_000, "មួយម៉ឺន"),
        (250_000, "ពីរសែនប្រាំម៉ឺន"),
        (3_000_001, "បីលានមួយ"),
    ],
)
def test_a_number_is_read_aloud(number: int, words: str) -> None:
    assert spelled(number) == words


def test_no_two_numbers_read_alike() -> None:
    assert len({spelled(number) for number in range(10_000)}) == 10_000


def test_there_are_no_negative_numbers() -> None:
    with pytest.raises(ValueError, match="-1"):
        spelled(-1)
