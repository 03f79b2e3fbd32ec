"""The list side of the directory: which kind, what is searched, the rows that match."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cspdesk.db.directory import Query
from cspdesk.i18n import _
from cspdesk.models.people import InstitutionKind
from cspdesk.ui.directory.columns import institution_columns, people_columns
from cspdesk.ui.directory.filters import DistrictFilter
from cspdesk.ui.directory.kind_field import KindField
from cspdesk.ui.widgets.buttons import Segments
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.search_field import SearchField
from cspdesk.ui.widgets.table import RecordModel, RecordTable

if TYPE_CHECKING:
    from datetime import date

    from cspdesk.db.directory import Figures, Listing
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.runner import Task

INSTITUTIONS, PEOPLE = "institution", "person"


class Browser(QWidget):
    """Search, filters and the two tables, of which one is shown.

    Signals:
        chosen(str, str): a row was chosen: its table and id.
        opened(str, str): Enter or a double click on a row.
        kind_changed(str): institutions or people.
        import_asked(): from the empty state.
    """

    chosen = Signal(str, str)
    opened = Signal(str, str)
    kind_changed = Signal(str)
    import_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reading: Task | None = None
        self._last_met: dict[str, date] = {}
        self._wanted = ""
        self._shown: tuple[str, Query] | None = None
        self.segments = Segments((INSTITUTIONS, PEOPLE))
        self.search = SearchField()
        self.district = DistrictFilter()
        self.type = KindField(every=True)
        words = desk.words
        self._models: dict[str, RecordModel[Any]] = {
            INSTITUTIONS: RecordModel(
                institution_columns(words, self._last_met), key=lambda row: row.institution.id
            ),
            PEOPLE: RecordModel(
                people_columns(words, self._last_met), key=lambda row: row.person.id
            ),
        }
        self.tables = {
            kind: RecordTable(model, two_lines=True) for kind, model in self._models.items()
        }
        self.empty = EmptyState("book-user")
        self.nothing_found = EmptyState("search")
        self._stack = QStackedWidget()
        self._lay_out()
        self._connect()

    def kind(self) -> str:
        """Return which table is shown: 'institution' or 'person'."""
        return self.segments.current()

    def query(self) -> Query:
        """Return what is searched and filtered by."""
        chosen_type = self.type.currentData()
        return Query(
            self.search.text(),
            self.district.currentData() or "",
            InstitutionKind(chosen_type) if chosen_type else None,
        )

    def table(self) -> RecordTable:
        """Return the table that is shown."""
        return self.tables[self.kind()]

    def show_kind(self, kind: str) -> None:
        """Show institutions or people."""
        self.segments.choose(kind)

    def choose(self, record_id: str) -> None:
        """Choose a row once it is there."""
        self._wanted = "" if self.table().choose(record_id) else record_id

    def retranslate(self) -> None:
        """Word the list."""
        self.search.set_hint(_("Search by name, acronym, phone or district (F3)"))
        self.type.setAccessibleName(_("Type"))
        self.district.retranslate()
        self.type.retranslate()
        self.nothing_found.set_text(_("Nothing matches."), _("Clear filters"))
        self.empty.set_text(
            _("The directory is empty. Import the list that you keep now, or add the first one."),
            _("Import my list"),
        )

    def refresh(self) -> None:
        """Read everything again."""
        from cspdesk.db import directory

        self._desk.read(directory.figures, owner=self, on_done=self._show_figures)
        self.look()

    def look(self) -> None:
        """Read the rows that match; a reading that nobody waits for any more is dropped."""
        from cspdesk.db import directory

        kind, query = self.kind(), self.query()
        job = directory.list_institutions if kind == INSTITUTIONS else directory.list_people
        if self._reading is not None:
            self._reading.cancel()
        self._reading = self._desk.read(
            functools.partial(job, query=query),
            owner=self,
            on_done=functools.partial(self._fill, kind, query),
        )

    def _show_figures(self, figures: Figures) -> None:
        number = self._desk.words.number
        institutions = _("Institutions {n}").format(n=number(figures.institutions))
        self.segments.set_text(INSTITUTIONS, institutions)
        self.segments.set_text(PEOPLE, _("People {n}").format(n=number(figures.people)))
        self.district.show_districts(figures.districts)

    def _fill(self, kind: str, query: Query, listing: Listing) -> None:
        self._last_met.clear()
        self._last_met.update(listing.last_met)
        self.tables[kind].set_search(query.text)
        self._models[kind].set_rows(self._in_order(kind, query, listing))
        if listing.rows:
            self._stack.setCurrentWidget(self.tables[kind])
        else:
            self._stack.setCurrentWidget(self.nothing_found if query != Query() else self.empty)
        if self._wanted:
            self.choose(self._wanted)

    def _in_order(self, kind: str, query: Query, listing: Listing) -> list[Any]:
        """Keep found rows where they stand while one of them is edited."""
        rows: list[Any] = list(listing.rows)
        model, again = self._models[kind], (kind, query) == self._shown
        self._shown = kind, query
        if again and query.text:
            places = {model.key(row): at for at, row in enumerate(model.rows())}
            rows.sort(key=lambda row: places.get(model.key(row), len(places)))
        return rows

    def _lay_out(self) -> None:
        self.filters = QHBoxLayout()
        self.filters.setSpacing(8)
        self.filters.addWidget(self.district)
        self.filters.addWidget(self.type)
        self._bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._bar.setSpacing(12)
        self._bar.addWidget(self.segments)
        self._bar.addWidget(self.search, 1)
        self._bar.addLayout(self.filters)
        for widget in (*self.tables.values(), self.empty, self.nothing_found):
            self._stack.addWidget(widget)
        self.bar = QWidget()
        self.bar.setLayout(self._bar)
        self._bar.setContentsMargins(0, 0, 0, 0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)

    def _connect(self) -> None:
        self.segments.chosen.connect(self._on_kind_chosen)
        self.search.searched.connect(self.look)
        self.search.moved.connect(lambda rows: self.table().move(rows))
        self.search.accepted.connect(self._on_accepted)
        self.district.activated.connect(self.look)
        self.type.activated.connect(self.look)
        self.empty.button.clicked.connect(self.import_asked)
        self.nothing_found.button.clicked.connect(self.clear_filters)
        for kind, table in self.tables.items():
            table.chosen.connect(functools.partial(self._on_chosen, kind))
            table.opened.connect(functools.partial(self._on_opened, kind))
            table.clicked.connect(functools.partial(self._on_clicked, kind))

    def clear_filters(self) -> None:
        """Show all rows again."""
        self.search.clear()
        self.district.setCurrentIndex(0)
        self.type.setCurrentIndex(0)
        self.search.setFocus()
        self.refresh()

    def _on_kind_chosen(self, kind: str) -> None:
        self.kind_changed.emit(kind)
        self.look()

    def _on_accepted(self) -> None:
        if self.table().current() is None:
            self.table().move(1)
        if self.table().current() is not None:
            self._on_opened(self.kind(), self.table().current())

    def _on_chosen(self, kind: str, row: object) -> None:
        if row is not None:
            self.chosen.emit(kind, str(self._models[kind].key(row)))

    def _on_clicked(self, kind: str, _index: object) -> None:
        self._on_chosen(kind, self.tables[kind].current())

    def _on_opened(self, kind: str, row: object) -> None:
        self.opened.emit(kind, str(self._models[kind].key(row)))
