"""The next meeting: when, where, who leads it, and one press to its attendance list."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from cspdesk.i18n import _, ngettext
from cspdesk.models.words import word
from cspdesk.ui.home.contents import NextMeeting
from cspdesk.ui.home.date_tile import DateTile
from cspdesk.ui.meetings.wording import title_of, where_of
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card, Rule
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.fact import Fact
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import Label, ShortLabel
from cspdesk.ui.words import Words, month

_NARROW = 860


class MeetingCard(Card):
    """The card of the next meeting.

    Signals:
        attendance_asked(), print_asked(), details_asked(): one of its buttons was pressed.
    """

    attendance_asked = Signal()
    print_asked = Signal()
    details_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 16, 20, 10), spacing=10, parent=parent)
        self._words = words
        self._tile = DateTile()
        self._heading = Label(role="strong")
        self._when = Chip(icon="clock", kind="info")
        self._kind = Chip()
        self._title = ShortLabel(role="section")
        self._facts = (Fact("clock"), Fact("map-pin"), Fact("users"))
        self.open_button = Button(icon="clipboard-list", kind="huge")
        self._print = Button(icon="printer")
        self._details = Button(icon="file-text")
        self._figures = FlowLayout(spacing=24)
        self._states = FlowLayout()
        self._agenda = Chip()
        self._sheet = Chip()
        self._counts = tuple(_Figure() for _number in range(3))
        self._lay_out()
        self.open_button.clicked.connect(self.attendance_asked)
        self._print.clicked.connect(self.print_asked)
        self._details.clicked.connect(self.details_asked)

    def retranslate(self) -> None:
        """Word the buttons."""
        self._heading.setText(_("Next meeting"))
        self.open_button.setText(_("Open the attendance list (F6)"))
        self._print.setText(_("Print the list (F7)"))
        self._details.setText(_("Details"))

    def show_meeting(self, found: NextMeeting, today: date) -> None:
        """Show a meeting as of ``today``."""
        meeting, words = found.meeting, self._words
        day = meeting.on or today
        self._tile.set(words.digits(str(day.day)), f"{month(day.month, short=True)} "
                       f"{words.digits(str(day.year))}")  # fmt: skip
        self._when.set(self._distance((day - today).days))
        self._kind.set(_(word(meeting.kind)))
        self._title.setText(title_of(meeting))
        chair = _("Chair: {name}").format(name=meeting.chair) if meeting.chair else ""
        times = words.times(meeting.starts, meeting.ends)
        for fact, text in zip(self._facts, (times, where_of(meeting), chair), strict=True):
            fact.set(text)
        self._show_figures(found)
        if found.agenda_items:
            self._agenda.set(_("Agenda ready"), icon="circle-check-big", kind="ok")
        else:
            self._agenda.set(_("No agenda yet"), icon="triangle-alert", kind="warn")
        if meeting.sheet_printed_at:
            self._sheet.set(_("Attendance list printed"), icon="circle-check-big", kind="ok")
        else:
            self._sheet.set(
                _("Attendance list not printed yet"), icon="triangle-alert", kind="warn"
            )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW * self.fontInfo().pointSize() // 11
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._top.direction() != wanted:
            self._top.setDirection(wanted)

    def _lay_out(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        for widget in (self._heading, self._when, self._kind):
            first.addWidget(widget)
        first.addStretch()
        facts = FlowLayout(spacing=20)
        for fact in self._facts:
            facts.addWidget(fact)
        text = QVBoxLayout()
        text.setSpacing(4)
        text.addLayout(first)
        text.addWidget(self._title)
        text.addLayout(facts)
        text.addStretch()
        described = QHBoxLayout()
        described.setSpacing(20)
        described.addWidget(self._tile, 0, Qt.AlignmentFlag.AlignTop)
        described.addLayout(text, 1)
        small = QHBoxLayout()
        small.setSpacing(8)
        small.addWidget(self._print, 1)
        small.addWidget(self._details, 1)
        actions = QVBoxLayout()
        actions.setSpacing(8)
        actions.addWidget(self.open_button)
        actions.addLayout(small)
        actions.addStretch()
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(described, 1)
        self._top.addLayout(actions)
        for figure in self._counts:
            self._figures.addWidget(figure)
        for chip in (self._agenda, self._sheet):
            self._states.addWidget(chip)
        bottom = QHBoxLayout()
        bottom.setSpacing(20)
        bottom.addLayout(self._figures, 3)
        bottom.addLayout(self._states, 2)
        self.body.addLayout(self._top)
        self.body.addWidget(Rule())
        self.body.addLayout(bottom)

    def _show_figures(self, found: NextMeeting) -> None:
        invited, institutions, items = self._counts
        number = self._words.number
        invited.set(
            number(found.invited), ngettext("person invited", "people invited", found.invited)
        )
        institutions.set(
            number(found.institutions), ngettext("institution", "institutions", found.institutions)
        )
        items.set(
            number(found.agenda_items),
            ngettext("agenda item", "agenda items", found.agenda_items),
        )

    def _distance(self, days: int) -> str:
        if days == 0:
            return _("Today")
        if days == 1:
            return _("Tomorrow")
        return ngettext("In {n} day", "In {n} days", days).format(n=self._words.number(days))


class _Figure(QWidget):
    """A number in bold with its unit."""

    def __init__(self) -> None:
        super().__init__()
        self._number = Label(role="section")
        self._unit = Label(role="muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._number)
        row.addWidget(self._unit)

    def set(self, number: str, unit: str) -> None:
        self._number.setText(number)
        self._unit.setText(unit)
