"""One current catalog, and catalogs by language for documents."""

from __future__ import annotations

import functools
import gettext as _gettext
from dataclasses import dataclass

from cspdesk.paths import shipped

LANGUAGES = {"km": "ខ្មែរ", "en": "English"}
DOMAIN = "cspdesk"


@dataclass(frozen=True)
class Catalog:
    """The words of one language, for a document whose language is not the interface's."""

    language: str
    translations: _gettext.NullTranslations

    def gettext(self, text: str) -> str:
        """Return ``text`` in this language; an empty text stays empty."""
        return self.translations.gettext(text) if text else ""

    def pgettext(self, context: str, text: str) -> str:
        """Return ``text`` as meant in ``context``."""
        return self.translations.pgettext(context, text) if text else ""

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the form of a counted text for ``n``."""
        return self.translations.ngettext(one, many, n)


@functools.cache
def catalog_for(language: str) -> Catalog:
    """Return the catalog of 'km' or 'en'. English is the source text and needs no file."""
    if language == "en":
        return Catalog(language, _gettext.NullTranslations())
    translations = _gettext.translation(
        DOMAIN, shipped("translations"), languages=[language], fallback=True
    )
    return Catalog(language, translations)


_current = catalog_for("en")


def set_language(language: str) -> None:
    """Make 'km' or 'en' the language that the functions below answer in."""
    global _current
    _current = catalog_for(language)


def current_language() -> str:
    """Return 'km' or 'en'."""
    return _current.language


def _(text: str) -> str:
    """Return ``text`` in the interface's language."""
    return _current.gettext(text)


def pgettext(context: str, text: str) -> str:
    """Return ``text`` in the interface's language, as meant in ``context``."""
    return _current.pgettext(context, text)


def ngettext(one: str, many: str, n: int) -> str:
    """Return the interface's form of a counted text."""
    return _current.ngettext(one, many, n)


def N_(text: str) -> str:  # noqa: N802 (gettext's own name for it)
    """Mark ``text`` for the catalog; it is translated where it is shown."""
    return text
