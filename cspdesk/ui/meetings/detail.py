"""One meeting: its head with what is done with it, and its tabs."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Protocol

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from cspdesk.db.meetings import MeetingRow
from cspdesk.i18n import _
from cspdesk.models.meetings import MeetingRecord
from cspdesk.models.words import word
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings.agenda_tab import AgendaTab
from cspdesk.ui.meetings.attendance_tab import AttendanceTab
from cspdesk.ui.meetings.documents_tab import DocumentsTab
from cspdesk.ui.meetings.info_tab import InformationTab
from cspdesk.ui.meetings.minutes_tab import MinutesTab
from cspdesk.ui.meetings.wording import short_weekday, state_of, title_of, today, where_of
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button, IconButton, Tabs
from cspdesk.ui.widgets.card import Card, Rule
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.fact import Fact
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import ShortLabel
from cspdesk.ui.words import Words

TABS = ("information", "agenda", "attendance", "minutes", "documents")


class _Tab(Protocol):
    def show_record(self, record: MeetingRecord) -> None: ...
    def retranslate(self) -> None: ...
    def bindings(self) -> list[FieldBinding]: ...


class DetailPanel(Card):
    """A meeting's head and tabs; a tab is built when it is first looked at.

    Signals:
        attendance_asked(), sheet_asked(), copy_asked(), trash_asked(), minutes_asked(),
        preview_asked(): what the buttons ask for.
    """

    attendance_asked = Signal()
    sheet_asked = Signal()
    copy_asked = Signal()
    trash_asked = Signal()
    minutes_asked = Signal()
    preview_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 12, 0, 0), spacing=8, parent=parent)
        self._desk = desk
        self._row: MeetingRow | None = None
        self._record: MeetingRecord | None = None
        self._state = Chip()
        self._kind = Chip()
        self._printed = Chip(icon="printer", kind="ok")
        self._title = ShortLabel(role="section")
        self._day, self._times, self._where = Fact("calendar-days"), Fact("clock"), Fact("map-pin")
        self.open_list = Button(icon="clipboard-list", kind="primary")
        self._sheet = Button(icon="printer")
        self._copy = Button(icon="copy")
        self._more = IconButton("ellipsis")
        self.tabs = Tabs(TABS)
        self._stack = QStackedWidget()
        self._built: dict[str, _Tab] = {}
        self._lay_out()
        self.open_list.clicked.connect(self.attendance_asked)
        self._sheet.clicked.connect(self.sheet_asked)
        self._copy.clicked.connect(self.copy_asked)
        self._more.clicked.connect(self._on_more_clicked)
        self.tabs.chosen.connect(self.show_tab)
        self.show_tab(TABS[0])

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return [binding for tab in self._built.values() for binding in tab.bindings()]

    def retranslate(self) -> None:
        """Word the head and the tabs built so far."""
        self.open_list.setText(_("Open the attendance list (F6)"))
        self._sheet.setText(_("Print the list (F7)"))
        self._copy.setText(_("Duplicate"))
        self._more.set_name(_("More"))
        for tab in self._built.values():
            tab.retranslate()
        self._show_head()

    def show_meeting(self, row: MeetingRow, record: MeetingRecord) -> None:
        """Show a meeting, or what has changed in it."""
        self._row, self._record = row, record
        self._show_head()
        self._built[self.tabs.current()].show_record(record)

    def show_tab(self, name: str) -> None:
        """Show one of :data:`TABS`."""
        self.tabs.choose(name)
        tab = self._built.get(name)
        if tab is None:
            tab = self._make(name)
            tab.retranslate()
            self._built[name] = tab
        if self._record is not None:
            tab.show_record(self._record)
        if isinstance(tab, QWidget):
            self._stack.setCurrentWidget(tab)

    def tab(self, name: str) -> _Tab:
        """Return a tab, built if need be."""
        if name not in self._built:
            self.show_tab(name)
        return self._built[name]

    def begin_inviting(self) -> None:
        """Show the attendance tab with the cursor where the first name is typed."""
        self.show_tab("attendance")
        tab = self._built["attendance"]
        if isinstance(tab, AttendanceTab):
            tab.begin_inviting()

    def close_panel(self) -> bool:
        """Close what a tab has opened in place of its list."""
        tab = self._built.get(self.tabs.current())
        return isinstance(tab, AttendanceTab) and tab.close_panel()

    def _make(self, name: str) -> _Tab:
        makers: Mapping[str, Callable[[Desk], QWidget]] = {
            "information": InformationTab,
            "agenda": AgendaTab,
            "attendance": AttendanceTab,
            "minutes": MinutesTab,
            "documents": DocumentsTab,
        }
        made = makers[name](self._desk)
        self._stack.addWidget(made)
        if isinstance(made, MinutesTab):
            made.writing_asked.connect(self.minutes_asked)
            made.preview_asked.connect(self.preview_asked)
        return made  # type: ignore[return-value]

    def _show_head(self) -> None:
        row, record = self._row, self._record
        if row is None or record is None:
            return
        meeting, words = row.meeting, self._desk.words
        state = state_of(row, today())
        self._state.set(state.text, icon=state.icon, kind=state.kind)
        self._kind.set(_(word(meeting.kind)))
        self._printed.set(_("Attendance sheet printed"))
        self._printed.setVisible(bool(meeting.sheet_printed_at))
        self._title.setText(title_of(meeting))
        self._day.set(_day(words, meeting.on))
        self._times.set(words.times(meeting.starts, meeting.ends))
        self._where.set(where_of(meeting))
        listed = row.counts.total or row.invited
        for name, text, count in (
            ("information", _("Information"), 0),
            ("agenda", _("Agenda"), len(record.agenda)),
            ("attendance", _("Attendance"), listed),
            ("minutes", _("Minutes"), 0),
            ("documents", _("Documents"), 0),
        ):
            self.tabs.set_text(name, f"{text}  {words.number(count)}" if count else text)

    def _on_more_clicked(self) -> None:
        menu = QMenu(self._more)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction(_("Move to the trash"), self.trash_asked.emit)
        menu.popup(self._more.mapToGlobal(QPoint(0, self._more.height())))

    def _lay_out(self) -> None:
        chips, facts, actions = FlowLayout(), FlowLayout(spacing=16), FlowLayout()
        for chip in (self._state, self._kind, self._printed):
            chips.addWidget(chip)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addLayout(chips, 1)
        first.addWidget(self._more, 0, Qt.AlignmentFlag.AlignTop)
        for fact in (self._day, self._times, self._where):
            facts.addWidget(fact)
        for button in (self.open_list, self._sheet, self._copy):
            actions.addWidget(button)
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.setSpacing(6)
        head.addLayout(first)
        head.addWidget(self._title)
        head.addLayout(facts)
        head.addLayout(actions)
        bottom = QVBoxLayout()
        bottom.setContentsMargins(1, 0, 1, 1)
        bottom.setSpacing(0)
        bottom.addWidget(self.tabs)
        bottom.addWidget(Rule())
        bottom.addWidget(self._stack, 1)
        self.body.addLayout(head)
        self.body.addLayout(bottom, 1)


def _day(words: Words, on: date | None) -> str:
    if on is None:
        return _("No date yet")
    return _("{weekday}, {date}").format(weekday=short_weekday(on), date=words.day(on))
