"""The documents of a meeting, each one key away."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from cspdesk.db import meetings
from cspdesk.db.store import Store
from cspdesk.models.meetings import Meeting
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings.documents_tab import DocumentsTab
from cspdesk.ui.meetings.papers import PAPERS
from cspdesk.ui.preview.dialog import PreviewDialog


@pytest.fixture
def tab(desk: Desk, store: Store, qtbot: QtBot) -> DocumentsTab:
    made = DocumentsTab(desk)
    qtbot.addWidget(made)
    meeting = meetings.add_meeting(store, Meeting(title_en="Forum", on=date(2022, 12, 13)), [])
    made.retranslate()
    made.show_record(meetings.load_record(store, meeting.id))
    made.resize(560, 420)
    made.show()
    return made


@pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
def test_each_opens_by_keys_in_the_chosen_language(tab: DocumentsTab, paper, qtbot: QtBot) -> None:
    tab.languages.choose("km")
    button = tab.rows[paper.name].preview
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    (dialog,) = tab.window().findChildren(PreviewDialog)
    assert dialog.languages.current() == "km"
    assert dialog._stem().endswith("-km 2022-12-13")
    assert dialog.pages.document.pageCount() >= 1
    dialog.close()


def test_two_documents_never_propose_the_same_file(tab: DocumentsTab) -> None:
    assert len({paper.stem for paper in PAPERS}) == len(PAPERS)


def test_all_rows_are_as_wide_as_the_window_and_named(tab: DocumentsTab) -> None:
    for row in tab.rows.values():
        assert row.save.geometry().right() <= tab.viewport().width()
        assert row.save.accessibleName().startswith("Save as PDF: ")
        assert row._remark.isVisibleTo(tab)
    assert tab.verticalScrollBar().maximum() > 0


def test_the_wording_of_invitations_is_changed_on_their_page(tab: DocumentsTab, desk: Desk) -> None:
    asked: list[tuple[str, dict[str, object]]] = []
    desk.navigated.connect(lambda page, what: asked.append((page, what)))
    shown = [name for name, row in tab.rows.items() if row.wording.isVisibleTo(tab)]
    assert shown == ["invitation"]
    tab.rows["invitation"].wording.click()
    ((page, what),) = asked
    assert page == "letters"
    assert what["invitation_to"]
