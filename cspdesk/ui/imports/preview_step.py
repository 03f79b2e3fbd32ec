"""The fourth step: what would be imported, and what needs a look, before anything is written."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cspdesk.db.imports import ImportResult
from cspdesk.i18n import _, ngettext
from cspdesk.models.imports import ImportPlan, PlannedRow
from cspdesk.models.phones import display
from cspdesk.models.words import word
from cspdesk.ui.directory.columns import names
from cspdesk.ui.imports.remarks import row_remarks
from cspdesk.ui.imports.step import Step
from cspdesk.ui.widgets.buttons import Segments
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import WrapLabel
from cspdesk.ui.widgets.table import Cell, Column, RecordModel, RecordTable
from cspdesk.ui.words import Words

ALL, ISSUES, CHANGES = "all", "issues", "changes"


class PreviewStep(Step):
    """Counts, the rows as they will be stored, and all that is said about the chosen one."""

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._plan = ImportPlan()
        self._outcome: ImportResult | None = None
        self._new = Chip(icon="circle-check-big", kind="ok")
        self._changed = Chip(icon="refresh-cw", kind="info")
        self._known = Chip(icon="check", kind="neutral")
        self._left_out = Chip(icon="circle-alert", kind="danger")
        self.filter = Segments((ALL, ISSUES, CHANGES))
        self._model: RecordModel[PlannedRow] = RecordModel(
            (
                Column("row", lambda: _("Row"), self._row_cell, width=88),
                Column("institution", lambda: _("Institution"), _institution_cell, stretch=5),
                Column("person", lambda: _("Contact person"), _person_cell, stretch=3),
                Column("phone", lambda: _("Phone number"), _phone_cell, width=140),
                Column("remarks", lambda: _("Remarks"), self._remark_cell, stretch=5),
            ),
            key=lambda row: row.row,
        )
        self.table = RecordTable(self._model, two_lines=True)
        self._all_remarks = WrapLabel()
        self._details = Card(margins=(16, 8, 16, 8))
        self._details.body.addWidget(self._all_remarks)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.hide()
        counts = QWidget()
        chips = FlowLayout(counts, spacing=8)
        for chip in (self._new, self._changed, self._known, self._left_out):
            chips.addWidget(chip)
        bar = QHBoxLayout()
        bar.setSpacing(12)
        bar.addWidget(self.filter)
        bar.addWidget(counts, 1, Qt.AlignmentFlag.AlignVCenter)
        self.body.addLayout(bar)
        self.body.addWidget(self._progress)
        self.body.addWidget(self.table, 1)
        self.body.addWidget(self._details)
        self.filter.chosen.connect(self._fill)
        self.table.chosen.connect(self._on_chosen)

    def plan(self) -> ImportPlan:
        """Return the plan that is shown."""
        return self._plan

    def show_plan(self, plan: ImportPlan, outcome: ImportResult | None) -> None:
        """Show a plan; ``outcome`` is what importing it would do, None while that is not known."""
        self._plan, self._outcome = plan, outcome
        self._say()
        self._fill()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far the import is; ``total`` 0 hides the bar."""
        self._progress.setVisible(total > 0)
        self._progress.setRange(0, total)
        self._progress.setValue(done)

    def title(self) -> str:
        return _("Look before it is imported")

    def next_text(self) -> str:
        return _("Import")

    def is_ready(self) -> bool:
        return self._outcome is not None and bool(self._plan.institutions or self._plan.people)

    def retranslate(self) -> None:
        self._say()
        self._on_chosen(self.table.current())

    def enter(self) -> None:
        self.table.setFocus()

    def _say(self) -> None:
        number, outcome = self._words.number, self._outcome
        rows = self._shown_rows(ALL)
        self.filter.set_text(ALL, _("All rows {n}").format(n=number(len(rows))))
        for name, text in ((ISSUES, _("To check {n}")), (CHANGES, _("Tidied {n}"))):
            self.filter.set_text(name, text.format(n=number(len(self._shown_rows(name)))))
        out = sum(row.has_problem for row in rows)
        self._left_out.set(
            ngettext("{n} row left out", "{n} rows left out", out).format(n=number(out))
        )
        self._left_out.setVisible(out > 0)
        for chip in (self._new, self._changed, self._known):
            chip.setVisible(False)
        if outcome is None:
            return
        added = counted(self._words, outcome.institutions_new, outcome.people_new)
        self._new.set(_("Will add: {records}").format(records=added))
        self._new.setVisible(bool(outcome.institutions_new or outcome.people_new))
        changed = counted(self._words, outcome.institutions_changed, outcome.people_changed)
        self._changed.set(_("Will change: {records}").format(records=changed))
        self._changed.setVisible(bool(outcome.institutions_changed or outcome.people_changed))
        self._known.set(_("Already here: {n}").format(n=number(outcome.unchanged)))
        self._known.setVisible(outcome.unchanged > 0)

    def _shown_rows(self, name: str) -> list[PlannedRow]:
        if name == ISSUES:
            return [row for row in self._plan.rows if row.issues]
        if name == CHANGES:
            return [row for row in self._plan.rows if row.changes]
        return list(self._plan.rows)

    def _fill(self) -> None:
        self._model.set_rows(self._shown_rows(self.filter.current()))
        self._on_chosen(self.table.current())

    def _on_chosen(self, row: PlannedRow | None) -> None:
        remarks = row_remarks(row) if row is not None else []
        sheet = [
            _(issue.text).format(**issue.fields) for issue in self._plan.issues if not issue.row
        ]
        self._all_remarks.setText("\n".join(remarks or sheet))
        self._details.setVisible(bool(remarks or sheet))

    def _row_cell(self, row: PlannedRow) -> Cell:
        icon, tint = "", "muted"
        if row.has_problem:
            icon, tint = "circle-alert", "danger"
        elif row.issues:
            icon, tint = "triangle-alert", "warn"
        return Cell(self._words.digits(str(row.row)), muted=True, icon=icon, tint=tint)

    def _remark_cell(self, row: PlannedRow) -> Cell:
        remarks = row_remarks(row)
        if not remarks:
            return Cell()
        more = len(remarks) - 2
        second = remarks[1] if len(remarks) > 1 else ""
        if more > 0:
            second = f"{second} (+{self._words.number(more)})"
        return Cell(remarks[0], second, muted=not row.issues)


def counted(words: Words, institutions: int, people: int) -> str:
    """Return '66 institutions, 66 people', leaving out what there is none of."""
    parts = []
    if institutions:
        text = ngettext("{n} institution", "{n} institutions", institutions)
        parts.append(text.format(n=words.number(institutions)))
    if people:
        text = ngettext("{n} person", "{n} people", people)
        parts.append(text.format(n=words.number(people)))
    return ", ".join(parts)


def _institution_cell(row: PlannedRow) -> Cell:
    if row.institution is None:
        return Cell("–", muted=True)
    first, second = names(row.institution)
    return Cell(first, second or _(word(row.institution.kind)))


def _person_cell(row: PlannedRow) -> Cell:
    if row.person is None:
        return Cell()
    first, second = names(row.person)
    return Cell(first, " · ".join(filter(None, (second, row.position))))


def _phone_cell(row: PlannedRow) -> Cell:
    reached = row.person or row.institution
    phones = [display(phone) for phone in reached.phones] if reached else []
    return Cell(phones[0] if phones else "", phones[1] if len(phones) > 1 else "")
