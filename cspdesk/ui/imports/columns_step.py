"""The third step: what each column holds."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from cspdesk.exchange.headings import FIELD_WORDS, Columns, Field
from cspdesk.exchange.sheets import Sheet, column_letter
from cspdesk.i18n import _
from cspdesk.khmer.text import clean_line
from cspdesk.ui.imports.step import Step
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.combo import Combo
from cspdesk.ui.widgets.label import ElidedLabel, Label, WrapLabel

_EXAMPLES = 3


class ColumnsStep(Step):
    """A row for each column: its letter, heading, examples, and the field it goes to."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = Columns(())
        self._sentence = WrapLabel(role="muted")
        self._complaint = WrapLabel(role="error")
        self.combos: list[Combo] = []
        self._heads = tuple(Label(role="caption") for _number in range(3))
        self._rows = QWidget()
        self._grid = QGridLayout(self._rows)
        self._grid.setContentsMargins(0, 0, 12, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(6)
        for at, stretch in enumerate((0, 3, 4, 3)):
            self._grid.setColumnStretch(at, stretch)
        panel = ScrollPanel()
        panel.body.addWidget(self._rows)
        panel.body.addStretch()
        card = Card(margins=(16, 10, 4, 10))
        card.body.addWidget(panel)
        self.body.addWidget(self._sentence)
        self.body.addWidget(self._complaint)
        self.body.addWidget(card, 1)

    def columns(self) -> Columns:
        """Return what the columns hold, as corrected."""
        return self._columns

    def show_columns(self, sheet: Sheet, header: int, columns: Columns) -> None:
        """Show the columns of a sheet as guessed or remembered."""
        self._columns = columns
        self._empty()
        for at, label in enumerate(self._heads, start=1):
            self._grid.addWidget(label, 0, at)
            label.show()
        for index in range(sheet.width):
            self._add_row(sheet, header, index)
        self._check()

    def title(self) -> str:
        return _("What do the columns hold?")

    def next_text(self) -> str:
        return _("Next")

    def is_ready(self) -> bool:
        return self._columns.are_enough

    def retranslate(self) -> None:
        self._sentence.setText(
            _("The columns were recognised by their headings. Correct what is wrong.")
        )
        for label, text in zip(
            self._heads, (_("Heading"), _("Examples"), _("Goes to")), strict=True
        ):
            label.setText(text)
        for combo in self.combos:
            for at, field in enumerate(Field):
                combo.setItemText(at, _(FIELD_WORDS[field]))
        self._check()

    def enter(self) -> None:
        if self.combos:
            self.combos[0].setFocus()

    def _add_row(self, sheet: Sheet, header: int, index: int) -> None:
        heading = clean_line(sheet.cell(header, index))
        cells = (clean_line(row[index]) for row in sheet.rows[header + 1 :] if index < len(row))
        examples = list(dict.fromkeys(filter(None, cells)))[:_EXAMPLES]
        combo = Combo()
        for field in Field:
            combo.addItem(_(FIELD_WORDS[field]), field)
        held = self._columns.fields[index] if index < len(self._columns.fields) else Field.IGNORED
        combo.setCurrentIndex(list(Field).index(held))
        combo.setAccessibleName(heading or column_letter(index))
        combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        combo.activated.connect(lambda at, index=index: self._on_chosen(index, list(Field)[at]))
        self.combos.append(combo)
        row = index + 1
        self._grid.addWidget(Chip(column_letter(index)), row, 0)
        self._grid.addWidget(ElidedLabel(heading or "–", role="strong"), row, 1)
        self._grid.addWidget(ElidedLabel(" · ".join(examples), role="muted"), row, 2)
        self._grid.addWidget(combo, row, 3)

    def _empty(self) -> None:
        self.combos.clear()
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None and widget not in self._heads:
                widget.hide()
                widget.deleteLater()

    def _on_chosen(self, index: int, field: Field) -> None:
        self._columns = self._columns.with_field(index, field)
        self._check()
        self.changed.emit()

    def _check(self) -> None:
        enough = self._columns.are_enough
        self._complaint.setText(
            "" if enough else _("Say which column holds the names of institutions or people.")
        )
        self._complaint.setVisible(not enough)
