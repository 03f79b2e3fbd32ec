"""The first run: language, organisation, passphrase, recovery sheet, and what to begin with."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from cspdesk.models.organisation import Organisation
from cspdesk.ui.desk import Desk
from cspdesk.ui.first_run_cards import (
    BeginCard,
    LanguageCard,
    OrganisationCard,
    PassphraseCard,
    StepCard,
)
from cspdesk.ui.gate import Gate
from cspdesk.ui.recovery_card import RecoverySheetCard

if TYPE_CHECKING:
    from cspdesk.db.store import Store


@dataclass
class _Made:
    """What the worker leaves behind when the workspace is made."""

    code: str = ""


def make_workspace(folder: Path, passphrase: str, made: _Made) -> Store:
    """Make the key and the store; on the store's worker."""
    from cspdesk.db import workspace

    store, made.code = workspace.make(folder, passphrase)
    return store


class FirstRun(Gate):
    """Leads from nothing to an open desk, one question a card.

    Signals:
        language_chosen(str): 'km' or 'en'; the whole application is to switch.
        finished(str): what to begin with: 'import', 'sample' or 'empty'.
    """

    language_chosen = Signal(str)
    finished = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._made = _Made()
        self.organisation = Organisation()
        self.card: StepCard = LanguageCard()
        self.card.answered.connect(self._on_language)
        self.put(self.card)
        self.language.hide()
        self.retranslate()

    def _show(self, card: StepCard) -> None:
        before, self.card = self.card, card
        self.put(card)
        before.deleteLater()
        self.language.setVisible(True)
        card.setFocus()

    def _on_language(self, language: str) -> None:
        self.language_chosen.emit(language)
        card = OrganisationCard()
        card.answered.connect(self._on_organisation)
        self._show(card)

    def _on_organisation(self, organisation: Organisation) -> None:
        self.organisation = organisation
        card = PassphraseCard()
        card.answered.connect(self._on_passphrase)
        self._show(card)

    def _on_passphrase(self, passphrase: str) -> None:
        self._desk.adopt(
            functools.partial(make_workspace, self._desk.workspace, passphrase, self._made),
            owner=self,
            on_error=self._on_error,
            on_done=self._on_made,
        )

    def _on_made(self) -> None:
        from cspdesk.db import settings

        self._desk.change(
            functools.partial(settings.set_organisation, organisation=self.organisation), owner=self
        )
        card = RecoverySheetCard(self._desk, self._made.code, self.organisation)
        self._made.code = ""
        card.answered.connect(self._on_kept)
        self._show(card)

    def _on_kept(self) -> None:
        card = BeginCard()
        card.answered.connect(self.finished.emit)
        self._show(card)

    def _on_error(self, error: Exception) -> None:
        if isinstance(self.card, PassphraseCard):
            self.card.fail(error)
