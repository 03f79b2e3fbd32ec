"""Whatever is typed finds what it can find, and never breaks the search."""

from __future__ import annotations

from itertools import product

import pytest

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.models.people import Institution, Person

_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_PASTED = " ".join(map("".join, product(_LETTERS, _LETTERS))) + " ភារៈ"


@pytest.fixture
def phearak(store: Store) -> Person:
    """Somebody without a place of their own, in an institution in Bavel."""
    name = "អង្គការ អភិវឌ្ឍន៍"
    office = store.insert(Institution(name_km=name, name_latin="R#D & Co", place="0204"))
    person = Person(name_km="សុខ ភារៈ", name_latin="Sok Phearak", phones=("012 345 678",))
    return people.add_person(store, person, office.id)


@pytest.mark.parametrize(
    "typed", ["a#b", "50%x", "a~b", "a\\b", "$a$b", "a\0b", "a😀b", "a\u202eb", "\ud800", '"', "*"]
)
def test_signs_are_no_part_of_the_question(store: Store, phearak: Person, typed: str) -> None:
    people.list_people(store, typed)
    assert people.find_twin(store, Person(name_latin=f"{typed} dara")) is None
    assert people.find_twin(store, Person(name_latin=phearak.name_latin)) == phearak


def test_a_name_with_signs_in_it_is_found_by_its_words(store: Store, phearak: Person) -> None:
    for typed in ("R#D", "r d", "R&D co"):
        assert len(people.list_institutions(store, typed)) == 1
    assert phearak in [row.person for row in people.list_people(store, "r#d sok")]


@pytest.mark.parametrize("typed", [_PASTED, "ភារៈ" * 1000, "sok " * 800])
def test_a_pasted_page_is_a_question_too(store: Store, phearak: Person, typed: str) -> None:
    found = [row.person for row in people.list_people(store, typed)]
    assert found in ([], [phearak])


@pytest.mark.parametrize("typed", ["បវេល", "bavel", "bavel សុខ", "012345", "345 678", "phearak 678"])
def test_people_are_found_by_the_place_of_their_institution(
    store: Store, phearak: Person, typed: str
) -> None:
    assert [row.person for row in people.list_people(store, typed)] == [phearak]


def test_who_has_a_place_of_their_own_is_found_there(store: Store, phearak: Person) -> None:
    store.update(Person, phearak.id, place="0202")
    assert people.list_people(store, "bavel") == []
    assert len(people.list_people(store, "ថ្មគោល")) == 1
