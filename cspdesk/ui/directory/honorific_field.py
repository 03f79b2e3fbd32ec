"""The title before a name: offered in the interface's script, never filled in by itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cspdesk.i18n import current_language
from cspdesk.khmer.honorifics import HONORIFICS
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

_FIRST_KHMER = "\u1780"


class HonorificField(SuggestField):
    """Takes any title.

    Signals:
        value_changed(): another one was typed or picked.
    """

    value_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_offers, parent)
        self.textEdited.connect(self.value_changed)
        self.picked.connect(self.value_changed)

    def value(self) -> str:
        """Return the title as typed."""
        return self.text()

    def set_value(self, honorific: str | None) -> None:
        """Show a title; nothing is emitted."""
        self.setText(honorific or "")


def _offers(text: str) -> list[Suggestion]:
    khmer = current_language() == "km"
    offered = [title for title in HONORIFICS if text or (title >= _FIRST_KHMER) == khmer]
    return [Suggestion(title, title) for title in offered if text.strip() in title]
