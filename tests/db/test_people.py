"""The directory: lists in order, search as people type, where somebody works."""

from __future__ import annotations

import pytest

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.models.people import Affiliation, Institution, Person


@pytest.fixture
def network(store: Store) -> dict[str, str]:
    """Three people in two institutions; ids by a short name."""
    vsg = store.insert(
        Institution(name_km="អង្គការគាំទ្រភូមិ", name_latin="Village Support Group", acronym="VSG")
    )
    water = store.insert(Institution(name_km="សហគមន៍ទឹកស្អាត ថ្មគោល"))
    sok = people.add_person(
        store,
        Person(name_km="សុខ ភារៈ", name_latin="Sok Phearak", phones=("012 345 678",)),
        vsg.id,
        "នាយក",
    )
    lim = people.add_person(store, Person(name_km="លឹម វណ្ណារី", name_latin="Lim Vannary"), water.id)
    alone = people.add_person(store, Person(name_km="ឃឹម ណារ៉ុង"))
    return {"vsg": vsg.id, "water": water.id, "sok": sok.id, "lim": lim.id, "alone": alone.id}


def found(store: Store, text: str) -> list[str]:
    return [row.person.id for row in people.list_people(store, text)]


@pytest.mark.parametrize(
    "typed",
    ["សុខ", "សុ", "sok", "SOK PHE", "phea", "012345678", "012 345", "678", "vsg", "គាំទ្រ",
     "village", "សុខភារៈ", "សុខ\u200b ភារៈ"],
)  # fmt: skip
def test_a_person_is_found_by_what_people_type(
    store: Store, network: dict[str, str], typed: str
) -> None:
    assert network["sok"] in found(store, typed)
    assert network["alone"] not in found(store, typed)


def test_names_that_begin_so_come_first(store: Store) -> None:
    inside = store.insert(Person(name_latin="Chan Masok"))
    word = store.insert(Person(name_latin="Keo Sok"))
    start = store.insert(Person(name_latin="Sok Dara"))
    assert found(store, "sok") == [start.id, word.id, inside.id]


def test_one_letter_in_quotes_or_signs_finds_nothing_and_breaks_nothing(store: Store) -> None:
    store.insert(Person(name_latin="Sok"))
    for typed in ('"', "*", "(", "NEAR(", "a AND", "%", "_", "\u17d2", "'; DROP", "-", "x" * 3000):
        assert isinstance(found(store, typed), list)


def test_a_renamed_institution_is_found_for_its_people(
    store: Store, network: dict[str, str]
) -> None:
    store.update(Institution, network["vsg"], acronym="ABC")
    assert found(store, "abc") == [network["sok"]]
    assert found(store, "vsg") == []


def test_what_lies_in_the_trash_is_not_found_until_undone(
    store: Store, network: dict[str, str]
) -> None:
    people.move_to_trash(store, Person, network["sok"])
    assert found(store, "sok") == []
    store.undo()
    assert found(store, "sok") == [network["sok"]]


def test_people_come_in_khmer_order_with_where_they_work(
    store: Store, network: dict[str, str]
) -> None:
    rows = people.list_people(store)
    assert [row.person.id for row in rows] == [network[n] for n in ("alone", "lim", "sok")]
    assert rows[0].institution is None
    assert rows[2].institution is not None
    assert rows[2].institution.acronym == "VSG"
    assert rows[2].affiliation is not None
    assert rows[2].affiliation.position == "នាយក"


def test_institutions_show_their_representative(store: Store, network: dict[str, str]) -> None:
    chief = people.add_person(store, Person(name_km="ហេង សុវណ្ណ"))
    store.insert(
        Affiliation(person_id=chief.id, institution_id=network["vsg"], representative=True)
    )
    row = next(r for r in people.list_institutions(store) if r.institution.id == network["vsg"])
    assert row.representative == chief
    assert row.people == 2


def test_changing_the_place_of_work_makes_no_second_one(
    store: Store, network: dict[str, str]
) -> None:
    people.set_affiliation(store, network["sok"], network["water"], "ប្រធាន")
    (row,) = [r for r in people.list_people(store) if r.person.id == network["sok"]]
    assert row.institution is not None
    assert row.institution.id == network["water"]
    people.set_affiliation(store, network["sok"], "")
    (row,) = [r for r in people.list_people(store) if r.person.id == network["sok"]]
    assert row.institution is None


def test_a_twin_is_seen_by_name_or_phone(store: Store, network: dict[str, str]) -> None:
    same_name = Person(name_km="សុខ ភារៈ", name_latin="Sok Phearak")
    same_phone = Person(name_km="ទេព បញ្ញា", phones=("012 345 678",))
    stranger = Person(name_km="ទេព បញ្ញា", phones=("012 999 888",))
    for twin in (same_name, same_phone):
        known = people.find_twin(store, twin)
        assert known is not None
        assert known.id == network["sok"]
    assert people.find_twin(store, stranger) is None


def test_a_twin_is_seen_by_one_of_two_names(store: Store, network: dict[str, str]) -> None:
    for typed in (Person(name_km="សុខ ភារៈ"), Person(name_latin="sok phearak")):
        known = people.find_twin(store, typed)
        assert known is not None
        assert known.id == network["sok"]


def test_an_institution_is_known_by_any_of_its_names(store: Store) -> None:
    vsg = store.insert(Institution(name_km="អង្គការភូមិ", name_latin="Village Group", acronym="VSG"))
    for name in ("អង្គការ ភូមិ", "village group", "vsg"):
        assert people.institution_called(store, name) == vsg
    for name in ("អង្គការ", "", "VS"):
        assert people.institution_called(store, name) is None


def test_the_contact_list_has_each_institution_once_with_whom_to_call(
    store: Store, network: dict[str, str]
) -> None:
    chosen = people.add_person(store, Person(name_km="អ៊ុក គន្ធា"))
    store.insert(
        Affiliation(
            person_id=chosen.id,
            institution_id=network["vsg"],
            position="ជនបង្គោល",
            representative=True,
        )
    )
    alone = store.insert(Institution(name_km="អង្គការថ្មី"))
    rows = {row.institution.id: row for row in people.contact_rows(store)}
    assert set(rows) == {network["vsg"], network["water"], alone.id}
    assert rows[network["vsg"]].person == chosen
    assert rows[network["vsg"]].position == "ជនបង្គោល"
    assert rows[alone.id].person is None
