"""Importing the network's list: once, again, after corrections, over what was typed by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from cspdesk.db import people
from cspdesk.db.imports import apply_import, rehearse_import
from cspdesk.db.store import Store
from cspdesk.exchange import contacts
from cspdesk.models.imports import ImportPlan
from cspdesk.models.people import Affiliation, Institution, InstitutionKind, Person
from cspdesk.models.record import derived_id
from cspdesk.paths import shipped

SAMPLE = shipped("resources", "sample", "npdp-contact-list.xlsx")


@pytest.fixture(scope="module")
def plan() -> ImportPlan:
    return contacts.read_plan(SAMPLE)


def test_the_networks_list_comes_in_once(store: Store, plan: ImportPlan) -> None:
    first = apply_import(store, plan)
    assert (first.institutions_new, first.people_new) == (66, 66)
    assert people.count(store) == (66, 66)
    again = apply_import(store, plan)
    assert again.nothing_changed
    assert again.unchanged == 132
    assert people.count(store) == (66, 66)


def test_a_rehearsal_tells_the_same_and_leaves_nothing(store: Store, plan: ImportPlan) -> None:
    would = rehearse_import(store, plan)
    assert people.count(store) == (0, 0)
    assert store.changed_tables() == frozenset()
    assert store.undo() is None
    assert would == apply_import(store, plan)
    assert rehearse_import(store, plan).nothing_changed


def test_an_import_is_undone_whole_and_can_be_repeated(store: Store, plan: ImportPlan) -> None:
    apply_import(store, plan)
    store.undo()
    assert people.count(store) == (0, 0)
    assert apply_import(store, plan).institutions_new == 66
    assert people.count(store) == (66, 66)
    assert len(store.find(Affiliation)) == 66


def test_a_correction_in_the_desk_survives_the_old_list(store: Store, plan: ImportPlan) -> None:
    apply_import(store, plan)
    person = store.find(Person)[0]
    store.update(Person, person.id, phones=("099 111 222",), remarks="ok")
    assert apply_import(store, plan).nothing_changed
    assert store.get(Person, person.id).phones == ("099 111 222",)  # type: ignore[union-attr]


def test_a_newer_list_updates_what_it_changes(store: Store, plan: ImportPlan) -> None:
    apply_import(store, plan)
    person = plan.people[3]
    newer = replace(
        plan,
        people=(*plan.people[:3], replace(person, email="new@example.org"), *plan.people[4:]),
    )
    result = apply_import(store, newer)
    assert (result.people_changed, result.people_new) == (1, 0)
    assert store.get(Person, person.id).email == "new@example.org"  # type: ignore[union-attr]


def test_a_cancelled_import_leaves_nothing(store: Store, plan: ImportPlan) -> None:
    def stop(done: int, total: int) -> None:
        if done > total // 2:
            raise InterruptedError

    with pytest.raises(InterruptedError):
        apply_import(store, plan, stop)
    assert people.count(store) == (0, 0)


def test_what_was_typed_by_hand_is_not_doubled(store: Store) -> None:
    typed = store.insert(Institution(name_km="សមាគម ក"))
    person = people.add_person(store, Person(name_km="សុខ ដារ៉ា", phones=("012 345 678",)), typed.id)
    listed = Institution(id=derived_id("i"), name_km="សមាគម\u200b ក", acronym="SK")
    speaker = Person(id=derived_id("p"), name_km="សុខ ដារ៉ា", email="dara@example.org")
    works = Affiliation(
        id=derived_id("a"), person_id=speaker.id, institution_id=listed.id, position="ប្រធាន"
    )
    result = apply_import(
        store, ImportPlan(institutions=(listed,), people=(speaker,), affiliations=(works,))
    )
    assert (result.institutions_changed, result.people_changed) == (1, 1)
    assert people.count(store) == (1, 1)
    ((affiliation, institution),) = people.affiliations_of(store, person.id)
    assert (institution.acronym, affiliation.position) == ("SK", "ប្រធាន")


def test_two_people_of_one_name_stay_two(store: Store) -> None:
    people.add_person(store, Person(name_km="ឃឹម ណារ៉ុង", phones=("011 905 177",)))
    other = Person(id=derived_id("p"), name_km="ឃឹម ណារ៉ុង", phones=("077 976 081",))
    assert apply_import(store, ImportPlan(people=(other,))).people_new == 1
    assert people.count(store) == (0, 2)


def test_what_was_typed_by_hand_gets_only_what_it_lacks(store: Store) -> None:
    kind = InstitutionKind.NETWORK
    typed = store.insert(Institution(name_km="សមាគម ក", kind=kind, phones=("012 345 678",)))
    listed = Institution(
        id=derived_id("i"), name_km="សមាគម ក", phones=("089 111 222",), email="a@example.org"
    )
    for changed in (1, 0):
        result = apply_import(store, ImportPlan(institutions=(listed,)))
        assert (result.institutions_changed, result.institutions_new) == (changed, 0)
        stored = store.get(Institution, typed.id)
        assert stored is not None
        assert (stored.kind, stored.email) == (kind, "a@example.org")
        assert stored.phones == ("012 345 678", "089 111 222")


def test_two_listed_institutions_never_become_one(store: Store) -> None:
    store.insert(Institution(name_km="សហគមន៍ ក", place="0202"))
    listed = tuple(
        Institution(id=derived_id(place), name_km="សហគមន៍ ក", place=place)
        for place in ("0202", "0204")
    )
    apply_import(store, ImportPlan(institutions=listed))
    assert sorted(i.place for i in store.find(Institution)) == ["0202", "0204"]


def test_a_new_position_is_told_as_a_change(store: Store, plan: ImportPlan) -> None:
    apply_import(store, plan)
    first = replace(plan.affiliations[0], position="ប្រធានថ្មី")
    result = apply_import(store, replace(plan, affiliations=(first, *plan.affiliations[1:])))
    assert (result.people_changed, result.unchanged) == (1, 131)
    assert not result.nothing_changed


def test_who_was_taken_out_of_an_institution_stays_out(store: Store, plan: ImportPlan) -> None:
    apply_import(store, plan)
    person = plan.affiliations[0].person_id
    people.set_affiliation(store, person, "")
    assert apply_import(store, plan).nothing_changed
    assert people.affiliations_of(store, person) == []
