"""The heading of the item that is written: number, title, when, and who leads."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.meetings import AgendaItem
from cspdesk.ui.minutes.block import Block, Save
from cspdesk.ui.widgets.dates import TimeField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.label import Label
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
