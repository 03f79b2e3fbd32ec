"""One person who signs letters: name and role in both languages."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLineEdit, QWidget

from cspdesk.i18n import _
from cspdesk.khmer.text import clean_line
from cspdesk.models.organisation import Signatory
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import Label
from cspdesk.ui.widgets.mover import Mover

_NAMES = ("name_km", "role_km", "name_en", "role_en")


class SignatoryRow(Card):
    """Fields that save as typed, and buttons to move and remove.

    Signals:
        edited(): a key was typed. saved(): what was typed is to be kept.
        moved(int): up (-1) or down (+1), by button or by Alt+↑ and Alt+↓ in any field.
        removed(): the person signs no more.
    """

    edited = Signal()
    saved = Signal()
    moved = Signal(int)
    removed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(12, 6, 12, 10), spacing=4, parent=parent)
        self._title = Label(role="strong")
        self.fields = {name: FormField(QLineEdit()) for name in _NAMES}
        self._mover = Mover(self)
        self._remove = IconButton("trash-2")
        self._mover.moved.connect(self.moved)
        self._remove.clicked.connect(self.removed)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._title, 1)
        for button in (self._mover.up, self._mover.down, self._remove):
            head.addWidget(button)
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(6)
        for place, form in enumerate(self.fields.values()):
            grid.addWidget(form, place // 2, place % 2)
            grid.setColumnStretch(place % 2, 1)
            form.binding.edited.connect(self.edited)
            self._mover.watch(form.field)
        self.body.addLayout(head)
        self.body.addLayout(grid)

    def value(self) -> Signatory:
        """Return the signatory as typed."""
        return Signatory(**{n: clean_line(form.field.text()) for n, form in self.fields.items()})

    def show_signatory(self, signatory: Signatory, number: str, at: int, of: int) -> None:
        """Show one that is the ``at``-th (from 0) of ``of``; what is being typed stays."""
        self._title.setText(number)
        self._mover.show_place(at, of)
        for name, form in self.fields.items():
            form.binding.load(getattr(signatory, name), self._on_saved, at)

    def stops(self) -> list[QWidget]:
        """Return where Tab stops, in reading order."""
        fields = [form.field for form in self.fields.values()]
        return [*fields, self._mover.up, self._mover.down, self._remove]

    def retranslate(self) -> None:
        """Word fields and buttons."""
        words = {
            "name_km": (_("Name in Khmer"), _("With the honorific, as it is printed")),
            "role_km": (_("Role in Khmer"), ""),
            "name_en": (_("Name in English"), ""),
            "role_en": (_("Role in English"), ""),
        }
        for name, (label, hint) in words.items():
            self.fields[name].set_label(label, hint)
        self._mover.retranslate()
        self._remove.set_name(_("Remove this signatory"))

    def _on_saved(self, _text: Any) -> None:
        self.saved.emit()
