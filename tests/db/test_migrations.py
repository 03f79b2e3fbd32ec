"""Stores of older versions are brought up to date and keep what they hold."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from cspdesk.db import letters, meetings
from cspdesk.db.check import faults
from cspdesk.db.settings import change_organisation, get_organisation
from cspdesk.db.store import Store
from cspdesk.models.letters import LetterKind
from cspdesk.models.meetings import Meeting
from cspdesk.models.organisation import Organisation

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


def test_a_store_of_the_first_release_takes_letters(tmp_path: Path) -> None:
    made = Store.create(tmp_path, KEY)
    meetings.add_meeting(made, Meeting(title_km="វេទិកា"), [])
    change_organisation(made, name_en="Network")
    for change in (
        "DROP TABLE letter",
        'ALTER TABLE meeting DROP COLUMN "lunar_date"',
        'ALTER TABLE meeting DROP COLUMN "annexes"',
        "DELETE FROM _sqlite_migrations WHERE name LIKE '% 0.2.0: %'",
    ):
        made.database.execute(change)
    made.close()

    store = Store.open(tmp_path, KEY)
    assert get_organisation(store) == Organisation(name_en="Network")
    (row,) = meetings.list_meetings(store)
    store.update(Meeting, row.meeting.id, annexes="បទបង្ហាញ")
    change_organisation(store, number_en="{number}/{yy}")
    day = date(2026, 5, 1)
    for number in ("001/26", "002/26"):
        letter = letters.propose(store, LetterKind.REQUEST, "en", day, row.meeting.id)
        assert letters.add_letter(store, letter).number == number
    assert faults(store) == []
    store.close()
    assert list(tmp_path.glob("backups/*")), "before the steps it was copied"
