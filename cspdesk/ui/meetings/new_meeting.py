"""The form of a new meeting: its kind fills in nearly everything else."""

from __future__ import annotations

import functools
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cspdesk.db import meetings
from cspdesk.i18n import _, current_language, ngettext
from cspdesk.khmer.text import clean_line
from cspdesk.models.meetings import Meeting, MeetingKind
from cspdesk.models.templates import USUAL_END, USUAL_START
from cspdesk.ui.desk import Desk
from cspdesk.ui.directory.place_field import PlaceField
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.fields import EnumField, person_field, times_complaint
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.dates import DateField, TimeField
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import Label, WrapLabel

_SATURDAY = 5


def next_working_day(after: date) -> date:
    """Return the first day after ``after`` that is not Saturday or Sunday."""
    day = after + timedelta(days=1)
    while day.weekday() >= _SATURDAY:
        day += timedelta(days=1)
    return day


class NewMeetingForm(Card):
    """A short form in place of the detail. What the person typed is never overwritten.

    Signals:
        created(str): the new meeting's id. finished(): nothing more to do here.
    """

    created = Signal(str)
    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 12, 0, 12), parent=parent)
        self._desk = desk
        self._agenda: list[str] = []
        self._national_header = True
        self._title = Label(role="section")
        self._hint = WrapLabel(role="muted")
        self.create_button = Button(icon="check", kind="primary")
        self.cancel_button = Button()
        self.fields: dict[str, FormField[Any]] = {
            "kind": FormField(EnumField(MeetingKind)),
            "title_km": FormField(QLineEdit()),
            "title_en": FormField(QLineEdit()),
            "on": FormField(DateField()),
            "starts": FormField(TimeField()),
            "ends": FormField(TimeField()),
            "place": FormField(PlaceField()),
            "venue": FormField(QLineEdit()),
            "chair": FormField(person_field(desk)),
            "note_taker": FormField(person_field(desk)),
        }
        self._lay_out()
        self.setFocusProxy(self.fields["kind"])
        self.fields["kind"].field.activated.connect(lambda _row: self._ask_defaults())
        for name in ("starts", "ends", "on"):
            self.fields[name].field.value_changed.connect(self._check)
        for name, form in self.fields.items():
            if name != "kind":
                form.field.returnPressed.connect(functools.partial(self._go_on, name))
        for name in ("chair", "note_taker", "place"):
            self.fields[name].field.picked.connect(lambda _offer, name=name: self._go_on(name))
        self.create_button.clicked.connect(self.submit)
        self.cancel_button.clicked.connect(self._on_cancel_clicked)

    def retranslate(self) -> None:
        """Word the form."""
        self._title.setText(_("New meeting"))
        self.create_button.setText(_("Create (Ctrl+Enter)"))
        self.cancel_button.setText(_("Cancel"))
        labels = {
            "kind": _("Type of meeting"),
            "title_km": _("Title in Khmer"),
            "title_en": _("Title in English"),
            "on": _("Date"),
            "starts": _("Start time"),
            "ends": _("End time"),
            "place": _("District or commune"),
            "venue": _("Venue"),
            "chair": _("Chair of the meeting"),
            "note_taker": _("Note-taker"),
        }
        hints = {"on": "13/12/22", "starts": "08:00", "ends": "11:30"}
        for name, label in labels.items():
            self.fields[name].set_label(label, hints.get(name, ""))
        self._say_agenda()

    def begin(self) -> None:
        """Start with the usual day and times, or go on with what was typed and not yet created."""
        lines = [form.field for form in self.fields.values() if isinstance(form.field, QLineEdit)]
        if not any(line.isModified() for line in lines):
            self._start()

    def _start(self) -> None:
        for form in self.fields.values():
            form.complain("")
            if isinstance(form.field, QLineEdit):
                # Emptied by clear() it would count as typed in, and keep out the next defaults.
                form.field.setText("")
        self.fields["kind"].field.setCurrentIndex(0)
        self.fields["on"].field.set_value(next_working_day(today()))
        self.fields["starts"].field.set_value(USUAL_START)
        self.fields["ends"].field.set_value(USUAL_END)
        self.fields["place"].field.set_value("")
        self._ask_defaults()

    def submit(self) -> None:
        """Create the meeting, or put the cursor where something is wrong."""
        wrong = self._check()
        if wrong is not None:
            wrong.field.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        value = {name: form.field for name, form in self.fields.items()}
        meeting = Meeting(
            kind=value["kind"].currentData(),
            title_km=clean_line(value["title_km"].text()),
            title_en=clean_line(value["title_en"].text()),
            on=value["on"].value(),
            starts=value["starts"].value(),
            ends=value["ends"].value(),
            place=value["place"].value() or "",
            venue=clean_line(value["venue"].text()),
            chair=clean_line(value["chair"].text()),
            note_taker=clean_line(value["note_taker"].text()),
            national_header=self._national_header,
        )
        job = functools.partial(meetings.add_meeting, meeting=meeting, agenda=list(self._agenda))
        said = _("The meeting was created.")
        self._desk.change(job, owner=self, on_done=self._on_created, undo=said)

    def _on_cancel_clicked(self) -> None:
        self._start()
        self.finished.emit()

    def _on_created(self, meeting: Meeting) -> None:
        self._start()
        self.finished.emit()
        self.created.emit(meeting.id)

    def _ask_defaults(self) -> None:
        kind = self.fields["kind"].field.currentData()
        job = functools.partial(jobs.defaults, kind=kind, language=current_language())
        self._desk.read(job, owner=self, on_done=functools.partial(self._fill, kind))

    def _fill(self, kind: MeetingKind, found: jobs.Defaults) -> None:
        if kind != self.fields["kind"].field.currentData():
            return
        self._agenda = found.agenda
        self._national_header = found.national_header
        self._say_agenda()
        for name in ("title_km", "title_en", "venue", "chair", "note_taker"):
            field = self.fields[name].field
            # Qt remembers whether the person has typed since the text was set.
            if not field.isModified():
                field.setText(getattr(found, name))
                field.setCursorPosition(0)
        if not self.fields["place"].field.isModified():
            self.fields["place"].field.set_value(found.place)

    def _say_agenda(self) -> None:
        n = len(self._agenda)
        self._hint.setText(
            ngettext(
                "Its agenda starts with {n} item, to change afterwards.",
                "Its agenda starts with {n} items, to change afterwards.",
                n,
            ).format(n=self._desk.words.number(n))
        )

    def _check(self) -> FormField[Any] | None:
        """Show what is wrong beside each field; return the first one."""
        value = {name: form.field for name, form in self.fields.items()}
        found = {
            "on": "" if value["on"].is_valid() else _("Type the date as 13/12/2022."),
            "starts": "" if value["starts"].is_valid() else _("Type the time as 08:30."),
            "ends": _("Type the time as 08:30.")
            if not value["ends"].is_valid()
            else times_complaint(value["starts"].value(), value["ends"].value()),
            "place": PlaceField.complaint(value["place"].value()),
        }
        for name, text in found.items():
            self.fields[name].complain(text)
        return next((self.fields[name] for name, text in found.items() if text), None)

    def _go_on(self, name: str) -> None:
        names = list(self.fields)
        at = names.index(name) + 1
        if at == len(names):
            self.create_button.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.fields[names[at]].field.setFocus(Qt.FocusReason.TabFocusReason)

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(8)
        places = (
            ("kind", 0, 0, 4), ("title_km", 1, 0, 4), ("title_en", 2, 0, 4), ("on", 3, 0, 2),
            ("starts", 3, 2, 1), ("ends", 3, 3, 1), ("place", 4, 0, 2), ("venue", 4, 2, 2),
            ("chair", 5, 0, 2), ("note_taker", 5, 2, 2),
        )  # fmt: skip
        for column in range(4):
            grid.setColumnStretch(column, 1)
        for name, row, column, span in places:
            grid.addWidget(self.fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        panel = ScrollPanel()
        panel.body.setContentsMargins(20, 0, 20, 8)
        panel.body.addLayout(grid)
        panel.body.addWidget(self._hint)
        panel.body.addStretch()
        actions = QHBoxLayout()
        actions.setContentsMargins(20, 0, 20, 0)
        actions.setSpacing(8)
        actions.addWidget(self.create_button)
        actions.addWidget(self.cancel_button)
        actions.addStretch()
        head = QVBoxLayout()
        head.setContentsMargins(20, 0, 20, 0)
        head.addWidget(self._title)
        self.body.addLayout(head)
        self.body.addWidget(panel, 1)
        self.body.addLayout(actions)
