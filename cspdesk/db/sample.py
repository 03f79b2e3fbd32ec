"""Knowing the sample data again, and taking it out."""

from __future__ import annotations

from cspdesk.db.rows import kind_of
from cspdesk.db.store import Store
from cspdesk.i18n import N_

LABEL = N_("load sample data")


def is_loaded(store: Store) -> bool:
    """Return whether an institution of the sample is in the workspace."""
    return bool(
        store.rows(
            "SELECT 1 FROM change c JOIN institution i ON i.id = c.record "
            "WHERE c.label = ? AND i.deleted_at = '' LIMIT 1",
            [LABEL],
        )
    )


def remove(store: Store) -> int:
    """Put all that came with the sample in the trash; return how many records."""
    added = store.rows(
        "SELECT DISTINCT tbl, record FROM change WHERE label = ? AND before IS NULL", [LABEL]
    )
    with store.action(N_("remove sample data")):
        for table, record in added:
            store.delete(kind_of(table), record)
    return len(added)
