"""The information of a meeting, edited in place and saved as typed."""

from __future__ import annotations

import functools
from datetime import time
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLineEdit, QWidget

from cspdesk.i18n import _
from cspdesk.models.meetings import MeetingKind, MeetingRecord, MeetingStatus
from cspdesk.ui.desk import Desk
from cspdesk.ui.directory.place_field import PlaceField
from cspdesk.ui.meetings import jobs
from cspdesk.ui.meetings.fields import EnumField, person_field, times_complaint
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.card import ScrollPanel
from cspdesk.ui.widgets.dates import DateField, TimeField
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.growing_text import GrowingText


class InformationTab(ScrollPanel):
    """Everything about a meeting that is not a list."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._meeting_id = ""
        self._starts = FormField(TimeField())
        self._ends = FormField(TimeField(), self._check_ends)
        self._place = FormField(PlaceField(), PlaceField.complaint)
        self._header = QCheckBox()
        self._fields: dict[str, FormField[Any]] = {
            "title_km": FormField(GrowingText(one_paragraph=True)),
            "title_en": FormField(GrowingText(one_paragraph=True)),
            "kind": FormField(EnumField(MeetingKind)),
            "status": FormField(EnumField(MeetingStatus)),
            "on": FormField(DateField()),
            "starts": self._starts,
            "ends": self._ends,
            "venue": FormField(QLineEdit()),
            "place": self._place,
            "chair": FormField(person_field(desk)),
            "note_taker": FormField(person_field(desk)),
            "objective": FormField(GrowingText(lines=2)),
            "number": FormField(QLineEdit()),
            "annexes": FormField(GrowingText(lines=2)),
        }
        self._bindings = {name: field.binding for name, field in self._fields.items()}
        self._bindings["national_header"] = FieldBinding(self._header)
        self._starts.binding.edited.connect(self._compare_times)
        self._lay_out()

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return list(self._bindings.values())

    def retranslate(self) -> None:
        """Word the fields."""
        labels = {
            "title_km": _("Title in Khmer"),
            "title_en": _("Title in English"),
            "kind": _("Type of meeting"),
            "status": _("Status"),
            "on": _("Date"),
            "starts": _("Start time"),
            "ends": _("End time"),
            "venue": _("Venue"),
            "place": _("District or commune"),
            "chair": _("Chair of the meeting"),
            "note_taker": _("Note-taker"),
            "objective": _("Objective"),
            "number": _("Letter number"),
            "annexes": _("Annexes of the minutes, one a line"),
        }
        hints = {"on": "13/12/2022", "starts": "08:00", "ends": "11:30"}
        for name, label in labels.items():
            self._fields[name].set_label(label, hints.get(name, ""))
        self._header.setText(_("National header on documents"))
        self._place.field.set_value(self._place.field.value())

    def show_record(self, record: MeetingRecord) -> None:
        """Show a meeting; what is being typed in it stays."""
        meeting = record.meeting
        self._meeting_id = meeting.id
        for name, binding in self._bindings.items():
            save = functools.partial(self._save, meeting.id, name)
            binding.load(getattr(meeting, name), save, meeting.id)
        self._compare_times()

    def _save(self, meeting_id: str, name: str, value: object) -> None:
        job = functools.partial(jobs.save_field, meeting_id=meeting_id, name=name, value=value)
        self._desk.change(job, owner=self)

    def _check_ends(self, ends: time | None) -> str:
        return times_complaint(self._starts.field.value(), ends)

    def _compare_times(self) -> None:
        if not self._ends.binding.dirty:
            self._ends.complain(self._check_ends(self._ends.field.value()))

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(20, 12, 20, 16)
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(10)
        for column in range(4):
            grid.setColumnStretch(column, 1)
        places = (
            ("title_km", 0, 0, 4), ("title_en", 1, 0, 4), ("kind", 2, 0, 2), ("status", 2, 2, 2),
            ("on", 3, 0, 2), ("starts", 3, 2, 1), ("ends", 3, 3, 1), ("venue", 4, 0, 2),
            ("place", 4, 2, 2), ("chair", 5, 0, 2), ("note_taker", 5, 2, 2),
            ("objective", 6, 0, 4), ("number", 7, 0, 2),
            ("annexes", 8, 0, 4),
        )  # fmt: skip
        for name, row, column, span in places:
            grid.addWidget(self._fields[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._header, 7, 2, 1, 2)
        self.body.addLayout(grid)
        self.body.addStretch()
        for name in ("title_km", "title_en"):
            field = self._fields[name]
            field.field.entered.connect(field.binding.flush)
