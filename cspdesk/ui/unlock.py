"""Unlocking by the passphrase, slowed down after wrong tries."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from cspdesk.errors import DeskError, WrongPassphrase
from cspdesk.i18n import _, ngettext
from cspdesk.ui.desk import Desk
from cspdesk.ui.gate import Gate, GateCard, PassphraseField
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.label import WrapLabel
from cspdesk.ui.words import error_text

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.ui.recover import RecoveryCard


def open_with_passphrase(folder: Path, passphrase: str) -> Store:
    """Unlock and open a workspace; on the store's worker."""
    from cspdesk.db import vault
    from cspdesk.db.store import Store

    return Store.open(folder, vault.unlock(folder, passphrase))


class UnlockCard(GateCard):
    """What both ways in share: one button, one place for what went wrong, the countdown."""

    def __init__(self, desk: Desk, icon: str) -> None:
        super().__init__(icon)
        self._desk = desk
        self._busy = False
        self._seconds = 0
        self._error: DeskError | None = None
        self.complaint = WrapLabel(role="error")
        self.complaint.hide()
        self.go = Button(kind="primary")
        self.other = Button(kind="link")
        self._clock = QTimer(self)
        self._clock.setInterval(1000)
        self._clock.timeout.connect(self.tick)
        self.go.clicked.connect(self.try_now)

    def try_now(self) -> None:
        """Try to open with what is typed."""
        if self._busy or self._seconds or not self.ready():
            return
        self._busy = True
        self._show_error(None)
        self.update_button()
        self._desk.adopt(self.opener(), owner=self, on_error=self._on_error)

    def ready(self) -> bool:
        """Whether enough is typed."""
        raise NotImplementedError

    def opener(self) -> functools.partial[Store]:
        """Return the job that opens the store."""
        raise NotImplementedError

    def reset(self) -> None:
        """Forget what is typed and what went wrong."""
        self._busy = False
        self._show_error(None)
        self.update_button()

    def update_button(self) -> None:
        """Word the button by what is going on."""
        if self._busy:
            self.go.setText(_("Opening…"))
        elif self._seconds:
            self.go.setText(
                _("Wait {seconds} s").format(seconds=self._desk.words.number(self._seconds))
            )
        else:
            self.go.setText(_("Unlock"))
        self.go.setEnabled(not self._busy and not self._seconds and self.ready())

    def retranslate(self) -> None:
        """Word the card."""
        self._show_error(self._error)
        self.update_button()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_error(self, error: Exception) -> None:
        self._busy = False
        if not isinstance(error, DeskError):
            self.update_button()
            raise error
        self._seconds = int(str(error.fields.get("seconds", 0)))
        if self._seconds:
            self._clock.start()
        self._show_error(error)
        self.update_button()

    def tick(self) -> None:
        """One second of the pause is over."""
        self._seconds -= 1
        if self._seconds <= 0:
            self._seconds = 0
            self._clock.stop()
            self._show_error(None)
        self.update_button()

    def _show_error(self, error: DeskError | None) -> None:
        self._error = error
        text = ""
        if error is not None and error.fields.get("seconds"):
            text = _("{title}. Unlocking is paused for a moment.").format(title=_(error.title))
        elif isinstance(error, WrongPassphrase):
            # The title says it all; what helps is the hint.
            text = _("{title}. {text}").format(title=_(error.title), text=_(error.hint))
        elif error is not None:
            text = _("{title}. {text}").format(title=_(error.title), text=error_text(error))
        if isinstance(error, WrongPassphrase) and error.fields.get("left"):
            left = int(str(error.fields["left"]))
            text += " " + ngettext(
                "{n} try is left before a pause.", "{n} tries are left before a pause.", left
            ).format(n=self._desk.words.number(left))
        self.complaint.setText(text)
        self.complaint.setVisible(bool(text))


class PassphraseCard(UnlockCard):
    """The everyday way in."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "lock")
        self.field = PassphraseField()
        self.field.line.returnPressed.connect(self.try_now)
        self.field.line.textChanged.connect(self.update_button)
        self.setFocusProxy(self.field)
        for widget in (self.field, self.complaint, self.go, self.other):
            self.body.addWidget(widget)
        self.retranslate()

    def ready(self) -> bool:
        return bool(self.field.text())

    def opener(self) -> functools.partial[Store]:
        return functools.partial(open_with_passphrase, self._desk.workspace, self.field.text())

    def reset(self) -> None:
        self.field.clear()
        super().reset()
        self.field.setFocus()

    def retranslate(self) -> None:
        self.set_words(_("Unlock cspdesk"), _("Your data is encrypted on this computer."))
        self.field.set_label(_("Passphrase"))
        self.other.setText(_("I forgot it: use the recovery code"))
        super().retranslate()

    def _on_error(self, error: Exception) -> None:
        super()._on_error(error)
        self.field.line.selectAll()
        self.field.setFocus()


class UnlockPage(Gate):
    """The window before the desk is open. The desk's ``opened`` tells that it worked."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.passphrase = PassphraseCard(desk)
        self.recovery: RecoveryCard | None = None
        self.passphrase.other.clicked.connect(self.show_recovery)
        self.put(self.passphrase)
        self.retranslate()

    def show_passphrase(self) -> None:
        """Ask for the passphrase, with nothing of a former try left in the fields."""
        if self.recovery is not None:
            self.recovery.reset()
        self.put(self.passphrase)
        self.passphrase.reset()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.passphrase.isVisible():
            self.show_passphrase()
        else:
            super().keyPressEvent(event)

    def show_recovery(self) -> None:
        """Ask for the recovery code and a new passphrase."""
        if self.recovery is None:
            from cspdesk.ui.recover import RecoveryCard

            self.recovery = RecoveryCard(self._desk)
            self.recovery.other.clicked.connect(self.show_passphrase)
        self.put(self.recovery)
        self.recovery.reset()
