"""Where a meeting stands, in one word."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from cspdesk.db.meetings import MeetingRow
from cspdesk.i18n import set_language
from cspdesk.models.counts import Counts
from cspdesk.models.meetings import Meeting, MeetingKind, MeetingStatus
from cspdesk.ui.meetings.new_meeting import next_working_day
from cspdesk.ui.meetings.wording import state_of, title_of

TODAY = date(2022, 12, 13)


@pytest.mark.parametrize(
    ("days", "came", "more", "state"),
    [
        (3, 0, {}, "Planned"),
        (0, 12, {}, "Today"),
        (-1, 12, {}, "Draft"),
        (-1, 0, {}, "Planned"),
        (-1, 0, {"status": MeetingStatus.HELD}, "Held"),
        (-1, 12, {"minutes_approved_at": "2022-12-14"}, "Approved"),
        (0, 0, {"status": MeetingStatus.CANCELLED}, "Cancelled"),
        (3, 0, {"status": MeetingStatus.POSTPONED}, "Postponed"),
    ],
)
def test_state(days: int, came: int, more: dict[str, object], state: str) -> None:
    meeting = Meeting(on=TODAY + timedelta(days=days), **more)  # type: ignore[arg-type]
    assert state_of(MeetingRow(meeting, 0, Counts(women=came)), TODAY).text == state


def test_title_in_the_language_of_the_screen_or_whatever_there_is() -> None:
    both = Meeting(title_km="វេទិកា", title_en="Forum")
    assert title_of(both) == "Forum"
    set_language("km")
    assert title_of(both) == "វេទិកា"
    assert title_of(Meeting(title_en="Forum")) == "Forum"
    set_language("en")
    assert title_of(Meeting(kind=MeetingKind.TRAINING)) == "Training"


def test_the_next_working_day_is_no_weekend() -> None:
    assert next_working_day(date(2022, 12, 13)) == date(2022, 12, 14)
    assert next_working_day(date(2022, 12, 16)) == date(2022, 12, 19)
