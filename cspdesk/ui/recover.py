"""Opening the desk by its recovery sheet, with a new passphrase."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QLineEdit

from cspdesk.i18n import _
from cspdesk.ui.desk import Desk
from cspdesk.ui.passphrase import NewPassphrase
from cspdesk.ui.unlock import UnlockCard
from cspdesk.ui.widgets.form import FormField

if TYPE_CHECKING:
    from cspdesk.db.store import Store


def open_with_recovery(folder: Path, code: str, passphrase: str) -> Store:
    """Open a workspace by its recovery code and give it a new passphrase."""
    from cspdesk.db import vault
    from cspdesk.db.store import Store

    key = vault.unlock_with_recovery(folder, code)
    store = Store.open(folder, key)
    vault.set_passphrase(folder, key, passphrase)
    return store


class RecoveryCard(UnlockCard):
    """The way in by the recovery sheet; a new passphrase is chosen at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "key-round")
        self.code = FormField(QLineEdit())
        self.passphrase = NewPassphrase()
        self.code.field.textChanged.connect(self.update_button)
        self.code.field.returnPressed.connect(self.passphrase.setFocus)
        self.passphrase.changed.connect(self.update_button)
        self.passphrase.entered.connect(self.try_now)
        for widget in (self.code, self.passphrase, self.complaint, self.go, self.other):
            self.body.addWidget(widget)
        self.retranslate()

    def ready(self) -> bool:
        return bool(self.code.field.text().strip() and self.passphrase.text())

    def opener(self) -> functools.partial[Store]:
        return functools.partial(
            open_with_recovery,
            self._desk.workspace,
            self.code.field.text(),
            self.passphrase.text(),
        )

    def reset(self) -> None:
        self.code.field.clear()
        self.passphrase.clear()
        super().reset()
        self.code.setFocus()

    def retranslate(self) -> None:
        self.set_words(
            _("Use the recovery code"),
            _("Type the code from your recovery sheet and choose a new passphrase."),
        )
        self.code.set_label(_("Recovery code"), "XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX-XXXX")
        self.other.setText(_("Back to the passphrase"))
        super().retranslate()
