"""The strip at the foot of the window: whether everything is saved, and where the data is."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from cspdesk.i18n import _
from cspdesk.ui import icons, theme
from cspdesk.ui.messages import Messages, SaveState
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.label import Label


class StatusBar(QFrame):
    """Save state at the left, the place of the data at the right."""

    def __init__(self, messages: Messages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "status")
        self.setMinimumHeight(34)
        self._messages = messages
        self._pill = Chip()
        self._shield = QLabel()
        self._where = Label(role="caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 3, 16, 3)
        row.setSpacing(6)
        row.addWidget(self._pill)
        row.addStretch(1)
        row.addWidget(self._shield)
        row.addWidget(self._where)
        messages.save_state_changed.connect(self.retranslate)
        self.retranslate()
        self._paint_icon()

    def retranslate(self) -> None:
        """Say the states in the current language."""
        text, icon, kind = {
            SaveState.SAVED: (_("All changes saved"), "circle-check", "ok"),
            SaveState.SAVING: (_("Saving…"), "hourglass", "info"),
            SaveState.FAILED: (_("Not saved"), "triangle-alert", "danger"),
        }[self._messages.save_state]
        self._pill.set(text, icon=icon, kind=kind)
        self._where.setText(_("Encrypted on this computer") + " · " + _("Offline"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()
        elif event.type() == QEvent.Type.LanguageChange:
            self.retranslate()

    def _paint_icon(self) -> None:
        self._shield.setPixmap(icons.pixmap("shield-check", theme.tokens().muted, 16))
