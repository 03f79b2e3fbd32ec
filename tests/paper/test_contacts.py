"""The contact list."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cspdesk.models.organisation import Organisation
from cspdesk.models.people import ContactRow, Institution, Sex
from cspdesk.paper import contacts
from cspdesk.paper.blocks import Document, Table
from cspdesk.paper.contacts import COLUMNS
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


REACHABLE = ContactRow(
    replace(
        VSG, email="office@vsg.example", telegram="@villages", address="St. 3, tel. 053 952 123"
    ),
    replace(ATTENDEES[0].person, email="phearak@mail.example", telegram="@phearak"),
    "នាយក ០១២ ៣៤៥ ៦៧៨ @sokph sok@mail.example t.me/sokph",
)


def test_a_copy_to_share_holds_no_number_and_says_so() -> None:
    letterhead = Organisation(
        name_en="Network 012,345,678", address_en="Battambang, tel. 053 730 000, npdp@net.example"
    )
    document = contacts.compose(
        [REACHABLE], letterhead, "en", title="search: 053 952 123", columns=COLUMNS, reach="nobody"
    )
    paper = "".join(printed(document))
    assert document.author == "Network …"
    for secret in ("012", "096", "053", "952", "០១២", "@villages", "phearak", "sok@", "sokph"):
        assert secret not in said(document)
        assert secret not in paper
    assert "npdp@net.example" in said(document), "of the organisation itself"
    assert "Copy to share: without phone numbers and personal addresses" in said(document)
    assert "office@vsg.example" in said(document)
    titles = [column.title for column in table(document).columns]
    assert "Phone number" not in titles
    assert "Telegram" not in titles


def test_a_copy_to_share_has_no_line_for_a_number_that_is_left_off() -> None:
    letterhead = Organisation(
        name_km="បណ្ដាញ", address_km="ក្រុងបាត់ដំបង\nទូរស័ព្ទ៖ 012 345 678 / ០៩៦ ៧៨៩ ០១២៣"
    )
    document = contacts.compose([REACHABLE], letterhead, "km", reach="nobody")
    paper = "".join(printed(document))
    assert "ក្រុងបាត់ដំបង" in paper
    assert "ទូរស័ព្ទ៖" not in paper


def test_of_institutions_only_their_own_numbers_are_told() -> None:
    document = contacts.compose(
        [REACHABLE], ORGANISATION, "en", columns=COLUMNS, reach="institutions"
    )
    text = said(document)
    assert "053 952 123" in text
    assert "@villages" in text
    for secret in ("012 345 678", "០១២", "phearak@", "sok@", "sokph"):
        assert secret not in text
    assert "Phone numbers and addresses of institutions only" in text


def test_the_columns_are_those_that_were_chosen() -> None:
    document = contacts.compose([REACHABLE], ORGANISATION, "en", columns=("telegram", "email"))
    assert [column.title for column in table(document).columns] == [
        "No.", "Institution", "Email", "Telegram"
    ]  # fmt: skip
    assert table(document).rows[0][2:] == ["phearak@mail.example", "@phearak"]
    without = table(contacts.compose([REACHABLE], ORGANISATION, "en", columns=("person",)))
    assert without.rows[0][-1] == "Sok Phearak"
    alone = table(contacts.compose([REACHABLE], ORGANISATION, "en", columns=("sex", "position")))
    assert len(alone.columns) == 2


def test_a_list_of_people_begins_with_their_names() -> None:
    stranger = ContactRow(Institution(), ATTENDEES[3].person)
    document = contacts.compose([REACHABLE, stranger], ORGANISATION, "en", people_first=True)
    assert [column.title for column in table(document).columns][:4] == [
        "No.", "Contact person", "Sex", "Institution"
    ]  # fmt: skip
    assert table(document).rows[1] == ["2", "Chan Dara", "", "", "", "", ""]
    assert "Institutions: 1 · Contact persons: 2" in said(document)


def test_all_columns_fit_on_paper_whatever_the_names() -> None:
    long = replace(REACHABLE.institution, name_km="សមាគមកសិករ" * 12, email="office@" + "long." * 9)
    row = ContactRow(long, REACHABLE.person, REACHABLE.position)
    everything = "".join(printed(contacts.compose([row] * 3, ORGANISATION, "km", columns=COLUMNS)))
    assert everything.count("សមាគមកសិករ") == 36


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
