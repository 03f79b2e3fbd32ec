"""Check-in: type two or three letters, Enter, and the person is present."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import datetime, time
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from cspdesk.db import attendance
from cspdesk.errors import DeskError
from cspdesk.i18n import _, current_language
from cspdesk.models.meetings import Presence
from cspdesk.models.people import display_name
from cspdesk.ui.checkin import jobs
from cspdesk.ui.checkin.columns import said
from cspdesk.ui.checkin.corrections import Corrections
from cspdesk.ui.checkin.details import DetailsForm
from cspdesk.ui.checkin.figures import Figures
from cspdesk.ui.checkin.finder import Finder
from cspdesk.ui.checkin.headcounts import HeadcountForm
from cspdesk.ui.checkin.lookups import Lookups
from cspdesk.ui.checkin.roll import Roll, RollRow
from cspdesk.ui.checkin.walk_in import WalkIn, WalkInForm
from cspdesk.ui.meetings.papers import open_paper
from cspdesk.ui.meetings.wording import title_of
from cspdesk.ui.page import Page
from cspdesk.ui.widgets.buttons import Button, IconButton, Segments
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.search_field import SearchField

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.runner import Task

LIVE, PAPER = "live", "paper"


class CheckinPage(Page):
    """The door of one meeting. Every mark is shown at once and saved behind it."""

    concerns = frozenset(
        {"attendance", "headcount", "meeting", "person", "institution", "invitation"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._meeting_id = ""
        self._roll = Roll()
        self._marks = 0
        self._task: Task | None = None
        self._delegate_of = ""
        self._filling_sex = False

        self._back = IconButton("arrow-left")
        self._mode = Segments((LIVE, PAPER))
        self._print = Button(icon="printer")
        self.header.add_lead(self._back)
        self._mode.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.header.add_action(self._mode)
        self.header.add_action(self._print)
        self.search = field = SearchField()
        self._finder = Finder(desk, field)
        self._walk_in_button = Button(icon="user-plus", kind="primary")
        self._count_button = Button(icon="users")
        self._walk_in = WalkInForm()
        self._details = DetailsForm()
        self._counts = HeadcountForm(desk.words)
        self._figures = Figures(desk.words)
        self._empty = EmptyState("calendar-days")
        self._lay_out(field)

        self._back.clicked.connect(self._go_back)
        self._mode.chosen.connect(self._on_mode_chosen)
        self._print.clicked.connect(self._on_print_clicked)
        self._walk_in_button.clicked.connect(self._open_walk_in)
        self._count_button.clicked.connect(self._open_counts)
        self._empty.button.clicked.connect(lambda: desk.navigate("meetings"))
        self._finder.accepted.connect(self._on_accepted)
        self._finder.not_found.connect(self._open_walk_in)
        self._walk_in.submitted.connect(self._on_walk_in_submitted)
        self._walk_in.twin_taken.connect(self._on_twin_taken)
        self._details.finished.connect(self._on_details_finished)
        self._counts.finished.connect(self._show_list)
        self._lookups = Lookups(desk, self._walk_in, self._details, self)
        self._corrections = Corrections(
            self._change, lambda: self._meeting_id, self._details, self._counts, self
        )
        self._figures.missing_asked.connect(self._fill_missing_sex)
        self.bindings = self._details.bindings
        for keys, slot in (
            ("F4", self._open_walk_in),
            ("F2", self._open_counts),
            ("F6", self._switch_mode),
            ("F7", self._on_print_clicked),
            ("Ctrl+4", self._open_details),
            ("Ctrl+D", self._open_details),
            ("Alt+Left", self._go_back),
        ):
            self.shortcut(keys, slot)
        for at in range(3):
            self.shortcut(f"Ctrl+{at + 1}", functools.partial(self._on_digit, at))

    def _lay_out(self, field: SearchField) -> None:
        self._forms = QStackedWidget()
        for widget in (self._finder, self._walk_in, self._details, self._counts):
            self._forms.addWidget(widget)
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(field, 1)
        first.addWidget(self._walk_in_button)
        first.addWidget(self._count_button)
        second = QHBoxLayout()
        second.setSpacing(12)
        second.addWidget(self._forms, 1)
        second.addWidget(self._figures)
        desk_side = QWidget()
        column = QVBoxLayout(desk_side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(first)
        column.addLayout(second, 1)
        self._whole = QStackedWidget()
        self._whole.addWidget(desk_side)
        self._whole.addWidget(self._empty)
        self.body.addWidget(self._whole, 1)

    # The page

    def retranslate(self) -> None:
        self._back.set_name(_("Back to the meeting (Esc)"))
        self._mode.set_text(LIVE, _("At the door"))
        self._mode.set_text(PAPER, _("From the signed paper (F6)"))
        self._mode.setAccessibleName(_("Enter from the signed paper list"))
        self._print.setText(_("Print sheet (F7)"))
        self._walk_in_button.setText(_("Walk-in (F4)"))
        self._count_button.setText(_("Head count (F2)"))
        self._empty.set_text(_("No meetings yet."), _("New meeting"))
        for form in (self._finder, self._walk_in, self._details, self._counts):
            form.retranslate()
        self._show_roll()

    def show_what(self, **what: object) -> None:
        meeting_id = str(what.get("meeting", ""))
        if meeting_id != self._meeting_id:
            self._meeting_id = meeting_id
            self._roll = Roll()
            self._finder.set_text("")
            self._show_form(self._finder)
        self._marks += 1
        self.mark_stale()

    def refresh(self) -> None:
        if self._task is not None:
            self._task.cancel()
        # What was asked before a mark does not know of it: only the latest answer is shown.
        self._task = self.desk.read(
            functools.partial(jobs.load, meeting_id=self._meeting_id),
            owner=self,
            on_done=functools.partial(self._on_loaded, self._marks),
        )

    def flush(self) -> None:
        self._details.flush()

    def escape(self) -> bool:
        self._keep_walk_in_name()
        if self._forms.currentWidget() is not self._finder:
            self._filling_sex = False
            self._show_list()
        else:
            self._go_back()
        return True

    def _on_loaded(self, marks: int, roll: Roll | None) -> None:
        if marks != self._marks:
            return
        self._whole.setCurrentIndex(0 if roll else 1)
        self._roll = roll or Roll()
        self._meeting_id = self._roll.meeting.id if roll else ""
        self._show_roll()
        if self._forms.currentWidget() is self._finder:
            self.search.setFocus()  # type: ignore[union-attr]

    def _show_roll(self) -> None:
        meeting = self._roll.meeting
        words = self.desk.words
        parts = (
            words.long_day(meeting.on) if meeting.on else "",
            words.times(meeting.starts, meeting.ends),
            meeting.venue,
        )
        self.header.set_title(title_of(meeting), " · ".join(filter(None, parts)))
        self._finder.show_roll(self._roll)
        self._figures.show_counts(self._roll.counts(), list(self._roll.headcounts))
        self._counts.show_known(self._roll.headcounts)
        row = self._roll.row_of(self._details.person_id)
        if row is not None:
            self._details.show_row(row)

    def _show_form(self, form: QWidget, primary: QAbstractButton | None = None) -> None:
        self._forms.setCurrentWidget(form)
        self.primary = primary

    def _show_list(self) -> None:
        self._show_form(self._finder)
        self.search.setFocus()  # type: ignore[union-attr]

    def _go_back(self) -> None:
        what = {"meeting": self._meeting_id} if self._meeting_id else {}
        self.desk.navigate("meetings", **what)

    def _change(
        self,
        job: Callable[[Store], Any],
        undo: str = "",
        on_done: Callable[[Any], None] | None = None,
    ) -> None:
        self.desk.change(job, owner=self, on_done=on_done, on_error=self._on_failed, undo=undo)

    def _on_failed(self, error: Exception) -> None:
        self.refresh()
        if not isinstance(error, DeskError):
            raise error
        self.desk.messages.error(error)

    # Marking

    def _on_accepted(self, row: RollRow) -> None:
        if row.presence is not Presence.PRESENT:
            self._mark(row, Presence.PRESENT)
            return
        self._finder.marked(row)
        self.desk.messages.toast(
            _("{name} is already checked in.").format(name=self._name(row)),
            undo=functools.partial(self._unmark, row.person.id),
        )

    def _on_digit(self, at: int) -> None:
        form = self._forms.currentWidget()
        row = self._finder.current()
        if isinstance(form, WalkInForm | DetailsForm):
            form.choose_sex(at)
        elif form is not self._finder or row is None:
            return
        elif at == 0:
            self._on_accepted(row)
        else:
            self._mark(row, (Presence.ABSENT, Presence.DELEGATE_SENT)[at - 1])

    def _mark(self, row: RollRow, presence: Presence) -> None:
        here = presence is Presence.PRESENT
        arrived = _now() if here and self._mode.current() == LIVE else None
        self._marks += 1
        marked = self._roll.mark(row, presence, arrived)
        self._show_roll()
        self._finder.marked(marked)
        self._change(
            functools.partial(
                attendance.mark,
                meeting_id=self._meeting_id,
                person_id=row.person.id,
                presence=presence,
                arrived=arrived,
            ),
            undo=said(marked, self.desk.words),
        )
        if presence is Presence.DELEGATE_SENT:
            self._delegate_of = row.person.id
            self._begin_walk_in("", marked)

    def _unmark(self, person_id: str) -> None:
        self._change(
            functools.partial(attendance.unmark, meeting_id=self._meeting_id, person_id=person_id)
        )

    def _name(self, row: RollRow) -> str:
        return display_name(row.person, current_language())

    # Walk-ins

    def _open_walk_in(self, text: str = "") -> None:
        if self._forms.currentWidget() is not self._walk_in and self._meeting_id:
            self.flush()
            self._delegate_of = ""
            self._begin_walk_in(text or self._finder.text(), None)

    def _begin_walk_in(self, text: str, sent_by: RollRow | None) -> None:
        self._show_form(self._walk_in, self._walk_in.save)
        self._walk_in.begin(text, sent_by)

    def _keep_walk_in_name(self) -> None:
        """Leave what the walk-in's form was told of a name in the search field."""
        if self._forms.currentWidget() is self._walk_in:
            self._finder.set_text(self._walk_in.typed_name())

    def _on_walk_in_submitted(self, walk_in: WalkIn) -> None:
        row = RollRow(walk_in.person, None, works_as=walk_in.position)
        arrived = _now() if self._mode.current() == LIVE else None
        self._marks += 1
        marked = self._roll.mark(row, Presence.PRESENT, arrived)
        self._show_list()
        self._show_roll()
        self._finder.marked(marked)
        self._change(
            functools.partial(
                attendance.walk_in,
                meeting_id=self._meeting_id,
                person=walk_in.person,
                institution_id=walk_in.institution_id,
                new_institution=walk_in.new_institution,
                position=walk_in.position,
                arrived=arrived,
                delegate_of=self._delegate_of,
            ),
            undo=said(marked, self.desk.words),
        )

    def _on_twin_taken(self, person_id: str) -> None:
        listed = self._roll.row_of(person_id)
        self._show_list()
        if listed is not None:
            self._on_accepted(listed)
            return
        self.desk.read(
            functools.partial(jobs.known_row, person_id=person_id),
            owner=self,
            on_done=self._on_accepted,
        )

    # Details

    def _open_details(self) -> None:
        row = self._finder.current()
        if row is None or self._forms.currentWidget() is not self._finder:
            return
        if row.attendance is None:
            words = _("{name} is not on the list yet: Enter checks them in.")
            self.desk.messages.toast(words.format(name=self._name(row)))
            return
        self._filling_sex = False
        self._show_details(row)

    def _show_details(self, row: RollRow) -> None:
        self._details.show_row(row)
        self._show_form(self._details, self._details.done)
        self._details.sex.setFocus()

    def _fill_missing_sex(self) -> None:
        missing = self._roll.sex_unknown()
        self._filling_sex = bool(missing)
        if missing:
            self._show_details(missing[0])

    def _on_details_finished(self) -> None:
        missing = [
            row for row in self._roll.sex_unknown() if row.person.id != self._details.person_id
        ]
        if self._filling_sex and missing:
            self._show_details(missing[0])
        else:
            self._filling_sex = False
            self._show_list()

    # Head counts, paper

    def _open_counts(self) -> None:
        if self._meeting_id:
            self._keep_walk_in_name()
            self.flush()
            self._show_form(self._counts, self._counts.save)
            self._counts.begin(self._meeting_id)

    def _switch_mode(self) -> None:
        self._mode.choose(LIVE if self._mode.current() == PAPER else PAPER)

    def _on_mode_chosen(self, mode: str) -> None:
        self._finder.set_from_paper(mode == PAPER)
        self._show_list()

    def _on_print_clicked(self) -> None:
        if self._meeting_id:
            came = any(row.presence is Presence.PRESENT for row in self._roll.rows)
            open_paper(self.desk, self._roll.meeting, "attended" if came else "attendance", self)


def _now() -> time:
    return datetime.now().astimezone().time().replace(second=0, microsecond=0)
