from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdesk.ui.typed import parse_date, parse_time, typed_date, typed_time

TODAY = date(2022, 12, 1)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("13/12/22", date(2022, 12, 13)),
        ("១៣/១២/២២", date(2022, 12, 13)),
        ("១៣/១២/២០២២", date(2022, 12, 13)),
        ("13.12.2022", date(2022, 12, 13)),
        ("13-12-2022", date(2022, 12, 13)),
        ("2022-12-13", date(2022, 12, 13)),
        ("131222", date(2022, 12, 13)),
        ("13122022", date(2022, 12, 13)),
        ("13/1", date(2022, 1, 13)),
        ("13", date(2022, 12, 13)),
        ("13/12/2566", date(2023, 12, 13)),
        (" 1/2/23 ", date(2023, 2, 1)),
    ],
)
def test_a_date_is_read_as_people_type_it(text: str, day: date) -> None:
    assert parse_date(text, TODAY) == day


@pytest.mark.parametrize("text", ["", "31/02/22", "32", "13/13/22", "soon", "13/12/222", "1/2/3/4"])
def test_what_is_no_date_gives_none(text: str) -> None:
    assert parse_date(text, TODAY) is None


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("8:30", time(8, 30)),
        ("08.30", time(8, 30)),
        ("៨:៣០", time(8, 30)),
        ("830", time(8, 30)),
        ("1430", time(14, 30)),
        ("8", time(8)),
        ("2:15 pm", time(14, 15)),
        ("12 am", time(0)),
    ],
)
def test_a_time_is_read_as_people_type_it(text: str, moment: time) -> None:
    assert parse_time(text) == moment


@pytest.mark.parametrize("text", ["", "25:00", "8:75", "noon", "13 pm", "0 am"])
def test_what_is_no_time_gives_none(text: str) -> None:
    assert parse_time(text) is None


@given(st.dates(date(1950, 1, 1), date(2399, 12, 31)), st.times())
def test_what_a_field_shows_can_be_typed_again(day: date, moment: time) -> None:
    assert parse_date(typed_date(day), TODAY) == day
    assert parse_time(typed_time(moment)) == moment.replace(second=0, microsecond=0)


@given(st.text(max_size=12))
def test_any_text_is_read_or_refused(text: str) -> None:
    parse_date(text, TODAY)
    parse_time(text)
