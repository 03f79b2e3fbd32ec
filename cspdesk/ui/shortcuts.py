"""The keys of the desk, as the sheet behind F1 and in the settings lists them."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QGridLayout, QVBoxLayout, QWidget

from cspdesk.i18n import N_, _
from cspdesk.ui.pages import PAGES
from cspdesk.ui.widgets.card import ScrollPanel
from cspdesk.ui.widgets.label import Label, WrapLabel

EVERYWHERE = (
    ("F1", N_("Help and this list of keys")),
    ("F3", N_("Search on this page")),
    ("F4", N_("New: what the page is about")),
    ("F5", N_("Read the page again")),
    ("F6", N_("Open the attendance list; on letters, the preview")),
    ("F7", N_("Print what the page shows")),
    ("F8", N_("Undo the last change")),
    ("F9", N_("Wide or narrow sidebar")),
    ("F2, F3", N_("Save what a preview shows as PDF, as Word file")),
    ("F11", N_("Full screen")),
    ("F12", N_("Switch between Khmer and English")),
    ("Ctrl+Enter", N_("The blue button of the page")),
    ("Ctrl+L", N_("Lock")),
    ("Esc", N_("Close a panel; what is typed stays")),
)


class KeyList(QWidget):
    """All keys with what they do, in two columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        pages = [(page.shortcut, page.title) for page in PAGES if page.shortcut]
        self._rows = [(Label(role="strong"), WrapLabel(), *row) for row in (*EVERYWHERE, *pages)]
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        for at, (keys, what, _shortcut, _text) in enumerate(self._rows):
            grid.addWidget(keys, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(what, at, 1)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the list."""
        for keys, what, shortcut, text in self._rows:
            keys.setText(shortcut)
            what.setText(_(text))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class HelpSheet(QDialog):
    """How the desk works in a few sentences, and its keys."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._title = Label(role="title")
        self._saved = WrapLabel()
        self._place = WrapLabel()
        self._keys = Label(role="section")
        panel = ScrollPanel()
        for widget in (self._title, self._saved, self._place, self._keys, KeyList()):
            panel.body.addWidget(widget)
        panel.body.addStretch()
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 20, 16)
        column.addWidget(panel)
        self.resize(560, min(620, parent.height()))
        QShortcut(QKeySequence("F1"), self).activated.connect(self.close)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the sheet."""
        self.setWindowTitle(_("Help"))
        self._title.setText(_("Help"))
        self._saved.setText(
            _("Everything is saved as you type; there is no Save button. F8 takes the last back.")
        )
        self._place.setText(
            _("The data stays encrypted on this computer. Nothing is sent over the internet.")
        )
        self._keys.setText(_("Keyboard shortcuts"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
