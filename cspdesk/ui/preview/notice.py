"""What came of printing or saving, said inside the preview because it covers the toasts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.label import WrapLabel


class NoticeBar(QFrame):
    """One message with at most one button; hidden until there is something to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "toast")
        self._state = Chip()
        self._title = WrapLabel(role="strong")
        self._text = WrapLabel()
        self._button = Button(kind="link")
        self._act: Callable[[], Any] | None = None
        self._kind = "done"
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 8)
        column.setSpacing(4)
        for widget in (self._state, self._title, self._text, self._button):
            column.addWidget(widget)
        self._button.clicked.connect(self._on_clicked)
        self.hide()

    def retranslate(self) -> None:
        """Word the state anew; the message itself stays as it was said."""
        self._dress()

    def text(self) -> str:
        """Return the message."""
        return self._text.plain_text()

    def title(self) -> str:
        """Return the message's heading, '' where it has none."""
        return self._title.plain_text()

    def button(self) -> Button:
        """Return the button, hidden where the message needs none."""
        return self._button

    def tell(self, text: str, *, action: str = "", act: Callable[[], Any] | None = None) -> None:
        """Say that something was done."""
        self._kind = "done"
        self._say("", text, action, act)

    def remark(self, text: str) -> None:
        """Say something about the document that hinders nothing."""
        self._kind = "remark"
        self._say("", text, "", None)

    def warn(
        self, title: str, text: str, *, action: str = "", act: Callable[[], Any] | None = None
    ) -> None:
        """Say that something could not be done, and what to do."""
        self._kind = "warning"
        self._say(title, text, action, act)

    def _say(self, title: str, text: str, action: str, act: Callable[[], Any] | None) -> None:
        self._act = act
        self._title.setText(title)
        self._title.setVisible(bool(title))
        self._text.setText(text)
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self._dress()
        self.show()

    def _dress(self) -> None:
        if self._kind == "done":
            self._state.set(_("Done"), icon="circle-check-big", kind="ok")
        elif self._kind == "remark":
            self._state.set(_("Note"), icon="info", kind="info")
        else:
            self._state.set(_("Warning"), icon="triangle-alert", kind="warn")

    def _on_clicked(self) -> None:
        if self._act is not None:
            self._act()
