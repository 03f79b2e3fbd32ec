import pytest

from cspdesk.exchange.cells import email_and_telegram, kind_of, sex_of
from cspdesk.models.people import InstitutionKind, Sex


@pytest.mark.parametrize("word", ["ស្រី", "ស", "ស្រ្តី", "ស្ដ្រី", "F", "f", "Female", "ស."])
def test_women(word):
    assert sex_of(word) is Sex.WOMAN


@pytest.mark.parametrize("word", ["ប្រុស", "ប", "M", "male", "បុរស"])
def test_men(word):
    assert sex_of(word) is Sex.MAN


def test_unknown_never_counts_as_men():
    assert sex_of("") is sex_of("-") is Sex.NOT_RECORDED
    assert sex_of("X") is None


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("សហគមន៍ (CBO)", InstitutionKind.CBO),
        ("បណ្តាញ", InstitutionKind.NETWORK),
        ("បណ្ដាញអង្គការ", InstitutionKind.NETWORK),
        ("អង្គការ", InstitutionKind.NGO),
        ("អង្គការព្រៃឈើសហគមន៍ ស្វាយប៉ោ", InstitutionKind.NGO),
        ("NGO", InstitutionKind.NGO),
        ("Local NGOs", InstitutionKind.NGO),
        ("សមាគម", InstitutionKind.ASSOCIATION),
        ("Association", InstitutionKind.ASSOCIATION),
        ("Community-based organization", InstitutionKind.CBO),
        ("រដ្ឋបាលស្រុកថ្មគោល", InstitutionKind.ADMINISTRATION),
        ("មន្ទីរផែនការ", InstitutionKind.LINE_OFFICE),
        ("ក្រុមប្រឹក្សាឃុំ", InstitutionKind.COUNCIL),
        ("ក្រុមហ៊ុន", InstitutionKind.PRIVATE),
        ("Other", InstitutionKind.OTHER),
        ("???", None),
    ],
)
def test_kinds(text, kind):
    assert kind_of(text) is kind


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("@son_sreypov", ("", "@son_sreypov", "")),
        ("mao.rithy@example.org", ("mao.rithy@example.org", "", "")),
        ("a@b.org / @ab", ("a@b.org", "@ab", "")),
        ("https://t.me/ab, a@b.org", ("a@b.org", "https://t.me/ab", "")),
        ("Sok Dara", ("", "", "Sok Dara")),
        ("", ("", "", "")),
    ],
)
def test_addresses_are_told_apart_by_their_form(cell, expected):
    assert email_and_telegram(cell) == expected
