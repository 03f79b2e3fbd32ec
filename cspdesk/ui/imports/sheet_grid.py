"""The first rows of a sheet as a spreadsheet shows them, one of them being the headings."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from cspdesk.exchange.sheets import Sheet, column_letter
from cspdesk.ui import theme

Index = QModelIndex | QPersistentModelIndex
SHOWN_ROWS = 60
_WIDEST = 240
_NARROWEST = 56


class SheetModel(QAbstractTableModel):
    """The cells as text; the row of headings is bold, what stands above it is muted."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet = Sheet("", ())
        self._header = 0

    def show_sheet(self, sheet: Sheet, header: int) -> None:
        """Show another sheet."""
        self.beginResetModel()
        self._sheet, self._header = sheet, header
        self.endResetModel()

    def set_header(self, header: int) -> None:
        """Mark another row as that of the headings."""
        self._header = header
        if self._sheet.rows:
            last = self.index(self.rowCount() - 1, max(0, self.columnCount() - 1))
            self.dataChanged.emit(self.index(0, 0), last)

    def rowCount(self, parent: Index | None = None) -> int:
        inside = parent is not None and parent.isValid()
        return 0 if inside else min(SHOWN_ROWS, len(self._sheet.rows))

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else self._sheet.width

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._sheet.cell(index.row(), index.column())
        if role == Qt.ItemDataRole.FontRole and index.row() == self._header:
            return theme.font(0, weight=QFont.Weight.Bold)
        if role == Qt.ItemDataRole.ForegroundRole and index.row() < self._header:
            return theme.tokens().color("muted")
        return None

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        return column_letter(section) if orientation == Qt.Orientation.Horizontal else section + 1


class SheetGrid(QTableView):
    """Shows a sheet; the selected row is that of the headings.

    Signals:
        header_chosen(int): the index of another row, from 0.
    """

    header_chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._cells = SheetModel(self)
        self._showing = False
        self.setModel(self._cells)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setMinimumHeight(120)
        self.horizontalHeader().setHighlightSections(False)
        self.selectionModel().currentRowChanged.connect(self._on_row_changed)
        self._measure()

    def show_sheet(self, sheet: Sheet, header: int) -> None:
        """Show a sheet with its row of headings selected and in sight."""
        self._showing = True
        self._cells.show_sheet(sheet, header)
        self._span_titles(sheet)
        for column in range(sheet.width):
            # Letterhead rows are wide and say nothing about the columns.
            texts = [
                sheet.cell(row, column) for row in range(header, min(header + 20, len(sheet.rows)))
            ]
            wide = max(
                (self.fontMetrics().horizontalAdvance(text[:60]) for text in texts), default=0
            )
            self.setColumnWidth(column, min(_WIDEST, max(_NARROWEST, wide + 28)))
        self.selectRow(header)
        self.scrollTo(self._cells.index(header, 0), QAbstractItemView.ScrollHint.PositionAtCenter)
        self._showing = False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _span_titles(self, sheet: Sheet) -> None:
        """Let a line that stands alone in its row, as in a letterhead, run over the others."""
        self.clearSpans()
        for row, cells in enumerate(sheet.rows[:SHOWN_ROWS]):
            filled = [column for column, cell in enumerate(cells) if cell.strip()]
            if len(filled) == 1 and sheet.width - filled[0] > 1:
                self.setSpan(row, filled[0], 1, sheet.width - filled[0])

    def _measure(self) -> None:
        height = QFontMetrics(theme.font(0)).height() + 9
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)

    def _on_row_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self._cells.set_header(current.row())
            self.header_chosen.emit(current.row())
