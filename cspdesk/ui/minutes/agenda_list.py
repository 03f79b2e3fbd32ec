"""The agenda at the left: where the minutes are, what is written already, who took part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cspdesk.i18n import _, current_language
from cspdesk.models.counts import count_present
from cspdesk.models.meetings import AgendaItem, MeetingRecord
from cspdesk.models.templates import in_language
from cspdesk.ui import icons, theme
from cspdesk.ui.minutes.tree import points_of
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.card import Card, Rule, ScrollPanel
from cspdesk.ui.widgets.label import ElidedLabel, Label, WrapLabel
from cspdesk.ui.words import Words

_STATES = {"current": ("pencil", "primary"), "done": ("circle-check", "ok"), "": ("", "muted")}


class Step(QFrame):
    """One item of the agenda.

    Signals:
        chosen(): clicked, or Enter or Space on it.
    """

    chosen = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "step")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._state = ""
        self._number = Label(role="strong")
        self._number.setMinimumWidth(20)
        self._title = WrapLabel()
        self._title.setTextInteractionFlags(Qt.TextInteractionFlag.NoTextInteraction)
        self._title.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self._time = Label(role="caption")
        self._icon = QLabel()
        last = QHBoxLayout()
        last.addWidget(self._time)
        last.addStretch()
        last.addWidget(self._icon)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addLayout(last)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 5, 10, 5)
        row.setSpacing(4)
        row.addWidget(self._number, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def show_item(self, number: str, title: str, time: str, state: str, words: str) -> None:
        """Show an item; ``state`` is 'current', 'done' or '', ``words`` says it."""
        self._state = state
        self._number.setText(number)
        self._title.setText(title)
        self._title.set_role("strong" if state == "current" else "")
        self._time.setText(time)
        self._icon.setToolTip(words)
        self.setAccessibleName(", ".join(filter(None, (number, title, time, words))))
        if bool(self.property("current")) != (state == "current"):
            self.setProperty("current", state == "current")
            self.style().unpolish(self)
            self.style().polish(self)
        self._paint_icon()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        current = self._state == "current"
        if current or self.hasFocus():
            painter = QPainter(self)
            wide = 3 if current else 2
            painter.fillRect(0, 0, wide, self.height(), theme.tokens().color("primary"))
            painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        name, colour = _STATES[self._state]
        self._icon.setVisible(bool(name))
        if name:
            self._icon.setPixmap(icons.pixmap(name, getattr(theme.tokens(), colour), 18))


class AgendaList(Card):
    """All items, and the number of participants below them.

    Signals:
        chosen(int): the item at this place. add_asked(): a new item is wanted.
    """

    chosen = Signal(int)
    add_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 1, 1, 8), spacing=0, parent=parent)
        self._words = words
        self._steps: list[Step] = []
        self._title = Label(role="section")
        self.add = IconButton("plus", tint="primary")
        head = QHBoxLayout()
        head.setContentsMargins(14, 2, 6, 2)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.add)
        self._panel = ScrollPanel()
        self._panel.body.setSpacing(0)
        self._panel.body.addStretch()
        foot = QVBoxLayout()
        foot.setContentsMargins(14, 8, 10, 0)
        foot.setSpacing(0)
        self._foot_title = Label(role="caption")
        self._counts = ElidedLabel(role="strong")
        self._note_taker = ElidedLabel(role="caption")
        for label in (self._foot_title, self._counts, self._note_taker):
            foot.addWidget(label)
        self.body.addLayout(head)
        self.body.addWidget(Rule())
        self.body.addWidget(self._panel, 1)
        self.body.addWidget(Rule())
        self.body.addLayout(foot)
        self.add.clicked.connect(self.add_asked)

    def retranslate(self) -> None:
        """Word the list."""
        self._title.setText(_("Agenda"))
        self.add.set_name(_("New agenda item"))
        self._foot_title.setText(_("Total participants"))

    def show_record(self, record: MeetingRecord, current: int) -> None:
        """Show a meeting's agenda with the item at ``current`` chosen."""
        while len(self._steps) > len(record.agenda):
            step = self._steps.pop()
            step.hide()
            step.deleteLater()
        for at, item in enumerate(record.agenda):
            if at == len(self._steps):
                self._add_step(at)
            self._show_step(at, item, record, current)
        self._show_foot(record)

    def _add_step(self, at: int) -> None:
        step = Step()
        step.chosen.connect(lambda: self.chosen.emit(at))
        self._panel.body.insertWidget(at, step)
        self._steps.append(step)

    def _show_step(self, at: int, item: AgendaItem, record: MeetingRecord, current: int) -> None:
        points = points_of(record, item)
        written = bool(item.discussion or item.decision or any(point.text for point in points))
        state = "current" if at == current else "done" if written else ""
        words = {"current": _("Being written"), "done": _("Written"), "": ""}[state]
        title = in_language(item.title, current_language()) or _("Agenda item")
        self._steps[at].show_item(
            self._words.number(at + 1), title, self._words.clock(item.starts), state, words
        )
        if state == "current":
            self._panel.ensureWidgetVisible(self._steps[at], 0, 8)

    def _show_foot(self, record: MeetingRecord) -> None:
        counts = count_present(record.attendees, record.headcounts)
        number = self._words.number
        self._counts.setText(
            _("{total} · women {women} ({percent}%)").format(
                total=number(counts.total),
                women=number(counts.women),
                percent=number(counts.women_percent),
            )
        )
        taker = record.meeting.note_taker
        self._note_taker.setVisible(bool(taker))
        self._note_taker.setText(_("Note-taker: {name}").format(name=taker))
