"""Writing minutes: every block is saved in its place, and nothing typed is lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.db import attendance, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.meetings import ActionPoint, Meeting, MeetingRecord, Note, NoteKind, Presence
from cspdesk.models.people import Institution, Person, Sex
from cspdesk.ui.desk import Desk
from cspdesk.ui.minutes.parts import ActionBlock, NoteBlock
from cspdesk.ui.pages.minutes_page import MinutesPage
from cspdesk.ui.preferences import Preferences
from cspdesk.ui.runner import InlineRunner

KEYS = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


class Table:
    """The page in front of the note-taker, and what the store has."""

    def __init__(
        self, desk: Desk, store: Store, page: MinutesPage, meeting: str, bot: QtBot
    ) -> None:
        self.desk, self.store, self.page, self.meeting, self.bot = desk, store, page, meeting, bot

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

    def record(self) -> MeetingRecord:
        self.page.flush()
        return meetings.load_record(self.store, self.meeting)

    def field(self, name: str, kind: type[QWidget] = QLineEdit) -> QWidget:
        return next(
            w for w in self.page.findChildren(kind) if w.isVisible() and w.accessibleName() == name
        )

    def button(self, text: str) -> QPushButton:
        return next(
            w
            for w in self.page.findChildren(QPushButton)
            if w.isVisible() and (w.text().startswith(text) or w.accessibleName() == text)
        )


@pytest.fixture
def desk(store: Store, tmp_path: Path, qtbot: QtBot) -> Iterator[Desk]:
    runner = InlineRunner()
    made = Desk(tmp_path, runner, Preferences())
    made.adopt(lambda: store, owner=made, on_error=pytest.fail)
    yield made
    runner.shutdown()


@pytest.fixture
def table(desk: Desk, store: Store, qtbot: QtBot) -> Table:
    meeting = meetings.add_meeting(
        store, Meeting(title_en="Forum", on=date(2022, 12, 13)), ["ចំណុចទី១", "ចំណុចទី២"]
    )
    vsg = store.insert(Institution(name_km="អង្គការ VSG", name_latin="VSG"))
    person = people.add_person(
        store, Person(name_km="សុខ ចាន់ធី", name_latin="Sok Chanthy", sex=Sex.WOMAN), vsg.id
    )
    attendance.mark(store, meeting.id, person.id, Presence.PRESENT)
    page = MinutesPage(desk)
    qtbot.addWidget(page)
    page.resize(1037, 560)
    page.prepare()
    page.show_what(meeting=meeting.id)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    qtbot.waitUntil(lambda: isinstance(page.focusWidget(), QPlainTextEdit))
    return Table(desk, store, page, meeting.id, qtbot)


def test_what_is_typed_is_saved_clean_and_the_cursor_stays(table: Table) -> None:
    table.type("ផ្លូវ\u200bខូច\u2060 ")
    field = table.page.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    place = field.textCursor().position()
    assert table.record().agenda[0].discussion == "ផ្លូវ\u200bខូច"
    assert field.textCursor().position() == place
    table.type("ជួសជុល")
    assert table.record().agenda[0].discussion == "ផ្លូវ\u200bខូច\u2060 ជួសជុល".replace("\u2060", "")


def test_keys_lead_to_decision_issue_and_action(table: Table) -> None:
    table.type("Said")
    table.press(KEYS.Key_F3)
    table.type("Decided")
    table.press(KEYS.Key_F2)
    table.type("Raised")
    table.press(KEYS.Key_F4)
    table.type("To do")
    record = table.record()
    item = record.agenda[0]
    assert (item.discussion, item.decision) == ("Said", "Decided")
    assert [(n.text, n.agenda_item_id) for n in record.notes] == [("Raised", item.id)]
    assert [(a.text, a.agenda_item_id) for a in record.actions] == [("To do", item.id)]


def test_a_second_f2_makes_no_second_empty_note(table: Table) -> None:
    for _twice in range(2):
        table.press(KEYS.Key_F2)
    assert len(table.record().notes) == 1


def test_items_are_changed_by_keys_and_keep_their_own_text(table: Table) -> None:
    table.type("one")
    table.press(KEYS.Key_Down, ALT)
    table.type("two")
    table.press(KEYS.Key_Up, ALT)
    table.type("!")
    assert [item.discussion for item in table.record().agenda] == ["!one", "two"]


def test_a_note_has_all_its_fields(table: Table) -> None:
    table.press(KEYS.Key_F2)
    table.type("Road")
    block = table.page.findChild(NoteBlock)
    assert block is not None
    block.kind.setCurrentIndex(list(NoteKind).index(NoteKind.CHALLENGE))
    block.kind.activated.emit(block.kind.currentIndex())
    for field, text in ((block.raised_by, "Villagers"), (block.response, "Next year")):
        field.setFocus()
        table.type(text)
    block.confidential.click()
    (note,) = table.record().notes
    assert (note.kind, note.raised_by, note.response) == (
        NoteKind.CHALLENGE,
        "Villagers",
        "Next year",
    )
    assert note.confidential


def test_a_place_is_taken_from_the_list_or_not_at_all(table: Table) -> None:
    table.press(KEYS.Key_F2)
    block = table.page.findChild(NoteBlock)
    assert block is not None
    block.place.setFocus()
    table.type("Thma Koul")
    table.press(KEYS.Key_Down)
    table.press(KEYS.Key_Return)
    assert table.record().notes[0].place == "0202"
    block.place.setFocus()
    block.place.selectAll()
    table.type("nowhere at all")
    block.text.setFocus()
    assert table.record().notes[0].place == "0202"
    assert "Thma Koul" in block.place.text()


def test_an_at_sign_offers_names_and_enter_puts_one_in(table: Table) -> None:
    table.type("with @so")
    table.press(KEYS.Key_Return)
    table.type("today")
    assert table.record().agenda[0].discussion == "with Sok Chanthy today"
    table.type(" a@so")
    table.press(KEYS.Key_Return)
    assert table.record().agenda[0].discussion.endswith("a@so")


def test_those_who_are_here_are_offered_before_those_who_are_not(table: Table) -> None:
    absent = people.add_person(table.store, Person(name_latin="Sok Amara"), "")
    attendance.invite_person(table.store, table.meeting, absent.id)
    here = people.add_person(table.store, Person(name_latin="Sok Zana"), "")
    attendance.mark(table.store, table.meeting, here.id, Presence.PRESENT)
    table.page.refresh()
    table.type("@sok z")
    table.press(KEYS.Key_Return)
    table.type("@so")
    table.press(KEYS.Key_Down)
    table.press(KEYS.Key_Return)
    assert table.record().agenda[0].discussion == "Sok Zana Sok Zana"


def test_nothing_is_offered_while_an_input_method_composes(table: Table) -> None:
    table.type("@")
    field = table.page.focusWidget()
    composing = QInputMethodEvent("សុ", [])
    QCoreApplication.sendEvent(field, composing)
    table.type("សុខ")
    table.press(KEYS.Key_Return)
    assert table.record().agenda[0].discussion == "សុខ ចាន់ធី"


def test_an_action_has_somebody_and_a_day_and_is_done(table: Table) -> None:
    table.press(KEYS.Key_F4)
    table.type("Write")
    block = table.page.findChild(ActionBlock)
    assert block is not None
    block.responsible.setFocus()
    table.type("Sok C")
    block.due.setFocus()
    table.type("31/12/22")
    block.done.click()
    (action,) = table.record().actions
    assert (action.responsible, action.due) == ("Sok C", date(2022, 12, 31))
    assert action.done_on is not None


def test_a_day_that_does_not_exist_is_said_and_not_saved(table: Table) -> None:
    table.press(KEYS.Key_F4)
    block = table.page.findChild(ActionBlock)
    assert block is not None
    due = block.due
    due.setFocus()
    table.type("31/02/2023")
    (action,) = table.record().actions
    assert action.due is None
    assert "13/12/2022" in " ".join(label.text() for label in block.findChildren(QLabel))
    due.selectAll()
    table.type("28/02/2023")
    assert table.record().actions[0].due == date(2023, 2, 28)
    assert not due.property("invalid")


def test_a_deleted_note_comes_back_by_undo(table: Table) -> None:
    table.press(KEYS.Key_F2)
    table.type("Road")
    table.record()
    block = table.page.findChild(NoteBlock)
    assert block is not None
    block.delete_asked.emit()
    assert table.record().notes == ()
    table.desk.undo()
    assert [note.text for note in table.record().notes] == ["Road"]


def test_undo_of_typing_shows_in_the_field(table: Table) -> None:
    table.type("gone")
    table.record()
    table.desk.undo()
    field = table.page.focusWidget()
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == ""


def test_approving_locks_the_texts_until_reopened(table: Table) -> None:
    table.type("Said")
    table.button("Approve").click()
    table.type("more")
    table.press(KEYS.Key_F2)
    record = table.record()
    assert record.meeting.minutes_approved_at
    assert record.agenda[0].discussion == "Said"
    assert record.notes == ()
    table.button("Reopen").click()
    table.press(KEYS.Key_F2)
    table.type("now")
    assert table.record().notes[0].text == "now"


def test_a_new_item_is_added_and_titled(table: Table) -> None:
    table.button("New agenda item").click()
    table.type("Any other business")
    assert table.record().agenda[2].title == "Any other business"


def test_points_outside_the_agenda_are_shown_with_the_first_item(table: Table) -> None:
    meetings.append(table.store, Note(meeting_id=table.meeting, text="Loose"))
    meetings.append(table.store, ActionPoint(meeting_id=table.meeting, text="End"))
    table.page.refresh()
    texts = [field.toPlainText() for field in table.page.findChildren(QPlainTextEdit)]
    assert {"Loose", "End"} <= set(texts)


def test_the_preview_shows_the_pages_in_the_language_chosen(table: Table) -> None:
    table.type("Said")
    table.button("Preview").click()
    pages = table.page._preview
    table.bot.waitUntil(lambda: pages.pages is not None and pages.pages.document.pageCount() > 0)
    table.button("ខ្មែរ").click()
    assert pages.languages.current() == "km"


def test_it_fits_a_small_laptop(table: Table) -> None:
    hint = table.page.minimumSizeHint()
    assert hint.width() <= 1093 - 56
    assert hint.height() <= 614 - 34


def test_a_desk_without_meetings_says_so(desk: Desk, qtbot: QtBot) -> None:
    page = MinutesPage(desk)
    qtbot.addWidget(page)
    page.prepare()
    page.show()
    assert any(
        button.isVisible() and button.text() == "New meeting"
        for button in page.findChildren(QPushButton)
    )


def test_the_lunar_date_is_reckoned_until_one_is_typed(table: Table) -> None:
    field = table.field("Lunar date")
    assert isinstance(field, QLineEdit)
    assert "៥រោច ខែមិគសិរ" in field.placeholderText()
    assert table.record().meeting.lunar_date == ""
    field.setFocus()
    table.type("ថ្ងៃអង្គារ ៦រោច")
    assert table.record().meeting.lunar_date == "ថ្ងៃអង្គារ ៦រោច"
    field.clear()
    table.type("x")
    table.press(KEYS.Key_Backspace)
    assert table.record().meeting.lunar_date == ""


@pytest.mark.parametrize(
    ("on", "looked_at"), [(date(2024, 4, 14), True), (date(2024, 5, 2), False)]
)
def test_a_day_of_change_asks_to_look_at_the_lunar_date(
    table: Table, on: date, looked_at: bool
) -> None:
    table.store.update(Meeting, table.meeting, on=on)
    table.page.refresh()
    hints = [label for label in table.page.findChildren(QLabel) if "check the line" in label.text()]
    assert [hint.isVisible() for hint in hints] == [looked_at]


def test_approved_minutes_keep_their_lunar_date(table: Table) -> None:
    field = table.field("Lunar date")
    assert isinstance(field, QLineEdit)
    table.button("Approve").click()
    assert field.isReadOnly()
