"""Whether the stored data is whole."""

from __future__ import annotations

from collections.abc import Iterator

from cspdesk.db import attendance, people
from cspdesk.db.connection import errors_of
from cspdesk.db.meetings import list_meetings
from cspdesk.db.store import FILE, Store
from cspdesk.errors import StoreDamaged
from cspdesk.models.counts import count_present
from cspdesk.models.meetings import Headcount, Presence
from cspdesk.models.people import Sex

_FOUND = ("person", "institution", "meeting")
_INDEXES = ("search_inside", "search_start")


def faults(store: Store) -> list[str]:
    """Read every page of the file and return what is wrong; [] if all is whole.

    Covers damaged pages (each carries a key of its own to tell), broken tables and indexes, rows
    that point to nothing, counts that do not add up, and a search that is behind the records.
    """
    return [*_damage(store), *_references(store), *_counts(store), *_search(store)]


def totals(store: Store) -> dict[str, int]:
    """Return how much there is: records of each kind, and attendances as women, men, not recorded."""
    institutions, persons = people.count(store)
    counts = [row.counts for row in list_meetings(store)]
    return {
        "institutions": institutions,
        "people": persons,
        "meetings": len(counts),
        "attendances": sum(count.total for count in counts),
        "women": sum(count.women for count in counts),
        "men": sum(count.men for count in counts),
        "not_recorded": sum(count.not_recorded for count in counts),
    }


def _damage(store: Store) -> Iterator[str]:
    for (fault,) in store.rows("PRAGMA cipher_integrity_check"):
        yield str(fault)
    for (fault,) in store.rows("PRAGMA integrity_check"):
        if fault != "ok":
            yield str(fault)


def _references(store: Store) -> Iterator[str]:
    for table, row, parent, _key in store.rows("PRAGMA foreign_key_check"):
        yield f"row {row} of {table} points to no {parent}"
    # No foreign key: somebody without an institution has ''.
    for (row,) in store.rows(
        "SELECT id FROM attendance WHERE institution_id <> '' "
        "AND institution_id NOT IN (SELECT id FROM institution)"
    ):
        yield f"attendance {row} points to no institution"
    for (row,) in store.rows(
        "SELECT id FROM letter WHERE meeting_id <> '' AND meeting_id NOT IN (SELECT id FROM meeting)"
    ):
        yield f"letter {row} points to no meeting"


def _counts(store: Store) -> Iterator[str]:
    """Count every meeting twice, in SQL and person by person, and look at each part."""
    for meeting, person, times in store.rows(
        "SELECT meeting_id, person_id, count(*) FROM attendance WHERE deleted_at = '' "
        "GROUP BY meeting_id, person_id HAVING count(*) > 1"
    ):
        yield f"person {person} is {times} times on the list of meeting {meeting}"
    yield from _unknown(store, "person", "sex", list(Sex))
    yield from _unknown(store, "attendance", "presence", list(Presence))
    for headcount in store.find(Headcount, "min(women, men, not_recorded) < 0"):
        yield f"head count {headcount.id} is negative"
    for row in list_meetings(store):
        named = attendance.attendees(store, row.meeting.id)
        unnamed = store.find(Headcount, "meeting_id = ?", [row.meeting.id])
        counted = count_present(named, unnamed)
        came = {a.person.id for a in named if a.attendance.presence is Presence.PRESENT}
        extra = sum(h.women + h.men + h.not_recorded for h in unnamed)
        if counted != row.counts or counted.total != len(came) + extra:
            yield (
                f"the counts of meeting {row.meeting.id} differ: {counted.total} of "
                f"{len(came) + extra} people, {row.counts.total} in lists"
            )


def _unknown(store: Store, table: str, column: str, words: list[str]) -> Iterator[str]:
    """Find words that no count knows."""
    marks = ", ".join("?" * len(words))
    for row, word in store.rows(
        f"SELECT id, {column} FROM {table} WHERE deleted_at = '' AND {column} NOT IN ({marks})",
        words,
    ):
        yield f"{table} {row} has the unknown {column} '{word}'"


def _search(store: Store) -> Iterator[str]:
    for table in _FOUND:
        alive = f"SELECT id FROM {table} WHERE deleted_at = ''"
        known = "SELECT record FROM search_entry WHERE tbl = ?"
        for (record,) in store.rows(f"{alive} EXCEPT {known}", [table]):
            yield f"the search does not know {table} {record}"
        for (record,) in store.rows(f"{known} EXCEPT {alive}", [table]):
            yield f"the search finds {table} {record}, which is gone"
    for index in _INDEXES:
        try:
            # FTS5 compares the index with the entries it was made from (sqlite.org/fts5.html, 6.4).
            with errors_of(store.folder / FILE):
                store.database.execute(
                    f"INSERT INTO {index}({index}, rank) VALUES ('integrity-check', 1)"
                )
        except StoreDamaged:
            yield f"the search's index {index} does not fit its entries"
