"""Agenda and invitees, typed one after another."""

from __future__ import annotations

from datetime import time

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cspdesk.db import attendance, meetings, people
from cspdesk.db.store import Store
from cspdesk.models.meetings import AgendaItem, Headcount, Meeting
from cspdesk.models.people import Institution, Person, Sex
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings.agenda_tab import AgendaTab
from cspdesk.ui.meetings.attendance_tab import AttendanceTab
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.messages import Notice
from cspdesk.ui.pages.meetings_page import MeetingsPage


def person(store: Store, name: str, institution: str = "") -> Person:
    return people.add_person(store, Person(name_latin=name, sex=Sex.WOMAN), institution)


@pytest.fixture
def made(store: Store) -> Meeting:
    return meetings.add_meeting(store, Meeting(title_en="Forum", on=today()), [])


@pytest.fixture
def page(desk: Desk, made: Meeting, qtbot: QtBot) -> MeetingsPage:
    shown = MeetingsPage(desk)
    qtbot.addWidget(shown)
    shown.resize(997, 580)
    shown.show()
    qtbot.waitExposed(shown)
    return shown


@pytest.fixture
def agenda(page: MeetingsPage) -> tuple[MeetingsPage, AgendaTab]:
    page.detail.show_tab("agenda")
    tab = page.detail.tab("agenda")
    assert isinstance(tab, AgendaTab)
    return page, tab


def test_agenda_is_typed_line_by_line_and_moved_by_keys(
    agenda: tuple[MeetingsPage, AgendaTab], store: Store, qtbot: QtBot
) -> None:
    _page, tab = agenda
    for title in ("One", "Two", "Three"):
        qtbot.keyClicks(tab.new, title)
        qtbot.keyClick(tab.new, Qt.Key.Key_Return)
    third = tab.rows()[2]
    third.title.setFocus()
    qtbot.keyClick(third.title, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert [row.title.toPlainText() for row in tab.rows()] == ["One", "Three", "Two"]
    assert [item.title for item in store.find(AgendaItem, order='"order"')] == [
        "One",
        "Three",
        "Two",
    ]
    assert third.title.hasFocus()


def test_an_agenda_item_is_edited_and_deleted_with_undo(
    agenda: tuple[MeetingsPage, AgendaTab], desk: Desk, store: Store, qtbot: QtBot
) -> None:
    page, tab = agenda
    qtbot.keyClicks(tab.new, "One")
    qtbot.keyClick(tab.new, Qt.Key.Key_Return)
    (row,) = tab.rows()
    qtbot.keyClicks(row.presenter, "Sokha")
    qtbot.keyClicks(row.starts, "830")
    page.flush()
    (item,) = store.find(AgendaItem)
    assert (item.presenter, item.starts) == ("Sokha", time(8, 30))
    row._delete.click()
    assert tab.rows() == []
    desk.undo()
    assert [row.title.toPlainText() for row in tab.rows()] == ["One"]


@pytest.fixture
def invited(page: MeetingsPage, made: Meeting) -> tuple[MeetingsPage, AttendanceTab, Meeting]:
    page.detail.begin_inviting()
    tab = page.detail.tab("attendance")
    assert isinstance(tab, AttendanceTab)
    return page, tab, made


def test_enter_invites_and_stays_in_the_box(
    invited: tuple[MeetingsPage, AttendanceTab, Meeting], store: Store, qtbot: QtBot
) -> None:
    _page, tab, made = invited
    place = store.insert(Institution(name_latin="Bavel Women", phones=("012 345 678",)))
    person(store, "SOK Dara")
    for text in ("sok d", "bavel"):
        qtbot.keyClicks(tab.invite.box, text)
        qtbot.keyClick(tab.invite.box, Qt.Key.Key_Return)
        assert tab.invite.box.text() == ""
    names = [row.name for row in tab._model.rows()]
    assert names == ["SOK Dara", "Bavel Women"]
    assert attendance.institutions_invited(store, made.id) == [place]
    assert "1 person invited" in tab._counts.plain_text()


def test_who_is_removed_comes_back_by_undo(
    invited: tuple[MeetingsPage, AttendanceTab, Meeting], store: Store, desk: Desk, qtbot: QtBot
) -> None:
    page, tab, made = invited
    for name in ("SOK Dara", "KEO Sophal"):
        attendance.invite_person(store, made.id, person(store, name).id)
    page.refresh()
    tab.table.selectRow(0)
    tab.table.setFocus()
    qtbot.keyClick(tab.table, Qt.Key.Key_Delete)
    assert [row.name for row in tab._model.rows()] == ["KEO Sophal"]
    desk.undo()
    assert [row.name for row in tab._model.rows()] == ["SOK Dara", "KEO Sophal"]


def test_who_walks_in_is_listed_and_counted_and_stays(
    invited: tuple[MeetingsPage, AttendanceTab, Meeting], store: Store
) -> None:
    page, tab, made = invited
    attendance.invite_person(store, made.id, person(store, "SOK Dara").id)
    attendance.walk_in(store, made.id, Person(name_latin="NEW Face", sex=Sex.WOMAN))
    page.refresh()
    assert [row.name for row in tab._model.rows()] == ["SOK Dara", "NEW Face"]
    assert tab._counts.plain_text().startswith("1 person invited, women 1")
    assert "Present 1, women 1" in tab._counts.plain_text()
    tab.table.selectRow(1)
    assert not tab._remove.isEnabled()
    tab.table.selectRow(0)
    assert tab._remove.isEnabled()


def test_all_institutions_are_invited_once_and_said(
    invited: tuple[MeetingsPage, AttendanceTab, Meeting], store: Store, desk: Desk
) -> None:
    _page, tab, _made = invited
    for name in ("A", "B"):
        person(store, f"Person {name}", store.insert(Institution(name_latin=name)).id)
    heard: list[Notice] = []
    desk.messages.noticed.connect(heard.append)
    tab.invite.everybody.click()
    tab.invite.everybody.click()
    assert [notice.text for notice in heard] == [
        "2 invitations were added.",
        "All of them were invited already.",
    ]
    assert len(tab._model.rows()) == 2


def test_head_counts_are_saved_and_an_unusual_number_is_asked_again(
    invited: tuple[MeetingsPage, AttendanceTab, Meeting], store: Store
) -> None:
    page, tab, _made = invited
    tab.headcount.click()
    form = tab.headcounts
    form._label.field.setText("Villagers")
    form._women.field.setValue(25_000)
    form.submit()
    assert store.find(Headcount) == []
    form._women.field.setValue(25)
    form.submit()
    (count,) = store.find(Headcount)
    assert (count.label, count.women) == ("Villagers", 25)
    assert page.escape()
    assert "25 without names" in tab._counts.plain_text()
