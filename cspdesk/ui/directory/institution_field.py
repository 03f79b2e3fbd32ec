"""Where somebody works: found in the directory while typing, or added to it."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from cspdesk.i18n import _, current_language
from cspdesk.khmer.text import clean_line
from cspdesk.models.people import Institution, display_name
from cspdesk.ui.directory.columns import names, place_name
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

if TYPE_CHECKING:
    from cspdesk.db.people import InstitutionRow
    from cspdesk.ui.desk import Desk

_OFFERED = 6


class InstitutionField(SuggestField):
    """Offers institutions that match, and at the end to add what is typed as a new one.

    Signals:
        chosen(str): the id of a known institution, '' for none.
        new_wanted(str): the name of one to be added.
    """

    chosen = Signal(str)
    new_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._shown = ""
        self.wanted.connect(self._on_wanted)
        self.picked.connect(self._on_picked)

    def show_institution(self, institution: Institution | None) -> None:
        """Show where somebody works now; not while another one is being typed."""
        shown = display_name(institution, current_language()) if institution else ""
        if self.text() == self._shown or not self.hasFocus():
            self.setText(shown)
            self.setCursorPosition(0)
        self._shown = shown

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if not self.text().strip() and self._shown:
            self._shown = ""
            self.chosen.emit("")
        elif self.text() != self._shown:
            # Neither picked nor added: what is stored is shown again.
            self.setText(self._shown)

    def _on_wanted(self, text: str) -> None:
        from cspdesk.db import people

        self._desk.read(
            functools.partial(people.list_institutions, text=text, limit=_OFFERED),
            owner=self,
            on_done=functools.partial(self._on_found, text),
        )

    def _on_found(self, text: str, rows: list[InstitutionRow]) -> None:
        if text != self.text():
            return
        offers = [
            Suggestion(
                row.institution.id,
                names(row.institution)[0],
                " · ".join(
                    filter(None, (names(row.institution)[1], place_name(row.institution.place)))
                ),
            )
            for row in rows
        ]
        name = clean_line(text)
        if name and name not in (offer.text for offer in offers):
            offers.append(Suggestion("", name, _("Add as a new institution")))
        self.offer(offers)

    def _on_picked(self, offer: Suggestion) -> None:
        self._shown = offer.text
        if offer.key:
            self.chosen.emit(str(offer.key))
        else:
            self.new_wanted.emit(offer.text)
