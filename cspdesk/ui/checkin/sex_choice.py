"""Choosing a person's sex: nothing is chosen for them, nothing is guessed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from cspdesk.i18n import _
from cspdesk.models.people import Sex
from cspdesk.models.words import word
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.flow import FlowLayout

ORDER = (Sex.WOMAN, Sex.MAN, Sex.NOT_RECORDED)


class SexChoice(QWidget):
    """Three buttons of which one or none is chosen; arrow keys move among them.

    Signals:
        chosen(): another one was chosen by the person. entered(): Enter.
    """

    chosen = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._group = QButtonGroup(self)
        layout = FlowLayout(self, spacing=8)
        self._buttons: list[Button] = []
        for at in range(len(ORDER)):
            button = Button(kind="filter")
            button.setCheckable(True)
            self._group.addButton(button, at)
            layout.addWidget(button)
            self._buttons.append(button)
        self._group.idClicked.connect(self.chosen)
        self.setFocusProxy(self._buttons[0])

    def retranslate(self) -> None:
        """Word the three."""
        for at, (button, sex) in enumerate(zip(self._buttons, ORDER, strict=True), start=1):
            button.setText(_("{word} (Ctrl+{key})").format(word=_(word(sex)), key=at))

    def value(self) -> Sex | None:
        """Return the choice; None while there is none."""
        at = self._group.checkedId()
        return None if at < 0 else ORDER[at]

    def set_value(self, sex: Sex | None) -> None:
        """Show a choice; nothing is emitted."""
        self._group.setExclusive(False)
        for button, choice in zip(self._buttons, ORDER, strict=True):
            button.setChecked(choice is sex)
        self._group.setExclusive(True)
        chosen = next((b for b in self._buttons if b.isChecked()), self._buttons[0])
        self.setFocusProxy(chosen)

    def choose(self, sex: Sex) -> None:
        """Choose as the person would."""
        self.set_value(sex)
        self.chosen.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event):
            self.entered.emit()
        else:
            super().keyPressEvent(event)


def is_enter(event: QKeyEvent) -> bool:
    """Whether the key is Enter on its own."""
    plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    return enter and plain == Qt.KeyboardModifier.NoModifier
