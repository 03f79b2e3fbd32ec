"""Choosing the type of an institution."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from cspdesk.i18n import _
from cspdesk.models.people import InstitutionKind
from cspdesk.models.words import word


class KindField(QComboBox):
    """All types; ``every`` puts one more in front that stands for all of them (data None)."""

    def __init__(self, *, every: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._every = every
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(9)
        if every:
            self.addItem("", None)
        for kind in InstitutionKind:
            self.addItem("", kind)

    def retranslate(self) -> None:
        """Word the types."""
        if self._every:
            self.setItemText(0, _("All types"))
        for at, kind in enumerate(InstitutionKind, start=int(self._every)):
            self.setItemText(at, _(word(kind)))
