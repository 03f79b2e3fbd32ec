"""What is due: the actions agreed in meetings, ticked off where they are done."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from cspdesk.i18n import _, ngettext
from cspdesk.ui.home.contents import FollowUp
from cspdesk.ui.home.list_card import ListCard, TwoLines
from cspdesk.ui.meetings.wording import title_of
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.words import Words

MOST = 5


class FollowUpCard(ListCard):
    """Overdue actions, then those due soon, five of each.

    Signals:
        done(str): the id of an action that was ticked off.
        print_asked(): the table of all that is open.
    """

    done = Signal(str)
    print_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self.print_button = IconButton("printer")
        self.print_button.clicked.connect(self.print_asked)
        self.add_to_head(self.print_button)

    def retranslate(self) -> None:
        """Word the heading."""
        self.set_heading(_("Follow-up"))
        self.print_button.set_name(_("Print the follow-up table"))

    def show_actions(
        self, overdue: Sequence[FollowUp], due_soon: Sequence[FollowUp], today: date
    ) -> None:
        """Show what is open as of ``today``."""
        self.clear()
        if not overdue and not due_soon:
            self.add_sentence(_("Nothing is due in the next two weeks."))
        self._add_all(_("Overdue {n}"), "triangle-alert", "danger", overdue, today)
        self._add_all(_("Due soon {n}"), "clock", "warn", due_soon, today)

    def _add_all(
        self, title: str, icon: str, tint: str, found: Sequence[FollowUp], today: date
    ) -> None:
        if not found:
            return
        number = self._words.number
        self.add_group(title.format(n=number(len(found))), icon, tint)
        for follow_up in found[:MOST]:
            self.add_row(self._row(follow_up, today))
        more = len(found) - MOST
        if more > 0:
            self.add_sentence(ngettext("and {n} more", "and {n} more", more).format(n=number(more)))

    def _row(self, follow_up: FollowUp, today: date) -> QWidget:
        action = follow_up.action
        row = QWidget()
        box = QCheckBox()
        box.setAccessibleName(_("Done: {text}").format(text=action.text))
        box.setToolTip(_("Mark as done"))
        box.clicked.connect(lambda: self.done.emit(action.id))
        source = " · ".join(filter(None, (action.responsible, title_of(follow_up.meeting))))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(20, 8, 20, 8)
        layout.setSpacing(12)
        layout.addWidget(box)
        layout.addWidget(TwoLines(action.text, source), 1)
        layout.addWidget(self._chip(action.due or today, today))
        return row

    def _chip(self, due: date, today: date) -> Chip:
        late = (today - due).days
        if late > 0:
            text = ngettext("{n} day late", "{n} days late", late)
            return Chip(text.format(n=self._words.number(late)), icon="clock", kind="danger")
        text = _("Today") if not late else self._words.day_month(due)
        return Chip(text, icon="calendar-days", kind="warn")
