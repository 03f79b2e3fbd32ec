"""Fields that the form of a new meeting and the information tab share."""

from __future__ import annotations

import functools
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QComboBox, QWidget

from cspdesk.i18n import _
from cspdesk.models.words import word
from cspdesk.ui.meetings import jobs
from cspdesk.ui.widgets.combo import Combo
from cspdesk.ui.widgets.suggest_field import SuggestField

if TYPE_CHECKING:
    from datetime import time

    from cspdesk.ui.desk import Desk


class EnumField(Combo):
    """A choice of the members of an enumeration, in words; the data are the members."""

    def __init__(self, members: type[StrEnum], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._members = tuple(members)
        for member in self._members:
            self.addItem("", member)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(8)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the members."""
        for row, member in enumerate(self._members):
            self.setItemText(row, _(word(member)))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


def person_field(desk: Desk) -> SuggestField:
    """Return a field that offers people of the directory and takes any name."""
    field = SuggestField()

    def look(text: str) -> None:
        desk.read(functools.partial(jobs.offer_people, text=text), owner=field, on_done=field.offer)

    field.wanted.connect(look)
    return field


def times_complaint(starts: time | None, ends: time | None) -> str:
    """Return what is wrong with two times, '' where nothing is."""
    if starts is not None and ends is not None and ends <= starts:
        return _("The end time must be after the start time.")
    return ""
