"""Bringing a planned list into the store: adding what is new, never undoing what people wrote.

Where a record is known already, three values of each field meet: what the list says now, what the
list said at the last import, and what is stored. A value that the list did not change since then
leaves the stored one alone, so that a correction made in the desk survives the next import of an
old list. What was typed by hand before any import stays, and gets only what it lacks. Nothing in
the list empties a field.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from cspdesk.db import people
from cspdesk.db.rows import columns_of, table_of, to_column
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.khmer.search import search_key
from cspdesk.models.imports import ImportPlan
from cspdesk.models.people import Affiliation, Institution, InstitutionKind, Person

Listed = Institution | Person | Affiliation
LABEL = N_("import a list")
_OWN = ("id", "deleted_at")


@dataclass(frozen=True)
class ImportResult:
    """What an import did. ``unchanged`` counts institutions and people that were as listed.

    Somebody whose position or place of work is new has changed.
    """

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
    records: list[Listed] = [*plan.institutions, *plan.people, *plan.affiliations]
    works: dict[str, set[str]] = {}
    for listed in plan.affiliations:
        works.setdefault(listed.person_id, set()).add(listed.institution_id)
    institutions: dict[str, str] = {}
    persons: dict[str, str] = {}
    ids: dict[str, str] = {}
    with store.action(LABEL):
        for done, record in enumerate(records, start=1):
            outcome = _merge(store, _resolve(store, record, works, ids))
            if isinstance(record, Institution):
                institutions[record.id] = outcome
            elif isinstance(record, Person):
                persons[record.id] = outcome
            elif outcome != "same" and persons.get(record.person_id) == "same":
                persons[record.person_id] = "changed"
            if report is not None:
                report(done, len(records))
    of_institutions, of_people = [*institutions.values()], [*persons.values()]
    return ImportResult(
        institutions_new=of_institutions.count("new"),
        institutions_changed=of_institutions.count("changed"),
        people_new=of_people.count("new"),
        people_changed=of_people.count("changed"),
        unchanged=(of_institutions + of_people).count("same"),
    )


class _Rehearsed(Exception):
    """Ends a rehearsal, so that nothing of it is saved."""


def rehearse_import(store: Store, plan: ImportPlan) -> ImportResult:
    """Return what :func:`apply_import` would do; the store stays as it was."""
    result = ImportResult()
    with suppress(_Rehearsed), store.action(LABEL):
        result = apply_import(store, plan)
        raise _Rehearsed
    return result


def _resolve(
    store: Store, record: Listed, works: Mapping[str, set[str]], ids: dict[str, str]
) -> Listed:
    """Give a listed record the id of the stored one it means, also one typed in by hand.

    ``works`` holds the institutions of each person as listed, ``ids`` what was resolved so far.
    """
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
        places = {ids.get(place, place) for place in works.get(record.id, ())}
        twin = _person_twin(store, record, places)
    if twin and twin not in ids.values():
        ids[record.id] = twin
        return replace(record, id=twin)
    return record


def _institution_twin(store: Store, listed: Institution) -> str:
    return next(iter(_called(store, listed)), "")


def _person_twin(store: Store, listed: Person, works: set[str]) -> str:
    """Return somebody of that name with the same phone or place of work; a name alone is not enough."""
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


def _merge(store: Store, listed: Listed) -> str:
    """Write one listed record; return 'new', 'changed' or 'same'."""
    kind = type(listed)
    stored = store.get(kind, listed.id)
    if stored is None:
        store.insert(listed)
        return "new"
    before = _last_imported(store, listed)
    if stored.deleted_at and before and kind is Affiliation:
        return "same"  # somebody said in the desk that the person does not work there
    if stored.deleted_at:
        store.update(kind, listed.id, **_filled(listed), deleted_at="")
        return "new"
    changes = {
        name: fresh
        for name, value in _filled(listed).items()
        if (fresh := _merged(getattr(stored, name), value, name in before)) != getattr(stored, name)
        and to_column(value) != before.get(name)
    }
    store.update(kind, listed.id, **changes)
    return "changed" if changes else "same"


def _merged(stored: Any, listed: Any, was_imported: bool) -> Any:
    """Return what a field holds after the import, where the list says something new about it."""
    if isinstance(stored, tuple):
        if set(listed) <= set(stored):
            return stored
        return listed if was_imported else tuple(dict.fromkeys((*stored, *listed)))
    return listed if was_imported or not _says(stored) else stored


def _filled(listed: Listed) -> dict[str, Any]:
    """Return the fields about which the list says something."""
    values = {name: getattr(listed, name) for name in columns_of(type(listed)) if name not in _OWN}
    return {name: value for name, value in values.items() if _says(value)}


def _says(value: object) -> bool:
    return value is not InstitutionKind.OTHER and value not in ("", (), None, False)


def _last_imported(store: Store, listed: Listed) -> dict[str, Any]:
    """Return what imports have written into a record, field by field, the last word of each."""
    written: dict[str, Any] = {}
    for (after,) in store.rows(
        "SELECT after FROM change WHERE tbl = ? AND record = ? AND label = ? AND undone = 0 "
        "ORDER BY seq",
        [table_of(type(listed)), listed.id, LABEL],
    ):
        written.update(json.loads(after))
    return written
