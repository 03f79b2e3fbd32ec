"""The blocks of an agenda item: discussion, decision, consultation note, action."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QSizePolicy, QWidget

from cspdesk.i18n import _
from cspdesk.models.meetings import ActionPoint, Note, NoteKind, Sector
from cspdesk.models.words import word
from cspdesk.ui.meetings.fields import EnumField
from cspdesk.ui.minutes.block import Block, Save
from cspdesk.ui.minutes.mentions import Mentions
from cspdesk.ui.minutes.place_field import PlaceField
from cspdesk.ui.widgets.dates import DateField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

Find = Callable[[str], Sequence[Suggestion]]


def text_field(names: Find) -> GrowingText:
    """Return a text of a block, in which @ offers names."""
    field = GrowingText()
    field.setProperty("role", "bare")
    Mentions(field, names)
    return field


class SectorField(EnumField):
    """A choice of the sectors, or none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Sector, parent)

    def retranslate(self) -> None:
        super().retranslate()
        self.setItemText(0, _("Sector not chosen"))


class TextBlock(Block):
    """A discussion or a decision: one text of the agenda item."""

    def __init__(
        self,
        name: str,
        icon: str,
        kind: str,
        token: str,
        names: Find,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(icon, kind, token, parent=parent)
        self.text = text_field(names)
        self.bind(name, self.text)
        self.body.addWidget(self.text)

    def word(self, title: str, hint: str) -> None:
        """Say what the block is and what to write there."""
        self.retranslate()
        self.chip.set(title)
        self.text.setAccessibleName(title)
        self.text.setPlaceholderText(hint)


class NoteBlock(Block):
    """A consultation note. What is empty shows while the block is written in."""

    def __init__(self, names: Find, raisers: Callable[[], SuggestField]) -> None:
        super().__init__("triangle-alert", "warn", "warn", deletable=True)
        self.text = text_field(names)
        self.kind = EnumField(NoteKind)
        self.sector = SectorField()
        self.place = PlaceField()
        self.raised_by = raisers()
        self.addressed_to = raisers()
        self.response = text_field(names)
        self.confidential = QCheckBox()
        self.first.insertWidget(1, self.kind)
        self.body.addWidget(self.text)
        self._optional: dict[str, QWidget] = {
            "raised_by": self.raised_by,
            "addressed_to": self.addressed_to,
            "sector": self.sector,
            "place": self.place,
            "response": self.response,
            "confidential": self.confidential,
        }
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.raised_by, 0, 0)
        grid.addWidget(self.addressed_to, 0, 1)
        grid.addWidget(self.sector, 1, 0)
        grid.addWidget(self.place, 1, 1)
        grid.addWidget(self.response, 2, 0, 1, 2)
        grid.addWidget(self.confidential, 3, 0, 1, 2)
        self.body.addLayout(grid)
        for name, field in (("text", self.text), ("kind", self.kind), *self._optional.items()):
            self.bind(name, field)
        self.response.setProperty("role", "")
        self.kind.activated.connect(self._show_kind)
        self.activated.connect(self._show_needed)
        self._record = Note()

    def show_note(self, note: Note, save: Save) -> None:
        """Show a note."""
        self._record = note
        names = ("text", "kind", *self._optional)
        self.load(note.id, {name: getattr(note, name) for name in names}, save)
        self._show_kind()
        self._show_needed()

    def retranslate(self) -> None:
        super().retranslate()
        self._show_kind()
        self.text.setAccessibleName(_("Consultation note"))
        self.text.setPlaceholderText(_("What was raised"))
        self.kind.setAccessibleName(_("Type"))
        self.sector.setAccessibleName(_("Sector"))
        for field, words in (
            (self.place, _("Place")),
            (self.raised_by, _("Raised by")),
            (self.addressed_to, _("Raised to")),
            (self.response, _("Response")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(words)
            field.setToolTip(words)
        self.sector.setToolTip(_("Sector"))
        self.confidential.setText(_("Confidential: never printed or shared"))

    def _show_kind(self) -> None:
        kind = NoteKind(self.kind.currentData() or NoteKind.ISSUE)
        icon = "eye-off" if self.confidential.isChecked() else "triangle-alert"
        self.chip.set(_("Issue raised") if kind is NoteKind.ISSUE else _(word(kind)), icon=icon)

    def _show_needed(self) -> None:
        for name, field in self._optional.items():
            field.setVisible(self.active or bool(getattr(self._record, name)))
        self.kind.setVisible(self.active or self._record.kind is not NoteKind.ISSUE)


class ActionBlock(Block):
    """Something to do: what, who, by when. The tick stays free when the minutes are approved.

    Signals:
        done_ticked(bool): it was done, or not after all.
    """

    done_ticked = Signal(bool)

    def __init__(self, names: Find, people: Callable[[], SuggestField]) -> None:
        super().__init__("list-checks", "info", "primary", deletable=True)
        self.text = text_field(names)
        self.responsible = people()
        self.due = DateField()
        self.due.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.done = QCheckBox()
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.responsible, 4)
        row.addWidget(self.due, 3)
        row.addWidget(self.done)
        self.body.addWidget(self.text)
        self.body.addLayout(row)
        for name, field in (
            ("text", self.text),
            ("responsible", self.responsible),
            ("due", self.due),
        ):
            self.bind(name, field)
        self.done.clicked.connect(self.done_ticked)

    def show_action(self, action: ActionPoint, save: Save) -> None:
        """Show an action."""
        values = {name: getattr(action, name) for name in ("text", "responsible", "due")}
        self.load(action.id, values, save)
        self.done.setChecked(action.done_on is not None)

    def retranslate(self) -> None:
        super().retranslate()
        self.chip.set(_("Action point"))
        self.done.setText(_("Done"))
        for field, words, hint in (
            (self.text, _("Action point"), _("What will be done")),
            (self.responsible, _("Responsible person"), _("Responsible person")),
            (self.due, _("Due date"), _("Due date")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.setToolTip(words)
