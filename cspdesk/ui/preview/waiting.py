"""The line above the pages while they are being drawn or printed."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from cspdesk.i18n import _
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.label import ElidedLabel

_PATIENCE_MS = 250
"""What is done sooner than this needs no words, which would make the pages jump."""


class Waiting(QWidget):
    """What is going on, how far it is, and a way out.

    Signals:
        cancelled(): the person does not want to wait. again(): they want it after all.
    """

    cancelled = Signal()
    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._what = ElidedLabel(role="muted")
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setMaximumWidth(220)
        self._cancel = Button(icon="x", kind="link")
        self._again = Button(icon="refresh-cw", kind="link")
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 8, 12, 0)
        row.setSpacing(12)
        row.addWidget(self._what, 1)
        row.addWidget(self._bar)
        row.addWidget(self._cancel)
        row.addWidget(self._again)
        self._cancel.clicked.connect(self.cancelled)
        self._again.clicked.connect(self.again)
        self._soon = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._soon.timeout.connect(self.show)
        self.hide()

    def retranslate(self) -> None:
        """Word the buttons."""
        self._cancel.setText(_("Cancel"))
        self._again.setText(_("Try again"))

    def wait(self, text: str) -> None:
        """Say what is going on, unless it is over at once; how far it is, is not known yet."""
        self._bar.setRange(0, 0)
        self._dress(text, going_on=True)
        if not self.isVisible():
            self._soon.start()

    def end(self) -> None:
        """Nothing goes on."""
        self._soon.stop()
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """Show how far it is."""
        self._bar.setRange(0, total)
        self._bar.setValue(done)

    def stop(self, text: str) -> None:
        """Say why nothing goes on, and offer to try again."""
        self._soon.stop()
        self._dress(text, going_on=False)
        self.show()

    def _dress(self, text: str, *, going_on: bool) -> None:
        self._what.setText(text)
        self._bar.setVisible(going_on)
        self._cancel.setVisible(going_on)
        self._again.setVisible(not going_on)
