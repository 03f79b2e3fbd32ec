"""Who signs the letters, the usual one first."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cspdesk.i18n import N_, _
from cspdesk.models.organisation import Signatory
from cspdesk.ui.letterhead.signatory_row import SignatoryRow
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import Words


class SignatoriesCard(Card):
    """A row for each signatory.

    Signals:
        edited(): a key was typed; ``value`` tells what is there now.
        changed(str, str): ``value`` is to be kept; the action's label ('' for typing) and what
            to say, with Undo ('' for nothing).
        added(QWidget): the row of a new signatory, to be brought into sight.
    """

    edited = Signal()
    changed = Signal(str, str)
    added = Signal(QWidget)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._words = words
        self._rows: list[SignatoryRow] = []
        self._head = Label(role="section")
        self._hint = WrapLabel(role="muted")
        self._list = QVBoxLayout()
        self._list.setSpacing(8)
        self.add_button = Button(icon="plus")
        self.add_button.clicked.connect(self._on_add_clicked)
        self.body.addWidget(self._head)
        self.body.addWidget(self._hint)
        self.body.addLayout(self._list)
        self.body.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def value(self) -> tuple[Signatory, ...]:
        """Return the signatories as typed."""
        return tuple(row.value() for row in self._rows)

    def rows(self) -> list[SignatoryRow]:
        """Return the rows in the order shown."""
        return list(self._rows)

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return [form.binding for row in self._rows for form in row.fields.values()]

    def retranslate(self) -> None:
        """Word the card."""
        self._head.setText(_("Signatories"))
        self._hint.setText(_("The first one signs letters, unless another is chosen there."))
        self.add_button.setText(_("Add a signatory"))
        for at, row in enumerate(self._rows):
            row.retranslate()
            row.setAccessibleName(self._number(at))

    def show_signatories(self, signatories: tuple[Signatory, ...]) -> None:
        """Show these; rows that stay keep the cursor."""
        while len(self._rows) > len(signatories):
            self._drop_last()
        while len(self._rows) < len(signatories):
            self._append()
        for at, (row, signatory) in enumerate(zip(self._rows, signatories, strict=True)):
            row.show_signatory(signatory, self._number(at), at, len(signatories))

    def _number(self, at: int) -> str:
        return _("Signatory {number}").format(number=self._words.number(at + 1))

    def _append(self) -> None:
        row = SignatoryRow()
        row.retranslate()
        row.edited.connect(self.edited)
        row.saved.connect(lambda: self.changed.emit("", ""))
        row.moved.connect(lambda by: self._move(row, by))
        row.removed.connect(lambda: self._remove(row))
        self._rows.append(row)
        self._list.addWidget(row)
        # Made later than the button below, they would otherwise come after it.
        last = self.add_button.previousInFocusChain() or self.add_button
        for stop in (*row.stops(), self.add_button):
            QWidget.setTabOrder(last, stop)
            last = stop

    def _drop_last(self) -> None:
        row = self._rows.pop()
        self._list.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add_clicked(self) -> None:
        wanted = (*self._typed(), Signatory())
        self.show_signatories(wanted)
        self._rows[-1].fields["name_km"].setFocus()
        self.added.emit(self._rows[-1])
        self.changed.emit(N_("add a signatory"), "")

    def _remove(self, row: SignatoryRow) -> None:
        at = self._rows.index(row)
        wanted = list(self._typed())
        del wanted[at]
        self.show_signatories(tuple(wanted))
        goal = self._rows[min(at, len(wanted) - 1)].fields["name_km"] if wanted else self.add_button
        goal.setFocus()
        self.changed.emit(N_("remove a signatory"), _("The signatory was removed."))

    def _move(self, row: SignatoryRow, by: int) -> None:
        at = self._rows.index(row)
        to = at + by
        if not 0 <= to < len(self._rows):
            return
        field = next((n for n, form in row.fields.items() if form.field.hasFocus()), "name_km")
        wanted = list(self._typed())
        wanted[at], wanted[to] = wanted[to], wanted[at]
        self.show_signatories(tuple(wanted))
        self._rows[to].fields[field].setFocus()
        self.changed.emit(N_("move"), "")

    def _typed(self) -> tuple[Signatory, ...]:
        """Save what is being typed, then return all."""
        for binding in self.bindings():
            binding.flush()
        return self.value()
