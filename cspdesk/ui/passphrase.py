"""Choosing a passphrase: typed twice, shown on demand, with a hint about its strength."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.ui.gate import PassphraseField
from cspdesk.ui.widgets.label import WrapLabel

LEAST = 8


def strength(passphrase: str) -> int:
    """Return 0 too short, 1 weak, 2 fair, 3 strong.

    Length counts most (NIST SP 800-63B, 5.1.1): several words are stronger and easier to keep
    than signs. Repeated letters count once in two.
    """
    text = passphrase.strip()
    if len(text) < LEAST:
        return 0
    worth = (len(text) + len(set(text))) / 2
    return 1 if worth < 9 else 2 if worth < 13 else 3


class NewPassphrase(QWidget):
    """Two fields and a hint.

    Signals:
        changed(): either field is another.
        entered(): Enter in the second field.
    """

    changed = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.first = PassphraseField()
        self.second = PassphraseField()
        self._hint = WrapLabel(role="caption")
        self._complaint = WrapLabel(role="error")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.first)
        column.addWidget(self._hint)
        column.addWidget(self.second)
        column.addWidget(self._complaint)
        self.first.line.textChanged.connect(self._on_changed)
        self.second.line.textChanged.connect(self._on_changed)
        self.first.line.returnPressed.connect(self.second.setFocus)
        self.second.line.returnPressed.connect(self.entered)
        self.setFocusProxy(self.first)
        # Tab goes on to the second field, where the typing goes on; the eyes come after.
        self.setTabOrder(self.first.line, self.second.line)
        self.setTabOrder(self.second.line, self.first.eye)
        self.setTabOrder(self.first.eye, self.second.eye)
        self.retranslate()

    def text(self) -> str:
        """Return the passphrase, or '' while it is too short or the two differ."""
        text = self.first.text()
        return text if strength(text) and text == self.second.text() else ""

    def clear(self) -> None:
        """Forget what is typed."""
        self.first.clear()
        self.second.clear()

    def retranslate(self) -> None:
        """Word the fields and the hint."""
        self.first.set_label(_("New passphrase"))
        self.second.set_label(_("Type the passphrase again"))
        self._word_hint()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _on_changed(self) -> None:
        self._word_hint()
        self.changed.emit()

    def _word_hint(self) -> None:
        first, second = self.first.text(), self.second.text()
        if not first:
            hint = _("At least 8 characters. Three or four words are strong and easy to keep.")
        else:
            hint = (
                _("Too short: at least 8 characters."),
                _("Weak. Add another word."),
                _("Fair. One more word makes it strong."),
                _("Strong."),
            )[strength(first)]
        self._hint.setText(hint)
        differs = bool(second) and not first.startswith(second)
        self._complaint.setText(_("Passphrases do not match.") if differs else "")
        self._complaint.setVisible(differs)
