"""What a person may choose about a document before printing it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from cspdesk.ui.widgets.combo import Combo
from cspdesk.ui.widgets.label import Label
from cspdesk.ui.widgets.number_field import NumberField

_TYPING_MS = 350

Text = Callable[[], str]
"""Answers a translated text, anew after the interface's language has changed."""
Value = int | bool | str | tuple[str, ...]


@dataclass(frozen=True)
class CountOption:
    """A number; ``name`` is the argument of the composer, ``text`` answers its translated label."""

    name: str
    text: Text
    value: int
    most: int
    least: int = 0


@dataclass(frozen=True)
class SwitchOption:
    """Something on or off; ``name`` and ``text`` as above."""

    name: str
    text: Text
    value: bool


@dataclass(frozen=True)
class ChoiceOption:
    """One of several, each a value of the argument with its label.

    ``idle`` names, by value, what changes nothing while that value is chosen: other options, or
    values that are checked.
    """

    name: str
    text: Text
    choices: Sequence[tuple[str | bool, Text]]
    value: str | bool
    idle: Mapping[Value, Collection[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class ChecksOption:
    """Any of several; the argument is a tuple of the checked values, in the order of ``choices``."""

    name: str
    text: Text
    choices: Sequence[tuple[str, Text]]
    value: Sequence[str]


Option = CountOption | SwitchOption | ChoiceOption | ChecksOption


class OptionsPanel(QWidget):
    """One line for each option, or several where there is a list to check.

    Signals:
        changed(): a value is another one; while a number is typed, a moment after the last key.
    """

    changed = Signal()

    def __init__(self, options: Sequence[Option], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words: list[Callable[[], None]] = []
        self._values: dict[str, Callable[[], Value]] = {}
        self._fields: dict[str, QWidget] = {}
        self._settle = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._settle.timeout.connect(self.changed)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        for option in options:
            if isinstance(option, CountOption):
                self._add_count(option)
            elif isinstance(option, SwitchOption):
                box = self._fields[option.name] = self._check(option.text, checked=option.value)
                self._values[option.name] = box.isChecked
            elif isinstance(option, ChoiceOption):
                self._add_choice(option)
            else:
                self._add_checks(option)
        self._choices = [option for option in options if isinstance(option, ChoiceOption)]
        self.changed.connect(self._rest)
        self._rest()
        if not options:
            self.hide()

    def retranslate(self) -> None:
        """Word the options."""
        for word in self._words:
            word()

    def values(self) -> dict[str, Value]:
        """Return the chosen values by the names of the options."""
        return {name: value() for name, value in self._values.items()}

    def _rest(self) -> None:
        """Let what changes nothing now not be chosen."""
        values = self.values()
        for option in self._choices:
            idle = option.idle.get(values[option.name], ())
            for name in {name for names in option.idle.values() for name in names}:
                self._fields[name].setEnabled(name not in idle)

    def _act(self) -> None:
        self._settle.stop()
        self.changed.emit()

    def _add_count(self, option: CountOption) -> None:
        spin = NumberField(option.most)
        spin.setMinimum(option.least)
        spin.setValue(option.value)
        spin.valueChanged.connect(self._settle.start)
        self._caption(option.text, spin)
        self._values[option.name] = spin.value
        self._fields[option.name] = spin

    def _add_choice(self, option: ChoiceOption) -> None:
        combo = Combo()
        for value, _text in option.choices:
            combo.addItem("", value)
        combo.setCurrentIndex(combo.findData(option.value))
        combo.currentIndexChanged.connect(self._act)
        self._caption(option.text, combo)
        self._values[option.name] = combo.currentData

        def word() -> None:
            for at, (_value, text) in enumerate(option.choices):
                combo.setItemText(at, text())

        self._words.append(word)

    def _add_checks(self, option: ChecksOption) -> None:
        self._caption(option.text)
        boxes = [
            (value, self._check(text, checked=value in option.value))
            for value, text in option.choices
        ]
        self._values[option.name] = lambda: tuple(v for v, box in boxes if box.isChecked())
        self._fields.update(boxes)

    def _check(self, text: Text, *, checked: bool) -> QCheckBox:
        box = QCheckBox()
        box.setChecked(checked)
        box.toggled.connect(self._act)
        self._column.addWidget(box)
        self._words.append(lambda: box.setText(text()))
        return box

    def _caption(self, text: Text, field: QWidget | None = None) -> None:
        """Put a label above a field, or above the lines that follow."""
        label = Label(role="caption")
        self._column.addWidget(label)
        self._words.append(lambda: label.setText(text()))
        if field is not None:
            label.setBuddy(field)
            self._column.addWidget(field)
            self._words.append(lambda: field.setAccessibleName(text()))
