"""The left side of the meetings page: search, filters, and the list."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from cspdesk.db.meetings import MeetingRow
from cspdesk.i18n import _, current_language
from cspdesk.models.meetings import MeetingKind, MeetingStatus
from cspdesk.models.words import word
from cspdesk.ui.meetings.listing import MeetingsList
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.widgets.card import Card, Rule
from cspdesk.ui.widgets.chip import FilterChip
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.menu_chip import MenuChip
from cspdesk.ui.widgets.search_field import SearchField
from cspdesk.ui.words import Words

_WHEN = ("all", "upcoming", "quarter")


@dataclass(frozen=True)
class Filter:
    """What is shown: 'all', 'upcoming' or 'quarter'; a kind or ''; a district's code or ''."""

    when: str = "all"
    kind: str = ""
    district: str = ""

    def lets_in(self, row: MeetingRow, on: date) -> bool:
        """Return whether a meeting is shown on the day ``on``."""
        meeting = row.meeting
        if self.kind and meeting.kind != self.kind:
            return False
        if self.district and not meeting.place.startswith(self.district):
            return False
        if self.when == "upcoming":
            open_ = meeting.status in (MeetingStatus.PLANNED, MeetingStatus.HELD)
            return open_ and (meeting.on is None or meeting.on >= on)
        if self.when == "quarter":
            return meeting.on is not None and _quarter(meeting.on) == _quarter(on)
        return True


def _quarter(day: date) -> tuple[int, int]:
    return day.year, (day.month - 1) // 3


class ListPanel(Card):
    """Search and filters above the list.

    Signals:
        searched(str): the typed text is another one.
        new_asked(): the button of the empty list was pressed.
    """

    searched = Signal(str)
    new_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(margins=(1, 12, 1, 1), spacing=0, parent=parent)
        self._filter = Filter()
        self._rows: Sequence[MeetingRow] = ()
        self.search = SearchField()
        self.list = MeetingsList(words)
        self._empty = EmptyState("calendar-days")
        self._when = {name: FilterChip() for name in _WHEN}
        self._when["all"].setChecked(True)
        self._kind = MenuChip()
        self._district = MenuChip()
        chips = FlowLayout()
        for chip in (*self._when.values(), self._kind, self._district):
            chips.addWidget(chip)
        head = QWidget()
        column = self._column(head)
        column.addWidget(self.search)
        column.addLayout(chips)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(self._empty)
        self.body.addWidget(head)
        self.body.addWidget(Rule())
        self.body.addWidget(self._stack, 1)

        self.search.searched.connect(self.searched)
        self.search.moved.connect(self.list.move_by)
        self.search.accepted.connect(self.list.setFocus)
        self._empty.button.clicked.connect(self.new_asked)
        for name, chip in self._when.items():
            chip.clicked.connect(lambda _on=False, name=name: self._set(when=name))
        self._kind.picked.connect(lambda kind: self._set(kind=kind))
        self._district.picked.connect(lambda code: self._set(district=code))

    def retranslate(self) -> None:
        """Word search and filters."""
        self.search.set_hint(_("Search (F3)"))
        self._when["all"].setText(_("All"))
        self._when["upcoming"].setText(_("Upcoming"))
        self._when["quarter"].setText(_("This quarter"))
        self._offer_menus()
        self._show()

    def show_rows(self, rows: Sequence[MeetingRow]) -> None:
        """Show what the search found, as far as the filters let it in."""
        self._rows = rows
        self._offer_menus()
        self._show()

    def reveal(self, meeting_id: str) -> bool:
        """Choose a meeting, without filters where they hide it; False where it is not there."""
        if not self.list.choose(meeting_id):
            self._set(when="all", kind="", district="")
        return self.list.choose(meeting_id)

    def choose_nearest(self) -> None:
        """Choose the meeting of today or the next one, else the latest."""
        coming = [row for row in self._rows if row.meeting.on and row.meeting.on >= today()]
        if not coming or not self.list.choose(coming[-1].meeting.id):
            self.list.choose_first()

    def _set(
        self, *, when: str | None = None, kind: str | None = None, district: str | None = None
    ) -> None:
        self._filter = Filter(
            self._filter.when if when is None else when,
            self._filter.kind if kind is None else kind,
            self._filter.district if district is None else district,
        )
        for name, chip in self._when.items():
            chip.setChecked(name == self._filter.when)
        self._kind.choose(self._filter.kind)
        self._district.choose(self._filter.district)
        self._show()
        if not self.list.current():
            self.choose_nearest()

    def _show(self) -> None:
        shown = [row for row in self._rows if self._filter.lets_in(row, today())]
        self.list.set_search(self.search.text())
        self.list.show_rows(shown)
        self._stack.setCurrentWidget(self.list if shown else self._empty)
        if self._rows or self.search.text().strip():
            self._empty.set_text(_("No meeting is like this."))
        else:
            self._empty.set_text(_("No meetings yet."), _("New meeting"))

    def _offer_menus(self) -> None:
        from cspdesk.models import gazetteer

        kinds = {row.meeting.kind for row in self._rows} | {self._filter.kind}
        self._kind.offer(
            _("Type"),
            _("All types"),
            [(kind, _(word(kind))) for kind in MeetingKind if kind in kinds],
        )
        codes = {row.meeting.place[:4] for row in self._rows if len(row.meeting.place) >= 4}
        places = [gazetteer.place(code) for code in sorted(codes)]
        self._district.offer(
            _("District/Municipality"),
            _("All districts"),
            [(place.code, gazetteer.named(place, current_language())) for place in places if place],
        )
        self._district.setVisible(bool(codes))

    def _column(self, head: QWidget) -> QVBoxLayout:
        column = QVBoxLayout(head)
        column.setContentsMargins(12, 0, 12, 10)
        column.setSpacing(8)
        column.setAlignment(Qt.AlignmentFlag.AlignTop)
        return column
