"""The meetings: a list at the left, the chosen one or the form of a new one at the right."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cspdesk.db import meetings
from cspdesk.i18n import _, ngettext
from cspdesk.models.meetings import Meeting
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.detail import TABS, DetailPanel
from cspdesk.ui.meetings.list_panel import ListPanel
from cspdesk.ui.meetings.new_meeting import NewMeetingForm, next_working_day
from cspdesk.ui.meetings.papers import open_paper
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.page import Page
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.label import Label

_LIST_WIDTH = (300, 404)
_LIST_SHARE = 0.33
_TYPING_MS = 120


class MeetingsPage(Page):
    """All meetings and all that is done with one.

    ``show_what`` knows ``meeting`` (an id), ``tab`` (its tab), ``new`` and ``print_sheet``.
    """

    concerns = frozenset({
        "meeting", "agenda_item", "attendance", "invitation", "headcount", "note", "action_point",
        "person", "institution",
    })  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._contents = jobs.Contents([], None, None)
        self._wanted = ""
        self._then_print = False
        self._filling = False
        self._new = Button(icon="calendar-plus")
        self._count = Label(role="muted")
        self.header.add_beside(self._count)
        self.header.add_action(self._new)
        self.panel = ListPanel(desk.words)
        self.search = self.panel.search
        self.detail = DetailPanel(desk)
        self.form = NewMeetingForm(desk)
        self._nothing = EmptyState("calendar-days")
        blank = Card()
        blank.body.addWidget(self._nothing)
        self._stack = QStackedWidget()
        for widget in (blank, self.detail, self.form):
            self._stack.addWidget(widget)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.panel)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._connect()

    def retranslate(self) -> None:
        self._new.setText(_("New meeting (F4)"))
        self.panel.retranslate()
        self.detail.retranslate()
        self.form.retranslate()
        self._nothing.set_text(_("Select a meeting on the left"))
        self._show_title()

    def refresh(self) -> None:
        self._read(self.panel.list.current())

    def show_what(self, **what: object) -> None:
        if what.get("new"):
            self._on_new_clicked()
        meeting_id = what.get("meeting")
        if meeting_id:
            self._stack.setCurrentWidget(self.detail)
            self._wanted = str(meeting_id)
            if what.get("tab") in TABS:
                self.detail.show_tab(str(what["tab"]))
            self._then_print = bool(what.get("print_sheet"))
            self.mark_stale()

    def flush(self) -> None:
        for binding in self.detail.bindings():
            binding.flush()

    def escape(self) -> bool:
        if self._stack.currentWidget() is self.form:
            self._close_form()
            return True
        return self.detail.close_panel()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        # Shortcuts of a page work where the cursor is inside it, not in the sidebar.
        if self._stack.currentWidget() is self.form:
            self.form.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self.isAncestorOf(self.window().focusWidget()):
            self.panel.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = _LIST_WIDTH
        self.panel.setFixedWidth(max(least, min(most, round(self.width() * _LIST_SHARE))))

    def _connect(self) -> None:
        self._new.clicked.connect(self._on_new_clicked)
        self.panel.new_asked.connect(self._on_new_clicked)
        self.panel.searched.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self.refresh)
        self.panel.list.chosen.connect(self._on_chosen)
        self.panel.list.opened.connect(self._on_opened)
        self.detail.attendance_asked.connect(functools.partial(self._go, "checkin"))
        self.detail.minutes_asked.connect(functools.partial(self._go, "minutes"))
        self.detail.sheet_asked.connect(functools.partial(self._open_paper, "attendance"))
        self.detail.preview_asked.connect(functools.partial(self._open_paper, "minutes"))
        self.detail.copy_asked.connect(self._on_copy_asked)
        self.detail.trash_asked.connect(self._on_trash_asked)
        self.form.created.connect(self._on_created)
        self.form.finished.connect(self._close_form)
        self.shortcut("F4", self._on_new_clicked)
        self.shortcut("F2", functools.partial(self._go, "minutes"))
        self.shortcut("F6", functools.partial(self._go, "checkin"))
        self.shortcut("F7", functools.partial(self._open_paper, "attendance"))
        self.primary = self.detail.open_list

    def _read(self, meeting_id: str) -> None:
        job = functools.partial(
            jobs.load, text=self.panel.search.text(), meeting_id=self._wanted or meeting_id
        )
        self.desk.read(job, owner=self, on_done=self._fill)

    def _fill(self, contents: jobs.Contents) -> None:
        self._contents = contents
        self._filling = True
        self.panel.show_rows(contents.rows)
        wanted, self._wanted = self._wanted, ""
        if wanted:
            self.panel.reveal(wanted)
        if contents.row is not None and contents.record is not None:
            self.detail.show_meeting(contents.row, contents.record)
        if not self.panel.list.current():
            self.panel.choose_nearest()
        self._filling = False
        self._show_title()
        self._choose_side()
        if self._then_print:
            self._then_print = False
            self._open_paper("attendance")

    def _choose_side(self) -> None:
        if self._stack.currentWidget() is not self.form:
            chosen = self._contents.row is not None and bool(self.panel.list.current())
            self._stack.setCurrentIndex(1 if chosen else 0)

    def _show_title(self) -> None:
        n = len(self._contents.rows)
        text = ngettext("{n} meeting", "{n} meetings", n)
        self.header.set_title(_("Meetings"))
        self._count.setText(text.format(n=self.desk.words.number(n)) if n else "")

    def _on_chosen(self, meeting_id: str) -> None:
        # Only a person's choice puts the form of a new meeting away.
        if not self._filling:
            self._close_form()
        self._read(meeting_id)

    def _on_opened(self, meeting_id: str) -> None:
        self.desk.navigate("checkin", meeting=meeting_id)

    def _on_new_clicked(self) -> None:
        if self._stack.currentWidget() is not self.form:
            self._stack.setCurrentWidget(self.form)
            self.primary = self.form.create_button
            self.form.begin()
        self.form.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close_form(self) -> None:
        if self._stack.currentWidget() is self.form:
            self._stack.setCurrentWidget(self.detail)
            self.primary = self.detail.open_list
            self._choose_side()
            self.panel.search.setFocus()

    def _on_created(self, meeting_id: str) -> None:
        self.show_what(meeting=meeting_id, tab="attendance")
        self.detail.begin_inviting()

    def _meeting(self) -> Meeting | None:
        row = self._contents.row
        shown = self._stack.currentWidget() is self.detail
        return row.meeting if row is not None and shown else None

    def _go(self, page: str) -> None:
        meeting = self._meeting()
        if meeting is not None:
            self.desk.navigate(page, meeting=meeting.id)

    def _open_paper(self, name: str) -> None:
        meeting = self._meeting()
        if meeting is not None:
            self.flush()
            open_paper(self.desk, meeting, name, self)

    def _on_copy_asked(self) -> None:
        meeting = self._meeting()
        if meeting is not None:
            job = functools.partial(
                meetings.duplicate, meeting_id=meeting.id, on=next_working_day(today())
            )
            self.desk.change(
                job,
                owner=self,
                on_done=lambda made: self.show_what(meeting=made.id, tab="information"),
                undo=_("The meeting was copied with its agenda and invitees."),
            )

    def _on_trash_asked(self) -> None:
        meeting = self._meeting()
        if meeting is not None:
            job = functools.partial(meetings.move_to_trash, kind=Meeting, record_id=meeting.id)
            self.desk.change(job, owner=self, undo=_("Moved to the trash."))
