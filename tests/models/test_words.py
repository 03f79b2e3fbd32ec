"""Every value that a list can show has a word."""

from __future__ import annotations

from enum import StrEnum

import pytest

from cspdesk.models.letters import Asking, LetterKind
from cspdesk.models.meetings import MeetingKind, MeetingStatus, NoteKind, Presence, Sector
from cspdesk.models.people import InstitutionKind, Sex
from cspdesk.models.words import word

ENUMERATIONS = (
    MeetingKind, MeetingStatus, NoteKind, Presence, Sector, InstitutionKind, Sex, LetterKind, Asking,
)  # fmt: skip


@pytest.mark.parametrize("enumeration", ENUMERATIONS)
def test_every_value_has_its_own_word(enumeration: type[StrEnum]) -> None:
    words = [word(member) for member in enumeration]
    assert len(set(words)) == len(words)
    assert all(words) or enumeration is Sector


def test_a_sector_that_is_not_chosen_has_no_word() -> None:
    assert word(Sector.NONE) == ""


def test_equal_values_of_two_enumerations_keep_their_words() -> None:
    assert word(Sex.NOT_RECORDED) == "Not recorded"
    assert word(InstitutionKind.NETWORK) == "Network"
    assert word(MeetingKind.OTHER) == word(InstitutionKind.OTHER) == "Other"
