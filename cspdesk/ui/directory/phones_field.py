"""Several phone numbers, one a line, shown as 012 345 678 and each ready to be copied."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.phones import normalise, split
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.label import WrapLabel


class PhonesField(QWidget):
    """Numbers as typed, put into one form when the cursor leaves.

    What is no number known in Cambodia is kept as typed; its line says so.

    Signals:
        value_changed(): the numbers are others.
        copied(str): a number was put on the clipboard.
    """

    value_changed = Signal()
    copied = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines: list[_PhoneLine] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self.set_value(())

    def value(self) -> tuple[str, ...]:
        """Return the numbers, in the form in which they are stored."""
        return _numbers(line.field.text() for line in self._lines)

    def set_value(self, phones: tuple[str, ...] | None) -> None:
        """Show these numbers and an empty line below them; nothing is emitted."""
        wanted = _numbers(phones or ())
        while len(self._lines) > len(wanted) + 1:
            self._remove_last()
        while len(self._lines) < len(wanted) + 1:
            self._add_line()
        for line, text in zip(self._lines, (*wanted, ""), strict=True):
            line.show_number(text)

    def retranslate(self) -> None:
        """Word the lines."""
        for line in self._lines:
            line.retranslate()

    def _add_line(self) -> None:
        line = _PhoneLine()
        line.field.textEdited.connect(self._on_edited)
        line.field.editingFinished.connect(self._on_finished)
        line.copied.connect(self.copied)
        before, self._lines = self._lines, [*self._lines, line]
        self._layout.addWidget(line)
        if before:
            # A line made later would otherwise come last of the whole panel.
            QWidget.setTabOrder(before[-1].copy_button, line.field)
        QWidget.setTabOrder(line.field, line.copy_button)
        self.setFocusProxy(self._lines[0].field)

    def _remove_last(self) -> None:
        line = self._lines.pop()
        line.hide()
        line.deleteLater()

    def _on_edited(self) -> None:
        if self._lines[-1].field.text().strip():
            self._add_line()
        self.value_changed.emit()

    def _on_finished(self) -> None:
        self.set_value(self.value())


class _PhoneLine(QWidget):
    """One number with the button that copies it, and what is odd about it below."""

    copied = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.copy_button = IconButton("copy")
        self.copy_button.clicked.connect(self._on_copy_clicked)
        self._remark = WrapLabel(role="warning")
        self._remark.hide()
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.field, 1)
        row.addWidget(self.copy_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._remark)
        self.retranslate()

    def show_number(self, text: str) -> None:
        """Show a number; an odd one gets a remark, none at all the offer to add one."""
        if self.field.text() != text:
            self.field.setText(text)
        self.copy_button.setEnabled(bool(text))
        odd = bool(text) and not normalise(text).recognised
        self._remark.setVisible(odd)

    def retranslate(self) -> None:
        """Word the line."""
        self.field.setAccessibleName(_("Phone number"))
        self.field.setPlaceholderText(_("Add a number"))
        self.copy_button.set_name(_("Copy the number"))
        self._remark.setText(_("Not a phone number of Cambodia. It is kept as you typed it."))

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self.field.text())
        self.copied.emit(self.field.text())


def _numbers(texts: object) -> tuple[str, ...]:
    parts = (part for text in texts for part in split(text))  # type: ignore[attr-defined]
    return tuple(dict.fromkeys(normalise(part).text for part in parts))
