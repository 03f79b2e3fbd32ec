"""Writing a letter from the first key to the preview."""

from __future__ import annotations

import functools
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from cspdesk.db import settings
from cspdesk.db.store import Store
from cspdesk.models.letters import Letter, LetterKind
from cspdesk.models.organisation import Signatory
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.messages import Notice
from cspdesk.ui.pages.letters_page import LettersPage
from cspdesk.ui.preferences import Preferences
from cspdesk.ui.runner import TaskRunner
from tests.ui.letters.written import forum, letter

Show = Callable[..., LettersPage]


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Show:
    def made(**what: object) -> LettersPage:
        page = LettersPage(desk)
        qtbot.addWidget(page)
        page.resize(997, 580)
        page.prepare()
        page.show()
        page.activateWindow()
        qtbot.waitUntil(page.isActiveWindow)
        if what:
            page.show_what(**what)
        return page

    return made


def stored(store: Store) -> Letter:
    (found,) = store.find(Letter)
    return found


def typed(page: LettersPage, name: str, text: str, qtbot: QtBot) -> None:
    field = page.editor.fields[name].field
    field.setFocus()
    qtbot.keyClicks(field, text)
    page.flush()


def test_without_letters_the_page_offers_a_new_one(show: Show, store: Store) -> None:
    page = show()
    assert page.panel.empty.button.isVisible()
    actions = page.new_menu.actions()
    assert [action.text() for action in actions] == [
        "Invitation letter",
        "Request letter",
        "Other letter",
    ]
    actions[1].trigger()
    assert stored(store).kind is LetterKind.REQUEST
    assert stored(store).on == today()
    assert page.editor.isVisible()


def test_what_is_typed_is_saved_and_can_be_undone(show: Show, store: Store, qtbot: QtBot) -> None:
    page = show()
    page.add(LetterKind.FREE)
    typed(page, "subject", "Thanks", qtbot)
    typed(page, "reference", "Your letter", qtbot)
    assert (stored(store).subject, stored(store).reference) == ("Thanks", "Your letter")
    assert page.panel.model.rows()[0].subject == "Thanks"
    page.desk.undo()
    assert stored(store).reference == ""
    assert page.editor.fields["reference"].field.text() == ""


def test_an_invitation_says_whom_it_goes_to(show: Show, store: Store) -> None:
    made = forum(store)
    page = show(invitation_to=made.id)
    assert stored(store).meeting_id == made.id
    assert not page.editor.address.isVisible()
    assert page.editor.fields["meeting"].isVisible()
    detail = page.editor.detail
    assert detail is not None
    assert "Forum" in detail.usual_subject
    assert "13 December 2022" in detail.usual_body
    assert [one.lines[0] for one in detail.addressees] == ["Mr Sok Phearak"]
    page.show_what(invitation_to=made.id)
    assert stored(store).meeting_id == made.id, "the letter that is there is shown"


def test_the_meeting_of_a_letter_is_found_by_typing(show: Show, store: Store, qtbot: QtBot) -> None:
    made = forum(store)
    page = show()
    page.add(LetterKind.INVITATION)
    field = page.editor.fields["meeting"].field
    field.setFocus()
    qtbot.keyClicks(field, "for")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.flush()
    assert stored(store).meeting_id == made.id
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Delete)
    page.search.setFocus()
    page.flush()
    assert stored(store).meeting_id == ""


def test_the_directory_fills_the_address(show: Show, store: Store, qtbot: QtBot) -> None:
    forum(store)
    page = show()
    page.add(LetterKind.REQUEST)
    field = page.editor.address.directory.field
    field.setFocus()
    qtbot.keyClicks(field, "phearak")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    assert stored(store).addressee == "Mr Sok Phearak\nDirector\nអង្គការ VSG"
    assert page.editor.address.lines.field.toPlainText() == stored(store).addressee


def test_somebody_outside_the_directory_is_addressed_as_typed(
    show: Show, store: Store, qtbot: QtBot
) -> None:
    letter(store)
    page = show()
    search = page.editor.address.directory.field
    search.setFocus()
    qtbot.keyClicks(search, "Nobody known")
    qtbot.keyClick(search, Qt.Key.Key_Return)
    assert stored(store).addressee == "Nobody known"
    assert page.editor.address.lines.field.hasFocus()
    assert search.text() == ""


def test_tab_follows_the_letter(show: Show, store: Store, qtbot: QtBot) -> None:
    letter(store)
    page = show()
    fields = page.editor.fields
    page.editor.address.directory.field.setFocus()
    wanted = [
        page.editor.address.lines.field,
        *(fields[name].field for name in ("number", "on", "place", "subject", "reference")),
        page.editor.body_field.text.field,
        page.editor.body_field.file,
        *(fields[name].field for name in ("enclosures", "contact", "signatory_name")),
    ]
    for goal in wanted:
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
        assert page.focusWidget() is goal


def test_the_usual_wording_is_shown_and_can_be_begun_with(show: Show, store: Store) -> None:
    page = show(invitation_to=forum(store).id)
    text = page.editor.body_field.text.field
    assert "inviting you" in text.placeholderText()
    page.editor.body_field.usual.click()
    assert "inviting you" in text.toPlainText()
    assert stored(store).body == text.toPlainText()
    page.desk.undo()
    assert stored(store).body == ""
    assert text.toPlainText() == ""


def test_a_letter_is_begun_at_its_top(show: Show, store: Store, qtbot: QtBot) -> None:
    letter(store, kind=LetterKind.INVITATION)
    page = show()
    meeting, last = page.editor.fields["meeting"], page.editor.fields["signatory_role"]
    page.editor.fields["contact"].field.setFocus()
    qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    qtbot.waitUntil(lambda: not last.visibleRegion().isEmpty())
    assert meeting.visibleRegion().isEmpty()
    qtbot.keyClick(page.panel.table, Qt.Key.Key_Return)
    assert meeting.field.hasFocus()
    qtbot.waitUntil(lambda: not meeting.visibleRegion().isEmpty())


def test_only_the_fields_of_its_kind_are_shown(show: Show, store: Store) -> None:
    written = letter(store, subject="a")
    page = show(letter=written.id)
    fields = page.editor.fields
    assert page.editor.address.isVisible()
    assert not fields["meeting"].isVisible()
    assert not fields["lunar_date"].isVisible()
    assert not page.editor.body_field.usual.isVisible()
    kind, language = fields["kind"].field, fields["language"].field
    kind.setCurrentIndex(kind.findData(LetterKind.REQUEST))
    kind.activated.emit(kind.currentIndex())
    language.setCurrentIndex(language.findData("km"))
    language.activated.emit(language.currentIndex())
    page.flush()
    assert (stored(store).kind, stored(store).language) == (LetterKind.REQUEST, "km")
    assert fields["meeting"].isVisible()
    assert fields["lunar_date"].isVisible()
    assert "ព.ស.២៥៦៦" in fields["lunar_date"].field.placeholderText()


def test_a_signatory_of_the_organisation_fills_name_and_role(
    show: Show, store: Store, qtbot: QtBot
) -> None:
    settings.change_organisation(
        store, signatories=(Signatory("ក", "Mr Son Dara", "ខ", "Chair"),
                            Signatory("គ", "Ms Chan Thida", "ឃ", "Deputy")),
    )  # fmt: skip
    page = show(letter=letter(store).id)
    field = page.editor.fields["signatory_name"].field
    assert field.placeholderText() == "Mr Son Dara"
    field.setFocus()
    qtbot.keyClicks(field, "thida")
    qtbot.keyClick(field, Qt.Key.Key_Down)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    page.flush()
    assert (stored(store).signatory_name, stored(store).signatory_role) == (
        "Ms Chan Thida",
        "Deputy",
    )


def test_a_text_file_becomes_the_text(show: Show, store: Store, tmp_path: Path) -> None:
    path = tmp_path / "text.txt"
    path.write_text("ទីមួយ\n\nSecond", "utf-8")
    page = show()
    page.take_file(path)
    assert stored(store).kind is LetterKind.FREE
    assert stored(store).body == "ទីមួយ\n\nSecond"
    path.write_text("Other", "utf-8")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path))])
    where = QPointF(300, 300)
    copy = Qt.DropAction.CopyAction
    page.dropEvent(
        QDropEvent(where, copy, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    )
    assert stored(store).body == "Other"


def test_a_file_that_is_no_text_is_refused_in_words(
    show: Show, store: Store, tmp_path: Path, desk: Desk
) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(b"\xff\xd8\xff\xe0\x00")
    said: list[Notice] = []
    desk.messages.noticed.connect(said.append)
    written = letter(store, body="kept")
    page = show(letter=written.id)
    page.take_file(path)
    assert stored(store).body == "kept"
    assert said[-1].kind == "danger"
    assert "photo.jpg" in said[-1].detail


def test_letters_are_found_copied_and_deleted(show: Show, store: Store, qtbot: QtBot) -> None:
    letter(store, subject="Thanks", number="001/22")
    second = letter(store, subject="Report", number="002/22")
    page = show(letter=second.id)
    qtbot.keyClicks(page.search, "thanks")
    qtbot.waitUntil(lambda: len(page.panel.model.rows()) == 1)
    page.show_what(letter=second.id)
    assert page.search.text() == "", "the letter asked for is not hidden by a search"
    assert page.panel.current() == second.id
    page.editor.copy_asked.emit()
    assert len(store.find(Letter)) == 3
    copy = page.editor.detail
    assert copy is not None
    assert (copy.letter.subject, copy.letter.on) == ("Report", today())
    page.editor.trash_asked.emit()
    assert len(page.panel.model.rows()) == 2
    # The next letter is shown.
    qtbot.waitUntil(lambda: page.editor.detail is not None)
    page.desk.undo()
    assert len(page.panel.model.rows()) == 3


def test_another_letter_keeps_what_was_typed_in_the_one_before(
    show: Show, store: Store, qtbot: QtBot
) -> None:
    first, second = letter(store, subject="a"), letter(store, subject="b")
    page = show(letter=first.id)
    field = page.editor.fields["contact"].field
    field.setFocus()
    qtbot.keyClicks(field, "012")
    page.panel.choose(second.id)
    qtbot.waitUntil(lambda: field.text() == "")
    kept = store.get(Letter, first.id)
    assert kept is not None
    assert kept.contact == "012"


def test_a_new_letter_stays_chosen_when_answers_come_later(tmp_path: Path, qtbot: QtBot) -> None:
    runner = TaskRunner()
    desk = Desk(tmp_path / "desk", runner, Preferences(language="en"))
    opened = functools.partial(Store.create, tmp_path / "later", bytes(32))
    with qtbot.waitSignal(desk.opened):
        desk.adopt(opened, owner=desk, on_error=pytest.fail)
    page = LettersPage(desk)
    qtbot.addWidget(page)
    page.show()
    for kind in (LetterKind.REQUEST, LetterKind.FREE):
        page.add(kind)
        qtbot.waitUntil(lambda kind=kind: _shown(page) is kind)
        assert page.editor.detail is not None
        assert page.panel.current() == page.editor.detail.letter.id
    typed(page, "contact", "012", qtbot)
    qtbot.waitUntil(
        lambda: page.editor.detail is not None and bool(page.editor.detail.letter.contact)
    )
    assert _shown(page) is LetterKind.FREE
    with qtbot.waitSignal(desk.closed):
        desk.close()
    runner.shutdown()


def _shown(page: LettersPage) -> LetterKind | None:
    return page.editor.detail.letter.kind if page.editor.detail else None


def test_the_preview_opens_by_key(show: Show, store: Store, qtbot: QtBot) -> None:
    from cspdesk.ui.preview.dialog import PreviewDialog

    page = show(letter=letter(store, body="Text").id)
    page.editor.preview.click()
    dialog = page.findChild(PreviewDialog) or page.window().findChild(PreviewDialog)
    assert dialog is not None
    assert dialog.languages.current() == "en"
    dialog.close()


def test_the_file_of_a_letter_is_named_by_kind_day_and_number(show: Show, store: Store) -> None:
    from cspdesk.ui.preview.dialog import PreviewDialog

    page = show(letter=letter(store, number="003/22 ប.អ.", body="Text").id)
    page.editor.preview.click()
    dialog = page.findChild(PreviewDialog)
    dialog.save_button.click()
    chooser = dialog.findChild(QFileDialog)
    assert [Path(name).name for name in chooser.selectedFiles()] == [
        "letter-en 2022-12-01 003-22 ប.អ.pdf"
    ]
    dialog.close()


def test_the_page_fits_a_small_screen(show: Show, store: Store) -> None:
    page = show(letter=letter(store, subject="a").id)
    hint = page.minimumSizeHint()
    assert hint.width() <= 1093 - 56
    assert hint.height() <= 614 - 34
