"""The trash: what was deleted, and bringing it back."""

from __future__ import annotations

import functools
from datetime import datetime

from PySide6.QtWidgets import QStackedLayout, QWidget

from cspdesk.db.store import Store
from cspdesk.db.trash import Trashed, contents
from cspdesk.i18n import _
from cspdesk.models.letters import Letter
from cspdesk.models.meetings import ActionPoint, AgendaItem, Meeting, Note
from cspdesk.models.people import Institution, Person
from cspdesk.models.record import Record
from cspdesk.ui.desk import Desk
from cspdesk.ui.page import Page
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.search_field import SearchField
from cspdesk.ui.widgets.table import Cell, Column, RecordModel, RecordTable

_ICONS: dict[type[Record], str] = {
    Institution: "building-2",
    Person: "user",
    Meeting: "calendar-days",
    AgendaItem: "list-checks",
    ActionPoint: "list-checks",
    Note: "messages-square",
    Letter: "mail",
}


def kind_word(kind: type[Record]) -> str:
    """Return what a record of ``kind`` is called."""
    return {
        Institution: _("Institution"),
        Person: _("Person"),
        Meeting: _("Meeting"),
        AgendaItem: _("Agenda item"),
        ActionPoint: _("Action point"),
        Note: _("Consultation note"),
        Letter: _("Letter"),
    }[kind]


def restore(store: Store, trashed: Trashed) -> None:
    """Bring one record back."""
    store.restore(trashed.kind, trashed.id)


class TrashPage(Page):
    """Deleted records, the last deleted first."""

    concerns = frozenset(
        {"institution", "person", "meeting", "agenda_item", "action_point", "note", "letter"}
    )

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._all: list[Trashed] = []
        self.restore = Button(icon="rotate-ccw", kind="primary")
        self.restore.setEnabled(False)
        self.header.add_action(self.restore)
        self.primary = self.restore
        self.field = SearchField()
        self.search = self.field
        self.model: RecordModel[Trashed] = RecordModel(
            (
                Column("name", lambda: _("Name"), self._name_cell, stretch=3),
                Column("kind", lambda: _("Type"), lambda row: Cell(kind_word(row.kind))),
                Column("when", lambda: _("Deleted"), self._when_cell, width=180),
            ),
            key=lambda row: row.id,
        )
        self.table = RecordTable(self.model)
        self._empty = EmptyState("trash-2")
        content = QWidget()
        self._layers = QStackedLayout(content)
        self._layers.addWidget(self.table)
        self._layers.addWidget(self._empty)
        self.body.addWidget(self.field)
        self.body.addWidget(content, 1)
        self.field.searched.connect(self._filter)
        self.field.moved.connect(self.table.move)
        self.field.accepted.connect(self._on_restore)
        self.table.chosen.connect(lambda row: self.restore.setEnabled(row is not None))
        self.table.opened.connect(self._on_restore)
        self.restore.clicked.connect(self._on_restore)

    def retranslate(self) -> None:
        self.header.set_title(_("Trash"), _("Nothing is lost: choose a row and restore it."))
        self.restore.setText(_("Restore"))
        self.field.set_hint(_("Search (F3)"))
        self._empty.set_text(_("The trash is empty."))

    def refresh(self) -> None:
        self.desk.read(contents, owner=self, on_done=self._fill)

    def _fill(self, found: list[Trashed]) -> None:
        self._all = found
        self._layers.setCurrentIndex(0 if found else 1)
        self._filter(self.field.text())

    def _filter(self, text: str) -> None:
        from cspdesk.khmer.search import query_terms, search_key

        wanted = query_terms(text)
        self.model.set_rows(
            [row for row in self._all if all(term in search_key(row.text) for term in wanted)]
        )
        self.restore.setEnabled(self.table.current() is not None)

    def _on_restore(self) -> None:
        row = self.table.current()
        if row is not None:
            self.desk.change(
                functools.partial(restore, trashed=row), owner=self, undo=_("Restored.")
            )

    def _name_cell(self, row: Trashed) -> Cell:
        return Cell(row.text or _("Unnamed"), icon=_ICONS[row.kind], muted=not row.text)

    def _when_cell(self, row: Trashed) -> Cell:
        moment = datetime.fromisoformat(row.deleted_at).astimezone()
        words = self.desk.words
        return Cell(f"{words.day(moment.date())} · {words.clock(moment.time())}", muted=True)
