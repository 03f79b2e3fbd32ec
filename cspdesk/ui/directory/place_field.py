"""A place of the official gazetteer, found by typing any part of its name in either script."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from cspdesk.i18n import _, current_language
from cspdesk.models.addresses import find_in
from cspdesk.models.gazetteer import full_name, named, place, search_places
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

_OFFERED = 8


class PlaceField(SuggestField):
    """Holds the code of a place; shows its name with all it lies in.

    Signals:
        value_changed(): another place was picked, typed out in full, or taken away.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_offers, parent)
        self._code = ""
        self.picked.connect(self._on_picked)

    def value(self) -> str | None:
        """Return the code; '' for no place, None while what is typed is no place."""
        text = self.text().strip()
        if not text:
            return ""
        return self._code if text == self._shown() else None

    def set_value(self, code: str | None) -> None:
        """Show a place; nothing is emitted."""
        self._code = code or ""
        self.setText(self._shown())
        self.setCursorPosition(0)
        self.setToolTip(self.text())

    @staticmethod
    def complaint(value: str | None) -> str:
        """Return what to say of a value, for a binding's check."""
        return _("Choose a place from the list.") if value is None else ""

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        text = self.text().strip()
        if text == self._shown():
            return
        found = find_in(text) if text else None
        if found or not text:
            self.set_value(found.code if found else "")
        self.value_changed.emit()

    def _on_picked(self, offer: Suggestion) -> None:
        self.set_value(str(offer.key))
        self.value_changed.emit()

    def _shown(self) -> str:
        # A code that this gazetteer does not know is kept and shown as it is.
        return full_name(self._code, current_language()) or self._code


def _offers(text: str) -> Sequence[Suggestion]:
    language = current_language()
    return [
        Suggestion(found.code, named(found, language), full_name(found.parent, language))
        for found in search_places(text, limit=_OFFERED)
        if place(found.code)
    ]
