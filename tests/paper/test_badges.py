"""Name badges and place cards."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cspdesk.models.people import Sex
from cspdesk.paper import badges
from cspdesk.paper.blocks import Cards, Document
from tests.paper.records import EMPTY, HELD, VSG, attendee, printed, said, with_meeting


def cards(document: Document) -> Cards:
    return next(block for block in document.blocks if isinstance(block, Cards))


def lines(document: Document) -> list[list[str]]:
    return [[line.text for line in card.lines] for card in cards(document).cards]


def test_the_name_is_largest_and_stands_in_both_scripts() -> None:
    card = cards(badges.compose(HELD, "km")).cards[0]
    assert [line.text for line in card.lines] == [
        "សុខ ភារៈ", "Sok Phearak", "នាយក", "អង្គការគាំទ្រភូមិ"
    ]  # fmt: skip
    sizes = [line.size for line in card.lines]
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[0] >= 1.5 * sizes[1]
    assert lines(badges.compose(HELD, "en"))[0][:2] == ["Sok Phearak", "សុខ ភារៈ"]
    assert lines(badges.compose(HELD, "en"))[1][0] == "H.E. Lim Vannary"


def test_a_name_known_in_one_script_stands_once() -> None:
    assert lines(badges.compose(HELD, "km", present=True))[-1] == ["Chan Dara"]


def test_badges_say_whose_meeting_it_is() -> None:
    corner = [line.text for line in cards(badges.compose(HELD, "en")).cards[0].corner]
    assert corner == ["Network of Battambang", "Forum on Partnership"]


def test_they_are_for_those_invited_or_for_those_who_came() -> None:
    invited, came = (lines(badges.compose(HELD, "km", present=on)) for on in (False, True))
    assert [card[0] for card in invited] == ["សុខ ភារៈ", "ឯកឧត្តម លឹម វណ្ណារី", "ឃឹម ណារ៉ុង"]
    assert [card[0] for card in came] == ["សុខ ភារៈ", "ឯកឧត្តម លឹម វណ្ណារី", "Chan Dara"]


def test_blank_badges_have_room_for_a_name() -> None:
    made = lines(badges.compose(HELD, "km", blank=2))
    assert len(made) == 5
    assert all("......" in line for line in made[-1])
    assert cards(badges.compose(EMPTY, "km", blank=1)).cards


@pytest.mark.parametrize(("people", "pages"), [(10, 1), (11, 2), (330, 33)])
def test_ten_badges_fill_a_page(people: int, pages: int) -> None:
    many = tuple(attendee(f"សុខ {n:03}", f"Sok {n:03}", Sex.WOMAN, VSG) for n in range(people))
    made = printed(badges.compose(replace(HELD, attendees=many), "en"))
    assert len(made) == pages
    assert "".join(made).count("Sok") == people


def test_two_place_cards_fill_a_page_and_can_be_read_from_both_sides() -> None:
    document = badges.compose_place_cards(HELD, "km")
    assert cards(document).folded
    assert len(printed(document)) == 2
    assert cards(document).cards[0].lines[0].size >= 30
    assert "នាយក" not in said(badges.compose_place_cards(HELD, "km", institution=False))


@pytest.mark.parametrize("compose", [badges.compose, badges.compose_place_cards])
def test_a_long_name_and_a_long_title_are_never_cut(compose) -> None:  # type: ignore[no-untyped-def]
    name, title = "សុខភារៈ" * 15, "វេទិកា" * 20
    record = replace(with_meeting(title_km=title), attendees=(attendee(name, "", Sex.MAN, VSG),))
    assert name in "".join(printed(compose(record, "km")))


@pytest.mark.parametrize("compose", [badges.compose, badges.compose_place_cards])
def test_nobody_on_the_list_is_said_in_words(compose) -> None:  # type: ignore[no-untyped-def]
    assert "There is nobody on the list." in said(compose(EMPTY, "en"))
    assert printed(compose(EMPTY, "km"))
