from __future__ import annotations

from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox
from pytestqt.qtbot import QtBot

from cspdesk.db import attendance, meetings
from cspdesk.db.store import Store
from cspdesk.models.meetings import ActionPoint, Meeting, MeetingKind, Presence
from cspdesk.models.people import Institution, Person
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.pages.home_page import HomePage
from cspdesk.ui.preview.dialog import PreviewDialog
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.chip import Chip


@pytest.fixture
def asked(desk: Desk) -> list[tuple[str, dict[str, object]]]:
    found: list[tuple[str, dict[str, object]]] = []
    desk.navigated.connect(lambda page, what: found.append((page, what)))
    return found


def _page(desk: Desk, qtbot: QtBot) -> HomePage:
    page = HomePage(desk)
    qtbot.addWidget(page)
    page.resize(1158, 694)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    return page


def _chips(page: HomePage) -> list[str]:
    return [chip.text() for chip in page.findChildren(Chip) if chip.isVisibleTo(page)]


def _button(page: HomePage, text: str) -> Button:
    return next(b for b in page.findChildren(Button) if b.text() == text and b.isVisibleTo(page))


def test_an_empty_desk_shows_three_steps_that_work(
    desk: Desk, qtbot: QtBot, asked: list[tuple[str, dict[str, object]]]
) -> None:
    page = _page(desk, qtbot)
    assert page.steps.isVisible()
    assert not page.meeting.isVisible()
    for text in ("Import my list", "Add an institution", "New meeting (F4)"):
        _button(page, text).click()
    assert asked == [
        ("directory", {"import_file": True}),
        ("directory", {"new": True}),
        ("meetings", {"new": True}),
    ]
    assert not _button(page, "Print the list (F7)").isEnabled()


def test_the_steps_are_gone_once_a_sheet_is_printed(desk: Desk, store: Store, qtbot: QtBot) -> None:
    store.insert(Institution(name_km="អង្គការ"))
    meeting = meetings.add_meeting(store, Meeting(on=today()), [])
    page = _page(desk, qtbot)
    assert page.steps.isVisible()
    assert page.meeting.isVisible()
    desk.change(
        lambda store: store.update(Meeting, meeting.id, sheet_printed_at="2022-12-01"), owner=page
    )
    assert not page.steps.isVisible()
    assert "Attendance list printed" in _chips(page)


def test_the_next_meeting_opens_its_attendance_list(
    desk: Desk, store: Store, qtbot: QtBot, asked: list[tuple[str, dict[str, object]]]
) -> None:
    meetings.add_meeting(store, Meeting(title_en="Far", on=today() + timedelta(30)), [])
    meeting = meetings.add_meeting(
        store,
        Meeting(
            kind=MeetingKind.PARTNERSHIP_FORUM,
            title_en="Forum",
            on=today() + timedelta(1),
            chair="Heng Sovann",
        ),
        ["Opening"],
    )
    page = _page(desk, qtbot)
    assert _chips(page) == [
        "Tomorrow", "Partnership Forum", "Agenda ready", "Attendance list not printed yet"
    ]  # fmt: skip
    qtbot.keyClick(page, Qt.Key.Key_F6)
    _button(page, "Details").click()
    assert asked == [("checkin", {"meeting": meeting.id}), ("meetings", {"meeting": meeting.id})]


def test_ticking_a_follow_up_finishes_it_and_undo_brings_it_back(
    desk: Desk, store: Store, qtbot: QtBot
) -> None:
    meeting = meetings.add_meeting(store, Meeting(on=today() - timedelta(30)), [])
    late = ActionPoint(meeting_id=meeting.id, text="Late", due=today() - timedelta(2))
    soon = ActionPoint(meeting_id=meeting.id, text="Soon", due=today() + timedelta(3))
    far = ActionPoint(meeting_id=meeting.id, text="Far", due=today() + timedelta(60))
    for action in (late, soon, far):
        meetings.append(store, action)
    page = _page(desk, qtbot)
    assert "2 days late" in _chips(page)

    def boxes() -> list[str]:
        found = page.follow_up.findChildren(QCheckBox)
        return [box.accessibleName() for box in found if box.isVisibleTo(page)]

    assert boxes() == ["Done: Late", "Done: Soon"]
    first = next(box for box in page.follow_up.findChildren(QCheckBox) if box.isVisibleTo(page))
    qtbot.keyClick(first, Qt.Key.Key_Space)
    assert boxes() == ["Done: Soon"]
    done = store.get(ActionPoint, late.id)
    assert done is not None
    assert done.done_on == today()
    desk.undo()
    assert boxes() == ["Done: Late", "Done: Soon"]


def test_unfinished_minutes_are_one_press_away(
    desk: Desk, store: Store, qtbot: QtBot, asked: list[tuple[str, dict[str, object]]]
) -> None:
    person = store.insert(Person(name_latin="Sok Chanthy"))
    meeting = meetings.add_meeting(store, Meeting(title_en="Held", on=today()), [])
    attendance.mark(store, meeting.id, person.id, Presence.PRESENT, time(8))
    page = _page(desk, qtbot)
    _button(page, "Continue").click()
    assert asked == [("minutes", {"meeting": meeting.id})]


def test_backs_up_now_and_says_so(desk: Desk, qtbot: QtBot) -> None:
    page = _page(desk, qtbot)
    said: list[str] = []
    desk.messages.noticed.connect(lambda notice: said.append(notice.text))
    _button(page, "Back up now").click()
    assert said == ["Backup made."]
    assert desk.messages.save_state == "saved"


def test_fits_a_small_window(desk: Desk, store: Store, qtbot: QtBot) -> None:
    meetings.add_meeting(store, Meeting(title_km="វេទិកា" * 30, on=today()), [])
    page = _page(desk, qtbot)
    assert page.minimumSizeHint().width() <= 1037
    assert page.minimumSizeHint().height() <= 580


def test_the_follow_up_table_is_printed_from_its_card(
    desk: Desk, store: Store, qtbot: QtBot
) -> None:
    meeting = meetings.add_meeting(store, Meeting(title_en="Forum"), [])
    store.insert(ActionPoint(meeting_id=meeting.id, text="Write the letter"))
    page = _page(desk, qtbot)
    qtbot.mouseClick(page.follow_up.print_button, Qt.MouseButton.LeftButton)
    (dialog,) = page.window().findChildren(PreviewDialog)
    assert dialog.pages.document.pageCount() == 1
    dialog.close()
