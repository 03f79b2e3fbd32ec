"""The follow-up table."""

from __future__ import annotations

from datetime import date, timedelta

from cspdesk.models.meetings import ActionPoint
from cspdesk.paper import followup
from cspdesk.paper.blocks import Document, Table
from tests.paper.records import MEETING, ORGANISATION, printed, said

TODAY = date(2023, 1, 10)


def action(text: str, days: int | None, responsible: str = "") -> ActionPoint:
    due = None if days is None else TODAY + timedelta(days=days)
    return ActionPoint(meeting_id=MEETING.id, text=text, responsible=responsible, due=due)


def made(*actions: ActionPoint, language: str = "en", **options: object) -> Document:
    found = [(one, MEETING) for one in actions]
    return followup.compose(found, ORGANISATION, language, on=TODAY, **options)  # type: ignore[arg-type]


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


SEVERAL = (
    action("some day", None),
    action("later", 20),
    action("write", -5, "សុខ ភារៈ"),
    action("today", 0),
    action("call", -1),
)


def test_the_most_urgent_comes_first_and_says_how_late_it_is() -> None:
    rows = table(made(*SEVERAL)).rows
    assert [(row[1], row[4]) for row in rows] == [
        ("write", "5 days late"),
        ("call", "1 day late"),
        ("today", "Due today"),
        ("later", "Not yet due"),
        ("some day", "No deadline"),
    ]
    assert [row[0] for row in rows] == ["1", "2", "3", "4", "5"]


def test_a_row_says_who_by_when_and_since_which_meeting() -> None:
    row = table(made(SEVERAL[2])).rows[0]
    assert row[2].replace("\u2060", "") == "សុខ ភារៈ"
    assert row[3] == "05/01/2023"
    assert row[5] == "Forum on Partnership\n13/12/2022"


def test_the_foot_counts_what_is_open() -> None:
    assert "Open actions: 5 · Overdue: 2 · Without a deadline: 1" in said(made(*SEVERAL))
    assert "As of 10 January 2023" in said(made(*SEVERAL))


def test_there_is_room_to_write_unless_nobody_wants_it() -> None:
    with_room, without = (table(made(*SEVERAL, room_to_write=on)) for on in (True, False))
    assert len(with_room.columns) == len(without.columns) + 1
    assert with_room.row_height >= 9.5


def test_nothing_to_follow_up_is_said_in_words() -> None:
    assert "All actions are done." in said(made())
    assert printed(made(language="km"))


def test_a_dozen_actions_are_one_page() -> None:
    dozen = [action("ធ្វើបច្ចុប្បន្នភាពបញ្ជីទំនាក់ទំនង", n, "សុខ ភារៈ") for n in range(9)]
    assert len(printed(made(*dozen, language="km"))) == 1
