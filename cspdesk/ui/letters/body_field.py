"""The text of a letter, where it can begin from the usual wording or from a file."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.letters import LetterKind
from cspdesk.paper.addressee import ANYONE
from cspdesk.ui.letters.jobs import Detail
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.label import WrapLabel, breakable

_LINES = 8


class BodyField(QWidget):
    """The text; while it is empty it shows the usual wording.

    Signals:
        usual_asked(): the usual wording is wanted, to be changed.
        file_asked(): the text is to come from a file.
    """

    usual_asked = Signal()
    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        field = GrowingText(lines=_LINES)
        field.setAcceptDrops(False)  # a dropped file is for the page, not its path for the text
        self.text = FormField(field)
        self.usual = Button(icon="pencil")
        self.file = Button(icon="folder-open")
        self._title = WrapLabel(role="muted")
        actions = FlowLayout()
        actions.addWidget(self.usual)
        actions.addWidget(self.file)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.text)
        column.addWidget(self._title)
        column.addLayout(actions)
        self.usual.clicked.connect(self.usual_asked)
        self.file.clicked.connect(self.file_asked)

    def retranslate(self) -> None:
        """Word field and buttons."""
        self.text.set_label(_("Text"))
        self.usual.setText(_("Start from the usual wording"))
        self.file.setText(_("Take text from a file"))

    def show_detail(self, detail: Detail) -> None:
        """Offer what fits the letter."""
        self.usual.setVisible(bool(detail.usual_body))
        titled = detail.letter.kind is LetterKind.INVITATION and detail.letter.language == "km"
        self._title.setVisible(titled)

    def show_usual(self, detail: Detail) -> None:
        """Show the usual wording where nothing is typed."""
        self.text.field.setPlaceholderText(breakable(detail.usual_body))
        self._title.setText(
            _("In each letter, «{words}» becomes the title of its addressee.").format(words=ANYONE)
        )
