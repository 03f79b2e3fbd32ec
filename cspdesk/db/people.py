"""Institutions, people and affiliations: what the directory asks and does."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TypeVar

from cspdesk.db import search
from cspdesk.db.rows import from_row, select_list
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.khmer.fold import name_key
from cspdesk.khmer.honorifics import split_honorific
from cspdesk.khmer.order import sort_key
from cspdesk.models.people import Affiliation, ContactRow, Institution, Person

_Named = TypeVar("_Named", Institution, Person)


@dataclass(frozen=True)
class PersonRow:
    """A person as lists show them: with where they work."""

    person: Person
    affiliation: Affiliation | None
    institution: Institution | None


@dataclass(frozen=True)
class InstitutionRow:
    """An institution as lists show it: with the person to call."""

    institution: Institution
    representative: Person | None
    people: int


def by_name(record: Institution | Person) -> tuple[str, str]:
    """Return the sort key of a record: Khmer dictionary order, the Latin name for the rest."""
    return sort_key(record.name_km or record.name_latin), record.name_latin.casefold()


def list_people(store: Store, text: str = "", limit: int = 0) -> list[PersonRow]:
    """Return all people by name, or those that match ``text``, the best match first."""
    if text.strip():
        return people_by_ids(store, search.ids(store, "person", text, limit or 200))
    rows = _people(store, "p.deleted_at = ''")
    rows.sort(key=lambda row: by_name(row.person))
    return rows[:limit] if limit else rows


def people_by_ids(store: Store, ids: Iterable[str]) -> list[PersonRow]:
    """Return the people with these ids, in the order of the ids."""
    order = {record: n for n, record in enumerate(ids)}
    rows = _people(store, f"p.id IN ({', '.join('?' * len(order))})", list(order))
    return sorted(rows, key=lambda row: order[row.person.id])


def _people(store: Store, where: str, parameters: Iterable[str] = ()) -> list[PersonRow]:
    """Return one row a person; of several affiliations the representative's, then the latest."""
    sql = f"""
        SELECT {select_list(Person, "p")}, {select_list(Affiliation, "a")},
               {select_list(Institution, "i")}
        FROM person p
        LEFT JOIN affiliation a ON a.rowid = (
            SELECT b.rowid FROM affiliation b JOIN institution j ON j.id = b.institution_id
            WHERE b.person_id = p.id AND b.deleted_at = '' AND j.deleted_at = ''
            ORDER BY b.until IS NOT NULL, b.representative DESC, b.rowid DESC LIMIT 1)
        LEFT JOIN institution i ON i.id = a.institution_id
        WHERE {where}"""
    return [_person_row(row) for row in store.rows(sql, list(parameters))]


_P = len(select_list(Person).split(", "))
_A = len(select_list(Affiliation).split(", "))


def _person_row(row: tuple[object, ...]) -> PersonRow:
    affiliation, institution = row[_P : _P + _A], row[_P + _A :]
    return PersonRow(
        from_row(Person, row[:_P]),
        from_row(Affiliation, affiliation) if affiliation[0] else None,
        from_row(Institution, institution) if institution[0] else None,
    )


def list_institutions(store: Store, text: str = "", limit: int = 0) -> list[InstitutionRow]:
    """Return all institutions by name, or those that match ``text``, the best match first."""
    if text.strip():
        order = {r: n for n, r in enumerate(search.ids(store, "institution", text, limit or 200))}
        marks = ", ".join("?" * len(order))
        found = store.find(Institution, f"id IN ({marks})", list(order))
        found.sort(key=lambda institution: order[institution.id])
    else:
        found = sorted(store.find(Institution), key=by_name)[: limit or None]
    contacts = _contacts(store, [institution.id for institution in found])
    return [InstitutionRow(institution, *contacts[institution.id]) for institution in found]


def _contacts(store: Store, ids: list[str]) -> dict[str, tuple[Person | None, int]]:
    """Return the person to call and how many work there, for each of the institutions."""
    works = """
        FROM affiliation b JOIN person q ON q.id = b.person_id
        WHERE b.institution_id = i.id AND b.deleted_at = '' AND q.deleted_at = ''"""
    sql = f"""
        SELECT i.id, (SELECT count(*) {works}), {select_list(Person, "p")}
        FROM institution i LEFT JOIN person p ON p.id = (
            SELECT q.id {works} ORDER BY b.until IS NOT NULL, b.representative DESC, b.rowid LIMIT 1)
        WHERE i.id IN (SELECT value FROM json_each(?))"""
    return {
        row[0]: (from_row(Person, row[2:]) if row[2] else None, row[1])
        for row in store.rows(sql, [json.dumps(ids)])
    }


def people_of(store: Store, institution_id: str) -> list[tuple[Affiliation, Person]]:
    """Return who works in an institution, its representatives first."""
    return _people_by_institution(store, institution_id).get(institution_id, [])


def affiliations_of(store: Store, person_id: str) -> list[tuple[Affiliation, Institution]]:
    """Return where a person works, the representative's place first."""
    sql = f"""
        SELECT {select_list(Affiliation, "a")}, {select_list(Institution, "i")}
        FROM affiliation a JOIN institution i ON i.id = a.institution_id
        WHERE a.person_id = ? AND a.deleted_at = '' AND i.deleted_at = ''
        ORDER BY a.until IS NOT NULL, a.representative DESC, a.rowid DESC"""
    return [
        (from_row(Affiliation, row[:_A]), from_row(Institution, row[_A:]))
        for row in store.rows(sql, [person_id])
    ]


def _people_by_institution(
    store: Store, institution_id: str = ""
) -> dict[str, list[tuple[Affiliation, Person]]]:
    sql = f"""
        SELECT {select_list(Affiliation, "a")}, {select_list(Person, "p")}
        FROM affiliation a JOIN person p ON p.id = a.person_id
        WHERE a.deleted_at = '' AND p.deleted_at = '' AND (? = '' OR a.institution_id = ?)
        ORDER BY a.until IS NOT NULL, a.representative DESC, a.rowid"""
    people: dict[str, list[tuple[Affiliation, Person]]] = {}
    for row in store.rows(sql, [institution_id, institution_id]):
        affiliation = from_row(Affiliation, row[:_A])
        people.setdefault(affiliation.institution_id, []).append(
            (affiliation, from_row(Person, row[_A:]))
        )
    return people


def add_person(
    store: Store, person: Person, institution_id: str = "", position: str = ""
) -> Person:
    """Save a new person, and where they work if that is told."""
    with store.action(N_("add a person")):
        added = store.insert(person)
        if institution_id:
            store.insert(
                Affiliation(person_id=person.id, institution_id=institution_id, position=position)
            )
    return added


def set_affiliation(
    store: Store, person_id: str, institution_id: str, position: str | None = None
) -> None:
    """Make an institution the person's place of work; an empty id takes the place away.

    Only the first affiliation is changed, the one that lists show.
    """
    known = affiliations_of(store, person_id)
    with store.action(N_("change")):
        if not known:
            if institution_id:
                store.insert(
                    Affiliation(
                        person_id=person_id,
                        institution_id=institution_id,
                        position=position or "",
                    )
                )
            return
        affiliation = known[0][0]
        if not institution_id:
            store.delete(Affiliation, affiliation.id)
            return
        wanted: dict[str, object] = {"institution_id": institution_id}
        if position is not None:
            wanted["position"] = position
        store.update(Affiliation, affiliation.id, **wanted)


def find_twin(store: Store, person: Person) -> Person | None:
    """Return somebody already known by the same name or the same phone, before saving a double."""
    phones = set(person.phones)
    for name in filter(None, (person.name_km, person.name_latin)):
        for row in list_people(store, name, limit=20):
            if row.person.id != person.id and _name_keys(person) & _name_keys(row.person):
                return row.person
    for phone in phones:
        for row in list_people(store, phone.replace(" ", ""), limit=5):
            if row.person.id != person.id and phones & set(row.person.phones):
                return row.person
    return None


def _name_keys(person: Person) -> set[str]:
    names = (person.name_km, person.name_latin)
    return {name_key(split_honorific(name)[1]) for name in names if name.strip()}


def institution_called(store: Store, name: str) -> Institution | None:
    """Return the institution with exactly this name or acronym, however it is spelled."""
    wanted = name_key(name)
    if not wanted:
        return None
    for row in list_institutions(store, name, limit=20):
        found = row.institution
        if wanted in map(name_key, (found.name_km, found.name_latin, found.acronym)):
            return found
    return None


def count(store: Store) -> tuple[int, int]:
    """Return how many institutions and how many people are known."""
    ((institutions,),) = store.rows("SELECT count(*) FROM institution WHERE deleted_at = ''")
    ((people,),) = store.rows("SELECT count(*) FROM person WHERE deleted_at = ''")
    return institutions, people


def move_to_trash(store: Store, kind: type[_Named], record_id: str) -> None:
    """Put a person or an institution in the trash; their affiliations stay and come back with them."""
    label = N_("delete a person") if kind is Person else N_("delete an institution")
    store.delete(kind, record_id, label)


def contact_rows(store: Store) -> list[ContactRow]:
    """Return every institution by name with its first representative, for the contact list."""
    people = _people_by_institution(store)
    rows = []
    for institution in sorted(store.find(Institution), key=by_name):
        affiliation, person = next(iter(people.get(institution.id, ())), (Affiliation(), None))
        rows.append(ContactRow(institution, person, affiliation.position))
    return rows
