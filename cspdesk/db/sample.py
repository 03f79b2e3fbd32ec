"""Taking the sample data out again."""

from __future__ import annotations

from cspdesk.db import settings
from cspdesk.db.rows import kind_of
from cspdesk.db.store import Store
from cspdesk.i18n import N_


def remove(store: Store, label: str) -> int:
    """Put all that the action called ``label`` added in the trash; return how many records."""
    added = store.rows(
        "SELECT DISTINCT tbl, record FROM change WHERE label = ? AND before IS NULL", [label]
    )
    with store.action(N_("remove sample data")):
        for table, record in added:
            store.delete(kind_of(table), record)
        settings.note_sample(store, loaded=False)
    return len(added)
