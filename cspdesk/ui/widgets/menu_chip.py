"""A filter with several values: a chip that opens a menu and then says what was picked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from cspdesk.ui.widgets.buttons import Button


class MenuChip(Button):
    """A chip with a menu; it is checked while something is picked.

    Signals:
        picked(str): the value of another choice, '' for all.
    """

    picked = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(icon="chevron-down", kind="filter", parent=parent)
        self.setCheckable(True)
        self.setIconSize(QSize(16, 16))
        # The arrow stands behind the word.
        self.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self._menu = QMenu(self)
        self._menu.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self._name = ""
        self._value = ""
        self._texts: dict[str, str] = {}
        self.clicked.connect(self._on_clicked)

    def value(self) -> str:
        """Return what is picked, '' for all."""
        return self._value

    def offer(self, name: str, everything: str, choices: Sequence[tuple[str, str]]) -> None:
        """Say what is filtered by, the entry that lifts the filter, and (value, text) of each."""
        self._name = name
        self._texts = dict(choices)
        self._menu.clear()
        for value, text in (("", everything), *choices):
            action = QAction(text, self._menu)
            action.setCheckable(True)
            action.triggered.connect(lambda _on=False, value=value: self._on_picked(value))
            action.setData(value)
            self._menu.addAction(action)
        self.choose(self._value)

    def choose(self, value: str) -> None:
        """Pick by value; nothing is emitted."""
        self._value = value if value in self._texts else ""
        self.setText(self._texts.get(self._value, self._name))
        self.setAccessibleName(self._name)
        self.setChecked(bool(self._value))
        for action in self._menu.actions():
            action.setChecked(action.data() == self._value)

    def _on_picked(self, value: str) -> None:
        changed = value != self._value
        self.choose(value)
        if changed:
            self.picked.emit(value)

    def _on_clicked(self) -> None:
        self.setChecked(bool(self._value))
        self._menu.popup(self.mapToGlobal(self.rect().bottomLeft()))
