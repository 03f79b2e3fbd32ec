"""The first morning: set up, import the list, close, and come back."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from cspdesk.db import people
from cspdesk.db.settings import get_organisation
from cspdesk.i18n import _, current_language
from cspdesk.ui.imports.columns_step import ColumnsStep
from cspdesk.ui.imports.done_step import DoneStep
from cspdesk.ui.imports.file_step import FileStep
from cspdesk.ui.imports.preview_step import PreviewStep
from cspdesk.ui.imports.sheet_step import SheetStep
from cspdesk.ui.recover import RecoveryCard
from cspdesk.ui.unlock import PassphraseCard
from tests.e2e.conftest import (
    LIST,
    ORGANISATION_EN,
    ORGANISATION_KM,
    PASSPHRASE,
    Computer,
    first_run,
)
from tests.e2e.hands import Hands

NEW_PASSPHRASE = "quiet heron bridge"


def walk_import(hands: Hands) -> DoneStep:
    """Press Enter from the file to the end of the import."""
    hands.wait_for(FileStep)
    for step in (SheetStep, ColumnsStep, PreviewStep):
        hands.press("Return")
        hands.wait_for(step)
    next_button = hands.page().primary
    assert next_button is not None
    hands.wait(next_button.isEnabled)
    hands.press("Return")
    return hands.wait_for(DoneStep)


def open_with(hands: Hands, passphrase: str) -> None:
    hands.type(passphrase)
    hands.press("Return")
    hands.wait(lambda: hands.built.window.gate is None)


def test_from_nothing_to_66_institutions_and_back_again(
    computer: Computer, choose_file: Callable[[Path], None]
) -> None:
    hands = computer.start()
    choose_file(LIST)
    code = first_run(hands, "km", "Import my contact list")
    assert re.findall(r"\d+", walk_import(hands).sentence()) == ["66", "66"]
    assert current_language() == "km"
    assert hands.store(people.count) == (66, 66)
    organisation = hands.store(get_organisation)
    assert (organisation.name_km, organisation.name_en) == (ORGANISATION_KM, ORGANISATION_EN)

    hands.press("Return")
    hands.choose(_("Import"))
    assert walk_import(hands).sentence() == _("Nothing changed: everything was already here.")
    assert hands.store(people.count) == (66, 66)

    computer.leave()
    hands = computer.start()
    card = hands.wait_for(PassphraseCard)
    hands.type("not the passphrase")
    hands.press("Return")
    hands.wait(card.complaint.isVisible)
    assert _("The passphrase is wrong") in card.complaint.plain_text()
    assert hands.built.window.shell is None
    open_with(hands, PASSPHRASE)
    assert hands.store(people.count) == (66, 66)

    hands.press("Ctrl+L")
    hands.choose(_("I forgot it: use the recovery code"))
    hands.wait_for(RecoveryCard)
    hands.type(code.lower().replace("-", " "))
    hands.press("Return")
    hands.type(NEW_PASSPHRASE)
    hands.press("Return")
    open_with(hands, NEW_PASSPHRASE)
    assert hands.store(people.count) == (66, 66)

    hands.press("Ctrl+L")
    open_with(hands, NEW_PASSPHRASE)
