"""The check-in as a facilitator at the door uses it: by keys only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QSpinBox, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.db import attendance, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.counts import Counts, count_present
from cspdesk.models.meetings import Attendee, Headcount, Meeting, Presence
from cspdesk.models.people import Institution, Person, Sex
from cspdesk.ui.desk import Desk
from cspdesk.ui.messages import Notice
from cspdesk.ui.pages.checkin_page import CheckinPage
from cspdesk.ui.preferences import Preferences
from cspdesk.ui.runner import InlineRunner

INVITED = (("សុខ ចាន់ធី", "Sok Chanthy"), ("កែវ វណ្ណា", "Keo Vanna"), ("ឈឹម ពិសិដ្ឋ", "Chhim Piseth"))
KEYS = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


class Door:
    """The page, what it said, and what the store has."""

    def __init__(
        self, desk: Desk, store: Store, page: CheckinPage, meeting: str, bot: QtBot
    ) -> None:
        self.desk, self.store, self.page, self.meeting, self.bot = desk, store, page, meeting, bot
        self.notices: list[Notice] = []
        desk.messages.noticed.connect(self.notices.append)

    def type(self, text: str) -> None:
        widget = self.page.focusWidget()
        assert widget is not None
        if text.isascii():
            self.bot.keyClicks(widget, text)
        else:  # as an input method does; QTest has no keys for Khmer
            composed = QInputMethodEvent()
            composed.setCommitString(text)
            QCoreApplication.sendEvent(widget, composed)

    def press(
        self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
    ) -> None:
        widget = self.page.focusWidget()
        assert widget is not None
        self.bot.keyClick(widget, key, modifier)

    def people(self) -> dict[str, Attendee]:
        rows = attendance.attendees(self.store, self.meeting)
        return {row.person.name_latin or row.person.name_km: row for row in rows}

    def presence(self, name: str) -> Presence:
        return self.people()[name].attendance.presence

    def counts(self) -> Counts:
        rows = attendance.attendees(self.store, self.meeting)
        counts = self.store.find(Headcount, "meeting_id = ?", [self.meeting])
        return count_present(rows, counts)


@pytest.fixture
def desk(store: Store, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    runner = InlineRunner()
    made = Desk(tmp_path, runner, Preferences())
    made.adopt(lambda: store, owner=made, on_error=pytest.fail)
    yield made
    runner.shutdown()


@pytest.fixture
def door(desk: Desk, store: Store, qtbot: QtBot) -> Door:
    vsg = store.insert(Institution(name_km="អង្គការ VSG", name_latin="VSG"))
    meeting = meetings.add_meeting(store, Meeting(title_en="Forum"), [])
    for khmer, latin in INVITED:
        person = people.add_person(
            store, Person(name_km=khmer, name_latin=latin, sex=Sex.WOMAN), vsg.id
        )
        attendance.invite_person(store, meeting.id, person.id)
    people.add_person(store, Person(name_latin="Tep Bopha", sex=Sex.WOMAN), vsg.id)
    page = CheckinPage(desk)
    qtbot.addWidget(page)
    page.resize(1037, 560)
    page.prepare()
    page.show_what(meeting=meeting.id)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(lambda: page.search.hasFocus())
    return Door(desk, store, page, meeting.id, qtbot)


def test_letters_and_enter_check_in_and_leave_the_field_ready(door: Door) -> None:
    for letters in ("sok", "វណ្ណា", "chh"):
        door.type(letters)
        door.press(KEYS.Key_Return)
        assert door.page.search.text() == ""
        assert door.page.search.hasFocus()
    assert door.counts().total == 3
    assert door.people()["Sok Chanthy"].attendance.arrived is not None
    assert [notice.undo is not None for notice in door.notices] == [True] * 3


def test_enter_on_somebody_present_offers_undo_and_changes_nothing(door: Door) -> None:
    for _twice in range(2):
        door.type("sok")
        door.press(KEYS.Key_Return)
    assert door.counts().total == 1
    undo = door.notices[-1].undo
    assert undo is not None
    undo()
    assert door.presence("Sok Chanthy") is Presence.INVITED


def test_undo_takes_the_last_check_in_back(door: Door) -> None:
    door.type("sok")
    door.press(KEYS.Key_Return)
    door.desk.undo()
    assert door.counts().total == 0


def test_somebody_of_the_directory_is_found_and_put_on_the_list(door: Door) -> None:
    door.type("bopha")
    door.press(KEYS.Key_Return)
    assert door.presence("Tep Bopha") is Presence.PRESENT


def test_arrows_choose_and_digits_say_what(door: Door) -> None:
    door.press(KEYS.Key_Down)
    door.press(KEYS.Key_Down)
    door.press(KEYS.Key_2, CTRL)
    assert door.presence("Keo Vanna") is Presence.ABSENT
    door.press(KEYS.Key_1, CTRL)
    assert door.presence("Keo Vanna") is Presence.PRESENT


def test_a_delegate_comes_from_the_same_institution(door: Door) -> None:
    door.press(KEYS.Key_Down)
    door.press(KEYS.Key_3, CTRL)
    assert door.presence("Sok Chanthy") is Presence.DELEGATE_SENT
    door.type("ជា ដារា")
    door.press(KEYS.Key_2, CTRL)
    submit(door.page)
    came = door.people()["ជា ដារា"]
    assert came.attendance.delegate_of == door.people()["Sok Chanthy"].person.id
    assert came.institution == door.people()["Sok Chanthy"].institution


def test_the_same_enter_opens_the_walk_in_with_the_text(door: Door) -> None:
    door.type("ទេព")
    door.press(KEYS.Key_Return)
    door.type(" បញ្ញា")
    door.press(KEYS.Key_Return)
    door.press(KEYS.Key_Return)
    door.press(KEYS.Key_2, CTRL)
    door.press(KEYS.Key_Return)
    door.type("សមាគមថ្មី")
    door.press(KEYS.Key_Return)
    door.type("សមាជិក")
    door.press(KEYS.Key_Return)
    door.type("០១២ ៣៤៥ ៦៧៨")
    door.press(KEYS.Key_Return)
    came = door.people()["ទេព បញ្ញា"]
    assert came.attendance.presence is Presence.PRESENT
    assert came.attendance.position == "សមាជិក"
    assert (came.person.sex, came.person.phones) == (Sex.MAN, ("012 345 678",))
    assert came.institution is not None
    assert came.institution.name_km == "សមាគមថ្មី"
    assert door.page.search.hasFocus()


def test_a_walk_in_needs_a_sex_said_and_escape_keeps_the_text(door: Door) -> None:
    door.type("Nuon Sothea")
    door.press(KEYS.Key_Return)
    submit(door.page)
    assert "Nuon Sothea" not in door.people()
    assert door.page.escape()
    assert door.page.search.text() == "Nuon Sothea"


def test_the_known_person_can_be_taken_instead_of_a_double(door: Door) -> None:
    door.press(KEYS.Key_F4)
    door.page.focusWidget().setText("សុខ ចាន់ធី")
    door.type(" ")
    door.bot.waitUntil(lambda: bool(visible(door.page, QPushButton, "Same person")))
    door.press(KEYS.Key_1, CTRL)
    submit(door.page)
    door.press(KEYS.Key_Return)
    assert door.counts().total == 1
    assert len(people.list_people(door.store, "សុខ ចាន់ធី")) == 1


def test_from_the_signed_paper_a_row_number_and_enter(door: Door) -> None:
    door.press(KEYS.Key_F6)
    door.type("២")
    door.press(KEYS.Key_Return)
    assert door.counts().total == 0
    door.press(KEYS.Key_Return)
    door.press(KEYS.Key_Return)
    assert door.presence("Keo Vanna") is Presence.PRESENT
    assert door.presence("Chhim Piseth") is Presence.PRESENT
    assert door.presence("Sok Chanthy") is Presence.INVITED
    assert door.people()["Keo Vanna"].attendance.arrived is None


def test_an_unusual_head_count_is_typed_twice(door: Door) -> None:
    door.press(KEYS.Key_F2)
    door.type("អ្នកភូមិ")
    for number in ("2500", "១២", "0"):
        door.press(KEYS.Key_Return)
        field = door.page.focusWidget()
        door.bot.waitUntil(lambda at=field: at.lineEdit().hasSelectedText())
        door.type(number)
    door.press(KEYS.Key_Return)
    assert door.counts().total == 0
    field = door.page.focusWidget()
    assert isinstance(field, QSpinBox)
    field.setValue(2500)
    submit(door.page)
    assert (door.counts().women, door.counts().men, door.counts().named) == (2500, 12, 0)


def test_who_is_not_found_is_said_where_the_list_was(door: Door) -> None:
    door.type("nobody at all")
    said = [label.text() for label in door.page.findChildren(QLabel) if label.isVisible()]
    assert any("Nobody is called" in text for text in said)
    door.press(KEYS.Key_Escape)
    assert door.page._finder.table.isVisible()


def test_every_button_works_from_every_form(door: Door) -> None:
    door.press(KEYS.Key_F2)
    door.press(KEYS.Key_F4)
    assert door.page._walk_in.isVisible()
    door.type("Chan Dara")
    door.press(KEYS.Key_F2)
    assert door.page._counts.isVisible()
    door.press(KEYS.Key_F4)
    assert door.page._walk_in.person().name_latin == "Chan Dara"


def test_missing_sex_is_filled_one_after_another(door: Door) -> None:
    for name in ("Som A", "Som B"):
        person = people.add_person(door.store, Person(name_latin=name))
        attendance.mark(door.store, door.meeting, person.id)
    door.page.refresh()
    (amber,) = visible(door.page, QPushButton, "Sex not recorded: 2")
    amber.click()
    for digit in (KEYS.Key_1, KEYS.Key_2):
        door.press(digit, CTRL)
        done = visible(door.page, QPushButton, "Done")
        done[0].click()
    assert (door.counts().not_recorded, door.counts().women, door.counts().men) == (0, 1, 1)
    assert door.page.search.hasFocus()


def test_details_are_saved_as_typed(door: Door) -> None:
    door.press(KEYS.Key_Down)
    door.press(KEYS.Key_4, CTRL)
    phone = next(
        f
        for f in door.page.findChildren(QLineEdit)
        if f.accessibleName() == "Phone number" and f.isVisible()
    )
    phone.setFocus()
    door.type("89123456")
    door.press(KEYS.Key_Return)
    assert door.people()["Sok Chanthy"].person.phones == ("089 123 456",)


def test_a_desk_without_meetings_says_so(desk: Desk, qtbot: QtBot) -> None:
    page = CheckinPage(desk)
    qtbot.addWidget(page)
    page.prepare()
    page.show()
    assert visible(page, QPushButton, "New meeting")


def test_it_fits_a_small_laptop(door: Door) -> None:
    hint = door.page.minimumSizeHint()
    assert hint.width() <= 1093 - 56
    assert hint.height() <= 614 - 34


def submit(page: CheckinPage) -> None:
    """Press the primary action, as Ctrl+Enter in the window does."""
    assert page.primary is not None
    page.primary.click()


def visible(page: QWidget, kind: type[QPushButton], text: str) -> list[QPushButton]:
    return [w for w in page.findChildren(kind) if w.isVisible() and w.text().startswith(text)]
