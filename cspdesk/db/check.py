"""Whether the stored data is whole."""

from __future__ import annotations

from cspdesk.db.store import Store


def faults(store: Store) -> list[str]:
    """Read every page of the file and return what is wrong, in SQLite's words; [] if all is whole.

    Covers damaged pages (each carries a key of its own to tell), broken tables and indexes, rows
    that point to nothing, and records that the search does not know.
    """
    found = [str(fault) for (fault,) in store.rows("PRAGMA cipher_integrity_check")]
    found += [str(fault) for (fault,) in store.rows("PRAGMA integrity_check") if fault != "ok"]
    for table, row, parent, _key in store.rows("PRAGMA foreign_key_check"):
        found.append(f"row {row} of {table} points to no {parent}")
    for table in ("person", "institution", "meeting"):
        unknown = store.rows(
            f"SELECT id FROM {table} WHERE deleted_at = '' AND id NOT IN "
            "(SELECT record FROM search_entry WHERE tbl = ?)",
            [table],
        )
        found += [f"the search does not know {table} {record}" for (record,) in unknown]
    return found
