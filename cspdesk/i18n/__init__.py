"""The language of the interface and of documents: gettext catalogs made by Babel.

English is the source text. ``N_`` marks a text that is translated later, where it is shown.
"""

from cspdesk.i18n.catalog import (
    LANGUAGES,
    N_,
    Catalog,
    _,
    catalog_for,
    current_language,
    ngettext,
    pgettext,
    set_language,
)

__all__ = [
    "LANGUAGES",
    "N_",
    "Catalog",
    "_",
    "catalog_for",
    "current_language",
    "ngettext",
    "pgettext",
    "set_language",
]
