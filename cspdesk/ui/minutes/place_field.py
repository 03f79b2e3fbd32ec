"""A field that holds a place of the gazetteer, found by typing."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from cspdesk.i18n import current_language
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

_OFFERED = 8


class PlaceField(SuggestField):
    """Shows a place by name and holds its official code.

    Signals:
        value_changed(): another place was taken, or the field was emptied.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_offers, parent)
        self._code = ""
        self.picked.connect(self._on_picked)
        self.textEdited.connect(self._on_text_edited)

    def value(self) -> str:
        """Return the place's code, or ''."""
        return self._code

    def set_value(self, code: str | None) -> None:
        """Show a place; nothing is emitted."""
        self._code = code or ""
        self._show_name()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        # Only a place of the list is one: the field says again what it holds.
        self._show_name()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and not self.hasFocus():
            self._show_name()

    def _show_name(self) -> None:
        from cspdesk.models import gazetteer

        place = gazetteer.place(self._code) if self._code else None
        self.setText(gazetteer.named(place, current_language()) if place else self._code)

    def _on_picked(self, offer: Suggestion) -> None:
        self._code = str(offer.key)
        self.value_changed.emit()

    def _on_text_edited(self, text: str) -> None:
        if not text.strip() and self._code:
            self._code = ""
            self.value_changed.emit()


def _offers(text: str) -> Sequence[Suggestion]:
    from cspdesk.models import gazetteer

    if not text.strip():
        return []
    language = current_language()
    return [
        Suggestion(
            place.code,
            gazetteer.named(place, language),
            gazetteer.full_name(place.parent, language) if place.parent else "",
        )
        for place in gazetteer.search_places(text, limit=_OFFERED)
    ]
