"""Stores of older versions are brought up to date and keep what they hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cspdesk.db.store import Store
from cspdesk.models.meetings import Meeting

KEY = bytes(32)


def test_a_store_from_before_the_lunar_date_opens_and_keeps_one(tmp_path: Path) -> None:
    made = Store.create(tmp_path, KEY)
    meeting = made.insert(Meeting(title_km="វេទិកា", on=date(2022, 12, 13)))
    made.database.execute('ALTER TABLE meeting DROP COLUMN "lunar_date"')
    made.database.execute(
        "DELETE FROM _sqlite_migrations WHERE name = '2026-11-22 0.2.0: lunar date of minutes'"
    )
    made.close()

    store = Store.open(tmp_path, KEY)
    kept = store.get(Meeting, meeting.id)
    assert kept is not None
    assert (kept.title_km, kept.lunar_date) == ("វេទិកា", "")
    store.update(Meeting, meeting.id, lunar_date="៥រោច ខែមិគសិរ")
    store.close()

    again = Store.open(tmp_path, KEY)
    typed = again.get(Meeting, meeting.id)
    again.close()
    assert typed is not None
    assert typed.lunar_date == "៥រោច ខែមិគសិរ"
