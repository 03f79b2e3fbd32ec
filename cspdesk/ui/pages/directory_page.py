"""The directory: institutions and people, each with a panel in which everything is edited."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.people import Institution
from cspdesk.ui.directory.browser import INSTITUTIONS, PEOPLE, Browser
from cspdesk.ui.directory.institution_panel import InstitutionPanel
from cspdesk.ui.directory.papers import open_menu, open_paper
from cspdesk.ui.directory.person_panel import PersonPanel
from cspdesk.ui.page import Page
from cspdesk.ui.widgets.buttons import Button

if TYPE_CHECKING:
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.imports.import_view import ImportView


class DirectoryPage(Page):
    """Institutions and people of the network."""

    concerns = frozenset({"institution", "person", "affiliation", "attendance", "meeting"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._import_view: ImportView | None = None
        self._import = Button(icon="file-spreadsheet")
        self._print = Button(icon="printer")
        self._new = Button(icon="plus", kind="primary")
        self.browser = Browser(desk)
        self.panels: dict[str, InstitutionPanel | PersonPanel] = {
            INSTITUTIONS: InstitutionPanel(desk),
            PEOPLE: PersonPanel(desk),
        }
        self.search = self.browser.search
        self.primary = self._new
        for panel in self.panels.values():
            self.bindings += panel.bindings()
        self._lay_out()
        self._connect()
        self.setAcceptDrops(True)
        self.browser.search.setFocus()

    def retranslate(self) -> None:
        self.header.set_title(_("Directory"))
        self._import.setText(_("Import"))
        self._print.setText(_("Print the list (F7)"))
        self._word_new()
        self.browser.retranslate()
        for panel in self.panels.values():
            panel.retranslate()
        if self._import_view is not None:
            self._import_view.retranslate()

    def refresh(self) -> None:
        self.browser.refresh()
        for panel in self.panels.values():
            panel.refresh()

    def show_what(self, **what: object) -> None:
        """Show an ``institution`` or a ``person`` by id, begin a ``new`` one, or import a file.

        ``import_file`` is True to choose a file, or the path of one.
        """
        for kind in (INSTITUTIONS, PEOPLE):
            if what.get(kind):
                self._open(kind, str(what[kind]))
        if what.get("new"):
            self._on_new_asked()
        path = what.get("import_file")
        if path:
            self.import_file(None if path is True else Path(str(path)))

    def escape(self) -> bool:
        if self._import_view is not None:
            self._import_view.back()
            return True
        if self._side.isHidden():
            return False
        for panel in self.panels.values():
            if panel.record is not None:
                panel.close_record()
        self._close_panel()
        return True

    def import_file(self, path: Path | None) -> None:
        """Show the import in place of the directory, with ``path`` already chosen if given."""
        from cspdesk.ui.imports.import_view import ImportView

        self._end_import()
        view = ImportView(self.desk)
        view.finished.connect(self._end_import)
        self._import_view = view
        self.primary = view.next_button
        self.header.hide()
        self._stack.addWidget(view)
        self._stack.setCurrentWidget(view)
        view.retranslate()
        view.start(path)

    def importing(self) -> ImportView | None:
        """Return the import that stands in place of the directory, None where there is none."""
        return self._import_view

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.import_file(Path(event.mimeData().urls()[0].toLocalFile()))

    def _lay_out(self) -> None:
        for button in (self._import, self._print, self._new):
            self.header.add_action(button)
        self._side = QStackedWidget()
        for panel in self.panels.values():
            self._side.addWidget(panel)
        self._side.hide()
        split = QHBoxLayout()
        split.setSpacing(12)
        split.addWidget(self.browser, 1)
        split.addWidget(self._side)
        directory = QWidget()
        layout = QVBoxLayout(directory)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addWidget(self.browser.bar)
        layout.addLayout(split, 1)
        self._stack = QStackedWidget()
        self._stack.addWidget(directory)
        self.body.addWidget(self._stack)

    def _connect(self) -> None:
        self._import.clicked.connect(lambda: self.import_file(None))
        self._print.clicked.connect(self._on_print_asked)
        self._new.clicked.connect(self._on_new_asked)
        self.browser.chosen.connect(self._show_panel)
        self.browser.opened.connect(self._on_opened)
        self.browser.kind_changed.connect(self._on_kind_changed)
        self.browser.import_asked.connect(lambda: self.import_file(None))
        for panel in self.panels.values():
            panel.closed.connect(self._close_panel)
            panel.open_asked.connect(self._open)
            panel.added.connect(self.browser.choose)
        institutions = self.panels[INSTITUTIONS]
        if isinstance(institutions, InstitutionPanel):
            institutions.person_wanted.connect(self._on_person_wanted)
        self.shortcut("F4", self._on_new_asked)
        self.shortcut("F7", self._on_print_asked)

    def _word_new(self) -> None:
        people = self.browser.kind() == PEOPLE
        self._new.setText(_("New person (F4)") if people else _("New institution (F4)"))

    def _show_panel(self, kind: str, record_id: str) -> None:
        panel = self.panels[kind]
        self._side.setCurrentWidget(panel)
        self._side.show()
        panel.open(record_id)

    def _open(self, kind: str, record_id: str) -> None:
        self.browser.show_kind(kind)
        self._show_panel(kind, record_id)
        self.browser.choose(record_id)

    def _on_opened(self, kind: str, record_id: str) -> None:
        self._show_panel(kind, record_id)
        self.panels[kind].focus_first()

    def _close_panel(self) -> None:
        if not self._side.isHidden():
            self._side.hide()
            self.browser.search.setFocus()

    def _on_kind_changed(self, _kind: str) -> None:
        for panel in self.panels.values():
            panel.leave()
        self._close_panel()
        self._word_new()

    def _on_new_asked(self) -> None:
        if self.browser.kind() == PEOPLE:
            self._on_person_wanted("")
        else:
            self._begin(INSTITUTIONS)
            panel = self.panels[INSTITUTIONS]
            if isinstance(panel, InstitutionPanel):
                panel.start(Institution())

    def _on_person_wanted(self, institution_id: str) -> None:
        self.browser.show_kind(PEOPLE)
        self._begin(PEOPLE)
        panel = self.panels[PEOPLE]
        if isinstance(panel, PersonPanel):
            panel.start_at(institution_id)

    def _begin(self, kind: str) -> None:
        self._end_import()
        self._side.setCurrentWidget(self.panels[kind])
        self._side.show()

    def _on_print_asked(self) -> None:
        open_menu(self._print, self._open_paper)

    def _open_paper(self, name: str) -> None:
        of_people = self.browser.kind() == PEOPLE
        open_paper(self.desk, name, self.browser.query(), self, of_people=of_people)

    def _end_import(self) -> None:
        view, self._import_view = self._import_view, None
        if view is not None:
            self._stack.removeWidget(view)
            view.hide()
            view.deleteLater()
            self.primary = self._new
            self.header.show()
            self.browser.search.setFocus()
