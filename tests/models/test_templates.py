"""A new meeting of a kind starts with something to change, not with nothing."""

from __future__ import annotations

import pytest

from cspdesk.models.meetings import MeetingKind
from cspdesk.models.templates import agenda_template, default_title


@pytest.mark.parametrize("kind", MeetingKind)
def test_every_kind_has_an_agenda(kind: MeetingKind) -> None:
    titles = agenda_template(kind)
    assert len(titles) >= 3
    assert len(set(titles)) == len(titles)


@pytest.mark.parametrize("kind", [MeetingKind.PROVINCIAL_QUARTERLY, MeetingKind.DM_NETWORK])
def test_network_meetings_approve_the_last_minutes_first(kind: MeetingKind) -> None:
    assert "minutes of the previous meeting" in agenda_template(kind)[0]


def test_a_kind_without_a_usual_title_has_none() -> None:
    assert default_title(MeetingKind.OTHER, "km") == ""
    assert default_title(MeetingKind.ANNUAL, "en").startswith("Annual meeting")


def test_changing_a_template_does_not_change_the_next() -> None:
    agenda_template(MeetingKind.OTHER).clear()
    assert agenda_template(MeetingKind.OTHER)
