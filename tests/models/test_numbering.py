from __future__ import annotations

import pytest

from cspdesk.models.numbering import complaint, filled


@pytest.mark.parametrize("pattern", ["", "{number}", "លេខ {number}/{yy} ប.អ.", "{ number }/{yy}"])
def test_a_good_pattern_has_no_complaint(pattern: str) -> None:
    assert complaint(pattern) == ("", "")


@pytest.mark.parametrize(
    ("pattern", "part"),
    [
        ("{no}/{yy}", "{no}"),
        ("{number}/{}", "{}"),
        ("{number/{yy}", "{"),
        ("{number}}/{yy}", "}"),
        ("12/{yy}", "{number}"),
    ],
)
def test_what_is_wrong_is_named(pattern: str, part: str) -> None:
    text, about = complaint(pattern)
    assert about == part
    assert part in text.format(part=about)


def test_a_pattern_is_filled_and_odd_braces_stay() -> None:
    assert filled("{number}/{yy} ប.អ.", "12", "26") == "12/26 ប.អ."
    assert filled("{number}/{ yy }", "7", "05") == "7/05"
    assert filled("{x}{number", "7", "05") == "{x}{number"
