"""The sheet of institutions, to be signed and as attended."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cspdesk.models.meetings import MeetingRecord, Presence
from cspdesk.models.people import Institution, Sex
from cspdesk.paper import institutions
from cspdesk.paper.blocks import Document, Table
from tests.paper.records import (
    COUNCIL,
    EMPTY,
    HELD,
    PROVINCE,
    VSG,
    attendee,
    printed,
    said,
    texts,
)


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def before(record: MeetingRecord, language: str = "en", **options: object) -> Document:
    return institutions.compose(record, language, attended=False, **options)  # type: ignore[arg-type]


def after(record: MeetingRecord, language: str = "en") -> Document:
    return institutions.compose(record, language, attended=True)


def test_before_the_meeting_each_institution_has_one_row_with_room_to_sign() -> None:
    sheet = table(before(HELD, blank_rows=2))
    assert [row[:6] for row in sheet.rows[:2]] == [
        [
            "1",
            "Village Support Group (VSG)",
            "NGO",
            "Sok Phearak",
            "M",
            "012 345 678\n096 123 4567",
        ],
        ["2", "Provincial Administration", "Administration", "H.E. Lim Vannary", "F", ""],
    ]
    assert [row[1] for row in sheet.rows[2:4]] == ["ក្រុមប្រឹក្សាឃុំតាម៉ឺន", "មន្ទីរផែនការ"]
    assert [list(row) for row in sheet.rows[4:]] == [["5"], ["6"]]
    assert [row[0] for row in sheet.spare][:1] == ["7"]
    assert sheet.columns[-1].title == "Signature / thumbprint"
    assert sheet.columns[-1].width >= 35
    assert sheet.row_height >= 9.5
    assert sum(column.width for column in sheet.columns) <= 267 - 40


def test_who_represents_nobody_leaves_the_number_of_the_institution() -> None:
    record = replace(HELD, attendees=(), institutions_invited=(VSG,))
    assert table(before(record)).rows[0][5] == "053 952 123"


def test_two_people_of_one_institution_are_one_row() -> None:
    two = tuple(attendee(f"ឈ្មោះ {n}", f"Name {n}", Sex.WOMAN, VSG) for n in range(2))
    record = replace(HELD, attendees=two, institutions_invited=(VSG,), headcounts=())
    assert len(table(before(record, blank_rows=0)).rows) == 1
    (row,) = table(after(record)).rows
    assert row[3] == "Name 0\nName 1"
    assert row[-4:] == ["2", "0", "0", "2"]


def test_after_the_meeting_the_rows_add_up_to_the_total() -> None:
    sheet = table(after(HELD))
    assert [(row[1], row[3], row[-1]) for row in sheet.rows] == [
        ("Village Support Group (VSG)", "Sok Phearak, នាយក, 012 345 678", "1"),
        ("Provincial Administration", "H.E. Lim Vannary", "1"),
        ("ក្រុមប្រឹក្សាឃុំតាម៉ឺន", "Nobody came", "0"),
        ("មន្ទីរផែនការ", "Nobody came", "0"),
        ("Without an institution", "", "1"),
        ("Participants counted without names", "", "17"),
    ]
    for at in range(-4, 0):
        assert sum(int(row[at]) for row in sheet.rows) == int(sheet.totals[at])
    assert sheet.totals[-4:] == ["11", "6", "3", "20"]
    foot = "Institutions invited: 4 · Of these came: 2 · Came uninvited: 0"
    assert foot in said(after(HELD))


def test_a_number_stands_behind_its_owner() -> None:
    none, some = (
        attendee("ក", "A", institution=VSG),
        attendee("ខ", "B", institution=VSG, phones=("012345678",)),
    )
    (row,) = table(
        after(replace(HELD, attendees=(none, some), institutions_invited=(), headcounts=()))
    ).rows
    assert row[3] == "A\nB, 012 345 678"


def test_who_came_uninvited_is_listed_and_counted_apart() -> None:
    walked_in = attendee("ដារា", "Dara", Sex.MAN, PROVINCE, invited=False)
    record = replace(HELD, attendees=(walked_in,), institutions_invited=(COUNCIL,))
    assert "Institutions invited: 1 · Of these came: 0 · Came uninvited: 1" in said(after(record))
    assert [row[1] for row in table(before(record, blank_rows=0)).rows] == ["ក្រុមប្រឹក្សាឃុំតាម៉ឺន"]


def test_who_was_neither_invited_nor_came_puts_no_institution_on_the_sheet() -> None:
    left = attendee("ដារា", "Dara", Sex.MAN, PROVINCE, Presence.ABSENT, invited=False)
    record = replace(HELD, attendees=(left,), institutions_invited=(COUNCIL,), headcounts=())
    assert [row[1] for row in table(after(record)).rows] == ["ក្រុមប្រឹក្សាឃុំតាម៉ឺន"]


def test_numbers_can_be_left_off() -> None:
    for attended in (False, True):
        document = institutions.compose(HELD, "km", attended=attended, phones=False)
        assert "012" not in "".join(printed(document))
        widest = max(map(len, table(document).rows))
        assert widest <= len(table(document).columns)


@pytest.mark.parametrize("language", ["km", "en"])
@pytest.mark.parametrize("attended", [False, True])
def test_an_empty_meeting_gives_a_sheet_without_rubbish(language: str, attended: bool) -> None:
    document = institutions.compose(EMPTY, language, attended=attended)
    assert "None" not in said(document)
    assert all(text == text.strip() for text in texts(document.blocks))
    assert printed(document)


def test_66_institutions_with_long_names_are_all_on_paper() -> None:
    many = tuple(Institution(name_km="សមាគមកសិករ" * 10 + f" {n:02}") for n in range(66))
    everything = "".join(printed(before(replace(HELD, institutions_invited=many))))
    assert all(f"សមាគមកសិករ{n:02}" in everything for n in range(66))
