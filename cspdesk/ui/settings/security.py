"""Changing the passphrase and making a new recovery sheet; both ask for the passphrase first."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from cspdesk.db.settings import get_organisation
from cspdesk.errors import DeskError
from cspdesk.i18n import _
from cspdesk.models.organisation import Organisation
from cspdesk.ui.desk import Desk
from cspdesk.ui.gate import PassphraseField
from cspdesk.ui.passphrase import NewPassphrase
from cspdesk.ui.recovery_card import RecoverySheetCard
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import error_text


def change_passphrase(folder: Path, before: str, after: str) -> None:
    """Rewrap the key; slow on purpose, on a worker."""
    from cspdesk.db import vault

    vault.set_passphrase(folder, vault.unlock(folder, before), after)


def prepare_code(folder: Path, passphrase: str) -> tuple[bytes, str]:
    """Return the key and a new recovery code, which opens nothing yet."""
    from cspdesk.db import vault

    return vault.unlock(folder, passphrase), vault.make_code()


def keep_code(folder: Path, key: bytes, code: str) -> None:
    """Let the new code open the data instead of the old one."""
    from cspdesk.db import vault

    vault.set_recovery_code(folder, key, code)


class _AskingDialog(QDialog):
    """Asks for the passphrase in use; shows what was wrong with it."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent.window())
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._desk = desk
        self.setMinimumWidth(440)
        self._title = Label(role="section")
        self.note = WrapLabel(role="muted")
        self.current = PassphraseField()
        self.current.set_label(_("Passphrase in use"))
        self.complaint = WrapLabel(role="error")
        self.complaint.hide()
        self.go = Button(kind="primary")
        self.go.setDefault(True)
        cancel = Button(_("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.start)
        self.current.line.textChanged.connect(self.check)
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(24, 20, 24, 20)
        self.body.setSpacing(12)
        for widget in (self._title, self.note, self.current):
            self.body.addWidget(widget)
        self._middle = QVBoxLayout()
        self.body.addLayout(self._middle)
        self.body.addWidget(self.complaint)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(cancel)
        row.addWidget(self.go)
        self.body.addLayout(row)
        desk.lock_asked.connect(self.reject)
        desk.closed.connect(self.reject)

    def set_words(self, title: str, note: str, action: str) -> None:
        """Word the dialog."""
        self.setWindowTitle(title)
        self._title.setText(title)
        self.note.setText(note)
        self.go.setText(action)
        self.check()

    def check(self) -> None:
        """Enable the button when enough is typed."""
        self.go.setEnabled(bool(self.current.text()))

    def start(self) -> None:
        """Do what the dialog is for."""
        raise NotImplementedError

    def wait(self) -> None:
        """Take no second press while the key is stretched."""
        self.complaint.hide()
        self.go.setEnabled(False)

    def fail(self, error: Exception) -> None:
        """Show what was wrong and let the person try again."""
        self.check()
        if not isinstance(error, DeskError):
            raise error
        self.complaint.setText(
            _("{title}. {text}").format(title=_(error.title), text=error_text(error))
        )
        self.complaint.show()
        self.current.line.selectAll()
        self.current.setFocus()


class ChangePassphrase(_AskingDialog):
    """The passphrase in use, and the new one twice."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.new = NewPassphrase()
        self.new.changed.connect(self.check)
        self._middle.addWidget(self.new)
        self.set_words(
            _("Change passphrase"),
            _("The recovery sheet stays as it is and still opens the data."),
            _("Change passphrase"),
        )

    def check(self) -> None:
        self.go.setEnabled(bool(self.current.text() and self.new.text()))

    def start(self) -> None:
        self.wait()
        self._desk.runner.submit(
            functools.partial(
                change_passphrase, self._desk.workspace, self.current.text(), self.new.text()
            ),
            owner=self,
            on_done=self._on_changed,
            on_error=self.fail,
        )

    def _on_changed(self, _nothing: None) -> None:
        self._desk.messages.toast(_("The passphrase is changed."))
        self.accept()


class NewRecoverySheet(_AskingDialog):
    """Makes a new code and leads to its sheet; the old one is good until a group is typed back."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(desk, parent)
        self.card: RecoverySheetCard | None = None
        self.set_words(
            _("New recovery sheet"),
            _("The old sheet will open nothing any more. Destroy it when you have the new one."),
            _("Make a new sheet"),
        )

    def start(self) -> None:
        self.wait()
        self._desk.read(get_organisation, owner=self, on_done=self._renew, on_error=self.fail)

    def _renew(self, organisation: Organisation) -> None:
        self._desk.runner.submit(
            functools.partial(prepare_code, self._desk.workspace, self.current.text()),
            owner=self,
            on_done=functools.partial(self._show_sheet, organisation),
            on_error=self.fail,
        )

    def _show_sheet(self, organisation: Organisation, prepared: tuple[bytes, str]) -> None:
        key, code = prepared
        self.current.clear()
        while self.body.count():
            item = self.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
        for button in self.findChildren(Button):
            button.hide()
        self.card = RecoverySheetCard(self._desk, code, organisation)
        self.card.answered.connect(functools.partial(self._keep, key, code))
        self.body.addWidget(self.card)

    def _keep(self, key: bytes, code: str, _answer: object) -> None:
        self._desk.runner.submit(
            functools.partial(keep_code, self._desk.workspace, key, code),
            owner=self,
            on_done=lambda _nothing: self.accept(),
            on_error=self._on_not_kept,
        )

    def _on_not_kept(self, error: Exception) -> None:
        self.reject()
        if not isinstance(error, DeskError):
            raise error
        self._desk.messages.error(error)
