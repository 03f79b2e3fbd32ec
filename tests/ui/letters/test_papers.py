"""Letters as the preview asks for them."""

from __future__ import annotations

import pytest

from cspdesk.db import meetings
from cspdesk.db.store import Store
from cspdesk.models.letters import LetterKind
from cspdesk.paper.invitation import addressees
from cspdesk.paper.letters import compose_new, compose_written
from cspdesk.ui.desk import Desk
from cspdesk.ui.letters.papers import invitation_options
from tests.ui.letters.written import forum, letter


@pytest.mark.parametrize("language", ["km", "en"])
@pytest.mark.parametrize("kind", list(LetterKind))
def test_each_kind_is_composed_with_and_without_a_meeting(
    store: Store, kind: LetterKind, language: str
) -> None:
    about = forum(store)
    for meeting_id in ("", about.id):
        written = letter(store, kind=kind, meeting_id=meeting_id, language=language)
        document = compose_written(store, written.id, language)
        assert document.language == language
        assert document.blocks


def test_invitations_are_composed_before_a_letter_is_written(store: Store, desk: Desk) -> None:
    about = forum(store)
    document = compose_new(store, LetterKind.INVITATION, about.id, "en", annex=False)
    assert "Forum" in document.title
    record = meetings.load_record(store, about.id)
    only, _annex = invitation_options(desk, addressees(record, "en"), annex=False)
    assert [text() for _value, text in only.choices] == ["1 addressee", "Mr Sok Phearak"]  # type: ignore[union-attr]
    assert len(invitation_options(desk, (), annex=False)) == 1
    assert invitation_options(desk, (), annex=None) == [], "no agenda, nothing to choose"
