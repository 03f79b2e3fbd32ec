"""The documents of a meeting in groups, each to preview, print or save."""

from __future__ import annotations

import functools

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cspdesk.i18n import LANGUAGES, _, current_language
from cspdesk.models.meetings import MeetingRecord
from cspdesk.ui import icons, theme
from cspdesk.ui.desk import Desk
from cspdesk.ui.letters.papers import open_invitations
from cspdesk.ui.meetings.papers import GROUPS, PAPERS, Paper, open_paper, waiting_for
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button, IconButton, Segments
from cspdesk.ui.widgets.card import Card, Rule, ScrollPanel
from cspdesk.ui.widgets.label import Label, WrapLabel

_INVITATION = "invitation"


class PaperRow(QWidget):
    """One document.

    Signals:
        asked(str): '' to preview it, 'print' or 'save'.
        wording_asked(): its words are to be changed; only of invitations.
    """

    asked = Signal(str)
    wording_asked = Signal()

    def __init__(self, paper: Paper, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._paper = paper
        self._picture = QLabel()
        self._title = WrapLabel(role="strong")
        self._about = WrapLabel(role="muted")
        self._remark = WrapLabel(role="warning")
        self.preview = Button(icon="eye")
        self.print_button = IconButton("printer")
        self.save = IconButton("download")
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self._title, self._about, self._remark):
            words.addWidget(label)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(8)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        self.wording = IconButton("pencil")
        self.wording.clicked.connect(self.wording_asked)
        row.addWidget(self.wording, 0, Qt.AlignmentFlag.AlignTop)
        self.wording.setVisible(paper.name == _INVITATION)
        actions = ((self.preview, ""), (self.print_button, "print"), (self.save, "save"))
        for button, then in actions:
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            button.clicked.connect(functools.partial(self.asked.emit, then))
        self._paint_icon()

    def retranslate(self) -> None:
        """Word the row."""
        title = _(self._paper.title)
        self._title.setText(title)
        self._about.setText(_(self._paper.about))
        self.preview.setText(_("Preview"))
        self.preview.setAccessibleName(f"{self.preview.text()}: {title}")
        for button, action in (
            (self.print_button, _("Print")),
            (self.save, _("Save as PDF")),
            (self.wording, _("Change the wording")),
        ):
            button.set_name(action)
            button.setAccessibleName(f"{action}: {title}")

    def remark(self, text: str) -> None:
        """Say what is missing before the document says much; '' where nothing is."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._paper.icon, theme.tokens().primary, 24))


class DocumentsTab(ScrollPanel):
    """The language of the documents, then a card for each group of them."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._record: MeetingRecord | None = None
        self._language_label = Label(role="caption")
        self.languages = Segments(tuple(LANGUAGES))
        self.languages.choose(current_language())
        self._headings = {group: Label(role="section") for group in GROUPS}
        self.rows = {paper.name: PaperRow(paper) for paper in PAPERS}
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self._language_label)
        first.addWidget(self.languages)
        first.addStretch()
        self.body.setContentsMargins(20, 12, 20, 16)
        self.body.setSpacing(8)
        self.body.addLayout(first)
        for group, heading in self._headings.items():
            self.body.addWidget(heading)
            self.body.addWidget(self._card(group))
        self.body.addStretch()
        for name, row in self.rows.items():
            row.asked.connect(functools.partial(self._open, name))
        self.rows[_INVITATION].wording_asked.connect(self._change_wording)

    def bindings(self) -> list[FieldBinding]:
        """Nothing is typed here."""
        return []

    def retranslate(self) -> None:
        """Word groups and rows."""
        self._language_label.setText(_("Language of the document"))
        for language, name in LANGUAGES.items():
            self.languages.set_text(language, name)
        for group, heading in self._headings.items():
            heading.setText(_(GROUPS[group]))
        for row in self.rows.values():
            row.retranslate()
        if self._record is not None:
            self.show_record(self._record)

    def show_record(self, record: MeetingRecord) -> None:
        """Show the documents of a meeting."""
        self._record = record
        for name, row in self.rows.items():
            row.remark(waiting_for(name, record))

    def _card(self, group: str) -> Card:
        card = Card(margins=(1, 2, 1, 2), spacing=0)
        for paper in PAPERS:
            if paper.group != group:
                continue
            if card.body.count():
                card.body.addWidget(Rule())
            card.body.addWidget(self.rows[paper.name])
        return card

    def _change_wording(self) -> None:
        if self._record is not None:
            self._desk.navigate("letters", invitation_to=self._record.meeting.id)

    def _open(self, name: str, then: str) -> None:
        if self._record is None:
            return
        language = self.languages.current()
        if name == _INVITATION:
            open_invitations(self._desk, self._record, self, language=language, then=then)
        else:
            open_paper(self._desk, self._record.meeting, name, self, language=language, then=then)
