"""Planning a meeting from the first key to the printed sheet."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from cspdesk.db import attendance, meetings, people
from cspdesk.db.settings import change_organisation
from cspdesk.db.store import Store
from cspdesk.i18n import set_language
from cspdesk.models.meetings import (
    AgendaItem,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Presence,
)
from cspdesk.models.people import Person, Sex
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.info_tab import InformationTab
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.pages.meetings_page import MeetingsPage

DAY = timedelta(days=1)


def meeting(store: Store, title: str, on: date | None = None, **more: Any) -> Meeting:
    made = Meeting(title_en=title, on=on or today(), starts=time(8), ends=time(11, 30), **more)
    return meetings.add_meeting(store, made, [])


def person(store: Store, name: str, institution: str = "") -> Person:
    return people.add_person(store, Person(name_latin=name, sex=Sex.WOMAN), institution)


@pytest.fixture
def show(desk: Desk, qtbot: QtBot) -> Callable[..., MeetingsPage]:
    def made(**what: object) -> MeetingsPage:
        page = MeetingsPage(desk)
        qtbot.addWidget(page)
        page.resize(997, 580)
        page.prepare()
        if what:
            page.show_what(**what)
        page.show()
        qtbot.waitExposed(page)
        return page

    return made


def type_khmer(field: QLineEdit, text: str) -> None:
    """Type as an input method does; Qt's test keys know Latin letters only."""
    field.setText(text)
    field.textEdited.emit(text)


def titles(page: MeetingsPage) -> list[str]:
    model = page.panel.list.entries
    return [model.data(model.index(row)) for row in model.meetings()]


def test_the_next_meeting_is_shown_first(show, store: Store) -> None:
    for title, days in (("Last", -30), ("Next", 3), ("Later", 40)):
        meeting(store, title, today() + days * DAY)
    page = show()
    assert titles(page) == ["Later", "Next", "Last"]
    row = page.panel.list.currentIndex()
    assert page.panel.list.entries.data(row) == "Next"


def test_without_meetings_the_page_offers_a_new_one(show, qtbot: QtBot) -> None:
    page = show()
    button = page.panel._empty.button
    assert button.isVisibleTo(page)
    button.click()
    assert page.form.isVisible()
    assert page.escape()
    assert not page.form.isVisible()


def test_search_and_filters_narrow_the_list(show, store: Store, qtbot: QtBot) -> None:
    meeting(store, "Forum", today() - 400 * DAY, kind=MeetingKind.PARTNERSHIP_FORUM)
    meeting(store, "Bavel network", today() + 5 * DAY, place="0204")
    meeting(store, "Called off", today() + 6 * DAY, status=MeetingStatus.CANCELLED)
    page = show()
    page.panel._when["upcoming"].click()
    assert titles(page) == ["Bavel network"]
    page.panel._when["all"].click()
    page.panel._kind.picked.emit(MeetingKind.PARTNERSHIP_FORUM)
    assert titles(page) == ["Forum"]
    page.panel._kind.picked.emit("")
    page.panel._district.picked.emit("0204")
    assert titles(page) == ["Bavel network"]
    page.panel._district.picked.emit("")
    qtbot.keyClicks(page.search, "foru")
    qtbot.waitUntil(lambda: titles(page) == ["Forum"])


def test_arrow_keys_in_the_search_pass_over_the_months(show, store: Store, qtbot: QtBot) -> None:
    for days in (-70, -35, 0):
        meeting(store, f"{days}", today() + days * DAY)
    page = show()
    listed = page.panel.list
    page.search.setFocus()
    for expected in ("-35", "-70", "-70"):
        qtbot.keyClick(page.search, Qt.Key.Key_Down)
        assert listed.entries.data(listed.currentIndex()) == expected
    listed.setFocus()
    qtbot.keyClick(listed, Qt.Key.Key_Up)
    assert listed.entries.data(listed.currentIndex()) == "-35"
    assert page.detail._title.plain_text() == "-35"


def test_the_month_comes_into_sight_with_its_first_meeting(show, store: Store) -> None:
    for days in range(0, -700, -35):
        meeting(store, f"{days}", today() + days * DAY)
    listed = show().panel.list
    listed.move_by(19)
    listed.move_by(-19)
    assert listed.currentIndex().row() == 1
    assert listed.verticalScrollBar().value() == 0


def test_a_new_meeting_needs_only_its_kind(show, store: Store, qtbot: QtBot) -> None:
    meeting(store, "Old", kind=MeetingKind.DM_NETWORK, venue="Hall", chair="Sok", place="0204")
    page = show(new=True)
    form = page.form
    kind = form.fields["kind"].field
    kind.setCurrentIndex(kind.findData(MeetingKind.DM_NETWORK))
    kind.activated.emit(kind.currentIndex())
    assert form.fields["venue"].field.text() == "Hall"
    assert form.fields["chair"].field.text() == "Sok"
    type_khmer(form.fields["on"].field, "១៣/១២/២២")
    assert page.primary is form.create_button
    form.create_button.click()
    made = meetings.list_meetings(store)[-1].meeting
    assert (made.on, made.starts, made.ends) == (date(2022, 12, 13), time(8), time(11, 30))
    assert (made.place, made.kind) == ("0204", MeetingKind.DM_NETWORK)
    assert made.title_en
    assert len(meetings.load_record(store, made.id).agenda) == 6
    assert page.panel.list.current() == made.id
    assert page.detail.isVisible()


def test_the_second_new_meeting_is_filled_in_as_the_first(show, store: Store) -> None:
    page = show(new=True)
    for venue in ("Hall", "School"):
        fields = page.form.fields
        assert fields["title_en"].field.text()
        assert fields["venue"].field.text() != venue
        fields["venue"].field.setText(venue)
        page.form.create_button.click()
        page._on_new_clicked()
    assert page.form.fields["venue"].field.text() == "School"


def test_a_new_meeting_has_the_national_header_as_the_letterhead_says(show, store: Store) -> None:
    change_organisation(store, national_header=False)
    page = show(new=True)
    page.form.create_button.click()
    assert not meetings.list_meetings(store)[0].meeting.national_header


def test_the_chair_is_offered_with_the_title_that_the_minutes_give(store: Store) -> None:
    people.add_person(store, Person(name_km="ហេង សុវណ្ណ", honorific="លោក"), "")
    (offer,) = jobs.offer_people(store, "ហេង")
    assert offer.text == "លោក ហេង សុវណ្ណ"


def test_what_was_typed_outlives_another_kind(show, qtbot: QtBot) -> None:
    page = show(new=True)
    venue = page.form.fields["venue"].field
    qtbot.keyClicks(venue, "My hall")
    kind = page.form.fields["kind"].field
    kind.setCurrentIndex(kind.findData(MeetingKind.TRAINING))
    kind.activated.emit(kind.currentIndex())
    assert venue.text() == "My hall"
    assert page.form.fields["title_en"].field.text() == "Training"


def test_escape_keeps_what_was_typed_and_cancel_does_not(show, store: Store, qtbot: QtBot) -> None:
    meeting(store, "Forum")
    page = show(new=True)
    venue = page.form.fields["venue"].field
    qtbot.keyClicks(venue, "My hall")
    assert page.escape()
    assert page.detail.isVisible()
    page._on_new_clicked()
    assert venue.text() == "My hall"
    page.form.cancel_button.click()
    page._on_new_clicked()
    assert venue.text() == ""


def test_a_meeting_cannot_end_before_it_starts(show, store: Store, qtbot: QtBot) -> None:
    page = show(new=True)
    ends = page.form.fields["ends"]
    ends.field.clear()
    qtbot.keyClicks(ends.field, "7:30")
    page.form.submit()
    assert "after the start time" in ends._message.plain_text()
    assert meetings.list_meetings(store) == []


def test_information_is_saved_as_typed(show, store: Store, qtbot: QtBot) -> None:
    made = meeting(store, "Forum")
    page = show()
    tab = page.detail.tab("information")
    assert isinstance(tab, InformationTab)
    field = tab._fields["venue"].field
    type_khmer(field, "សាលា\u200bខេត្ត ")
    page.flush()
    stored = store.get(Meeting, made.id)
    assert stored is not None
    assert stored.venue == "សាលាខេត្ត"
    tab._header.click()
    page.flush()
    stored = store.get(Meeting, made.id)
    assert stored is not None
    assert not stored.national_header
    assert field.text() == "សាលា\u200bខេត្ត "


def test_wrong_end_time_is_said_and_not_saved(show, store: Store, qtbot: QtBot) -> None:
    made = meeting(store, "Forum")
    page = show()
    tab = page.detail.tab("information")
    assert isinstance(tab, InformationTab)
    tab._ends.field.clear()
    qtbot.keyClicks(tab._ends.field, "0700")
    page.flush()
    stored = store.get(Meeting, made.id)
    assert stored is not None
    assert stored.ends == time(11, 30)
    assert tab._ends._message.isVisibleTo(tab)


def test_a_copy_is_shown_and_the_trash_can_be_undone(show, store: Store, desk: Desk) -> None:
    old = meeting(store, "Forum", today() - 90 * DAY)
    person_id = person(store, "SOK Dara").id
    attendance.invite_person(store, old.id, person_id)
    attendance.mark(store, old.id, person_id, Presence.PRESENT)
    page = show(meeting=old.id)
    page.detail.copy_asked.emit()
    copied = page.panel.list.current()
    assert copied != old.id
    assert len(titles(page)) == 2
    page.detail.trash_asked.emit()
    assert len(titles(page)) == 1
    assert page.panel.list.current() == old.id
    desk.undo()
    assert len(titles(page)) == 2


def test_navigation_to_check_in_and_minutes_names_the_meeting(
    show, store: Store, desk: Desk, qtbot: QtBot
) -> None:
    made = meeting(store, "Forum")
    page = show()
    for ask, where in (
        (page.detail.attendance_asked, "checkin"),
        (page.detail.minutes_asked, "minutes"),
    ):
        with qtbot.waitSignal(desk.navigated) as heard:
            ask.emit()
        assert heard.args == [where, {"meeting": made.id}]


def test_printing_the_sheet_is_noted(show, store: Store, desk: Desk, tmp_path, qtbot) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from cspdesk.ui.preview import printing
    from cspdesk.ui.preview.dialog import PreviewDialog

    made = meeting(store, "Forum")
    page = show(meeting=made.id, print_sheet=True)
    dialog = page.findChild(PreviewDialog)
    printer = printing.printer_for(dialog.pages.document, "x")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setResolution(72)
    printer.setOutputFileName(str(tmp_path / "sheet.pdf"))
    dialog.print_on(printer)
    stored = store.get(Meeting, made.id)
    assert stored is not None
    assert stored.sheet_printed_at
    dialog.close()


@pytest.mark.parametrize("language", ["en", "km"])
@pytest.mark.parametrize("tab", ["information", "agenda", "attendance", "minutes", "documents"])
def test_it_fits_a_small_window(show, store: Store, language: str, tab: str) -> None:
    set_language(language)
    made = meeting(store, "Forum on partnership between administration and organisations")
    meetings.append(store, AgendaItem(meeting_id=made.id, title="A"))
    page = show(meeting=made.id, tab=tab)
    page.retranslate()
    hint = page.minimumSizeHint()
    # 1093 x 614 without the folded sidebar and the status bar.
    assert hint.width() <= 1093 - 56
    assert hint.height() <= 614 - 34


def test_every_icon_button_has_a_name(show, store: Store) -> None:
    made = meeting(store, "Forum")
    meetings.append(store, AgendaItem(meeting_id=made.id, title="A"))
    page = show(meeting=made.id, tab="agenda")
    nameless = [
        child
        for child in page.findChildren(QWidget)
        if child.property("kind") == "icon" and not child.accessibleName()
    ]
    assert nameless == []
