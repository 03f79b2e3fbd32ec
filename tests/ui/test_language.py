from __future__ import annotations

import gettext
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialogButtonBox
from pytestqt.qtbot import QtBot

from cspdesk.app import Built
from cspdesk.i18n import catalog
from cspdesk.ui import qt_words
from cspdesk.ui.language import GettextTranslator

KHMER = {"Unlock": "ដោះសោ", "QPlatformTheme\x04Cancel": "បោះបង់", "Home": "ទំព័រដើម"}


class _Words(gettext.NullTranslations):
    def gettext(self, message: str) -> str:
        return KHMER.get(message, message)

    def pgettext(self, context: str, message: str) -> str:
        return KHMER.get(f"{context}\x04{message}", message)


@pytest.fixture
def khmer_words(monkeypatch: pytest.MonkeyPatch) -> None:
    """A catalog of three words, so that the test does not hang on the translator's work."""
    known = catalog.catalog_for
    words = catalog.Catalog("km", _Words())
    monkeypatch.setattr(catalog, "catalog_for", lambda code: words if code == "km" else known(code))


@pytest.mark.usefixtures("khmer_words", "fast_key")
def test_f12_switches_every_text_and_qts_own(
    start: Callable[[], Built], unlock_page: Callable[[Built], object], qtbot: QtBot
) -> None:
    built = start()
    unlock_page(built)
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, built.window)
    go = built.window.gate.passphrase.go  # type: ignore[union-attr]
    cancel = box.button(QDialogButtonBox.StandardButton.Cancel)
    assert go.text() == "Unlock"
    built.window.switch_language()
    qtbot.waitUntil(lambda: go.text() == "ដោះសោ")
    assert cancel.text() == "បោះបង់"
    built.window.switch_language()
    qtbot.waitUntil(lambda: go.text() == "Unlock")
    assert "Cancel" in cancel.text()


@pytest.mark.usefixtures("khmer_words")
def test_names_of_keys_stay_as_they_are() -> None:
    catalog.set_language("km")
    translator = GettextTranslator()
    assert not translator.isEmpty()
    assert translator.translate("QShortcut", "Home") is None
    assert translator.translate("Any", "Home") == "ទំព័រដើម"
    assert translator.translate("Any", "") is None


def test_qt_asks_for_the_words_that_are_listed(qapp: QCoreApplication) -> None:
    box = QDialogButtonBox(QDialogButtonBox.StandardButton.Discard)
    assert box.button(QDialogButtonBox.StandardButton.Discard).text() in qt_words.buttons()
    assert "&Paste" in qt_words.field_menus()
    assert "&Open" in qt_words.file_dialog()
    assert "&Print" in qt_words.print_dialog()
