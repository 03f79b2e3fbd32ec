"""What the directory page asks in one go, and what its panel changes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from cspdesk.db import people
from cspdesk.db.people import InstitutionRow, PersonRow
from cspdesk.db.store import EDIT, Store
from cspdesk.i18n import N_
from cspdesk.khmer.fold import name_key
from cspdesk.khmer.text import clean_line
from cspdesk.models.meetings import Presence
from cspdesk.models.people import Affiliation, ContactRow, Institution, InstitutionKind, Person

_FOUND = 100
_FILTERED = 2000
_DISTRICT = 4


@dataclass(frozen=True)
class Query:
    """What is looked for. ``district`` is a 4-digit code; '' and None filter nothing."""

    text: str = ""
    district: str = ""
    kind: InstitutionKind | None = None

    @property
    def most(self) -> int:
        """How many matches are looked at; a filter leaves few of them. 0 is all."""
        if not self.text.strip():
            return 0
        return _FILTERED if self.district or self.kind else _FOUND


@dataclass(frozen=True)
class Listing:
    """The rows that match, and by their ids the day of the last meeting they took part in."""

    rows: tuple[InstitutionRow, ...] | tuple[PersonRow, ...]
    last_met: dict[str, date]


@dataclass(frozen=True)
class Figures:
    """How many institutions and people there are, and the districts (4 digits) they are in."""

    institutions: int
    people: int
    districts: tuple[str, ...]


@dataclass(frozen=True)
class InstitutionDetail:
    """An institution with those who work there, its representatives first."""

    institution: Institution
    people: tuple[tuple[Affiliation, Person], ...] = ()


@dataclass(frozen=True)
class PersonDetail:
    """A person with where they work."""

    person: Person
    affiliation: Affiliation | None = None
    institution: Institution | None = None


def list_institutions(store: Store, query: Query) -> Listing:
    """Return the institutions that match, by name or the best match first."""
    rows = tuple(
        row
        for row in people.list_institutions(store, query.text, query.most)
        if _fits(query, row.institution.place, row.institution)
    )
    ids = [row.institution.id for row in rows]
    return Listing(rows, _last_met(store, "institution_id", ids))


def list_people(store: Store, query: Query) -> Listing:
    """Return the people that match; a person without a place has that of their institution."""
    rows = tuple(
        row
        for row in people.list_people(store, query.text, query.most)
        if _fits(query, place_of(row), row.institution)
    )
    return Listing(rows, _last_met(store, "person_id", [row.person.id for row in rows]))


def contacts(store: Store, query: Query, *, of_people: bool = False) -> list[ContactRow]:
    """Return what matches as lines of a contact list: institutions with whom to call, or people."""
    if not of_people:
        ids = {
            row.institution.id for row in people.list_institutions(store, query.text, query.most)
        }
        return [
            row
            for row in people.contact_rows(store)
            if row.institution.id in ids and _fits(query, row.institution.place, row.institution)
        ]
    return [
        ContactRow(
            row.institution or Institution(),
            row.person,
            row.affiliation.position if row.affiliation else "",
        )
        for row in people.list_people(store, query.text, query.most)
        if _fits(query, place_of(row), row.institution)
    ]


def place_of(row: PersonRow) -> str:
    """Return the code of the place where a person is found, '' where none is known."""
    return row.person.place or (row.institution.place if row.institution else "")


def _fits(query: Query, place: str, institution: Institution | None) -> bool:
    if query.kind is not None and (institution is None or institution.kind is not query.kind):
        return False
    return place.startswith(query.district)


def figures(store: Store) -> Figures:
    """Return what is said about the directory as a whole."""
    institutions, persons = people.count(store)
    districts = store.rows(
        "SELECT DISTINCT substr(place, 1, ?) FROM ("
        "SELECT place FROM institution WHERE deleted_at = '' UNION ALL "
        "SELECT place FROM person WHERE deleted_at = '') WHERE length(place) >= ? ORDER BY 1",
        [_DISTRICT, _DISTRICT],
    )
    return Figures(institutions, persons, tuple(code for (code,) in districts))


def _last_met(store: Store, column: str, ids: list[str]) -> dict[str, date]:
    met = store.rows(
        f'SELECT a.{column}, max(m."on") FROM attendance a JOIN meeting m ON m.id = a.meeting_id '
        "WHERE a.presence = ? AND a.deleted_at = '' AND m.deleted_at = '' AND m.\"on\" <> '' "
        f"AND a.{column} IN (SELECT value FROM json_each(?)) GROUP BY a.{column}",
        [Presence.PRESENT, json.dumps(ids)],
    )
    return {record: date.fromisoformat(on) for record, on in met}


def institution_detail(store: Store, institution_id: str) -> InstitutionDetail | None:
    """Return one institution as the panel shows it; None where it is gone or in the trash."""
    found = store.get(Institution, institution_id)
    if found is None or found.deleted_at:
        return None
    return InstitutionDetail(found, tuple(people.people_of(store, institution_id)))


def person_detail(store: Store, person_id: str) -> PersonDetail | None:
    """Return one person as the panel shows them; None where they are gone or in the trash."""
    found = store.get(Person, person_id)
    if found is None or found.deleted_at:
        return None
    works = people.affiliations_of(store, person_id)
    return PersonDetail(found, *works[0]) if works else PersonDetail(found)


def set_position(store: Store, person_id: str, position: str) -> None:
    """Say what a person does at the place where lists show them; nothing where that is nowhere."""
    for affiliation, _institution in people.affiliations_of(store, person_id)[:1]:
        store.update(Affiliation, affiliation.id, EDIT, position=clean_line(position))


def set_representative(store: Store, person_id: str, *, representative: bool) -> None:
    """Say whether a person speaks for the institution where lists show them."""
    for affiliation, _institution in people.affiliations_of(store, person_id)[:1]:
        store.update(
            Affiliation,
            affiliation.id,
            N_("change of representative"),
            representative=representative,
        )


def move_to_new_institution(store: Store, person_id: str, institution: Institution) -> None:
    """Add an institution and make it the person's place of work, as one action."""
    with store.action(N_("add an institution")):
        store.insert(institution)
        people.set_affiliation(store, person_id, institution.id)


def find_institution_twin(store: Store, institution: Institution) -> Institution | None:
    """Return another institution already known by the same name, acronym or phone."""
    own = _names(institution)
    for name in filter(None, (institution.name_km, institution.name_latin, institution.acronym)):
        for row in people.list_institutions(store, name, limit=20):
            if row.institution.id != institution.id and own & _names(row.institution):
                return row.institution
    phones = set(institution.phones)
    for phone in institution.phones:
        for row in people.list_institutions(store, phone.replace(" ", ""), limit=5):
            if row.institution.id != institution.id and phones & set(row.institution.phones):
                return row.institution
    return None


def _names(institution: Institution) -> set[str]:
    names = (institution.name_km, institution.name_latin, institution.acronym)
    return {name_key(name) for name in names if name.strip()}
