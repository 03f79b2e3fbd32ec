"""The pages of the desk as a column of names, or of icons where the window is narrow."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cspdesk.i18n import LANGUAGES, _
from cspdesk.ui.pages import PageEntry
from cspdesk.ui.widgets.buttons import Button

WIDE = 208
NARROW = 56


class NavButton(Button):
    """One row of the sidebar; without its text when collapsed, which the tooltip then holds."""

    def __init__(self, icon: str) -> None:
        super().__init__(icon=icon, kind="nav")
        self._name = ""
        self._keys = ""
        self._collapsed = False

    def set_name(self, name: str, keys: str = "") -> None:
        """Word the row; ``keys`` is its shortcut."""
        self._name, self._keys = name, keys
        self._word()

    def set_collapsed(self, collapsed: bool) -> None:
        """Show the icon only, or icon and name."""
        self._collapsed = collapsed
        self.setProperty("collapsed", collapsed)
        self.set_icon_room(20, 0 if collapsed else 10)
        self.style().unpolish(self)
        self.style().polish(self)
        self._word()

    def _word(self) -> None:
        self.setText("" if self._collapsed else self._name)
        hint = f"{self._name} ({self._keys})" if self._keys else self._name
        self.setToolTip(hint if self._collapsed or self._keys else "")
        self.setAccessibleName(self._name)


class Sidebar(QFrame):
    """Names of pages; at its foot the language and the lock.

    Signals:
        asked(str): a page's name was pressed. language_asked(): the other language is wanted.
        lock_asked(): the desk is to be locked. fold_asked(): wider or narrower.
    """

    asked = Signal(str)
    language_asked = Signal()
    lock_asked = Signal()
    fold_asked = Signal()

    def __init__(self, pages: Sequence[PageEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "sidebar")
        self._pages = {page.name: page for page in pages if page.in_sidebar}
        # No button group: Tab would stop at one row only, and an arrow key would leave the page.
        self._buttons: dict[str, NavButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 12, 8, 8)
        column.setSpacing(2)
        for name, page in self._pages.items():
            button = NavButton(page.icon)
            button.setCheckable(True)
            button.clicked.connect(self._on_clicked)
            self._buttons[name] = button
            column.addWidget(button)
        column.addStretch()
        self._lock = NavButton("lock")
        self._lock.clicked.connect(self.lock_asked)
        self._language = NavButton("languages")
        self._language.clicked.connect(self.language_asked)
        self._fold = NavButton("panel-left")
        self._fold.clicked.connect(self.fold_asked)
        for button in (self._lock, self._fold, self._language):
            column.addWidget(button)
        self.fold(False)
        self.retranslate()

    def mark(self, name: str) -> None:
        """Show which page is shown; a page that is not listed marks none."""
        for other, button in self._buttons.items():
            button.setChecked(other == name)

    def fold(self, collapsed: bool) -> None:
        """Become narrow (icons) or wide (icons and names)."""
        self.setFixedWidth(NARROW if collapsed else WIDE)
        for button in (*self._buttons.values(), self._lock, self._fold, self._language):
            button.set_collapsed(collapsed)

    def retranslate(self) -> None:
        """Word every row."""
        for name, button in self._buttons.items():
            button.set_name(_(self._pages[name].title), self._pages[name].shortcut)
        self._lock.set_name(_("Lock"), "Ctrl+L")
        self._fold.set_name(_("Sidebar"), "F9")
        self._language.set_name(" | ".join(LANGUAGES.values()), "F12")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.asked.emit(next(name for name, item in self._buttons.items() if item is pressed))
