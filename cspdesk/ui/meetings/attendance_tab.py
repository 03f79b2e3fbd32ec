"""Who is invited, and the head counts of those without names."""

from __future__ import annotations

import functools

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from cspdesk.db import attendance, meetings
from cspdesk.i18n import _, ngettext
from cspdesk.models.counts import count_present
from cspdesk.models.meetings import Headcount, MeetingRecord
from cspdesk.ui.checkin.headcounts import HeadcountForm
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.invite_bar import InviteBar
from cspdesk.ui.meetings.invitees import Invitee, counted, invitees_model, invitees_of
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import ScrollPanel
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.label import WrapLabel
from cspdesk.ui.widgets.table import RecordTable

_LEAST_TABLE = 100


class AttendanceTab(ScrollPanel):
    """Ways to invite above the list of invitees; the form of head counts in its place."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: MeetingRecord | None = None
        self.invite = InviteBar(desk)
        self._counts = WrapLabel(role="caption")
        self._remove = Button(icon="x")
        self.headcount = Button(icon="plus")
        self._model = invitees_model()
        self.table = RecordTable(self._model, two_lines=True)
        self.table.setMinimumHeight(0)
        self._empty = EmptyState("users")
        self.headcounts = HeadcountForm(desk.words)
        self._stack = QStackedWidget()
        for widget in (self._list_page(), self.headcounts):
            self._stack.addWidget(widget)
        self.body.setContentsMargins(20, 12, 20, 12)
        self.body.addWidget(self._stack, 1)

        self.table.chosen.connect(self._on_row_chosen)
        self._remove.clicked.connect(self._on_remove_clicked)
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self._on_remove_clicked)
        self.headcount.clicked.connect(self._open_headcounts)
        self.headcounts.saved.connect(self._save_headcount)
        self.headcounts.deleted.connect(self._delete_headcount)
        self.headcounts.finished.connect(self.close_panel)

    def bindings(self) -> list[FieldBinding]:
        """Nothing here is saved as typed: Enter invites, a button saves a count."""
        return []

    def retranslate(self) -> None:
        """Word the tab."""
        self.invite.retranslate()
        self.headcounts.retranslate()
        self._remove.setText(_("Remove (Del)"))
        self.headcount.setText(_("Head count"))
        self._empty.set_text(_("Nobody is invited yet. Type a name above, or invite many at once."))
        if self._record is not None:
            self._show_counts(self._record)

    def show_record(self, record: MeetingRecord) -> None:
        """Show who is invited to a meeting."""
        if self._record is None or self._record.meeting.id != record.meeting.id:
            self._stack.setCurrentIndex(0)
        self._record = record
        self.invite.show_meeting(record.meeting.id)
        rows = invitees_of(record)
        self._model.set_rows(rows)
        self._lists.setCurrentWidget(self.table if rows else self._empty)
        self._on_row_chosen(self.table.current())
        self._show_counts(record)
        self.headcounts.show_known(record.headcounts)

    def begin_inviting(self) -> None:
        """Put the cursor where the first name is typed."""
        self._stack.setCurrentIndex(0)
        self.invite.box.setFocus()

    def close_panel(self) -> bool:
        """Go back from the head counts to the list; return whether they were shown."""
        shown = self._stack.currentIndex() == 1
        self._stack.setCurrentIndex(0)
        if shown:
            self.headcount.setFocus()
        return shown

    def _list_page(self) -> QWidget:
        page = QWidget()
        self._lists = QStackedWidget()
        # As high as there is room, however much the table would like.
        self._lists.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._lists.setMinimumHeight(_LEAST_TABLE)
        self._lists.addWidget(self.table)
        self._lists.addWidget(self._empty)
        foot = QHBoxLayout()
        foot.setSpacing(12)
        foot.addWidget(self._counts, 1)
        foot.addWidget(self.headcount)
        foot.addWidget(self._remove)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.invite)
        column.addWidget(self._lists, 1)
        column.addLayout(foot)
        return page

    def _show_counts(self, record: MeetingRecord) -> None:
        people, women, institutions = counted(invitees_of(record))
        number = self._desk.words.number
        invited = ngettext(
            "{n} person invited, women {women}", "{n} people invited, women {women}", people
        )
        parts = [
            invited.format(n=number(people), women=number(women)),
            _("{n} institutions").format(n=number(institutions)),
        ]
        came = count_present(record.attendees, record.headcounts)
        if came.total:
            text = _("Present {n}, women {women}")
            parts.append(text.format(n=number(came.total), women=number(came.women)))
        if came.total > came.named:
            parts.append(_("{n} without names").format(n=number(came.total - came.named)))
        self._counts.setText(" · ".join(parts))

    def _on_row_chosen(self, row: Invitee | None) -> None:
        self._remove.setEnabled(row is not None and row.invited)

    def _on_remove_clicked(self) -> None:
        row = self.table.current()
        if self._record is None or not isinstance(row, Invitee) or not row.invited:
            return
        person_id, institution_id = row.key
        job = functools.partial(
            jobs.withdraw,
            meeting_id=self._record.meeting.id,
            person_id=person_id,
            institution_id=institution_id,
        )
        said = _("{name} was removed from the list.").format(name=row.name)
        self.table.move(1)
        self._desk.change(job, owner=self, undo=said)

    def _open_headcounts(self) -> None:
        if self._record is not None:
            self._stack.setCurrentIndex(1)
            self.headcounts.begin(self._record.meeting.id)

    def _save_headcount(self, count: Headcount) -> None:
        job = functools.partial(attendance.set_headcount, headcount=count)
        self._desk.change(job, owner=self, undo=_("Head count saved."))
        self.headcounts.begin(count.meeting_id)

    def _delete_headcount(self, count_id: str) -> None:
        job = functools.partial(meetings.move_to_trash, kind=Headcount, record_id=count_id)
        self._desk.change(job, owner=self, undo=_("The head count was deleted."))
