"""A word of warning where the same person or institution seems to be known already."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.people import Institution, Person
from cspdesk.models.phones import display
from cspdesk.ui.directory.columns import names
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.label import WrapLabel


class TwinHint(QFrame):
    """Names the other record and offers to open it.

    Signals:
        open_asked(str): the id of the other record.
    """

    open_asked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "banner")
        self._twin_id = ""
        self._text = WrapLabel(role="warning")
        self._open = Button(icon="arrow-right", kind="link")
        self._open.clicked.connect(lambda: self.open_asked.emit(self._twin_id))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 8, 12, 4)
        layout.setSpacing(2)
        layout.addWidget(self._text)
        layout.addWidget(self._open)
        self.hide()

    def show_twin(self, twin: Institution | Person | None) -> None:
        """Warn of ``twin``; None takes the warning away."""
        self.setVisible(twin is not None)
        if twin is None:
            return
        self._twin_id = twin.id
        phones = " · ".join(display(phone) for phone in twin.phones)
        described = " · ".join(filter(None, (*names(twin), phones)))
        self._text.setText(_("Already in the directory: {record}").format(record=described))
        self._open.setText(_("Open that one"))
