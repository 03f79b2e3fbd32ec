"""A field of a form: its name above it, a complaint or a remark below it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Generic, TypeVar

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from cspdesk.ui.widgets.binding import FieldBinding, mark_invalid
from cspdesk.ui.widgets.label import Label, WrapLabel

W = TypeVar("W", bound=QWidget)


class FormField(QWidget, Generic[W]):
    """A labelled field. ``field`` is the widget typed into, ``binding`` saves it as typed."""

    def __init__(
        self,
        field: W,
        check: Callable[[Any], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.field = field
        self._label = Label(role="caption")
        self._label.setBuddy(field)
        self._message = WrapLabel(role="error")
        self._message.hide()
        self.binding = FieldBinding(field, check)
        self.binding.complained.connect(self.complain)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._label)
        layout.addWidget(field)
        layout.addWidget(self._message)
        self.setFocusProxy(field)

    def set_label(self, text: str, hint: str = "") -> None:
        """Name the field; ``hint`` is the placeholder inside it."""
        self._label.setText(text)
        self.field.setAccessibleName(text)
        if hint and isinstance(self.field, QLineEdit):
            self.field.setPlaceholderText(hint)

    def complain(self, text: str) -> None:
        """Show what is wrong with the value; '' takes it away, and leaves a remark."""
        if text or self._message.property("role") == "error":
            self._say(text, "error")
        mark_invalid(self.field, bool(text))

    def remark(self, text: str) -> None:
        """Show a remark that hinders nothing ('same phone as …'); '' takes it away."""
        self._say(text, "warning" if text else "error")

    def _say(self, text: str, role: str) -> None:
        self._message.set_role(role)
        self._message.setText(text)
        self._message.setVisible(bool(text))
