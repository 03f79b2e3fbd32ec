from pathlib import Path

import openpyxl
import pytest

from cspdesk.errors import UnreadableFile
from cspdesk.exchange.contacts import plan, read_plan
from cspdesk.exchange.headings import guess_columns
from cspdesk.exchange.sheets import Sheet
from cspdesk.models.imports import Severity
from cspdesk.models.people import InstitutionKind, Sex

SAMPLE = Path(__file__).parents[1] / "data" / "npdp-contact-list.xlsx"
HEADINGS = ("ល.រ", "ស្ថាប័ន", "Acronym", "អាសយដ្ឋាន", "អ្នកទំនាក់ទំនង", "ភេទ", "តួនាទី", "Phone", "Email/Telegram")  # fmt: skip


def planned(*rows, headings=HEADINGS):
    sheet = Sheet("list", (headings, *rows))
    return plan(sheet, 0, guess_columns(sheet, 0))


def said(remarks):
    return [(remark.cell, remark.text.format(**remark.fields)) for remark in remarks]


@pytest.fixture(scope="module")
def sample():
    return read_plan(SAMPLE)


def test_the_sample_gives_66_of_each_and_no_problem(sample):
    counts = [len(records) for records in (sample.institutions, sample.people, sample.affiliations)]
    assert counts == [66, 66, 66]
    assert sample.problems == ()
    assert [(row.row, row.skipped) for row in sample.skipped] == [
        (27, "Blank row"), (48, "Blank row"), (69, "Blank row"), (76, "Blank row"), (77, "Row of totals"),
    ]  # fmt: skip


def test_the_sample_again_gives_the_same_records(sample):
    assert read_plan(SAMPLE) == sample


def test_every_address_of_the_sample_is_recognised_to_the_commune(sample):
    assert {len(institution.place) for institution in sample.institutions} == {6}


def test_sex_kind_and_representative_of_the_sample(sample):
    sexes = [person.sex for person in sample.people]
    assert (sexes.count(Sex.WOMAN), sexes.count(Sex.MAN)) == (21, 45)
    kinds = {institution.kind for institution in sample.institutions}
    assert kinds == {
        InstitutionKind.CBO, InstitutionKind.NETWORK, InstitutionKind.NGO, InstitutionKind.ASSOCIATION,
    }  # fmt: skip
    assert all(affiliation.representative for affiliation in sample.affiliations)


def test_phones_of_the_sample(sample):
    by_row = {row.row: row for row in sample.rows}
    assert by_row[7].person.phones == ("010 293 179",)
    assert by_row[12].person.phones == ("017 877 377",)
    assert by_row[16].person.phones == ("077 957 121", "031 869 381")
    assert by_row[29].person.phones == ("012 508 729",)
    assert ("K7", "The first 0 of the phone number was put back: 010 293 179") in said(
        sample.changes
    )


def test_changes_of_the_sample_are_said(sample):
    changes = dict(said(sample.changes))
    assert changes["B15"] == "Invisible spaces were taken out: អង្គការកសិករធម្មជាតិ ភ្នំព្រឹក"
    assert changes["I9"] == "'ប' was read as male"


def test_equal_names_in_two_institutions_are_two_people(sample):
    namesakes = [person for person in sample.people if person.name_latin == "SON Narong"]
    assert len({person.id for person in namesakes}) == 2
    assert [row.row for row in sample.rows for issue in row.issues if "two people" in issue.text] == [
        35, 36, 37, 45, 65, 68,
    ]  # fmt: skip
    assert any(issue.fields.get("contact") == "son.narong@example.org" for issue in sample.issues)


def test_ids_do_not_depend_on_spelling_variants_or_order():
    one = planned(("1", "បណ្តាញសុខភាព", "", "", "ស៊ន ស្រីពៅ"), ("2", "VSG", "", "", "Sok"))
    two = planned(("1", "VSG", "", "", "SOK"), ("2", "បណ្ដាញសុខ\u200bភាព", "", "", "ស៊ន\u200bស្រីពៅ"))
    for records in ("institutions", "people", "affiliations"):
        ids = [{record.id for record in getattr(each, records)} for each in (one, two)]
        assert ids[0] == ids[1]


def test_two_people_of_one_institution():
    result = planned(
        ("1", "VSG", "", "Battambang", "Sok Dara", "M", "Director", "012345678"),
        ("", "", "", "", "Chan Bopha", "F", "Officer", "096 123 4567"),
        ("3", "VSG", "V", "", "Kim Sophea", "F"),
    )
    (institution,) = result.institutions
    assert (institution.acronym, institution.place) == ("V", "02")
    assert [person.name_latin for person in result.people] == [
        "Sok Dara",
        "Chan Bopha",
        "Kim Sophea",
    ]
    assert [affiliation.representative for affiliation in result.affiliations] == [
        True,
        False,
        False,
    ]
    assert ("3", "The institution was taken from the row above: VSG") in said(result.changes)


def test_one_person_in_two_rows_keeps_all_phones():
    result = planned(
        ("1", "VSG", "", "", "Sok Dara", "", "", "012345678"),
        ("2", "VSG", "", "", "Sok Dara", "M", "Director", "096 123 4567"),
    )
    (person,) = result.people
    assert person.phones == ("012 345 678", "096 123 4567")
    assert person.sex is Sex.MAN
    assert result.affiliations[0].position == "Director"
    assert "taken as one person" in said(result.issues)[0][1]


def test_one_name_in_two_places_is_two_institutions():
    result = planned(
        ("1", "សហគមន៍ចាស់ជរា", "", "ស្រុកបាណន់ ខេត្តបាត់ដំបង", "ក"),
        ("2", "សហគមន៍ចាស់ជរា", "", "ស្រុកបវេល ខេត្តបាត់ដំបង", "ខ"),
    )
    assert [institution.place for institution in result.institutions] == ["0201", "0204"]
    assert "They are taken as two" in said(result.issues)[0][1]


def test_a_row_without_a_name_is_a_problem_and_an_institution_alone_is_not():
    result = planned(
        ("1", "", "X", "", "", "F", "Director", "012345678"),
        ("2", "VSG", "", "", "", "", "", "012345679", "vsg@example.org"),
    )
    assert [issue.row for issue in result.problems] == [2]
    (institution,) = result.institutions
    assert institution.phones == ("012 345 679",)
    assert institution.email == "vsg@example.org"
    assert result.people == ()


def test_a_name_that_is_too_long_keeps_its_row_out_and_names_the_cell():
    result = planned(("1", "ក" * 3_000, "", "", "Sok"), ("2", "VSG", "", "", "Dara"))
    (issue,) = result.problems
    assert issue.cell == "B2"
    assert issue.severity is Severity.PROBLEM
    assert "3000 characters" in issue.text.format(**issue.fields)
    assert [person.name_latin for person in result.people] == ["Dara"]


def test_a_person_below_a_refused_row_does_not_join_the_institution_before_it():
    result = planned(
        ("1", "VSG", "", "", "Dara"), ("2", "ក" * 300, "", "", "Sok"), ("", "", "", "", "Bopha")
    )
    assert [row.institution is None for row in result.rows] == [False, True, True]


def test_what_is_not_understood_is_kept_and_said():
    result = planned(("1", "VSG", "", "somewhere", "Dara", "X", "", "call Sok", "on Facebook"))
    (person,) = result.people
    assert person.sex is Sex.NOT_RECORDED
    assert person.phones == ("call Sok",)
    assert person.remarks == "on Facebook"
    assert result.institutions[0].address == "somewhere"
    assert [cell for cell, _text in said(result.issues)] == ["D2", "F2", "H2", "I2"]
    assert result.problems == ()


def test_repeated_headings_totals_and_notes_are_skipped():
    result = planned(
        HEADINGS,
        ("", "", "", "ស្រុកថ្មគោល"),
        ("", "សរុបរួម", "", "66"),
        ("Total", "12"),
        ("", "Total Women Organization", "", "", "Dara", "F", "Director"),
    )
    assert [row.skipped for row in result.rows] == [
        "Headings repeated", "Heading or note without a name", "Row of totals", "Row of totals", "",
    ]  # fmt: skip


def test_honorifics_are_set_apart():
    result = planned(("1", "VSG", "", "", "លោកស្រី សុខ ភារៈ"))
    assert (result.people[0].honorific, result.people[0].name_km) == ("លោកស្រី", "សុខ ភារៈ")


def test_an_address_in_columns_of_its_own():
    headings = ("Organization", "ឃុំ", "ស្រុក", "ខេត្ត", "Contact person")
    result = planned(("VSG", "តាម៉ឺន", "ថ្មគោល", "បាត់ដំបង", "Dara"), headings=headings)
    (institution,) = result.institutions
    assert institution.place == "020202"
    assert institution.address == "ឃុំតាម៉ឺន ស្រុកថ្មគោល ខេត្តបាត់ដំបង"


def test_a_list_in_a_text_file(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("Organization;Contact person;Phone\nVSG;Sok Dara;12345678\n", "utf-16")
    result = read_plan(path)
    assert result.people[0].phones == ("012 345 678",)
    assert len(result.institutions) == 1


def test_the_sheet_with_the_headings_is_taken(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["About this file"])
    for row in (["Organization", "Contact person"], ["VSG", "Dara"]):
        book.create_sheet("list").append(row) if row[0] == "Organization" else book["list"].append(
            row
        )
    book.save(tmp_path / "list.xlsx")
    assert len(read_plan(tmp_path / "list.xlsx").people) == 1


def test_no_headings_are_said(tmp_path):
    path = tmp_path / "list.csv"
    path.write_text("1,2,3\n4,5,6\n", "utf-8")
    with pytest.raises(UnreadableFile, match="No headings were found"):
        read_plan(path)
