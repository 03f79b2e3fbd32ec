from pathlib import Path

import pytest

from cspdesk.exchange.contacts import plan
from cspdesk.exchange.headings import FIELD_WORDS, Columns, Field, guess_columns, guess_header
from cspdesk.exchange.sheets import Sheet
from cspdesk.exchange.workbook import read

SAMPLE = Path(__file__).parents[1] / "data" / "npdp-contact-list.xlsx"


def guessed(*headings, cells=()):
    sheet = Sheet("list", (headings, *cells))
    return guess_columns(sheet, 0).fields


def test_the_sample_list():
    (sheet,) = read(SAMPLE)
    header = guess_header(sheet)
    assert header == 5
    assert guess_columns(sheet, header).fields == (
        Field.NUMBER, Field.INSTITUTION, Field.INSTITUTION_LATIN, Field.ACRONYM, Field.KIND, Field.ADDRESS,
        Field.PERSON, Field.PERSON_LATIN, Field.SEX, Field.POSITION, Field.PHONE, Field.CONTACT,
    )  # fmt: skip


def test_english_headings():
    assert guessed(
        "No.", "Organization", "Organization name (English)", "Type of organization", "Contact person",
        "Name in Latin letters", "Gender", "Job title", "Contact person's phone", "E-mail", "Telegram", "Province", "Remarks",
    ) == (
        Field.NUMBER, Field.INSTITUTION, Field.INSTITUTION_LATIN, Field.KIND, Field.PERSON,
        Field.PERSON_LATIN, Field.SEX, Field.POSITION, Field.PHONE, Field.EMAIL, Field.TELEGRAM, Field.PROVINCE, Field.REMARKS,
    )  # fmt: skip


def test_khmer_headings_in_any_spelling():
    assert guessed("ល.រ", "គោត្តនាម និងនាម", "ភេទ", "មុខងារ", "អង្គភាព", "លេខទូរសព្ទ", "ផ្សេង\u200bៗ") == (
        Field.NUMBER, Field.PERSON, Field.SEX, Field.POSITION, Field.INSTITUTION, Field.PHONE, Field.REMARKS,
    )  # fmt: skip


def test_a_plain_name_is_a_person_where_people_are_spoken_of():
    assert guessed("Name", "Sex", "Phone")[0] is Field.PERSON
    assert guessed("Name", "Address", "Phone")[0] is Field.INSTITUTION
    assert guessed("ឈ្មោះ", "ស្ថាប័ន")[0] is Field.PERSON


def test_columns_without_a_known_heading_are_told_by_their_cells():
    cells = [
        ("VSG", "012 345 678", "ស្រី", "@sok", "ឃុំតាម៉ឺន ស្រុកថ្មគោល", "whatever"),
        ("CPDD", "0961234567", "ប", "a@b.org", "Krong Battambang", "else"),
    ]
    assert guessed("Organization", "x1", "", "x3", "x4", "x5", cells=cells) == (
        Field.INSTITUTION, Field.PHONE, Field.SEX, Field.CONTACT, Field.ADDRESS, Field.IGNORED,
    )  # fmt: skip


@pytest.mark.parametrize(
    "rows",
    [
        (("1", "2"), ("3", "4")),
        (("បញ្ជីទំនាក់ទំនងស្ថាប័នក្នុងបណ្តាញ",), ("VSG", "012 345 678")),
        (),
    ],
)
def test_no_headings(rows):
    assert guess_header(Sheet("list", rows)) is None


def test_the_guess_can_be_corrected():
    columns = Columns((Field.IGNORED,))
    assert not columns.are_enough
    columns = columns.with_field(2, Field.PERSON)
    assert columns.fields == (Field.IGNORED, Field.IGNORED, Field.PERSON)
    assert columns.are_enough
    assert columns.of(Field.PERSON) == (2,)


def test_every_field_has_a_word():
    assert all(FIELD_WORDS[field] for field in Field)


TWO_ROWS = (
    ("List of members",),
    ("No", "Organization", "Contact person", "", "", ""),
    ("", "", "Name", "Sex", "Position", "Phone number"),
    ("1", "Org A", "Sok Dara", "M", "Director", "012345678"),
)


def test_headings_over_two_rows():
    sheet = Sheet("list", TWO_ROWS)
    assert guess_header(sheet) == 1
    assert guess_columns(sheet, 1).fields == (
        Field.NUMBER, Field.INSTITUTION, Field.PERSON, Field.SEX, Field.POSITION, Field.PHONE,
    )  # fmt: skip


def test_the_second_row_of_headings_is_no_person():
    made = plan(sheet := Sheet("list", TWO_ROWS), 1, guess_columns(sheet, 1))
    assert [person.name_latin for person in made.people] == ["Sok Dara"]
    assert [row.row for row in made.skipped] == [3]


def test_a_first_row_of_data_is_no_heading():
    rows = (("Organization", "Position"), ("អង្គការ អភិវឌ្ឍន៍", "អ្នកតំណាង"))
    made = plan(sheet := Sheet("list", rows), 0, guess_columns(sheet, 0))
    assert len(made.institutions) == 1
