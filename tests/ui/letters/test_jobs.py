"""Letters as the page makes them."""

from __future__ import annotations

from datetime import timedelta

from cspdesk.db import meetings
from cspdesk.db.store import Store
from cspdesk.models.letters import LetterKind
from cspdesk.models.meetings import Meeting
from cspdesk.ui.letters import jobs
from cspdesk.ui.meetings.wording import today
from tests.ui.letters.written import forum


def test_a_new_invitation_is_to_the_next_meeting(store: Store) -> None:
    forum(store)
    assert jobs.add(store, LetterKind.INVITATION, "km").meeting_id == "", "only one of the past"
    coming = meetings.add_meeting(store, Meeting(on=today() + timedelta(days=9)), [])
    assert jobs.add(store, LetterKind.INVITATION, "km").meeting_id == coming.id
    assert jobs.add(store, LetterKind.REQUEST, "km").meeting_id == ""
