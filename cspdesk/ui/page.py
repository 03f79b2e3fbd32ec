'''The base of every page, and how a page is written.

How a page is written
=====================
A page is one file in ``ui/pages`` (with its parts in a package beside it when it grows), listed
in the table of ``ui/pages/__init__.py``. It gets the :class:`~cspdesk.ui.desk.Desk` and nothing
else::

    class DirectoryPage(Page):
        """Institutions and people of the network."""

        concerns = frozenset({"institution", "person", "affiliation"})

        def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
            super().__init__(desk, parent)          # builds the header
            self._new = Button(icon="plus", kind="primary")
            self._new.clicked.connect(self._on_new_clicked)
            self.header.add_action(self._new)
            self.field = SearchField()
            self.search = self.field                 # F3 finds it here
            self.primary = self._new                 # Ctrl+Enter presses it
            self.body.addWidget(self.field)          # a QVBoxLayout below the header

        def retranslate(self) -> None:               # every text, nowhere else
            self.header.set_title(_("Directory"))
            self._new.setText(_("New institution (F4)"))

        def refresh(self) -> None:                   # read what is shown
            self.desk.read(list_institutions, owner=self, on_done=self._fill)

        def _on_new_clicked(self) -> None:
            self.desk.change(
                functools.partial(add_institution, institution=Institution()),
                owner=self, on_done=self._open, undo=_("Institution added."),
            )

* ``__init__`` builds and connects, ``retranslate`` words, ``refresh`` fills. The base calls the
  last two: before the first showing, on a change of language, and after a write that touched one
  of the tables in ``concerns`` (at once when visible, else when shown next). F5 calls ``refresh``.
* Jobs are functions of the store (``job(store)``) that return plain values; use
  ``functools.partial`` for arguments. Slow work without the store (a PDF):
  ``desk.runner.submit_pure``. Never wait, never ``processEvents``.
* A write names the user's action in ``undo`` where it can be taken back; no "are you sure".
* ``show_what(**what)`` receives what ``desk.navigate("meetings", meeting=id)`` said.
* Fields that save as typed: :class:`~cspdesk.ui.widgets.binding.FieldBinding`; put the page's
  bindings in ``self.bindings``, the base flushes them before closing and locking.
* F4, F6, F7, Ctrl+digit inside a page: ``self.shortcut("F4", self._on_new_clicked)``.
* Numbers, dates, times on screen: ``self.desk.words.number(5)``, ``.day(d)``, ``.clock(t)``.
* Widgets (``ui/widgets``): Button, IconButton, Segments, Tabs, Card, Chip, FilterChip, Label,
  WrapLabel, ElidedLabel, FlowLayout, SearchField, SuggestField, DateField, TimeField, FormField,
  RecordTable with RecordModel and Column, EmptyState. They recolour and translate themselves;
  colours for own painting: ``theme.tokens()``.
* No fixed heights, no fixed widths for texts, text + icon for every state, at least 36 px targets
  (``QSize`` hints come from the style sheet), accessible names on icon buttons.
* It must fit 1093 x 614 with the sidebar collapsed: side panels inside a ``ScrollPanel``.
'''

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from cspdesk.ui.widgets.label import ElidedLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from cspdesk.ui.desk import Desk
    from cspdesk.ui.widgets.binding import FieldBinding


class PageHeader(QWidget):
    """A page's title with a muted line under it, and its actions at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._title = ElidedLabel(role="title")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self._title.setMinimumHeight(36)
        self._subtitle = ElidedLabel(role="muted")
        self._subtitle.hide()
        self._lead = QHBoxLayout()
        self._lead.setSpacing(12)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(8)
        self._actions = QHBoxLayout()
        self._actions.setSpacing(8)

        first = QHBoxLayout()
        first.setSpacing(12)
        first.addWidget(self._title)
        first.addLayout(self._beside)
        first.addStretch()
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addLayout(first)
        words.addWidget(self._subtitle)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addLayout(self._lead)
        row.addLayout(words, 1)
        row.addLayout(self._actions)

    def set_title(self, text: str, subtitle: str = "") -> None:
        """Word the page; the muted line disappears when it is empty."""
        self._title.setText(text)
        self._subtitle.setText(subtitle)
        self._subtitle.setVisible(bool(subtitle))

    def add_action(self, widget: QWidget) -> None:
        """Put a button at the right end."""
        self._actions.addWidget(widget)

    def add_lead(self, widget: QWidget) -> None:
        """Put a widget (a back button) before the title."""
        self._lead.addWidget(widget)

    def add_beside(self, widget: QWidget) -> None:
        """Put a widget (a chip) right of the title."""
        self._beside.addWidget(widget)


class Page(QWidget):
    """One page of the desk. See the module's text for how one is written."""

    concerns: ClassVar[frozenset[str]] = frozenset()
    """Tables whose changes make this page refresh."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.header = PageHeader()
        self.body = QVBoxLayout()
        self.body.setSpacing(12)
        self.bindings: list[FieldBinding] = []
        self.search: QWidget | None = None
        self.primary: QAbstractButton | None = None
        self._worded = False
        self._visited = False
        self._stale = True
        self._digits = desk.preferences.digits

        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 12, 20, 12)
        layout.setSpacing(12)
        layout.addWidget(self.header)
        layout.addLayout(self.body, 1)
        desk.data_changed.connect(self._on_data_changed)
        desk.preferences_changed.connect(self._on_preferences_changed)

    def retranslate(self) -> None:
        """Set every text of the page in the current language."""

    def refresh(self) -> None:
        """Read what the page shows and show it."""

    def show_what(self, **what: object) -> None:
        """Show what a navigation asked for; the page is about to be shown."""

    def flush(self) -> None:
        """Queue the save of everything typed; called before closing and locking."""
        for binding in self.bindings:
            binding.flush()

    def escape(self) -> bool:
        """Close a panel on Esc; return whether there was one. Never loses text."""
        return False

    def shortcut(self, keys: str, slot: Callable[[], object]) -> QShortcut:
        """Bind keys while this page is shown."""
        made = QShortcut(QKeySequence(keys), self)
        # Of the window, so that it works from the sidebar too; those of hidden pages are silent.
        made.setContext(Qt.ShortcutContext.WindowShortcut)
        made.activated.connect(slot)
        return made

    def take_cursor(self) -> None:
        """Put the cursor where it was on this page, at first into its search field."""
        first, self._visited = not self._visited, True
        search = self.search if self.search is not None and self.search.isVisible() else None
        (search if first and search is not None else self.focusWidget() or self).setFocus()

    def prepare(self) -> None:
        """Word the page once before it is first shown."""
        if not self._worded:
            self._worded = True
            self.retranslate()

    def mark_stale(self) -> None:
        """Refresh now when visible, else when shown next."""
        self._stale = True
        if self.isVisible():
            self._refresh_if_stale()

    def showEvent(self, event: QShowEvent) -> None:
        self.prepare()
        super().showEvent(event)
        self._refresh_if_stale()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and self._worded:
            self.retranslate()
            self.mark_stale()

    def _refresh_if_stale(self) -> None:
        if self._stale:
            self._stale = False
            self.refresh()

    def _on_data_changed(self, tables: frozenset[str]) -> None:
        if tables & self.concerns:
            self.mark_stale()

    def _on_preferences_changed(self) -> None:
        digits = self.desk.preferences.digits
        if self._worded and digits != self._digits:
            self._digits = digits
            self.retranslate()
            self.mark_stale()
