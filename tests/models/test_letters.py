"""Letters are numbered by the organisation's pattern."""

from __future__ import annotations

import pytest

from cspdesk.models.letters import next_number

PATTERN = "{number}/{yy} ប.អ."


@pytest.mark.parametrize(
    ("used", "following"),
    [
        ([], "001/26 ប.អ."),
        (["០០៧/២៦ ប.អ.", "3/26 ប.អ.", ""], "008/26 ប.អ."),
        (["099/25 ប.អ."], "001/26 ប.អ."),
        (["41/26", "typed by hand"], "001/26 ប.អ."),
    ],
)
def test_the_next_number_follows_the_largest_of_its_year(used: list[str], following: str) -> None:
    assert next_number(PATTERN, used, 2026) == following


@pytest.mark.parametrize(
    ("pattern", "used", "following"),
    [
        (" {number}/{yy} ", "001/26", "002/26"),
        ("{number}-{number}/{yy}", "001-001/26", "002-002/26"),
        ("{number}{number}", "001001", "002002"),
        ("{}{number!x}", "{}{number!x}", "{}{number!x}"),
        ("{{number}}", "{001}", "{002}"),
        ("{number}/{yy}", "9" * 5000 + "/26", "001/26"),
    ],
)
def test_odd_patterns_and_numbers_still_give_a_number(
    pattern: str, used: str, following: str
) -> None:
    assert next_number(pattern, [used], 2026) == following


def test_a_pattern_without_a_year_counts_on() -> None:
    assert next_number("No. {number}", ["No. 012"], 2030) == "No. 013"


def test_without_a_pattern_the_number_is_written_by_hand() -> None:
    assert next_number(" ", ["12"], 2026) == ""
