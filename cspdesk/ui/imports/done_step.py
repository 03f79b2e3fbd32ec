"""The last step: what the import did."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QWidget

from cspdesk.db.imports import ImportResult
from cspdesk.i18n import _
from cspdesk.ui import icons, theme
from cspdesk.ui.imports.preview_step import counted
from cspdesk.ui.imports.step import Step
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.label import WrapLabel
from cspdesk.ui.words import Words


class DoneStep(Step):
    """What was added, as in '66 institutions, 66 people added', and what was here already."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._result = ImportResult()
        self._picture = QLabel()
        self._sentence = WrapLabel(role="section")
        self._details = WrapLabel(role="muted")
        card = Card()
        card.body.setSpacing(12)
        card.body.addStretch()
        for label in (self._picture, self._sentence, self._details):
            label.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            card.body.addWidget(label)
        card.body.addStretch()
        self.body.addWidget(card, 1)
        self._paint_icon()

    def show_result(self, result: ImportResult) -> None:
        """Say what was done."""
        self._result = result
        self.retranslate()

    def sentence(self) -> str:
        """Return what is said."""
        return self._sentence.plain_text()

    def title(self) -> str:
        return _("Imported")

    def next_text(self) -> str:
        return _("Show the directory")

    def retranslate(self) -> None:
        result, words = self._result, self._words
        if result.nothing_changed:
            self._sentence.setText(_("Nothing changed: everything was already here."))
            self._details.setText("")
            return
        added = counted(words, result.institutions_new, result.people_new)
        changed = counted(words, result.institutions_changed, result.people_changed)
        lines = [
            _("{records} added").format(records=added) if added else "",
            _("{records} changed").format(records=changed) if changed else "",
        ]
        first, *rest = filter(None, lines)
        if result.unchanged:
            rest.append(_("{n} were already here").format(n=words.number(result.unchanged)))
        self._sentence.setText(first)
        self._details.setText("\n".join(rest))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap("circle-check-big", theme.tokens().ok, 48))
