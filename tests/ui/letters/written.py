"""What letters in tests are, and what they are about."""

from __future__ import annotations

from datetime import date
from typing import Any

from cspdesk.db import attendance, letters, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.letters import Letter
from cspdesk.models.meetings import Meeting
from cspdesk.models.people import Institution, Person, Sex


def letter(store: Store, **fields: Any) -> Letter:
    return letters.add_letter(
        store, Letter(**{"language": "en", "on": date(2022, 12, 1), **fields})
    )


def forum(store: Store) -> Meeting:
    made = meetings.add_meeting(
        store, Meeting(title_en="Forum", title_km="វេទិកា", on=date(2022, 12, 13)), []
    )
    place = store.insert(Institution(name_km="អង្គការ VSG"))
    person = people.add_person(
        store,
        Person(name_km="សុខ ភារៈ", name_latin="Sok Phearak", sex=Sex.MAN),
        place.id,
        "Director",
    )
    attendance.invite_person(store, made.id, person.id)
    return made
