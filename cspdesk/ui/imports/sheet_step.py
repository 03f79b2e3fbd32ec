"""The second step: which sheet, and which of its rows names the columns."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from cspdesk.exchange.sheets import Sheet
from cspdesk.i18n import _
from cspdesk.ui.imports.sheet_grid import SheetGrid
from cspdesk.ui.imports.step import Step
from cspdesk.ui.widgets.combo import Combo
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import Words


class SheetStep(Step):
    """A grid of the first rows with the guessed row of headings selected.

    Signals:
        sheet_chosen(int): another sheet, by its place in the workbook.
    """

    sheet_chosen = Signal(int)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._header = 0
        self._guessed = True
        self._sentence = WrapLabel(role="muted")
        self._sheet_label = Label(role="muted")
        self._sheets = Combo()
        self._sheets.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.grid = SheetGrid()
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self._sentence, 1)
        bar.addWidget(self._sheet_label)
        bar.addWidget(self._sheets)
        self.body.addLayout(bar)
        self.body.addWidget(self.grid, 1)
        self._sheets.activated.connect(self.sheet_chosen)
        self.grid.header_chosen.connect(self._on_header_chosen)

    def header(self) -> int:
        """Return the index of the row of headings, from 0."""
        return self._header

    def show_sheets(self, sheets: Sequence[Sheet], at: int, guessed: int | None) -> None:
        """Show one of the sheets.

        Args:
            sheets: all of the file.
            at: which one.
            guessed: index of the row that looks like headings, None where none does.
        """
        self._sheets.clear()
        self._sheets.addItems([sheet.name for sheet in sheets])
        self._sheets.setCurrentIndex(at)
        for widget in (self._sheet_label, self._sheets):
            widget.setVisible(len(sheets) > 1)
        self._header = guessed or 0
        self._guessed = guessed is not None
        self.grid.show_sheet(sheets[at], self._header)
        self._say()

    def title(self) -> str:
        return _("Which row names the columns?")

    def next_text(self) -> str:
        return _("Next")

    def retranslate(self) -> None:
        self._sheet_label.setText(_("Sheet"))
        self._sheets.setAccessibleName(_("Sheet"))
        self.grid.setAccessibleName(_("The first rows of the sheet"))
        self._say()

    def enter(self) -> None:
        self.grid.setFocus()

    def _say(self) -> None:
        if self._guessed:
            sentence = _(
                "Row {n} names the columns; the list begins below it. Choose another row if it "
                "is not so."
            )
        else:
            sentence = _("No headings were found. Choose the row that names the columns.")
        self._sentence.setText(sentence.format(n=self._words.number(self._header + 1)))

    def _on_header_chosen(self, row: int) -> None:
        self._header = row
        self._guessed = True
        self._say()
        self.changed.emit()
