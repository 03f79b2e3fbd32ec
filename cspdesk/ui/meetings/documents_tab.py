"""The documents of a meeting: a card each, to preview, print or save."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cspdesk.i18n import LANGUAGES, _, current_language
from cspdesk.models.meetings import MeetingRecord
from cspdesk.ui import icons, theme
from cspdesk.ui.desk import Desk
from cspdesk.ui.meetings.papers import PAPERS, Paper, open_paper, waiting_for
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button, Segments
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import WrapLabel


class PaperCard(Card):
    """One document.

    Signals:
        asked(str, str): its language, and '' to preview, 'print' or 'save'.
    """

    asked = Signal(str, str)

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 12, 16, 12), parent=parent)
        self._paper = paper
        self._picture = QLabel()
        self._title = WrapLabel(role="strong")
        self._about = WrapLabel(role="muted")
        self._remark = WrapLabel(role="warning")
        self.languages = Segments(tuple(LANGUAGES))
        self.preview = Button(icon="eye")
        self.print_button = Button(icon="printer")
        self.save = Button(icon="download")
        words = QVBoxLayout()
        words.setSpacing(2)
        for label in (self._title, self._about, self._remark):
            words.addWidget(label)
        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._picture)
        first.addLayout(words, 1)
        actions = FlowLayout()
        buttons = ((self.preview, ""), (self.print_button, "print"), (self.save, "save"))
        actions.addWidget(self.languages)
        for button, then in buttons:
            actions.addWidget(button)
            button.clicked.connect(functools.partial(self._ask, then))
        self.body.addLayout(first)
        self.body.addLayout(actions)
        self.languages.choose(current_language())
        self._paint_icon()

    def retranslate(self) -> None:
        """Word the card."""
        self._title.setText(_(self._paper.title))
        self._about.setText(_(self._paper.about))
        for language, name in LANGUAGES.items():
            self.languages.set_text(language, name)
        self.preview.setText(_("Preview"))
        self.print_button.setText(_("Print"))
        self.save.setText(_("Save as PDF"))

    def remark(self, text: str) -> None:
        """Say what is missing before the document says much; '' where nothing is."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _ask(self, then: str) -> None:
        self.asked.emit(self.languages.current(), then)

    def _paint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._paper.icon, theme.tokens().primary, 28))


class DocumentsTab(ScrollPanel):
    """A card for each document."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: MeetingRecord | None = None
        self.cards = {paper.name: PaperCard(paper) for paper in PAPERS}
        self.body.setContentsMargins(20, 12, 20, 16)
        self.body.setSpacing(12)
        for name, card in self.cards.items():
            card.asked.connect(functools.partial(self._open, name))
            self.body.addWidget(card)
        self.body.addStretch()

    def bindings(self) -> list[FieldBinding]:
        """Nothing is typed here."""
        return []

    def retranslate(self) -> None:
        """Word the cards."""
        for card in self.cards.values():
            card.retranslate()
        if self._record is not None:
            self.show_record(self._record)

    def show_record(self, record: MeetingRecord) -> None:
        """Show the documents of a meeting."""
        self._record = record
        for name, card in self.cards.items():
            card.remark(waiting_for(name, record))

    def _open(self, name: str, language: str, then: str) -> None:
        if self._record is not None:
            open_paper(self._desk, self._record.meeting, name, self, language=language, then=then)
