"""The interface's language, switched while the windows stand: ours by gettext, and Qt's own.

Qt ships no Khmer. Its texts (buttons of message boxes, menus of text fields) go through the same
catalogs: they are listed for extraction in ``ui/qt_words.py``.
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QLocale, QObject, QTranslator
from PySide6.QtWidgets import QApplication

from cspdesk.i18n import _, pgettext, set_language

_LOCALES = {"km": QLocale.Language.Khmer, "en": QLocale.Language.English}


class GettextTranslator(QTranslator):
    """Answers Qt from the current gettext catalog."""

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,
        source: str,
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        """Return Qt's text in the current language; None leaves it as Qt has it."""
        del disambiguation, n
        # Names of keys ('Home', 'Print') are no words of ours.
        if not source or context == "QShortcut":
            return None
        for found in (pgettext(context, source), _(source)):
            if found != source:
                return found
        return None


class Language(QObject):
    """Switches the language of everything on screen.

    The translator is installed once and never removed: removing it while a worker is inside Qt's
    translate() deadlocks. A switch only swaps the catalog it reads.
    """

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._translator = GettextTranslator(self)
        app.installTranslator(self._translator)

    def switch(self, language: str) -> None:
        """Speak 'km' or 'en'; every widget gets QEvent.LanguageChange."""
        set_language(language)
        locale = QLocale(_LOCALES[language])
        QLocale.setDefault(locale)
        for window in self._app.topLevelWidgets():
            window.setLocale(locale)
        QCoreApplication.sendEvent(self._app, QEvent(QEvent.Type.LanguageChange))
