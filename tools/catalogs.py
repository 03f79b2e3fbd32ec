"""Write the words of the code into translations/: the template, and each language's catalog.

Nothing in the files depends on the day or on line numbers, so that running this twice, or moving
code about, changes nothing.
"""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).resolve().parent.parent
TRANSLATIONS = ROOT / "translations"
TEMPLATE = TRANSLATIONS / "cspdesk.pot"
HEADER = "# The words of cspdesk. Made by ./go catalogs from the code."
UNSTEADY = (
    '"Project-Id-Version:',
    '"Report-Msgid-Bugs-To:',
    '"POT-Creation-Date:',
    '"PO-Revision-Date:',
    '"Last-Translator:',
    '"Language-Team:',
    '"Generated-By:',
)
KEYWORDS = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}


def extract() -> Catalog:
    """Return every message of cspdesk/ with the files that use it and the notes left for it."""
    template = Catalog(project="cspdesk", header_comment=HEADER, fuzzy=False)
    found = extract_from_dir(
        ROOT / "cspdesk",
        method_map=[("**.py", "python")],
        keywords=KEYWORDS,
        comment_tags=("Translators:",),
        strip_comment_tags=True,
    )
    for filename, _line, message, comments, context in found:
        template.add(
            message,
            locations=[(f"cspdesk/{Path(filename).as_posix()}", 0)],
            auto_comments=comments,
            context=context,
        )
    return template


def catalog_paths() -> list[Path]:
    """Return the catalog of each language."""
    return sorted(TRANSLATIONS.glob("*/LC_MESSAGES/cspdesk.po"))


def read(path: Path) -> Catalog:
    """Return the catalog kept in ``translations/LANGUAGE/LC_MESSAGES/cspdesk.po``."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parent.parent.name)


def write(path: Path, catalog: Catalog) -> None:
    """Write ``catalog`` without the parts of its header that are dates or stand-ins for names."""
    text = io.BytesIO()
    write_po(text, catalog, width=100, ignore_obsolete=True, include_lineno=False)
    lines = text.getvalue().decode().splitlines(keepends=True)
    path.write_text("".join(line for line in lines if not line.startswith(UNSTEADY)), "utf-8")


def main() -> None:
    """Renew the template and every catalog; what is already translated stays."""
    template = extract()
    write(TEMPLATE, template)
    for path in catalog_paths():
        catalog = read(path)
        catalog.update(template, no_fuzzy_matching=True, update_header_comment=True)
        write(path, catalog)


if __name__ == "__main__":
    main()
