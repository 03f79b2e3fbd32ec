"""Minutes that were begun and not yet approved."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cspdesk.i18n import _, ngettext
from cspdesk.models.meetings import Meeting
from cspdesk.ui.home.list_card import ListCard, TwoLines
from cspdesk.ui.meetings.wording import title_of
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.words import Words

MOST = 4


class DraftsCard(ListCard):
    """The latest unfinished minutes.

    Signals:
        continued(str): the id of the meeting whose minutes are to be opened.
    """

    continued = Signal(str)

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def show_drafts(self, drafts: Sequence[Meeting]) -> None:
        """Show the latest drafts."""
        self.clear()
        if not drafts:
            self.add_sentence(_("No minutes are waiting to be finished."))
        for meeting in drafts[:MOST]:
            self.add_row(self._row(meeting))
        more = len(drafts) - MOST
        if more > 0:
            self.add_sentence(
                ngettext("and {n} more", "and {n} more", more).format(n=self._words.number(more))
            )

    def _row(self, meeting: Meeting) -> QWidget:
        row = QWidget()
        go = Button(_("Continue"), kind="link")
        go.setAccessibleName(_("Continue: {text}").format(text=title_of(meeting)))
        go.clicked.connect(lambda: self.continued.emit(meeting.id))
        second = " · ".join((self._words.day(meeting.on), _("minutes not approved yet")))
        layout = QHBoxLayout(row)
        layout.setContentsMargins(20, 8, 14, 8)
        layout.setSpacing(12)
        layout.addWidget(TwoLines(title_of(meeting), second), 1)
        layout.addWidget(go)
        return row
