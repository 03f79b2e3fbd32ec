"""A person's sex as recorded: not known is an answer of its own."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cspdesk.i18n import _
from cspdesk.models.people import Sex
from cspdesk.models.words import word
from cspdesk.ui.widgets.buttons import Segments

_ORDER = (Sex.WOMAN, Sex.MAN, Sex.NOT_RECORDED)


class SexField(Segments):
    """Three segments.

    Signals:
        value_changed(): another one was chosen.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tuple(str(sex) for sex in _ORDER), parent)
        self.set_value(None)
        self.chosen.connect(self.value_changed)

    def value(self) -> Sex:
        """Return the chosen one."""
        return Sex(self.current())

    def set_value(self, sex: Sex | None) -> None:
        """Show a choice; nothing is emitted."""
        self.show_choice(str(sex or Sex.NOT_RECORDED))

    def retranslate(self) -> None:
        """Word the segments."""
        for sex in _ORDER:
            self.set_text(str(sex), _(word(sex)))
