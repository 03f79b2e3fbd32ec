"""How letters are numbered, in Khmer and in English."""

from __future__ import annotations

import functools
from datetime import datetime
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from cspdesk.i18n import _
from cspdesk.khmer.digits import to_khmer_digits
from cspdesk.models.letters import next_number
from cspdesk.models.numbering import complaint
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import Label, WrapLabel


def check(pattern: str) -> str:
    """Return what is wrong with a pattern, translated; '' where nothing is."""
    text, part = complaint(pattern)
    return _(text).format(part=part) if text else ""


class NumberCard(Card):
    """A pattern for each language with the next number below it; a wrong one stays, unsaved."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = Label(role="section")
        self._hint = WrapLabel(role="muted")
        self._khmer_digits = True
        self._used: list[str] = []
        self.fields: dict[str, FormField[Any]] = {
            "number_km": FormField(QLineEdit(), check),
            "number_en": FormField(QLineEdit(), check),
        }
        self._examples = {name: WrapLabel(role="caption") for name in self.fields}
        self.body.addWidget(self._head)
        self.body.addWidget(self._hint)
        for name, form in self.fields.items():
            self.body.addWidget(form)
            self.body.addWidget(self._examples[name])
            form.binding.edited.connect(functools.partial(self.show_example, name))

    def retranslate(self) -> None:
        """Word the card."""
        self._head.setText(_("Letter number"))
        self._hint.setText(
            _("{number} becomes the letter's number, {yy} the year's last two digits.")
        )
        self.fields["number_km"].set_label(_("Numbers of Khmer letters"), "{number}/{yy} ប.អ.")
        self.fields["number_en"].set_label(_("Numbers of English letters"), "{number}/{yy}")
        for name, form in self.fields.items():
            if form.binding.dirty:
                form.complain(check(form.field.text()))
            self.show_example(name)

    def set_facts(self, *, khmer_digits: bool, used: list[str] | None = None) -> None:
        """Tell the digits of Khmer letters and, where they are new, the numbers letters have."""
        self._khmer_digits = khmer_digits
        self._used = self._used if used is None else used
        for name in self.fields:
            self.show_example(name)

    def show_example(self, name: str) -> None:
        """Show the next letter's number; nothing while the pattern is wrong or empty."""
        pattern = self.fields[name].field.text().strip()
        good = bool(pattern) and not check(pattern)
        number = next_number(pattern, self._used, datetime.now().astimezone().year) if good else ""
        if name == "number_km" and self._khmer_digits:
            number = to_khmer_digits(number)
        self._examples[name].setText(_("The next one: {number}").format(number=number))
        self._examples[name].setVisible(good)
