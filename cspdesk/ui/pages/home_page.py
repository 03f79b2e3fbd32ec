"""The first page: the next meeting, what is due, what is unfinished, and the data's safety."""

from __future__ import annotations

import functools
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cspdesk.i18n import N_, _
from cspdesk.models.meetings import ActionPoint
from cspdesk.ui.home import contents
from cspdesk.ui.home.contents import HomeContents
from cspdesk.ui.home.data_card import DataCard
from cspdesk.ui.home.drafts_card import DraftsCard
from cspdesk.ui.home.first_steps import FirstSteps
from cspdesk.ui.home.followup_card import FollowUpCard
from cspdesk.ui.home.meeting_card import MeetingCard
from cspdesk.ui.meetings.papers import open_followup, open_paper
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.page import Page
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import ScrollPanel

if TYPE_CHECKING:
    from pathlib import Path

    from cspdesk.db.store import Store
    from cspdesk.ui.desk import Desk

_STACKED = 1000


class HomePage(Page):
    """Where the desk opens."""

    concerns = frozenset(
        {
            "institution", "person", "meeting", "attendance", "invitation", "agenda_item",
            "action_point", "backup",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._contents: HomeContents | None = None
        self._new = Button(icon="calendar-plus")
        self.steps = FirstSteps()
        self.meeting = MeetingCard(desk.words)
        self.follow_up = FollowUpCard(desk.words)
        self.drafts = DraftsCard(desk.words)
        self.data = DataCard(desk.words)
        self.primary = self.meeting.open_button
        self.header.add_action(self._new)
        self._lay_out()
        self._connect()

    def retranslate(self) -> None:
        self.header.set_title(_("Home"), self.desk.words.long_day(today()))
        self._new.setText(_("New meeting (F4)"))
        self.drafts.set_heading(_("Unfinished drafts"))
        for part in (self.steps, self.meeting, self.follow_up, self.data):
            part.retranslate()

    def refresh(self) -> None:
        self.desk.read(
            functools.partial(contents.load, today=today()), owner=self, on_done=self._fill
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < _STACKED * self.fontInfo().pointSize() // 11 + 40
        wanted = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._columns.direction() != wanted:
            self._columns.setDirection(wanted)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.drafts, 1)
        right.addWidget(self.data)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._columns.setSpacing(12)
        self._columns.addWidget(self.follow_up, 3)
        self._columns.addLayout(right, 2)
        panel = ScrollPanel()
        panel.body.setSpacing(12)
        panel.body.addWidget(self.steps)
        panel.body.addWidget(self.meeting)
        panel.body.addLayout(self._columns, 1)
        self.steps.hide()
        self.meeting.hide()
        self.body.addWidget(panel)

    def _connect(self) -> None:
        self._new.clicked.connect(self._on_new_asked)
        self.meeting.attendance_asked.connect(self._on_attendance_asked)
        self.meeting.print_asked.connect(self._on_print_asked)
        self.meeting.details_asked.connect(self._on_details_asked)
        self.steps.add_asked.connect(lambda: self.desk.navigate("directory", new=True))
        self.steps.import_asked.connect(lambda: self.desk.navigate("directory", import_file=True))
        self.steps.meeting_asked.connect(self._on_new_asked)
        self.steps.print_asked.connect(self._on_print_asked)
        self.follow_up.done.connect(self._on_done)
        self.follow_up.print_asked.connect(lambda: open_followup(self.desk, self))
        self.drafts.continued.connect(lambda id: self.desk.navigate("minutes", meeting=id))
        self.data.backup_asked.connect(self._on_backup_asked)
        self.shortcut("F4", self._on_new_asked)
        self.shortcut("F6", self._on_attendance_asked)
        self.shortcut("F7", self._on_print_asked)

    def _fill(self, found: HomeContents) -> None:
        self._contents = found
        self.header.set_title(_("Home"), self.desk.words.long_day(found.today))
        self.steps.setVisible(not found.started)
        self.meeting.setVisible(found.next_meeting is not None)
        self.steps.show_contents(found)
        if found.next_meeting is not None:
            self.meeting.show_meeting(found.next_meeting, found.today)
        self.follow_up.show_actions(found.overdue, found.due_soon, found.today)
        self.drafts.show_drafts(found.drafts)
        self.data.show_contents(found)
        if self.focusWidget() is self._new and found.next_meeting is not None:
            # Where Qt puts the cursor when nobody has: the next meeting is what one opens.
            self.meeting.open_button.setFocus()

    def _next_id(self) -> str:
        if self._contents is None or self._contents.next_meeting is None:
            return ""
        return self._contents.next_meeting.meeting.id

    def _on_new_asked(self) -> None:
        self.desk.navigate("meetings", new=True)

    def _on_attendance_asked(self) -> None:
        if self._next_id():
            self.desk.navigate("checkin", meeting=self._next_id())

    def _on_details_asked(self) -> None:
        self.desk.navigate("meetings", meeting=self._next_id())

    def _on_print_asked(self) -> None:
        if self._contents is not None and self._contents.next_meeting is not None:
            open_paper(self.desk, self._contents.next_meeting.meeting, "attendance", self)

    def _on_done(self, action_id: str) -> None:
        self.desk.change(
            functools.partial(_finish, action_id=action_id, on=today()),
            owner=self,
            undo=_("Marked as done."),
        )

    def _on_backup_asked(self) -> None:
        self.desk.change(_back_up, owner=self, on_done=self._on_backed_up)

    def _on_backed_up(self, _made: Path) -> None:
        self.desk.messages.toast(_("Backup made."))
        self.refresh()


def _finish(store: Store, action_id: str, on: date) -> None:
    store.update(ActionPoint, action_id, N_("mark as done"), done_on=on)


def _back_up(store: Store) -> Path:
    from cspdesk.db import backup

    return backup.make(store.database, store.folder)
