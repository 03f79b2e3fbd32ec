"""What a person may choose about a document before printing it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QSpinBox, QVBoxLayout, QWidget

from cspdesk.ui.widgets.label import Label
from cspdesk.ui.widgets.number_field import NumberField

_TYPING_MS = 350


@dataclass(frozen=True)
class CountOption:
    """A number; ``name`` is the argument of the composer, ``text`` answers its translated label."""

    name: str
    text: Callable[[], str]
    value: int
    most: int


@dataclass(frozen=True)
class SwitchOption:
    """Something on or off; ``name`` and ``text`` as above."""

    name: str
    text: Callable[[], str]
    value: bool


Option = CountOption | SwitchOption


class OptionsPanel(QWidget):
    """One line for each option.

    Signals:
        changed(): a value is another one, a moment after the last change.
    """

    changed = Signal()

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: list[tuple[Label | QCheckBox, Option]] = []
        self._fields: dict[str, QSpinBox | QCheckBox] = {}
        self._settle = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._settle.timeout.connect(self.changed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for option in options:
            if isinstance(option, CountOption):
                label = Label(role="caption")
                spin = NumberField(option.most)
                spin.setValue(option.value)
                spin.valueChanged.connect(self._settle.start)
                label.setBuddy(spin)
                column.addWidget(label)
                column.addWidget(spin)
                self._labels.append((label, option))
                self._fields[option.name] = spin
            else:
                box = QCheckBox()
                box.setChecked(option.value)
                box.toggled.connect(self._settle.start)
                column.addWidget(box)
                self._labels.append((box, option))
                self._fields[option.name] = box
        if not options:
            self.hide()

    def retranslate(self) -> None:
        """Word the options."""
        for widget, option in self._labels:
            widget.setText(option.text())
            self._fields[option.name].setAccessibleName(option.text())

    def values(self) -> dict[str, int | bool]:
        """Return the chosen values by the names of the options."""
        return {
            name: field.value() if isinstance(field, QSpinBox) else field.isChecked()
            for name, field in self._fields.items()
        }
