"""The minutes of a meeting: agenda at the left, the item in the middle, the page at the right."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from cspdesk.db import meetings
from cspdesk.errors import DeskError
from cspdesk.i18n import _, current_language
from cspdesk.models.meetings import ActionPoint, AgendaItem, MeetingRecord, Note, Presence
from cspdesk.models.people import display_name
from cspdesk.models.record import Record
from cspdesk.ui.checkin.jobs import load_record
from cspdesk.ui.checkin.roll import Roll
from cspdesk.ui.meetings.papers import open_paper
from cspdesk.ui.meetings.wording import title_of, today
from cspdesk.ui.minutes import jobs
from cspdesk.ui.minutes.agenda_list import AgendaList
from cspdesk.ui.minutes.item_editor import ItemEditor
from cspdesk.ui.minutes.tree import with_field, with_part
from cspdesk.ui.page import Page
from cspdesk.ui.preview.live import LivePreview
from cspdesk.ui.widgets.buttons import Button, IconButton
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.runner import Task

_AGENDA_WIDTH = 236
_PREVIEW_FROM = 1300
_OFFERED = 6


class MinutesPage(Page):
    """Writes the minutes of one meeting. Everything is saved as it is typed."""

    concerns = frozenset(
        {"agenda_item", "action_point", "note", "meeting", "attendance", "headcount", "person"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._meeting_id = ""
        self._record: MeetingRecord | None = None
        self._roll = Roll()
        self._at = 0
        self._changes = 0
        self._task: Task | None = None
        self._preview_wanted: bool | None = None

        self._back = IconButton("arrow-left")
        self._state = Chip()
        self._preview_button = Button(icon="eye")
        self._preview_button.setCheckable(True)
        self._print = Button(icon="printer")
        self._approve = Button(icon="shield-check", kind="primary")
        self.header.add_lead(self._back)
        self.header.add_beside(self._state)
        for button in (self._preview_button, self._print, self._approve):
            self.header.add_action(button)
        self._agenda = AgendaList(desk.words)
        self._agenda.setFixedWidth(_AGENDA_WIDTH)
        self._editor = ItemEditor(self._names, self._people_field, self._raiser_field)
        self._no_item = EmptyState("list-checks")
        self._preview = LivePreview(desk, jobs.draw)
        self._empty = EmptyState("calendar-days")
        self._lay_out()

        self._back.clicked.connect(self._go_back)
        self._print.clicked.connect(self._on_print_clicked)
        self._approve.clicked.connect(self._on_approve_clicked)
        self._preview_button.clicked.connect(self._on_preview_clicked)
        self._agenda.chosen.connect(self._go_to)
        self._agenda.add_asked.connect(self._add_item)
        self._no_item.button.clicked.connect(self._add_item)
        self._empty.button.clicked.connect(lambda: desk.navigate("meetings"))
        self._editor.saved.connect(self._on_saved)
        self._editor.note_asked.connect(self._add_note)
        self._editor.action_asked.connect(self._add_action)
        self._editor.deleted.connect(self._on_deleted)
        self._editor.done_ticked.connect(self._on_done_ticked)
        for keys, slot in (
            ("F2", self._add_note),
            ("F3", self._go_to_decision),
            ("F4", self._add_action),
            ("F6", self._preview_button.click),
            ("F7", self._on_print_clicked),
            ("Alt+Up", functools.partial(self._step, -1)),
            ("Alt+Down", functools.partial(self._step, 1)),
            ("Ctrl+Return", functools.partial(self._step, 1)),
            ("Ctrl+Enter", functools.partial(self._step, 1)),
            ("Alt+Left", self._go_back),
        ):
            self.shortcut(keys, slot)

    def _lay_out(self) -> None:
        self._middle = QStackedWidget()
        self._middle.addWidget(self._editor)
        self._middle.addWidget(self._no_item)
        whole = QWidget()
        row = QHBoxLayout(whole)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._agenda)
        row.addWidget(self._middle, 5)
        row.addWidget(self._preview, 4)
        self._whole = QStackedWidget()
        self._whole.addWidget(whole)
        self._whole.addWidget(self._empty)
        self.body.addWidget(self._whole, 1)

    # The page

    def retranslate(self) -> None:
        self._back.set_name(_("Back to the meeting (Esc)"))
        self._preview_button.setText(_("Preview (F6)"))
        self._print.setText(_("Print (F7)"))
        self._no_item.set_text(_("There is no agenda yet."), _("New agenda item"))
        self._empty.set_text(_("No meetings yet."), _("New meeting"))
        for part in (self._agenda, self._editor, self._preview):
            part.retranslate()
        self._show()

    def show_what(self, **what: object) -> None:
        meeting_id = str(what.get("meeting", ""))
        if meeting_id != self._meeting_id:
            self._editor.flush()
            self._meeting_id, self._record, self._at = meeting_id, None, 0
        self._changes += 1
        self.mark_stale()

    def refresh(self) -> None:
        if self._task is not None:
            self._task.cancel()
        # An answer from before the last change does not know of it and is not shown.
        self._task = self.desk.read(
            functools.partial(load_record, meeting_id=self._meeting_id),
            owner=self,
            on_done=functools.partial(self._on_loaded, self._changes),
        )

    def flush(self) -> None:
        self._editor.flush()

    def escape(self) -> bool:
        self._go_back()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_preview()

    def _on_loaded(self, changes: int, record: MeetingRecord | None) -> None:
        if changes != self._changes:
            return
        first = self._record is None
        self._record = record
        self._meeting_id = record.meeting.id if record else ""
        self._roll = Roll.of(record) if record else Roll()
        self._show()
        if first and record and record.agenda:
            self._editor.write_in("")

    def _show(self) -> None:
        record = self._record
        self._whole.setCurrentIndex(0 if record or self._meeting_id else 1)
        approved = bool(record and record.meeting.minutes_approved_at)
        self._state.set(
            _("Approved") if approved else _("Draft"),
            icon="circle-check-big" if approved else "pencil",
            kind="ok" if approved else "warn",
        )
        self._approve.setText(_("Reopen") if approved else _("Approve"))
        self._approve.set_kind("" if approved else "primary")
        self._approve.set_icon("lock-open" if approved else "shield-check")
        self._approve.setEnabled(record is not None)
        if record is None:
            self.header.set_title(_("Meeting minutes"))
            return
        meeting = record.meeting
        parts = (title_of(meeting), self.desk.words.day(meeting.on))
        self.header.set_title(_("Meeting minutes"), " · ".join(filter(None, parts)))
        self._at = max(0, min(self._at, len(record.agenda) - 1))
        self._agenda.show_record(record, self._at)
        self._agenda.add.setEnabled(not approved)
        self._middle.setCurrentIndex(0 if record.agenda else 1)
        if record.agenda:
            self._editor.show_item(record, self._at, self.desk.words.number(self._at + 1))
        self._preview.draw_soon(record)

    def _change(self, job: Callable[[Store], Any], undo: str = "") -> None:
        self._changes += 1
        self.desk.change(job, owner=self, on_error=self._on_failed, undo=undo)

    def _on_failed(self, error: Exception) -> None:
        self.refresh()
        if not isinstance(error, DeskError):
            raise error
        self.desk.messages.error(error)

    # Going about

    def _go_back(self) -> None:
        self._editor.flush()
        what = {"meeting": self._meeting_id} if self._meeting_id else {}
        self.desk.navigate("meetings", **what)

    def _go_to(self, at: int) -> None:
        if self._record is None or not 0 <= at < len(self._record.agenda):
            return
        self._editor.flush()
        self._at = at
        self._show()
        self._editor.write_in("")

    def _step(self, by: int) -> None:
        self._go_to(self._at + by)

    def _go_to_decision(self) -> None:
        self._editor.decision.text.setFocus()
        self._editor.ensureWidgetVisible(self._editor.decision)

    # Writing

    def _on_saved(self, kind: type[Record], record_id: str, name: str, value: object) -> None:
        if self._record is not None:
            self._record = with_field(
                self._record, kind, record_id, name, jobs.cleaned(name, value)
            )
        self._change(
            functools.partial(
                jobs.save_field, kind=kind, record_id=record_id, name=name, value=value
            )
        )

    def _add_item(self) -> None:
        self._editor.flush()
        record = self._open_record()
        if record is None:
            return
        item = AgendaItem(meeting_id=self._meeting_id, order=len(record.agenda) + 1)
        self._record = with_part(record, item)
        self._change(functools.partial(meetings.append, part=item))
        self._at = len(record.agenda)
        self._show()
        self._editor.heading.title.setFocus()

    def _add_note(self) -> None:
        record = self._open_record()
        if record is None or not record.agenda:
            return
        item_id = record.agenda[self._at].id
        empty = [n for n in record.notes if n.agenda_item_id == item_id and not n.text]
        note = empty[0] if empty else Note(meeting_id=self._meeting_id, agenda_item_id=item_id)
        if not empty:
            self._record = with_part(record, note)
            self._change(functools.partial(meetings.append, part=note))
            self._show()
        self._editor.write_in(note.id)

    def _add_action(self) -> None:
        record = self._open_record()
        if record is None or not record.agenda:
            return
        item_id = record.agenda[self._at].id
        empty = [a for a in record.actions if a.agenda_item_id == item_id and not a.text]
        action = (
            empty[0] if empty else ActionPoint(meeting_id=self._meeting_id, agenda_item_id=item_id)
        )
        if not empty:
            self._record = with_part(record, action)
            self._change(functools.partial(meetings.append, part=action))
            self._show()
        self._editor.write_in(action.id)

    def _open_record(self) -> MeetingRecord | None:
        """Return what can be written in; None when there is nothing or it is approved."""
        record = self._record
        return None if record is None or record.meeting.minutes_approved_at else record

    def _on_deleted(self, kind: type[Record], record_id: str) -> None:
        words = {
            AgendaItem: _("Agenda item deleted."),
            Note: _("Consultation note deleted."),
            ActionPoint: _("Action deleted."),
        }
        self._editor.flush()
        self._change(
            functools.partial(meetings.move_to_trash, kind=kind, record_id=record_id),
            undo=words[kind],
        )

    def _on_done_ticked(self, action_id: str, done: bool) -> None:
        self._on_saved(ActionPoint, action_id, "done_on", today() if done else None)

    def _on_approve_clicked(self) -> None:
        record = self._record
        if record is None:
            return
        self._editor.flush()
        approved = not record.meeting.minutes_approved_at
        self._change(
            functools.partial(jobs.set_approved, meeting_id=self._meeting_id, approved=approved),
            undo=_("Minutes approved; their texts are locked.")
            if approved
            else _("Minutes reopened."),
        )

    # Names

    def _names(self, text: str) -> Sequence[Suggestion]:
        # In the script that is being typed; Latin letters are also a quick way to Khmer names.
        khmer = any("\u1780" <= letter <= "\u17ff" for letter in text)
        language = "km" if khmer else current_language()
        # At the door those still awaited come first; in the minutes those who speak are here.
        found = sorted(self._roll.find(text), key=lambda r: r.presence is not Presence.PRESENT)
        return [
            Suggestion(
                row.person.id,
                display_name(row.person, language),
                display_name(row.institution, language) if row.institution else "",
            )
            for row in found[:_OFFERED]
        ]

    def _people_field(self) -> SuggestField:
        return SuggestField(lambda text: self._names(text) if text.strip() else ())

    def _raiser_field(self) -> SuggestField:
        field = SuggestField()

        def look(text: str) -> None:
            self.desk.read(
                functools.partial(jobs.offer_raisers, text=text, language=current_language()),
                owner=field,
                on_done=field.offer,
            )

        field.wanted.connect(look)
        return field

    # Paper

    def _on_preview_clicked(self) -> None:
        self._preview_wanted = self._preview_button.isChecked()
        self._place_preview()

    def _place_preview(self) -> None:
        shown = self._preview_wanted
        if shown is None:
            shown = self.window().width() >= _PREVIEW_FROM
        self._preview_button.setChecked(shown)
        self._preview.setVisible(shown)

    def _on_print_clicked(self) -> None:
        if self._record is not None:
            self._editor.flush()
            language = self._preview.languages.current()
            open_paper(self.desk, self._record.meeting, "minutes", self, language=language)
