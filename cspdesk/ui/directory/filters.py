"""The filters beside the search field."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QWidget

from cspdesk.i18n import _, current_language
from cspdesk.models.gazetteer import named, place


class DistrictFilter(QComboBox):
    """The districts that occur in the directory, and all of them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._codes: Sequence[str] = ()
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(11)
        self.addItem("", "")

    def show_districts(self, codes: Sequence[str]) -> None:
        """Offer these districts; the chosen one stays, also when nothing is left in it."""
        chosen = self.currentData()
        wanted = [*codes, *([chosen] if chosen and chosen not in codes else [])]
        if wanted != self._codes:
            self._codes = wanted
            self._fill(chosen)

    def retranslate(self) -> None:
        """Word the districts."""
        self._fill(self.currentData())
        self.setAccessibleName(_("District"))

    def _fill(self, chosen: str) -> None:
        self.clear()
        self.addItem(_("All districts"), "")
        for code in self._codes:
            found = place(code)
            self.addItem(named(found, current_language()) if found else code, code)
        self.setCurrentIndex(max(0, self.findData(chosen)))
