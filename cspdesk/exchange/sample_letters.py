"""The letters of the sample: an invitation, and the request for the hall that came before it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from cspdesk.db import letters
from cspdesk.db.store import Store
from cspdesk.models.letters import Asking, LetterKind
from cspdesk.models.meetings import Meeting

_GOVERNOR = "ឯកឧត្តម អភិបាល នៃគណៈអភិបាលខេត្តបាត់ដំបង\nសាលាខេត្តបាត់ដំបង"
_PLACE = "បាត់ដំបង"
_CONTACT = "លោកស្រី ស៊ន ស្រីពៅ 012 345 678"
_PROGRAMME = "ផែនការសកម្មភាពប្រចាំឆ្នាំរបស់បណ្ដាញ"


def write(store: Store, meeting: Meeting, today: date) -> None:
    """Write the letters about a meeting to come: asked a week ago, invited today."""
    asked = today - timedelta(days=7)
    request = letters.propose(store, LetterKind.REQUEST, "km", asked, meeting.id)
    letters.add_letter(
        store,
        replace(
            request,
            asks_for=Asking.VENUE,
            place=_PLACE,
            contact=_CONTACT,
            addressee=_GOVERNOR,
            reference=_PROGRAMME,
        ),
    )
    invitation = letters.propose(store, LetterKind.INVITATION, "km", today, meeting.id)
    letters.add_letter(store, replace(invitation, reference=_PROGRAMME))
