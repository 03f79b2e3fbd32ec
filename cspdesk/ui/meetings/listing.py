"""The list of meetings: a line for each month, then its meetings with day, place and state."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from cspdesk.db.meetings import MeetingRow
from cspdesk.i18n import _
from cspdesk.ui import theme
from cspdesk.ui.meetings.wording import (
    counted,
    place_of,
    short_weekday,
    state_of,
    title_of,
    today,
)
from cspdesk.ui.widgets.chip import chip_size, paint_chip
from cspdesk.ui.widgets.found import draw_line
from cspdesk.ui.words import Words

Index = QModelIndex | QPersistentModelIndex
_ENTRY = Qt.ItemDataRole.UserRole
_TILE = 60


@dataclass(frozen=True)
class Month:
    """A line above the meetings of one month."""

    text: str
    count: str


@dataclass(frozen=True)
class Entry:
    """What a meeting's row says, worked out once."""

    id: str
    day: str
    weekday: str
    title: str
    second: str
    place: str
    state: tuple[str, str, str]


class MeetingsModel(QAbstractListModel):
    """Months and meetings, the latest first."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._entries: list[Month | Entry] = []

    def set_rows(self, rows: Sequence[MeetingRow]) -> None:
        """Show these meetings in this order."""
        self.beginResetModel()
        self._entries = []
        for month, of_month in groupby(
            rows, key=lambda row: row.meeting.on and row.meeting.on.replace(day=1)
        ):
            meetings = list(of_month)
            name = self._words.month_year(month) if month else _("No date yet")
            self._entries.append(Month(name, self._words.number(len(meetings))))
            self._entries.extend(map(self._entry, meetings))
        self.endResetModel()

    def row_of(self, meeting_id: str) -> int:
        """Return where a meeting is listed, or -1."""
        rows = (
            n for n, e in enumerate(self._entries) if isinstance(e, Entry) and e.id == meeting_id
        )
        return next(rows, -1)

    def meetings(self) -> list[int]:
        """Return the rows that are meetings."""
        return [n for n, entry in enumerate(self._entries) if isinstance(entry, Entry)]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._entries)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if index.isValid() and isinstance(self._entries[index.row()], Month):
            return Qt.ItemFlag.ItemIsEnabled
        return super().flags(index)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        entry = self._entries[index.row()]
        if role == _ENTRY:
            return entry
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.text if isinstance(entry, Month) else entry.title
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(entry, Entry):
            return f"{entry.title}\n{entry.second}"
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(entry, Entry):
            return ", ".join((entry.day, entry.weekday, entry.title, entry.second, entry.state[0]))
        return None

    def _entry(self, row: MeetingRow) -> Entry:
        meeting = row.meeting
        place = place_of(meeting)
        second = " · ".join(part for part in (counted(self._words, row), place) if part)
        state = state_of(row, today())
        return Entry(
            id=meeting.id,
            day=self._words.digits(f"{meeting.on.day:02}") if meeting.on else "–",
            weekday=short_weekday(meeting.on) if meeting.on else "",
            title=title_of(meeting),
            second=second or self._words.times(meeting.starts, meeting.ends),
            place=place,
            state=(state.text, state.icon, state.kind),
        )


class _Painter(QStyledItemDelegate):
    """Paints months and meetings as the pictures of the design have them.

    ``typed`` is what the meetings were found by.
    """

    typed = ""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        del option
        small, body = QFontMetrics(theme.font(-1)), QFontMetrics(theme.font(0))
        if isinstance(index.data(_ENTRY), Month):
            return QSize(200, small.height() + 3)
        return QSize(200, small.height() + body.height() + 14)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        entry = index.data(_ENTRY)
        rect = option.rect
        view = option.widget
        painter.save()
        if isinstance(entry, Month):
            self._paint_month(painter, rect, entry)
        elif isinstance(entry, Entry):
            chosen = isinstance(view, QAbstractItemView) and view.currentIndex() == index
            self._paint_entry(painter, rect, entry, chosen=chosen)
        painter.restore()

    def _paint_month(self, painter: QPainter, rect: QRect, month: Month) -> None:
        colours = theme.tokens()
        painter.fillRect(rect, colours.color("bg"))
        self._hairline(painter, rect)
        painter.setPen(colours.color("muted"))
        room = rect.adjusted(16, 0, -16, -1)
        painter.setFont(theme.font(-1, weight=QFont.Weight.DemiBold))
        painter.drawText(
            room, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, month.text
        )
        painter.setFont(theme.font(-1))
        painter.drawText(
            room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, month.count
        )

    def _paint_entry(self, painter: QPainter, rect: QRect, entry: Entry, *, chosen: bool) -> None:
        colours = theme.tokens()
        painter.fillRect(rect, colours.color("selection" if chosen else "card"))
        self._hairline(painter, rect)
        if chosen:
            painter.fillRect(
                QRect(rect.topLeft(), QSize(3, rect.height())), colours.color("primary")
            )
        body, small = QFontMetrics(theme.font(0)), QFontMetrics(theme.font(-1))
        top = rect.top() + (rect.height() - body.height() - small.height()) // 2
        second = top + body.height()
        centre = Qt.AlignmentFlag.AlignCenter

        bold = theme.font(2, weight=QFont.Weight.Bold)
        painter.setPen(colours.color("text"))
        painter.setFont(bold)
        painter.drawText(QRect(rect.left() + 4, top, _TILE, body.height()), centre, entry.day)
        weight = QFont.Weight.Bold if chosen else QFont.Weight.Normal
        painter.setFont(theme.font(0, weight=weight))
        room = QRect(rect.left() + _TILE + 6, top, rect.width() - _TILE - 18, body.height())
        draw_line(painter, room, entry.title, self.typed, (entry.title,))

        size = chip_size(entry.state[0], entry.state[1])
        size.setWidth(min(size.width(), room.width() // 2))
        chip = QRect(QPoint(room.right() - size.width() + 1, 0), size)
        chip.moveTop(second + (small.height() - size.height()) // 2)
        paint_chip(painter, chip, *entry.state)
        painter.setPen(colours.color("muted"))
        painter.setFont(theme.font(-1))
        tile = QRect(rect.left() + 4, second, _TILE, small.height())
        painter.drawText(tile, centre, self._elided(painter, entry.weekday, _TILE))
        rest = QRect(room.left(), second, chip.left() - room.left() - 8, small.height())
        draw_line(painter, rest, entry.second, self.typed, (entry.place,))

    def _hairline(self, painter: QPainter, rect: QRect) -> None:
        colour = theme.tokens().color("hairline")
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), colour)

    def _elided(self, painter: QPainter, text: str, width: int) -> str:
        return painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, width)


class MeetingsList(QListView):
    """The list; the chosen meeting stays chosen when the list is read again.

    Signals:
        chosen(str): another meeting is current; its id.
        opened(str): Enter or double click on one.
    """

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entries = MeetingsModel(words, self)
        self._current = ""
        self.setModel(self.entries)
        self._painter = _Painter(self)
        self.setItemDelegate(self._painter)
        self.setProperty("role", "bare")
        self.setUniformItemSizes(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMinimumHeight(80)
        self.selectionModel().currentChanged.connect(self._on_current_changed)
        self.activated.connect(self._on_activated)

    def current(self) -> str:
        """Return the id of the chosen meeting, or ''."""
        return self._current

    def show_rows(self, rows: Sequence[MeetingRow]) -> None:
        """Show these meetings; what was chosen stays so where it is still listed."""
        keep, at = self._current, self.verticalScrollBar().value()
        self.entries.set_rows(rows)
        self._current = keep if self._select(keep, scroll=False) else ""
        self.verticalScrollBar().setValue(at)

    def set_search(self, typed: str) -> None:
        """Highlight what matches ``typed``."""
        if typed != self._painter.typed:
            self._painter.typed = typed
            self.viewport().update()

    def choose(self, meeting_id: str) -> bool:
        """Choose a meeting and scroll to it; False where it is not listed."""
        return self._select(meeting_id, scroll=True)

    def choose_first(self) -> None:
        """Choose the first meeting listed, if there is one."""
        self.move_by(-len(self.entries.meetings()))

    def move_by(self, rows: int) -> None:
        """Choose the meeting so many below (or above), stopping at the ends."""
        meetings = self.entries.meetings()
        if not meetings:
            return
        here = self.currentIndex().row()
        place = meetings.index(here) if here in meetings else (-1 if rows > 0 else 0)
        goal = max(0, min(len(meetings) - 1, place + rows))
        self.setCurrentIndex(self.entries.index(meetings[goal]))

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        # Qt would stop on the lines of the months.
        step = {
            QAbstractItemView.CursorAction.MoveDown: 1,
            QAbstractItemView.CursorAction.MoveUp: -1,
        }.get(action)
        meetings = self.entries.meetings()
        here = self.currentIndex().row()
        if step is None or here not in meetings:
            found = super().moveCursor(action, modifiers)
            after = [row for row in meetings if row >= found.row()]
            return self.entries.index(after[0]) if after else found
        goal = max(0, min(len(meetings) - 1, meetings.index(here) + step))
        return self.entries.index(meetings[goal])

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        # The line of a month comes into sight with its first meeting.
        above = self.entries.index(index.row() - 1)
        if isinstance(above.data(_ENTRY), Month):
            super().scrollTo(above, hint)
        super().scrollTo(index, hint)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.scheduleDelayedItemsLayout()

    def _select(self, meeting_id: str, *, scroll: bool) -> bool:
        row = self.entries.row_of(meeting_id)
        if row < 0:
            return False
        index = self.entries.index(row)
        self._current = meeting_id if not scroll else self._current
        self.setCurrentIndex(index)
        if scroll:
            self.scrollTo(index)
        return True

    def _on_current_changed(self, current: QModelIndex, _before: QModelIndex) -> None:
        entry = current.data(_ENTRY) if current.isValid() else None
        found = entry.id if isinstance(entry, Entry) else ""
        if found and found != self._current:
            self._current = found
            self.chosen.emit(found)
        self.viewport().update()

    def _on_activated(self, index: QModelIndex) -> None:
        entry = index.data(_ENTRY)
        if isinstance(entry, Entry):
            self.opened.emit(entry.id)
