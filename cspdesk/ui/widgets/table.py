"""Tables of records: rows with named columns, two-line cells, a selection one can read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from cspdesk.ui import icons, theme
from cspdesk.ui.widgets.chip import chip_size, paint_chip
from cspdesk.ui.widgets.found import draw_line

T = TypeVar("T")
Index = QModelIndex | QPersistentModelIndex
CELL_ROLE = Qt.ItemDataRole.UserRole
RECORD_ROLE = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True)
class Cell:
    """What one cell shows: a line, a muted second line, an icon, or a chip.

    ``chip`` is (icon, kind) and shows ``text`` as a chip; ``tint`` (a token of the theme) colours the icon.
    ``searched`` are the parts of its lines that a search looks into; what it matches is highlighted.
    """

    text: str = ""
    second: str = ""
    bold: bool = False
    muted: bool = False
    icon: str = ""
    tint: str = "muted"
    chip: tuple[str, str] | None = None
    align_right: bool = False
    searched: tuple[str, ...] = ()


@dataclass(frozen=True)
class Column(Generic[T]):
    """One column: its name, how a record becomes a cell, and its share of the width.

    ``title`` answers the translated heading when asked; ``width`` is pixels at 11 pt, 0 shares
    what is left by ``stretch``. A table narrower than ``least`` goes without the column.
    """

    name: str
    title: Callable[[], str]
    cell: Callable[[T], Cell]
    width: int = 0
    stretch: int = 1
    least: int = 0


class RecordModel(QAbstractTableModel, Generic[T]):
    """Records as rows. Give new rows with ``set_rows``; the view keeps the selection by key."""

    def __init__(
        self,
        columns: Sequence[Column[T]],
        *,
        key: Callable[[T], object] = id,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self.key = key
        self._rows: list[T] = []

    def rows(self) -> Sequence[T]:
        """Return the records in the order shown."""
        return self._rows

    def set_rows(self, rows: Sequence[T]) -> None:
        """Show other records."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def row_of(self, key: object) -> int:
        """Return the row of the record with ``key``, or -1."""
        return next((row for row, item in enumerate(self._rows) if self.key(item) == key), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        record = self._rows[index.row()]
        if role == RECORD_ROLE:
            return record
        if role not in (
            CELL_ROLE,
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        ):
            return None
        cell = self.columns[index.column()].cell(record)
        if role == CELL_ROLE:
            return cell
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(part for part in (cell.text, cell.second) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (cell.text, cell.second) if part) or None
        return cell.text

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        role: int = Qt.ItemDataRole.DisplayRole,
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title()
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def retranslate(self) -> None:
        """Read the headings again."""
        if self.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)


class RowDelegate(QStyledItemDelegate):
    """Paints a :class:`Cell`: dark text on a soft selection with a bar at the left.

    ``typed`` is what the rows were found by.
    """

    typed = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        cell = index.data(CELL_ROLE) or Cell(str(index.data() or ""))
        colours = theme.tokens()
        rect = option.rect
        selected = self._is_selected(option, index)
        painter.save()
        ground = "selection" if selected else ("zebra" if index.row() % 2 else "card")
        painter.fillRect(rect, colours.color(ground))
        painter.fillRect(
            QRect(rect.left(), rect.bottom(), rect.width(), 1), colours.color("hairline")
        )
        if selected and index.column() == 0:
            painter.fillRect(
                QRect(rect.left(), rect.top(), 3, rect.height()), colours.color("primary")
            )
        self._paint_cell(painter, rect.adjusted(12, 0, -8, -1), cell)
        painter.restore()

    def _paint_cell(self, painter: QPainter, room: QRect, cell: Cell) -> None:
        colours = theme.tokens()
        if cell.icon:
            picture = icons.pixmap(cell.icon, getattr(colours, cell.tint), 18)
            painter.drawPixmap(room.left(), room.center().y() - 9, picture)
            room = room.adjusted(28, 0, 0, 0)
        if cell.chip is not None:
            size = chip_size(cell.text, cell.chip[0])
            size.setWidth(min(size.width(), room.width()))
            place = QRect(room.topLeft(), size)
            place.moveTop(room.center().y() - size.height() // 2)
            paint_chip(painter, place, cell.text, cell.chip[0], cell.chip[1])
            return
        weight = QFont.Weight.Bold if cell.bold else QFont.Weight.Normal
        lines = [(cell.text, theme.font(0, weight=weight), "muted" if cell.muted else "text")]
        if cell.second:
            lines.append((cell.second, theme.font(-1), "muted"))
        heights = [QFontMetrics(font).height() for _text, font, _ink in lines]
        # Line boxes hold room above and below the letters, so two lines may share 2 px.
        top = room.top() + (room.height() - sum(heights) + 2 * (len(lines) - 1)) // 2
        side = Qt.AlignmentFlag.AlignRight if cell.align_right else Qt.AlignmentFlag.AlignLeft
        for (text, font, ink), height in zip(lines, heights, strict=True):
            painter.setFont(font)
            painter.setPen(colours.color(ink))
            place = QRect(room.left(), top, room.width(), height)
            draw_line(painter, place, text, self.typed, cell.searched, side=side)
            top += height - 2

    def _is_selected(self, option: QStyleOptionViewItem, index: Index) -> bool:
        view = option.widget
        if isinstance(view, QAbstractItemView) and view.selectionModel() is not None:
            return bool(view.selectionModel().isSelected(index))
        return False


class RecordTable(QTableView):
    """A table of records.

    Signals:
        chosen(record): the current row is another record (None when there is none).
        opened(record): Enter or double click on a row.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(
        self, model: RecordModel[Any], *, two_lines: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.records = model
        self._two_lines = two_lines
        self._chosen_key: object = None
        self._delegate = RowDelegate(self)
        self.setItemDelegate(self._delegate)
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMinimumHeight(120)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(36)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._measure()
        # Not the current index: Qt makes the first row current on focus, which nobody chose.
        self.selectionModel().selectionChanged.connect(self._on_selection_changed)
        self.doubleClicked.connect(self._on_opened)
        model.modelReset.connect(self._on_reset)

    def set_two_lines(self, two_lines: bool) -> None:
        """Make rows high enough for two lines, or for one."""
        if two_lines != self._two_lines:
            self._two_lines = two_lines
            self._measure()

    def set_search(self, typed: str) -> None:
        """Highlight what matches ``typed``."""
        if typed != self._delegate.typed:
            self._delegate.typed = typed
            self.viewport().update()

    def current(self) -> Any:
        """Return the current record, or None."""
        row = self._chosen_row()
        return self.records.rows()[row] if row >= 0 else None

    def choose(self, key: object) -> bool:
        """Make the record with ``key`` current and show it; False where there is none."""
        row = self.records.row_of(key)
        if row >= 0:
            self.selectRow(row)
            self.scrollTo(self.records.index(row, 0))
        return row >= 0

    def move(self, rows: int) -> None:  # type: ignore[override]
        """Move the current row up or down by ``rows`` (a search field's arrow keys)."""
        count = self.records.rowCount()
        if count:
            row = max(0, min(count - 1, self._chosen_row() + rows))
            self.selectRow(row)
            self.scrollTo(self.records.index(row, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._chosen_row() >= 0:
            self.opened.emit(self.current())
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_width()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()
        elif event.type() == QEvent.Type.LanguageChange:
            self.records.retranslate()
            self.viewport().update()

    def _measure(self) -> None:
        body, small = QFontMetrics(theme.font(0)), QFontMetrics(theme.font(-1))
        height = body.height() + small.height() + 4 if self._two_lines else body.height() + 11
        rows = self.verticalHeader()
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)
        self._share_width()

    def _share_width(self) -> None:
        columns = self.records.columns
        scale = theme.font(0).pointSize() / 11
        room = self.viewport().width()
        for at, column in enumerate(columns):
            self.setColumnHidden(at, room < column.least * scale)
        shown = [(at, column) for at, column in enumerate(columns) if not self.isColumnHidden(at)]
        fixed = {at: round(column.width * scale) for at, column in shown}
        left = max(0, room - sum(fixed.values()))
        parts = sum(column.stretch for _at, column in shown if not column.width) or 1
        for at, column in shown:
            self.setColumnWidth(at, fixed[at] or max(36, left * column.stretch // parts))

    def _chosen_row(self) -> int:
        rows = self.selectionModel().selectedRows()
        return rows[0].row() if rows else -1

    def _on_selection_changed(self, *_what: object) -> None:
        record = self.current()
        self._chosen_key = None if record is None else self.records.key(record)
        self.chosen.emit(record)

    def _on_reset(self) -> None:
        # Resetting forgets the selection without a word; the same record stays chosen.
        key = self._chosen_key
        if key is not None and not self.choose(key):
            self._chosen_key = None
            self.chosen.emit(None)

    def _on_opened(self, index: QModelIndex) -> None:
        self.opened.emit(index.data(RECORD_ROLE))
