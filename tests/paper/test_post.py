"""Address labels and envelopes."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cspdesk.models.people import ContactRow, Institution, Person, Sex
from cspdesk.paper import post
from cspdesk.paper.blocks import Cards, Document
from tests.paper.records import ATTENDEES, COUNCIL, ORGANISATION, PROVINCE, VSG, printed, said

ROWS = [
    ContactRow(VSG, ATTENDEES[0].person, "នាយក"),
    ContactRow(VSG, ATTENDEES[0].person, "នាយក"),
    ContactRow(PROVINCE, ATTENDEES[1].person),
    ContactRow(COUNCIL),
]


def cards(document: Document) -> Cards:
    return next(block for block in document.blocks if isinstance(block, Cards))


def lines(document: Document) -> list[list[str]]:
    return [
        [line.text.replace("\u2060", "") for line in card.lines] for card in cards(document).cards
    ]


def test_a_label_says_to_whom_as_what_and_where() -> None:
    assert lines(post.compose_labels(ROWS, ORGANISATION, "km")) == [
        ["លោក សុខ ភារៈ", "នាយក", "អង្គការគាំទ្រភូមិ (VSG)", "ក្រុងបាត់ដំបង ខេត្តបាត់ដំបង"],
        ["ឯកឧត្តម លឹម វណ្ណារី", "រដ្ឋបាលខេត្ត", "ផ្លូវលេខ ៣ ក្រុងបាត់ដំបង"],
        ["ក្រុមប្រឹក្សាឃុំតាម៉ឺន"],
    ]


def test_in_english_the_titles_are_english() -> None:
    firsts = [card[0] for card in lines(post.compose_labels(ROWS, ORGANISATION, "en"))]
    assert firsts[:2] == ["Mr Sok Phearak", "H.E. Lim Vannary"]


def test_institutions_get_one_label_each() -> None:
    made = lines(post.compose_labels(ROWS, ORGANISATION, "en", to_institutions=True))
    assert [card[0] for card in made] == [
        "Village Support Group (VSG)", "Provincial Administration", "ក្រុមប្រឹក្សាឃុំតាម៉ឺន"
    ]  # fmt: skip


def test_24_labels_fill_a_sheet_and_used_ones_stay_empty() -> None:
    rows = [ContactRow(Institution(name_latin=f"Office {n:02}")) for n in range(24)]
    assert len(printed(post.compose_labels(rows, ORGANISATION, "en"))) == 1
    used = post.compose_labels(rows, ORGANISATION, "en", used=5)
    assert lines(used)[:5] == [[]] * 5
    assert len(printed(used)) == 2
    assert all(lines(post.compose_labels(rows, ORGANISATION, "en", used=24)))


def test_an_envelope_is_long_with_the_sender_in_the_corner() -> None:
    sender = replace(ORGANISATION, address_km="ក្រុងបាត់ដំបង\nទូរស័ព្ទ ០៥៣ ៧៣០ ០០០")
    document = post.compose_envelopes(ROWS, sender, "km")
    assert (document.page.width, document.page.height, document.page.landscape) == (110, 220, True)
    assert len(printed(document)) == 3
    first = cards(document).cards[0]
    assert [line.text for line in first.corner] == [
        ORGANISATION.name_km, "ក្រុងបាត់ដំបង", "ទូរស័ព្ទ ០៥៣ ៧៣០ ០០០"
    ]  # fmt: skip
    assert first.left >= 90
    assert first.top is not None
    assert first.top >= 45
    plain = post.compose_envelopes(ROWS, sender, "km", sender=False)
    assert not cards(plain).cards[0].corner


def test_a_person_without_an_institution_is_reached_at_home() -> None:
    row = ContactRow(Institution(), Person(name_latin="Dara", sex=Sex.MAN, place="0203"))
    made = lines(post.compose_labels([row], ORGANISATION, "en"))
    assert made[0][0] == "Mr Dara"
    assert "Battambang" in made[0][1]


@pytest.mark.parametrize("compose", [post.compose_labels, post.compose_envelopes])
def test_long_addresses_are_never_cut_and_nobody_is_said_in_words(compose) -> None:  # type: ignore[no-untyped-def]
    long = replace(PROVINCE, address="ផ្លូវលេខ៣សង្កាត់ស្វាយប៉ោ" * 5, name_km="រដ្ឋបាល" * 12)
    paper = "".join(printed(compose([ContactRow(long, ATTENDEES[1].person)], ORGANISATION, "km")))
    assert long.address in paper
    assert long.name_km in paper
    assert "There is nobody on the list." in said(compose([], ORGANISATION, "en"))
