"""The contact list."""

from __future__ import annotations

from datetime import date

from cspdesk.models.organisation import Organisation
from cspdesk.models.people import ContactRow, Institution, Sex
from cspdesk.paper import contacts
from cspdesk.paper.blocks import Document, Table
from tests.paper.records import ATTENDEES, COUNCIL, ORGANISATION, PROVINCE, VSG, printed, said

ROWS = [
    ContactRow(VSG, ATTENDEES[0].person, "នាយក"),
    ContactRow(PROVINCE, ATTENDEES[1].person),
    ContactRow(COUNCIL),
]


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_a_row_tells_whom_to_call_and_where() -> None:
    rows = table(contacts.compose(ROWS, ORGANISATION, "km")).rows
    assert rows[0] == [
        "១",
        "អង្គការគាំទ្រភូមិ (VSG)\nVillage Support Group",
        "អង្គការ",
        "ក្រុងបាត់ដំបង ខេត្តបាត់ដំបង",
        "សុខ ភារៈ\nនាយក",
        "ប្រុស",
        "012 345 678\n096 123 4567",
    ]
    assert rows[1][3] == PROVINCE.address
    assert rows[2][1:] == ["ក្រុមប្រឹក្សាឃុំតាម៉ឺន", "ក្រុមប្រឹក្សា", "", "", "", ""]


def test_the_latin_name_comes_first_in_english() -> None:
    rows = table(contacts.compose(ROWS, ORGANISATION, "en")).rows
    assert rows[0][1] == "Village Support Group (VSG)\nអង្គការគាំទ្រភូមិ"
    assert rows[0][4:6] == ["Sok Phearak\nនាយក", "M"]


def test_without_a_person_the_phone_is_the_institutions() -> None:
    rows = table(contacts.compose([ContactRow(VSG)], ORGANISATION, "km")).rows
    assert rows[0][-1] == "053 952 123"


def test_the_foot_counts_institutions_and_people() -> None:
    foot = said(contacts.compose(ROWS, ORGANISATION, "en"))
    assert "Institutions: 3 · Contact persons: 2, of whom women: 1" in foot
    twice = [ROWS[0], ContactRow(VSG, ATTENDEES[1].person)]
    assert "Institutions: 1 · Contact persons: 2" in said(
        contacts.compose(twice, ORGANISATION, "en")
    )


def test_phones_can_be_left_off() -> None:
    document = contacts.compose(ROWS, ORGANISATION, "km", phones=False)
    assert "012" not in said(document)
    assert "012" not in "".join(printed(document))


def test_the_title_may_say_which_list_of_which_day() -> None:
    document = contacts.compose([], ORGANISATION, "km", title="NPDP", on=date(2022, 12, 13))
    assert "NPDP" in said(document)
    assert "ថ្ងៃទី១៣ ខែធ្នូ ឆ្នាំ២០២២" in said(document)


def test_66_institutions_fit_on_paper_with_all_their_names() -> None:
    rows = [
        ContactRow(Institution(name_km=f"សហគមន៍ {n:02}"), ATTENDEES[n % 2].person) for n in range(66)
    ]
    everything = "".join(printed(contacts.compose(rows, Organisation(), "km")))
    assert all(f"សហគមន៍{n:02}" in everything for n in range(66))
    assert ATTENDEES[1].person.sex is Sex.WOMAN
    assert "None" not in everything
