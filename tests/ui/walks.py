"""Ways through the window that several tests go."""

from __future__ import annotations

from cspdesk.app import Built
from cspdesk.ui.first_run import FirstRun
from cspdesk.ui.first_run_cards import BeginCard, LanguageCard, OrganisationCard, PassphraseCard
from cspdesk.ui.recovery_card import RecoverySheetCard

PASSPHRASE = "river lotus market"


def walk_first_run(built: Built, *, language: str = "en", begin: str = "empty") -> str:
    """Answer every card; return the recovery code that was shown."""
    first = built.window.gate
    assert isinstance(first, FirstRun)
    card = first.card
    assert isinstance(card, LanguageCard)
    card.buttons[language].click()
    card = first.card
    assert isinstance(card, OrganisationCard)
    card.english.field.setText("Network of NGOs")
    card.go.click()
    card = first.card
    assert isinstance(card, PassphraseCard)
    card.passphrase.first.line.setText(PASSPHRASE)
    card.passphrase.second.line.setText(PASSPHRASE)
    card.go.click()
    card = first.card
    assert isinstance(card, RecoverySheetCard)
    code = card.code
    card.typed.field.setText(code.split("-")[card.asked])
    card.go.click()
    card = first.card
    assert isinstance(card, BeginCard)
    card.buttons[begin].click()
    return code
