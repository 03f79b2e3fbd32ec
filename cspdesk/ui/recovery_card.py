"""The recovery code, shown once: print or save the sheet, then type one group back."""

from __future__ import annotations

import functools
import secrets
from datetime import date, datetime
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from cspdesk.i18n import _
from cspdesk.models.organisation import Organisation
from cspdesk.ui import theme
from cspdesk.ui.desk import Desk
from cspdesk.ui.first_run_cards import StepCard
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import Label

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document

_GROUPS_A_ROW = 3


def compose_sheet(
    _store: Store, language: str, *, code: str, organisation: Organisation, on: date
) -> Document:
    """Compose the sheet for the preview; on the store's worker."""
    from cspdesk.paper import recovery

    return recovery.compose(code, organisation, language, on=on)


class CodeGrid(QWidget):
    """The code's groups in large letters of equal width, each with its number."""

    def __init__(self, code: str) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(20)
        face = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        face.setPointSize(theme.font(3).pointSize())
        face.setWeight(QFont.Weight.Bold)
        for at, group in enumerate(code.split("-")):
            number = Label(str(at + 1), role="caption")
            letters = Label(group)
            letters.setFont(face)
            row, column = divmod(at, _GROUPS_A_ROW)
            grid.addWidget(number, row, 2 * column)
            grid.addWidget(letters, row, 2 * column + 1)
            grid.setColumnStretch(2 * column + 1, 1)
        self.setAccessibleName(code)


class RecoverySheetCard(StepCard):
    """Answers when one group was typed back, which shows that the sheet is at hand."""

    step = 3

    def __init__(self, desk: Desk, code: str, organisation: Organisation) -> None:
        super().__init__("key-round")
        self._desk = desk
        self.code = code
        self._organisation = organisation
        groups = code.split("-")
        self.asked = secrets.randbelow(len(groups))
        self._group = groups[self.asked]
        self.sheet = Button(icon="printer")
        self.typed = FormField(QLineEdit())
        self.go = Button(kind="primary")
        self.go.setEnabled(False)
        self.sheet.clicked.connect(self._on_sheet)
        self.typed.field.textChanged.connect(self._on_typed)
        self.typed.field.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        for widget in (CodeGrid(code), self.sheet, self.typed, self.go):
            self.body.addWidget(widget)
        self.setFocusProxy(self.sheet)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(
            _("Keep the recovery sheet"),
            _(
                "If the passphrase is forgotten, only this code opens the data. Print the sheet "
                "and keep it away from this computer."
            ),
        )
        self.sheet.setText(_("Print or save the recovery sheet"))
        self.typed.set_label(
            _("To go on, type group {n} of the code").format(n=self.asked + 1), "XXXX"
        )
        self.go.setText(_("Continue"))

    def _on_sheet(self) -> None:
        from cspdesk.ui.preview import open_preview

        today = datetime.now().astimezone().date()
        make = functools.partial(
            compose_sheet, code=self.code, organisation=self._organisation, on=today
        )
        open_preview(
            self._desk, _("Recovery sheet"), make, self, file_name=f"cspdesk recovery {today}"
        )

    def _on_typed(self) -> None:
        typed = self._typed_group()
        wrong = len(typed) >= len(self._group) and typed != self._group
        self.typed.complain(
            _("This is not group {n}. Look at the sheet.").format(n=self.asked + 1) if wrong else ""
        )
        self.go.setEnabled(typed == self._group)

    def _typed_group(self) -> str:
        # The code has no I, L or O; people read them into it.
        typed = self.typed.field.text().strip().upper()
        return typed.translate(str.maketrans("OIL", "011"))

    def _on_go(self) -> None:
        if self._typed_group() == self._group:
            self.answered.emit(None)
