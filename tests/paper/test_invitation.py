"""One letter for each of those invited, and each is called by their own title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from cspdesk.models.letters import Letter, LetterKind
from cspdesk.models.people import Sex
from cspdesk.paper.addressee import ANYONE, institution_lines, of_person, typed_lines
from cspdesk.paper.blocks import Block, Document, NewPart
from cspdesk.paper.invitation import addressees, compose, default_body
from cspdesk.paper.wording import Wording
from tests.paper.records import (
    EMPTY,
    HELD,
    ORGANISATION,
    PLANNING,
    VSG,
    attendee,
    printed,
    said,
    squeezed,
    texts,
)

INVITATION = Letter(kind=LetterKind.INVITATION)
PHEARAK, VANNARY, NARONG = (row.person for row in HELD.attendees[:3])


def letters(document: Document) -> list[str]:
    """Return what each part of the document says."""
    found: list[list[Block]] = [[]]
    for block in document.blocks:
        if isinstance(block, NewPart):
            found.append([])
        else:
            found[-1].append(block)
    return ["\n".join(texts(part)) for part in found]


def plain(**options: object) -> Sequence[str]:
    return letters(compose(INVITATION, HELD, ORGANISATION, "en", annex=False, **options))  # type: ignore[arg-type]


def test_everybody_invited_gets_a_letter_institutions_without_a_person_last() -> None:
    found = plain()
    assert len(found) == 4
    assert "Mr Sok Phearak\nនាយក\nVillage Support Group" in found[0]
    assert "Dear Mr Sok Phearak," in found[0]
    assert "H.E. Lim Vannary" in found[1]
    assert "Your Excellency," in found[1]
    assert "ឃឹម ណារ៉ុង" in found[2]
    assert f"The representative of {PLANNING.name_km}" in found[3]
    assert all("Chan Dara" not in letter for letter in found), "a walk-in was not invited"
    assert all("“Forum on Partnership”" in letter for letter in found)


def test_one_addressee_can_be_chosen() -> None:
    (one,) = plain(only=VANNARY.id)
    assert "Lim Vannary" in one
    (place,) = plain(only=PLANNING.id)
    assert PLANNING.name_km in place
    assert [row.id for row in addressees(HELD, "en")] == [
        PHEARAK.id,
        VANNARY.id,
        NARONG.id,
        PLANNING.id,
    ]


def test_the_agenda_is_behind_each_letter_or_inside_it() -> None:
    annexed = letters(compose(INVITATION, HELD, ORGANISATION, "en", annex=True))
    assert len(annexed) == 8
    assert "agenda attached" in annexed[0]
    assert "ការលើកឡើងបញ្ហា" not in annexed[0]
    assert "ការលើកឡើងបញ្ហា" in annexed[1]
    inside = plain()[0]
    assert "agenda below" in inside
    assert "ការលើកឡើងបញ្ហា" in inside
    without = replace(HELD, agenda=())
    bare = letters(compose(INVITATION, without, ORGANISATION, "en"))
    assert len(bare) == 4
    assert "agenda" not in bare[0].casefold()


def test_only_a_long_agenda_takes_a_page_of_its_own() -> None:
    short = letters(compose(INVITATION, HELD, ORGANISATION, "en"))
    assert len(short) == 4
    assert "agenda below" in short[0]
    long = replace(HELD, agenda=HELD.agenda * 9)
    assert len(letters(compose(INVITATION, long, ORGANISATION, "en"))) == 8


def test_an_invitation_to_nobody_yet_has_room_for_the_address() -> None:
    (blank,) = letters(compose(INVITATION, EMPTY, EMPTY.organisation, "en"))
    assert "Dear Sir or Madam," in blank
    assert "held on ......" in blank


def test_each_addressee_is_called_by_their_own_title_also_in_a_typed_text() -> None:
    typed = replace(INVITATION, body=f"សូមអញ្ជើញ{ANYONE} ចូលរួម")
    found = letters(compose(typed, HELD, ORGANISATION, "km", annex=False))
    assert "សូមអញ្ជើញលោក ចូលរួម" in found[0]
    assert "សូមអញ្ជើញឯកឧត្តម ចូលរួម" in found[1]
    assert f"សូមអញ្ជើញ{ANYONE} ចូលរួម" in found[3]


def test_a_title_is_never_guessed() -> None:
    words = Wording("km")
    someone = attendee("សុខ ភារៈ").person
    assert of_person(words, someone).lines == ("លោក/លោកស្រី សុខ ភារៈ",)
    assert of_person(words, someone).title == ANYONE
    woman = replace(someone, sex=Sex.WOMAN)
    assert of_person(words, woman).lines == ("លោកស្រី សុខ ភារៈ",)
    typed = replace(woman, honorific="លោកជំទាវ")
    assert of_person(words, typed).title == "លោកជំទាវ"
    assert of_person(Wording("en"), someone).lines == ("សុខ ភារៈ",)


def test_the_directory_fills_the_lines_of_an_address() -> None:
    assert typed_lines("km", PHEARAK, "នាយក", VSG) == "លោក សុខ ភារៈ\nនាយក\nអង្គការគាំទ្រភូមិ"
    assert "Village Support Group" in institution_lines("en", VSG)


def test_the_usual_wording_names_day_times_and_venue() -> None:
    body = default_body(HELD, "en")
    assert "on Tuesday 13 December 2022, from 8:00 a.m. to 11:30 a.m., at " in body
    changed = replace(INVITATION, body=body.replace("honour", "pleasure"))
    assert "pleasure" in said(compose(changed, HELD, ORGANISATION, "en"))


def test_every_letter_begins_on_a_page_of_its_own() -> None:
    pages = printed(compose(INVITATION, HELD, ORGANISATION, "en", annex=False))
    assert len(pages) == 4
    assert squeezed("Page 1 of 1") in pages[3]
