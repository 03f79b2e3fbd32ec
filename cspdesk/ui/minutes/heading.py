"""The heading of the item that is written, and the date at the foot of all the minutes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cspdesk.i18n import _, current_language
from cspdesk.khmer import lunar
from cspdesk.models.meetings import AgendaItem, MeetingRecord
from cspdesk.paper.dates import lunar_line
from cspdesk.paper.wording import Wording
from cspdesk.ui.minutes.block import Block, Save
from cspdesk.ui.widgets.dates import TimeField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.widgets.suggest_field import SuggestField

_TIME_WIDTH = 96


class ItemHeading(Block):
    """Number and title in larger letters; time and presenter below."""

    def __init__(self, people: Callable[[], SuggestField], parent: QWidget | None = None) -> None:
        super().__init__("", "neutral", "line", deletable=True, parent=parent)
        self.chip.hide()
        self._number = Label(role="section")
        self.title = GrowingText(one_paragraph=True)
        self.title.setProperty("role", "heading")
        self.starts = TimeField()
        self.starts.setMaximumWidth(_TIME_WIDTH)
        self.presenter = people()
        self.first.insertWidget(0, self._number)
        self.first.insertWidget(1, self.title, 1)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.starts)
        row.addWidget(self.presenter, 1)
        self.body.addLayout(row)
        for name, field in (
            ("title", self.title),
            ("starts", self.starts),
            ("presenter", self.presenter),
        ):
            self.bind(name, field)

    def show_item(self, item: AgendaItem, number: str, save: Save) -> None:
        """Show an item with its number."""
        self._number.setText(f"{number}.")
        values = {"title": item.title, "starts": item.starts, "presenter": item.presenter}
        self.load(item.id, values, save)

    def retranslate(self) -> None:
        super().retranslate()
        for field, words, hint in (
            (self.title, _("Agenda item"), _("Agenda item")),
            (self.starts, _("Start time"), "08:00"),
            (self.presenter, _("Speaker / presenter"), _("Speaker / presenter")),
        ):
            field.setAccessibleName(words)
            field.setPlaceholderText(hint)
            field.setToolTip(words)


class LunarDate(Block):
    """The lunar date above the signature of Khmer minutes: reckoned, unless one is typed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("calendar-days", "neutral", "line", parent=parent)
        self._record: MeetingRecord | None = None
        self.line = QLineEdit()
        self._hint = WrapLabel(role="caption")
        self.first.insertWidget(1, self.line, 1)
        self.body.addWidget(self._hint)
        self.bind("lunar_date", self.line)

    def show_record(self, record: MeetingRecord, save: Save) -> None:
        """Show the date of a meeting; nothing where the papers have none."""
        self._record = record
        meeting = record.meeting
        self.load(meeting.id, {"lunar_date": meeting.lunar_date}, save)
        reckoned = lunar_line(Wording.of(record.organisation, "km"), meeting.on)
        self.line.setPlaceholderText(reckoned)
        self.setVisible(record.organisation.lunar_date)
        self._hint.setVisible(meeting.on is not None and lunar.uncertain(meeting.on))
        self._explain()

    def retranslate(self) -> None:
        super().retranslate()
        self.chip.set(_("Lunar date"))
        self.line.setAccessibleName(_("Lunar date"))
        self._hint.setText(
            _("The Khmer year or the Buddhist era changes on this day: check the line.")
        )
        self._explain()

    def _explain(self) -> None:
        on = self._record.meeting.on if self._record else None
        english = lunar.english_line(on) if on and current_language() == "en" else ""
        self.line.setToolTip(english or self.line.placeholderText())
