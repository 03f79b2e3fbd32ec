"""Bringing a planned list into the store: adding what is new, never undoing what people wrote.

Where a record is known already, three values of each field meet: what the list says now, what the
list said at the last import, and what is stored. A value that the list did not change since then
leaves the stored one alone, so that a correction made in the desk survives the next import of an
old list. Nothing in the list empties a field.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from cspdesk.db import people
from cspdesk.db.rows import columns_of, table_of, to_column, to_row
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.khmer.search import search_key
from cspdesk.models.imports import ImportPlan
from cspdesk.models.people import Affiliation, Institution, Person
from cspdesk.models.record import Record

R = TypeVar("R", bound=Record)
LABEL = N_("import a list")
_OWN = ("id", "created_at", "changed_at", "changed_by", "deleted_at")


@dataclass(frozen=True)
class ImportResult:
    """What an import did. ``unchanged`` counts institutions and people that were as listed."""

    institutions_new: int = 0
    institutions_changed: int = 0
    people_new: int = 0
    people_changed: int = 0
    unchanged: int = 0

    @property
    def nothing_changed(self) -> bool:
        """Whether everything in the list was here already."""
        return not (
            self.institutions_new
            or self.institutions_changed
            or self.people_new
            or self.people_changed
        )


def apply_import(
    store: Store, plan: ImportPlan, report: Callable[[int, int], None] | None = None
) -> ImportResult:
    """Write a plan as one action; an error or a cancel leaves the store as it was.

    Args:
        store: the open store.
        plan: what to bring in.
        report: told how many records of how many are done; raising stops the import.
    """
    outcomes: dict[type[Record], list[str]] = {Institution: [], Person: [], Affiliation: []}
    total = len(plan.institutions) + len(plan.people) + len(plan.affiliations)
    ids: dict[str, str] = {}
    with store.action(LABEL):
        for record in _in_order(plan):
            known = _resolve(store, record, plan, ids)
            outcomes[type(record)].append(_merge(store, known))
            if report is not None:
                report(sum(map(len, outcomes.values())), total)
    institutions, persons = outcomes[Institution], outcomes[Person]
    return ImportResult(
        institutions_new=institutions.count("new"),
        institutions_changed=institutions.count("changed"),
        people_new=persons.count("new"),
        people_changed=persons.count("changed"),
        unchanged=(institutions + persons).count("same"),
    )


def _in_order(plan: ImportPlan) -> list[Institution | Person | Affiliation]:
    return [*plan.institutions, *plan.people, *plan.affiliations]


def _resolve(
    store: Store, record: Institution | Person | Affiliation, plan: ImportPlan, ids: dict[str, str]
) -> Institution | Person | Affiliation:
    """Give a listed record the id of the stored one it means, also one typed in by hand."""
    if isinstance(record, Affiliation):
        moved = replace(
            record,
            person_id=ids.get(record.person_id, record.person_id),
            institution_id=ids.get(record.institution_id, record.institution_id),
        )
        if moved == record:
            return record
        for affiliation, institution in people.affiliations_of(store, moved.person_id):
            if institution.id == moved.institution_id:
                return replace(moved, id=affiliation.id)
        return moved
    if store.get(type(record), record.id) is not None:
        return record
    if isinstance(record, Institution):
        twin = _institution_twin(store, record)
    else:
        twin = _person_twin(store, record, plan, ids)
    if twin:
        ids[record.id] = twin
        return replace(record, id=twin)
    return record


def _institution_twin(store: Store, listed: Institution) -> str:
    return next(iter(_called(store, listed)), "")


def _person_twin(store: Store, listed: Person, plan: ImportPlan, ids: dict[str, str]) -> str:
    """Return somebody of that name with the same phone or place of work; a name alone is not enough."""
    works = {
        ids.get(a.institution_id, a.institution_id)
        for a in plan.affiliations
        if a.person_id == listed.id
    }
    for candidate in _called(store, listed):
        stored = store.get(Person, candidate)
        places = {i.id for _a, i in people.affiliations_of(store, candidate)}
        if stored and (set(stored.phones) & set(listed.phones) or places & works):
            return candidate
    return ""


def _called(store: Store, listed: Institution | Person) -> list[str]:
    name = search_key(listed.name_km or listed.name_latin)
    found = store.rows(
        "SELECT record FROM search_entry WHERE tbl = ? AND name = ?", [table_of(type(listed)), name]
    )
    return [record for (record,) in found]


def _merge(store: Store, listed: Record) -> str:
    """Write one listed record; return 'new', 'changed' or 'same'."""
    kind = type(listed)
    stored = store.get(kind, listed.id)
    if stored is None:
        store.insert(listed)
        return "new"
    if stored.deleted_at:
        store.update(kind, listed.id, **_filled(listed), deleted_at="")
        return "new"
    before = _last_imported(store, listed)
    now = to_row(stored)
    changes = {
        name: value
        for name, value in _filled(listed).items()
        if to_column(value) not in (now[name], before.get(name))
    }
    store.update(kind, listed.id, **changes)
    return "changed" if changes else "same"


def _filled(listed: Record) -> dict[str, Any]:
    """Return the fields about which the list says something."""
    values = {name: getattr(listed, name) for name in columns_of(type(listed)) if name not in _OWN}
    return {name: value for name, value in values.items() if value not in ("", (), None, False)}


def _last_imported(store: Store, listed: Record) -> dict[str, Any]:
    """Return what imports have written into a record, field by field, the last word of each."""
    written: dict[str, Any] = {}
    for (after,) in store.rows(
        "SELECT after FROM change WHERE tbl = ? AND record = ? AND label = ? AND undone = 0 "
        "ORDER BY seq",
        [table_of(type(listed)), listed.id, LABEL],
    ):
        written.update(json.loads(after))
    return written
