"""People who are counted without names: a bus of villagers, a class of pupils."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.khmer.text import clean_line
from cspdesk.models.meetings import Headcount
from cspdesk.ui.widgets.buttons import Button, IconButton
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import ElidedLabel, Label, WrapLabel
from cspdesk.ui.widgets.number_field import NumberField
from cspdesk.ui.words import Words

UNUSUAL = 2_000
_MOST = 100_000


class HeadcountForm(ScrollPanel):
    """A label and three numbers; the counts that are there, to change or delete.

    Signals:
        saved(Headcount): store it. deleted(str): delete the one with this id.
        finished(): back to the list.
    """

    saved = Signal(object)
    deleted = Signal(str)
    finished = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._edited = Headcount()
        self._unusual = ""
        card = Card(margins=(20, 12, 20, 16), spacing=10)
        self._title = Label(role="section")
        self._hint = WrapLabel(role="muted")
        self._label = FormField(QLineEdit())
        self._women, self._men, self._unknown = (
            FormField(NumberField(_MOST, buttons=False)) for _n in range(3)
        )
        self._warning = WrapLabel(role="warning")
        self._warning.hide()
        self.save = Button(icon="check", kind="primary")
        self._back = Button()
        numbers = QHBoxLayout()
        numbers.setSpacing(12)
        for field in (self._women, self._men, self._unknown):
            numbers.addWidget(field)
        actions = QHBoxLayout()
        actions.addWidget(self.save)
        actions.addWidget(self._back)
        actions.addStretch()
        card.body.addWidget(self._title)
        card.body.addWidget(self._hint)
        card.body.addWidget(self._label)
        card.body.addLayout(numbers)
        card.body.addWidget(self._warning)
        card.body.addLayout(actions)
        self.body.addWidget(card)
        self._known = QVBoxLayout()
        self.body.addLayout(self._known)
        self.body.addStretch()
        self._label.field.returnPressed.connect(lambda: self._women.field.setFocus())
        for number, following in (
            (self._women.field, self._men.field),
            (self._men.field, self._unknown.field),
        ):
            number.lineEdit().returnPressed.connect(following.setFocus)
        self._unknown.field.lineEdit().returnPressed.connect(self.submit)
        self.save.clicked.connect(self.submit)
        self._back.clicked.connect(self.finished)

    def retranslate(self) -> None:
        """Word the form."""
        self._title.setText(_("Head count of people without names"))
        self._hint.setText(_("Adds to the totals of this meeting only, never to the directory."))
        self._label.set_label(_("Who they are"), _("Villagers of …, pupils of …"))
        self._women.set_label(_("Female"))
        self._men.set_label(_("Male"))
        self._unknown.set_label(_("Not recorded"))
        self.save.setText(_("Save"))
        self._back.setText(_("Back (Esc)"))

    def begin(self, meeting_id: str) -> None:
        """Start with a new, empty count."""
        self.edit(Headcount(meeting_id=meeting_id))

    def edit(self, count: Headcount) -> None:
        """Show a count to change."""
        self._edited = count
        self._unusual = ""
        self._warning.hide()
        self._label.field.setText(count.label)
        for form, value in (
            (self._women, count.women),
            (self._men, count.men),
            (self._unknown, count.not_recorded),
        ):
            form.field.setValue(value)
        self._label.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_known(self, counts: Sequence[Headcount]) -> None:
        """List the counts of the meeting below the form."""
        while (item := self._known.takeAt(0)) is not None:
            if widget := item.widget():
                widget.deleteLater()
        for count in counts:
            self._known.addWidget(self._line(count))

    def submit(self) -> None:
        """Save; a number past 2,000 has to be typed a second time."""
        numbers = [form.field.value() for form in (self._women, self._men, self._unknown)]
        if not any(numbers):
            self._women.field.setFocus()
            return
        large = [number for number in numbers if number > UNUSUAL]
        if large and self._unusual != str(numbers):
            self._ask_again(numbers, large)
            return
        label = clean_line(self._label.field.text())
        women, men, unknown = numbers
        self.saved.emit(
            replace(self._edited, label=label, women=women, men=men, not_recorded=unknown)
        )

    def _ask_again(self, numbers: list[int], large: list[int]) -> None:
        self._unusual = str(numbers)
        self._warning.setText(
            _("{n} is unusually many: type the number once more.").format(
                n=self._words.number(large[0])
            )
        )
        self._warning.show()
        for form in (self._unknown, self._men, self._women):
            if form.field.value() > UNUSUAL:
                form.field.setValue(0)
                form.field.setFocus()
                form.field.selectAll()

    def _line(self, count: Headcount) -> QWidget:
        number = self._words.number
        words = _("{women} female · {men} male · {unknown} not recorded").format(
            women=number(count.women), men=number(count.men), unknown=number(count.not_recorded)
        )
        card = Card(margins=(16, 4, 8, 4))
        row = QHBoxLayout()
        row.addWidget(ElidedLabel(count.label or _("Head count")), 2)
        row.addWidget(ElidedLabel(words, role="muted"), 3)
        change, delete = IconButton("pencil"), IconButton("trash-2")
        change.set_name(_("Edit"))
        delete.set_name(_("Delete"))
        change.clicked.connect(lambda: self.edit(count))
        delete.clicked.connect(lambda: self.deleted.emit(count.id))
        row.addWidget(change)
        row.addWidget(delete)
        card.body.addLayout(row)
        return card
