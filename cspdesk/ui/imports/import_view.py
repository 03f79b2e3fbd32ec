"""The import of a contact list, in place of the directory until it is done."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from cspdesk.errors import DeskError
from cspdesk.exchange import contacts
from cspdesk.i18n import _
from cspdesk.ui.imports import jobs
from cspdesk.ui.imports.columns_step import ColumnsStep
from cspdesk.ui.imports.done_step import DoneStep
from cspdesk.ui.imports.file_step import FileStep
from cspdesk.ui.imports.preview_step import PreviewStep
from cspdesk.ui.imports.sheet_step import SheetStep
from cspdesk.ui.imports.step import Step
from cspdesk.ui.runner import Progress, Task
from cspdesk.ui.widgets.buttons import Button, IconButton
from cspdesk.ui.widgets.label import ElidedLabel, Label

if TYPE_CHECKING:
    from cspdesk.db.imports import ImportResult
    from cspdesk.exchange.headings import Columns
    from cspdesk.exchange.sheets import Sheet
    from cspdesk.models.imports import ImportPlan
    from cspdesk.ui.desk import Desk


class ImportView(QWidget):
    """Five steps; Enter goes on, Esc goes back.

    Signals:
        finished(): the import is over or given up; show the directory again.
    """

    finished = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._path = Path()
        self._sheets: tuple[Sheet, ...] = ()
        self._at = 0
        self._task: Task | None = None
        self._progress: Progress | None = None
        self._back = IconButton("arrow-left")
        self._title = Label(role="title")
        self._file = ElidedLabel(role="muted")
        self._cancel = Button()
        self.next_button = Button(kind="primary")
        self.file_step = FileStep()
        self.sheet_step = SheetStep(desk.words)
        self.columns_step = ColumnsStep()
        self.preview_step = PreviewStep(desk.words)
        self.done_step = DoneStep(desk.words)
        self._steps: tuple[Step, ...] = (
            self.file_step,
            self.sheet_step,
            self.columns_step,
            self.preview_step,
            self.done_step,
        )
        self._lay_out()
        self._connect()

    def start(self, path: Path | None) -> None:
        """Begin with ``path``, or let the person choose."""
        self._show(self.file_step)
        if path is not None:
            self._on_file_chosen(path)

    def retranslate(self) -> None:
        """Word all steps."""
        self._cancel.setText(_("Cancel"))
        for step in self._steps:
            step.retranslate()
        self._say()

    def step(self) -> Step:
        """Return the step that is shown."""
        return self._steps[self._stack.currentIndex()]

    def go_on(self) -> None:
        """Do what the step's button says."""
        step = self.step()
        if step is self.done_step:
            self.finished.emit()
        elif not self.next_button.isEnabled():
            return
        elif step is self.sheet_step:
            self._ask_columns()
        elif step is self.columns_step:
            self._make_plan()
        elif step is self.preview_step:
            self._import()

    def back(self) -> None:
        """Go one step back; from the first and the last one, leave."""
        if self._progress is not None:
            self._progress.cancel()
            return
        self._drop_task()
        at = self._stack.currentIndex()
        if self.step() in (self.file_step, self.done_step):
            self.finished.emit()
        else:
            self._show(self._steps[at - 1])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # A button under the cursor takes Enter itself.
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.go_on()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._back)
        head.addWidget(self._title)
        head.addWidget(self._file, 1)
        head.addWidget(self._cancel)
        head.addWidget(self.next_button)
        self._stack = QStackedWidget()
        for step in self._steps:
            self._stack.addWidget(step)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(head)
        layout.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self._back.clicked.connect(self.back)
        self._cancel.clicked.connect(self._on_cancel_clicked)
        self.next_button.clicked.connect(self.go_on)
        self.file_step.file_chosen.connect(self._on_file_chosen)
        self.sheet_step.sheet_chosen.connect(self._show_sheet)
        self.preview_step.table.opened.connect(lambda _row: self.go_on())
        for step in self._steps:
            step.changed.connect(self._say)

    def _show(self, step: Step) -> None:
        self._stack.setCurrentWidget(step)
        self._say()
        step.enter()

    def _say(self) -> None:
        step, number = self.step(), self._desk.words.number
        at, last = self._stack.currentIndex() + 1, len(self._steps) - 1
        self._title.setText(step.title())
        counted = _("Step {n} of {total}").format(n=number(at), total=number(last))
        if step is self.done_step:
            counted = ""
        name = self._path.name if step is not self.file_step else ""
        self._file.setText(" · ".join(filter(None, (counted, name))))
        self.next_button.setText(step.next_text())
        self.next_button.setVisible(bool(step.next_text()))
        self.next_button.setEnabled(step.is_ready() and self._progress is None)
        self._cancel.setVisible(step is not self.done_step)
        self._back.set_name(_("Back (Esc)"))

    def _on_cancel_clicked(self) -> None:
        if self._progress is not None:
            self._progress.cancel()
            return
        self._drop_task()
        self.finished.emit()

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    # Reading the file

    def _on_file_chosen(self, path: Path) -> None:
        self._path = path
        self.file_step.show_error(None)
        self.file_step.show_reading(reading=True)
        self._task = self._desk.runner.submit_pure(
            functools.partial(jobs.read, path),
            owner=self,
            on_done=self._on_read,
            on_error=self._on_read_failed,
        )

    def _on_read(self, sheets: tuple[Sheet, ...]) -> None:
        self.file_step.show_reading(reading=False)
        self._sheets = sheets
        best = contacts.best_sheet(sheets)
        self._show_sheet(sheets.index(best) if best else 0)
        self._show(self.sheet_step)

    def _on_read_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self.file_step.show_reading(reading=False)
        self.file_step.show_error(error)
        self._show(self.file_step)

    def _show_sheet(self, at: int) -> None:
        self._at = at
        guessed = contacts.guess_header(self._sheets[at])
        self.sheet_step.show_sheets(self._sheets, at, guessed)

    # Columns and plan

    def _ask_columns(self) -> None:
        sheet, header = self._sheets[self._at], self.sheet_step.header()
        self._task = self._desk.read(
            functools.partial(jobs.remembered, sheet=sheet, header=header),
            owner=self,
            on_done=self._on_columns,
        )

    def _on_columns(self, columns: Columns) -> None:
        self.columns_step.show_columns(self._sheets[self._at], self.sheet_step.header(), columns)
        self._show(self.columns_step)

    def _make_plan(self) -> None:
        job = functools.partial(
            contacts.plan,
            self._sheets[self._at],
            self.sheet_step.header(),
            self.columns_step.columns(),
        )
        self._task = self._desk.runner.submit_pure(
            job, owner=self, on_done=self._on_planned, on_error=self._on_read_failed
        )

    def _on_planned(self, plan: ImportPlan) -> None:
        self.preview_step.show_plan(plan, None)
        self._show(self.preview_step)
        self._task = self._desk.read(
            functools.partial(jobs.look, plan=plan),
            owner=self,
            on_done=functools.partial(self._on_looked, plan),
        )

    def _on_looked(self, plan: ImportPlan, outcome: ImportResult) -> None:
        self.preview_step.show_plan(plan, outcome)
        self._say()

    # Importing

    def _import(self) -> None:
        self._progress = Progress(self)
        self._progress.moved.connect(self.preview_step.show_progress)
        self._say()
        sheet, header = self._sheets[self._at], self.sheet_step.header()
        self._desk.change(
            functools.partial(
                jobs.remember, sheet=sheet, header=header, columns=self.columns_step.columns()
            ),
            owner=self,
        )
        self._desk.change(
            functools.partial(
                jobs.bring_in, plan=self.preview_step.plan(), report=self._progress.report
            ),
            owner=self,
            on_done=self._on_imported,
            on_error=self._on_import_failed,
        )

    def _on_imported(self, result: ImportResult | None) -> None:
        self._end_progress()
        if result is None:
            self._desk.messages.toast(_("Cancelled. Nothing was imported."))
            self._say()
            return
        self.done_step.show_result(result)
        self._show(self.done_step)
        if not result.nothing_changed:
            self._desk.messages.toast(_("The list was imported."), undo=self._desk.undo)

    def _on_import_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._end_progress()
        self._desk.messages.error(error)
        self._say()

    def _end_progress(self) -> None:
        self._progress = None
        self.preview_step.show_progress(0, 0)
