import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdesk.models.phones import Phone, display, hidden, normalise, split


@pytest.mark.parametrize(
    ("cell", "phones"),
    [
        ("077 957 121 / 031 869 381", ["077 957 121", "031 869 381"]),
        ("012345678 098765432", ["012345678", "098765432"]),
        ("012 345 678-0967654321", ["012 345 678", "0967654321"]),
        ("012 345 678 និង 096 123 4567", ["012 345 678", "096 123 4567"]),
        ("012/345678", ["012/345678"]),
        ("012 345 678/79", ["012 345 678/79"]),
        ("", []),
    ],
)
def test_a_cell_may_hold_several(cell, phones):
    assert split(cell) == phones


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("012345678", "012 345 678"),
        ("077-104-749", "077 104 749"),
        ("០៩៧ ២៣៨ ០៥១៦", "097 238 0516"),
        ("+855 12 508 729", "012 508 729"),
        ("+855 (0)12 508 729", "012 508 729"),
        ("00855 88 491 2268", "088 491 2268"),
        ("012/345678", "012 345 678"),
        ("Tel: 012 345 678", "012 345 678"),
        ("+33612345678", "+33 6 12 34 56 78"),
    ],
)
def test_forms(typed, stored):
    assert normalise(typed) == Phone(stored)
    assert display(stored) == stored


def test_a_lost_zero_comes_back_and_is_said():
    assert normalise("10293179") == Phone("010 293 179", zero_restored=True)
    assert normalise("881102004") == Phone("088 110 2004", zero_restored=True)


@pytest.mark.parametrize("typed", ["call Sok", "1234", "+33 1", "012 345 678/79", "៣៣០នាក់"])
def test_what_is_no_number_is_kept_as_typed(typed):
    assert normalise(typed) == Phone(typed, recognised=False)


PHONE_TEXT = st.text(alphabet="0123456789០១៩ +-/().,;ab\n", max_size=40)


def digits_of(text):
    return "".join(str(int(digit)) for digit in re.findall(r"\d", text))


@given(PHONE_TEXT)
def test_no_digit_is_ever_lost(text):
    assert digits_of("".join(split(text))) == digits_of(text)
    kept = digits_of(normalise(text).text)
    assert digits_of(text).removeprefix("00").removeprefix("855").lstrip("0") in kept


@given(PHONE_TEXT)
def test_normalising_twice_changes_nothing(text):
    once = normalise(text)
    assert normalise(once.text).text == once.text


def test_a_date_in_the_column_of_phones_is_no_number():
    assert normalise("2022-12-31") == Phone("2022-12-31", recognised=False)
    assert normalise("12-345-678").text == "012 345 678"


@pytest.mark.parametrize(
    "text",
    [
        "012 345 678", "០១២ ៣៤៥ ៦៧៨", "(+855) 12-345-678", "+855(0)12345678", "012_345_678",
        "012,345,678", "012·345·678", "012\u2009345\u2009678", "012\u200b345\u200b678",
    ],
)  # fmt: skip
def test_a_number_is_hidden_however_it_is_written(text):
    assert hidden(f"ផ្លូវ 271, 12000 ({text}) ឆ្នាំ 2022").count("…") == 1
    assert "345" not in hidden(text)
    assert hidden("ផ្លូវ 271, 12000 ភ្នំពេញ 2022") == "ផ្លូវ 271, 12000 ភ្នំពេញ 2022"


@pytest.mark.parametrize("text", ["sok@mail.example", "@sokph", "https://t.me/sokph", "T.me/sokph"])
def test_addresses_are_hidden_where_that_is_wanted(text):
    assert hidden(text) == text
    assert hidden(f"Telegram: {text}", addresses=True) == "Telegram: …"
