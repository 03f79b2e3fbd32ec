"""The agenda item that is being written: its heading and its blocks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.meetings import ActionPoint, AgendaItem, Meeting, MeetingRecord, Note
from cspdesk.models.record import Record
from cspdesk.ui.minutes.block import Block, Save
from cspdesk.ui.minutes.heading import ItemHeading, LunarDate
from cspdesk.ui.minutes.parts import ActionBlock, Find, NoteBlock, TextBlock
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import ScrollPanel
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import WrapLabel
from cspdesk.ui.widgets.suggest_field import SuggestField

_MARGIN = 96
"""Pixels kept in sight above and below the cursor: the row of fields that follows a text."""


class ItemEditor(ScrollPanel):
    """Discussion, notes, decision and actions of one item, each saved in its place.

    Signals:
        saved(type, str, str, object): kind of record, its id, name of the field, new value.
        note_asked(), action_asked(): a new one is wanted.
        deleted(type, str): the record is to go.
        done_ticked(str, bool): an action was done, or not after all.
    """

    saved = Signal(object, str, str, object)
    note_asked = Signal()
    action_asked = Signal()
    deleted = Signal(object, str)
    done_ticked = Signal(str, bool)

    def __init__(
        self,
        names: Find,
        people: Callable[[], SuggestField],
        raisers: Callable[[], SuggestField],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._names, self._people, self._raisers = names, people, raisers
        self._item_id = ""
        self._locked = False
        self._blocks: dict[str, NoteBlock | ActionBlock] = {}
        self.heading = ItemHeading(people)
        self.discussion = TextBlock("discussion", "messages-square", "neutral", "muted", names)
        self.decision = TextBlock("decision", "circle-check", "ok", "ok", names)
        self.lunar_date = LunarDate()
        self._notes, self._actions = QVBoxLayout(), QVBoxLayout()
        self._buttons = {
            "discussion": Button(icon="messages-square", tint="muted"),
            "note": Button(icon="triangle-alert", tint="warn"),
            "decision": Button(icon="circle-check", tint="ok"),
            "action": Button(icon="list-checks", tint="primary"),
        }
        self._row = QWidget()
        flow = FlowLayout(self._row)
        for button in self._buttons.values():
            flow.addWidget(button)
        self._hint = WrapLabel(role="caption")
        self.body.setContentsMargins(0, 0, 2, 0)
        self.body.addWidget(self.heading)
        self.body.addWidget(self.discussion)
        self.body.addLayout(self._notes)
        self.body.addWidget(self.decision)
        self.body.addLayout(self._actions)
        self.body.addWidget(self._row)
        self.body.addWidget(self._hint)
        self.body.addWidget(self.lunar_date)
        self.body.addStretch()
        for layout in (self._notes, self._actions):
            layout.setSpacing(8)
        self.verticalScrollBar().rangeChanged.connect(self._follow_cursor)
        self.heading.delete_asked.connect(lambda: self.deleted.emit(AgendaItem, self._item_id))
        self._buttons["discussion"].clicked.connect(self.discussion.text.setFocus)
        self._buttons["decision"].clicked.connect(self.decision.text.setFocus)
        self._buttons["note"].clicked.connect(self.note_asked)
        self._buttons["action"].clicked.connect(self.action_asked)

    def retranslate(self) -> None:
        """Word the blocks and the buttons."""
        self.heading.retranslate()
        self.lunar_date.retranslate()
        self.discussion.word(_("Discussion"), _("What was said"))
        self.decision.word(_("Decision"), _("What was decided"))
        self._buttons["discussion"].setText(_("Discussion"))
        self._buttons["note"].setText(_("Issue (F2)"))
        self._buttons["decision"].setText(_("Decision (F3)"))
        self._buttons["action"].setText(_("Action (F4)"))
        self._hint.setText(
            _(
                "Type @ for names from the attendance list. Alt+↑ ↓ and Ctrl+Enter change the item."
                " Changes are saved automatically."
            )
        )
        for block in self._blocks.values():
            block.retranslate()

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before leaving."""
        blocks: tuple[Block, ...] = (
            self.heading,
            self.discussion,
            self.decision,
            self.lunar_date,
            *self._blocks.values(),
        )
        return [binding for block in blocks for binding in block.bindings()]

    def flush(self) -> None:
        """Save everything typed now."""
        for binding in self.bindings():
            binding.flush()

    def show_item(self, record: MeetingRecord, at: int, number: str) -> None:
        """Show the item at ``at``; what is being typed into it stays, with its cursor."""
        item = record.agenda[at]
        other = item.id != self._item_id
        if other:
            self.flush()
            self._item_id = item.id
        self._locked = bool(record.meeting.minutes_approved_at)
        save = self._saver(AgendaItem, item.id)
        self.heading.show_item(item, number, save)
        self.discussion.load(item.id, {"discussion": item.discussion}, save)
        self.decision.load(item.id, {"decision": item.decision}, save)
        self.lunar_date.show_record(record, self._saver(Meeting, record.meeting.id))
        notes = [note for note in record.notes if note.agenda_item_id == item.id]
        actions = [action for action in record.actions if action.agenda_item_id == item.id]
        if at == 0:
            # What was noted before there was an agenda is not lost from sight.
            known = {entry.id for entry in record.agenda}
            notes += [note for note in record.notes if note.agenda_item_id not in known]
            actions += [a for a in record.actions if a.agenda_item_id not in known]
        self._keep({part.id for part in (*notes, *actions)})
        for row, note in enumerate(notes):
            block = self._block(note, self._notes, row)
            if isinstance(block, NoteBlock):
                block.show_note(note, self._saver(Note, note.id))
        for row, action in enumerate(actions):
            block = self._block(action, self._actions, row)
            if isinstance(block, ActionBlock):
                block.show_action(action, self._saver(ActionPoint, action.id))
        self._lock()
        if other:
            self.verticalScrollBar().setValue(0)

    def write_in(self, record_id: str) -> None:
        """Put the cursor into the block of a note or action, or into the discussion."""
        block = self._blocks.get(record_id)
        text = block.text if block else self.discussion.text
        text.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._follow_cursor()

    def _follow_cursor(self) -> None:
        """Keep what is written in sight while blocks appear and texts grow."""
        field, canvas = self.focusWidget(), self.widget()
        if field is None or canvas is None or not canvas.isAncestorOf(field):
            return
        if isinstance(field, QPlainTextEdit):
            place = field.viewport().mapTo(canvas, field.cursorRect().center())
        else:
            place = field.mapTo(canvas, field.rect().center())
        self.ensureVisible(place.x(), place.y(), 0, _MARGIN)

    def _saver(self, kind: type[Record], record_id: str) -> Save:
        return lambda name, value: self.saved.emit(kind, record_id, name, value)

    def _block(self, part: Note | ActionPoint, layout: QVBoxLayout, row: int) -> Block:
        block = self._blocks.get(part.id)
        if block is None:
            block = self._make(part)
            self._blocks[part.id] = block
        if layout.indexOf(block) != row:
            layout.insertWidget(row, block)
        return block

    def _make(self, part: Note | ActionPoint) -> NoteBlock | ActionBlock:
        block: NoteBlock | ActionBlock
        if isinstance(part, Note):
            block = NoteBlock(self._names, self._raisers)
        else:
            block = ActionBlock(self._names, self._people)
            block.done_ticked.connect(lambda done: self.done_ticked.emit(part.id, done))
        block.delete_asked.connect(lambda: self.deleted.emit(type(part), part.id))
        block.retranslate()
        return block

    def _keep(self, ids: set[str]) -> None:
        for gone in [record_id for record_id in self._blocks if record_id not in ids]:
            block = self._blocks.pop(gone)
            for binding in block.bindings():
                binding.flush()
            block.hide()
            block.deleteLater()

    def _lock(self) -> None:
        fixed = (self.heading, self.discussion, self.decision, self.lunar_date)
        for block in (*fixed, *self._blocks.values()):
            block.set_locked(self._locked)
        self._row.setVisible(not self._locked)
        self._hint.setVisible(not self._locked)
