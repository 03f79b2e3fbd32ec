"""A meeting from its first key to the counts at the door, in Khmer, without a mouse."""

from __future__ import annotations

import functools
import re

from cspdesk.db import meetings
from cspdesk.i18n import _
from cspdesk.khmer.digits import to_ascii_digits
from cspdesk.models.counts import Counts, count_present
from cspdesk.models.meetings import MeetingKind, MeetingRecord, Presence
from cspdesk.models.people import Sex
from cspdesk.ui.checkin.figures import Figure
from cspdesk.ui.pages.checkin_page import CheckinPage
from cspdesk.ui.pages.meetings_page import MeetingsPage
from tests.e2e.conftest import Computer, bring_in_list, first_run
from tests.e2e.hands import Hands

TYPED = {
    "son": "SON Narong",
    "វ៉ា": "VAN Kanha",
    "នួន": "NUON Chanthy",
    "ប៊ុ": "BUN Bopha",
    "he": "HENG Kimhong",
}
"""What is typed at the door, and who is meant: the first on the sheet whose name begins so."""
WOMEN, MEN, UNKNOWN = 12, 7, 3
"""The head count of those without names."""


def record(hands: Hands) -> MeetingRecord:
    """Return the only meeting as it is stored."""
    (row,) = hands.store(meetings.list_meetings)
    return hands.store(functools.partial(meetings.load_record, meeting_id=row.meeting.id))


def present(hands: Hands) -> list[str]:
    """Return the Latin names of those who are stored as present."""
    rows = record(hands).attendees
    return [row.person.name_latin for row in rows if row.attendance.presence is Presence.PRESENT]


def counted(hands: Hands) -> Counts:
    stored = record(hands)
    return count_present(stored.attendees, stored.headcounts)


def shown(hands: Hands) -> list[int]:
    """Return the figures on the screen: total, women, men, institutions, sex not recorded."""
    page = hands.page()
    figures = [f.accessibleName() for f in page.findChildren(Figure) if f.isVisible()]
    numbers = [int(to_ascii_digits(figure.rpartition(": ")[2])) for figure in figures]
    missing = _("Sex not recorded: {n}").format(n="")
    said = [text for text in hands.texts() if text.startswith(missing)]
    return [*numbers, *(int(re.sub(r"\D", "", to_ascii_digits(text))) for text in said)]


def test_a_forum_is_planned_and_people_come_in(computer: Computer) -> None:
    hands = computer.start()
    first_run(hands, "km", "Start empty")
    bring_in_list(hands)
    plan(hands)
    check_in(hands)
    correct_and_complete(hands)

    counts = counted(hands)
    assert (counts.women, counts.men) == (3 + 1 + WOMEN, 1 + MEN)
    assert counts.women + counts.men + UNKNOWN == counts.total == 5 + WOMEN + MEN + UNKNOWN
    on_screen = [counts.total, counts.women, counts.men, counts.institutions, counts.not_recorded]
    hands.wait(lambda: shown(hands) == on_screen)


def plan(hands: Hands) -> None:
    """Create a partnership forum and invite every institution."""
    hands.press("F4")
    hands.wait_for(MeetingsPage)
    hands.go_to(_("Type of meeting"))
    hands.press("End")
    hands.press("Home")
    hands.settle()
    hands.press("Ctrl+Return")
    hands.wait(lambda: hands.says(_("The meeting was created.")))
    made = record(hands)
    assert made.meeting.kind is MeetingKind.PARTNERSHIP_FORUM
    assert made.agenda
    hands.choose(_("All institutions"))
    hands.wait(lambda: len(record(hands).institutions_invited) == 66)
    assert len(record(hands).attendees) == 66


def check_in(hands: Hands) -> None:
    """Check in five people by two or three letters each."""
    hands.press("F6")
    hands.wait_for(CheckinPage)
    hands.settle()
    for at, (letters, name) in enumerate(TYPED.items(), start=1):
        hands.type(letters)
        hands.press("Return")
        assert shown(hands)[0] == at, f"{letters!r} and Enter did not check {name} in"
        assert name in present(hands)
    assert sorted(present(hands)) == sorted(TYPED.values())


def correct_and_complete(hands: Hands) -> None:
    """Take the last one back, let a walk-in in, and count those without names."""
    hands.press("F8")
    hands.wait(lambda: "HENG Kimhong" not in present(hands))
    hands.settle()
    assert shown(hands)[0] == 4

    hands.type("Prak Mealea")
    hands.press("Return")
    hands.wait(lambda: hands.says(_("Walk-in (not invited)")))
    hands.press("Ctrl+1")
    hands.press("Ctrl+Return")
    hands.wait(lambda: "Prak Mealea" in present(hands))
    (walk_in,) = (row for row in record(hands).attendees if row.person.name_latin == "Prak Mealea")
    assert (walk_in.sex, walk_in.attendance.invited) == (Sex.WOMAN, False)

    hands.press("F2")
    hands.type("អ្នកភូមិអូរតាគី")
    for number in (WOMEN, MEN, UNKNOWN):
        hands.press("Return")
        hands.type(str(number))
    hands.press("Return")
    hands.wait(lambda: record(hands).headcounts)
    (count,) = record(hands).headcounts
    assert (count.women, count.men, count.not_recorded) == (WOMEN, MEN, UNKNOWN)
    assert count.label == "អ្នកភូមិអូរតាគី"
