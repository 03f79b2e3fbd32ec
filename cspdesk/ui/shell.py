"""The open desk: sidebar, the stack of pages, toast and status bar."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cspdesk.ui.desk import Desk
from cspdesk.ui.messages import Notice
from cspdesk.ui.page import Page
from cspdesk.ui.pages import PAGES, entry
from cspdesk.ui.sidebar import Sidebar
from cspdesk.ui.widgets.status_bar import StatusBar
from cspdesk.ui.widgets.toast import Toast

_TOAST_LIFT = 2
FOLD_BELOW = 1100
"""Width of the window in pixels under which the sidebar shows icons only."""


class Shell(QWidget):
    """Navigation and the pages, each made when it is first shown.

    Signals:
        language_asked(): the other language is wanted.
    """

    language_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._pages: dict[str, Page] = {}
        self._folded_by_hand: bool | None = None
        self._narrow = False
        self._keys: dict[str, Callable[[], bool]] = {
            "F3": self._search,
            "Ctrl+F": self._search,
            "Ctrl+Return": self._press_primary,
            "Ctrl+Enter": self._press_primary,
            "F5": self._reload,
            "F8": self._undo,
            "Ctrl+Z": self._undo,
            "F9": self._fold_key,
            "Esc": self._escape,
        }
        self.sidebar = Sidebar(PAGES)
        self._stack = QStackedWidget()
        self._status = StatusBar(desk.messages)
        # Over the empty middle of the status bar: above it are the last rows of lists.
        self._toast = Toast(self, lift=_TOAST_LIFT)

        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.sidebar)
        middle.addWidget(self._stack, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(middle, 1)
        column.addWidget(self._status)

        self.sidebar.asked.connect(self.show_page)
        self.sidebar.language_asked.connect(self.language_asked)
        self.sidebar.lock_asked.connect(desk.lock_asked)
        self.sidebar.fold_asked.connect(self.toggle_sidebar)
        desk.navigated.connect(self._on_navigated)
        desk.data_changed.connect(self._on_data_changed)
        desk.messages.noticed.connect(self._on_noticed)
        self._fold()

    def page(self) -> Page | None:
        """Return the page that is shown."""
        shown = self._stack.currentWidget()
        return shown if isinstance(shown, Page) else None

    def show_page(self, name: str, **what: object) -> None:
        """Show a page, made now if it is the first time."""
        listed = entry(name)
        if listed is None:
            return
        before = self.page()
        if before is not None:
            before.flush()
        if name not in self._pages:
            made = listed.make(self._desk)
            made.prepare()
            self._stack.addWidget(made)
            self._pages[name] = made
        if what:
            self._pages[name].show_what(**what)
        self._stack.setCurrentWidget(self._pages[name])
        self._pages[name].take_cursor()
        self.sidebar.mark(listed.under or name)

    def show_first(self) -> None:
        """Show the first page, or stay where the person was before locking."""
        for page in self._pages.values():
            page.mark_stale()
        if not self._pages:
            self.show_page(next(page.name for page in PAGES if page.in_sidebar))

    def flush(self) -> None:
        """Queue the save of everything typed on any page."""
        for page in self._pages.values():
            page.flush()

    def toggle_sidebar(self) -> None:
        """Fold or unfold the sidebar."""
        folded = not self._folded()
        if self._narrow:
            self._folded_by_hand = folded
        else:
            self._desk.prefer(sidebar_collapsed=folded)
        self._fold()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < FOLD_BELOW
        if narrow != self._narrow:
            self._narrow, self._folded_by_hand = narrow, None
            self._fold()

    def press(self, keys: str) -> bool:
        """Do what ``keys`` ('F3', 'Ctrl+Return') mean here; False where they mean nothing."""
        if keys in self._keys:
            return self._keys[keys]()
        return self._show_by_shortcut(keys)

    def _search(self) -> bool:
        page = self.page()
        if page is None or page.search is None:
            return False
        page.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def _press_primary(self) -> bool:
        page = self.page()
        if page is None or page.primary is None or not page.primary.isEnabled():
            return False
        page.primary.click()
        return True

    def _reload(self) -> bool:
        page = self.page()
        if page is not None:
            page.flush()
            page.refresh()
        return page is not None

    def _undo(self) -> bool:
        # What is being typed is the last change: it is saved first, then taken back.
        self.flush()
        self._toast.hide()
        self._desk.undo()
        return True

    def _escape(self) -> bool:
        page = self.page()
        if not self._toast.is_error() and page is not None and page.escape():
            return True
        shown = self._toast.isVisible()
        self._toast.hide()
        return shown

    def _fold_key(self) -> bool:
        self.toggle_sidebar()
        return True

    def _show_by_shortcut(self, keys: str) -> bool:
        name = next((listed.name for listed in PAGES if listed.shortcut == keys), "")
        if name:
            self.show_page(name)
        return bool(name)

    def _folded(self) -> bool:
        if self._narrow:
            return self._folded_by_hand is not False
        return self._desk.preferences.sidebar_collapsed

    def _fold(self) -> None:
        self.sidebar.fold(self._folded())

    def _on_navigated(self, name: str, what: dict[str, object]) -> None:
        self.show_page(name, **what)

    def _on_data_changed(self, _tables: frozenset[str]) -> None:
        self._toast.forget_undo()

    def _on_noticed(self, notice: Notice) -> None:
        self._toast.say(notice)
