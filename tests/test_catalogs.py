"""The words of the desk: all of them in Khmer, in the glossary's terms, as the code has them."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

import pytest
from babel.messages.catalog import Catalog, Message

from tools import catalogs

GLOSSARY = catalogs.TRANSLATIONS / "glossary.csv"
INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
DOTTED_CIRCLE = "\u25cc"


def messages(catalog: Catalog) -> list[Message]:
    """Return the messages of a catalog without its header."""
    return [message for message in catalog if message.id]


def keys(catalog: Catalog) -> set[tuple[str | None, object]]:
    """Return what each message is called: its context and its English forms."""
    return {(message.context, message.id) for message in messages(catalog)}


def forms(text: object) -> list[str]:
    """Return the singular and plural forms of one side of a message."""
    return [text] if isinstance(text, str) else [*text]


def fields(text: str) -> set[str]:
    """Return the ``{name}`` fields of a text."""
    return set(re.findall(r"\{[^{}]*\}", text))


@pytest.fixture(scope="module")
def words() -> list[Message]:
    return messages(catalogs.read(catalogs.TRANSLATIONS / "km/LC_MESSAGES/cspdesk.po"))


def translations(words: list[Message]) -> Iterator[tuple[Message, str]]:
    for message in words:
        for text in forms(message.string):
            yield message, text


def test_the_template_has_what_the_code_says() -> None:
    with catalogs.TEMPLATE.open("rb") as file:
        template = catalogs.read_po(file)
    assert keys(template) == keys(catalogs.extract()), "run ./go catalogs"


def test_each_catalog_has_what_the_code_says() -> None:
    for path in catalogs.catalog_paths():
        assert keys(catalogs.read(path)) == keys(catalogs.extract()), "run ./go catalogs"


def test_nothing_is_left_untranslated(words: list[Message]) -> None:
    assert not [message.id for message, text in translations(words) if not text.strip()]
    assert not [message.id for message in words if message.fuzzy]


def test_fields_are_kept(words: list[Message]) -> None:
    """A field may be left out of a singular ('one person'), so all English forms count."""
    changed = []
    for message, text in translations(words):
        english = set().union(*(fields(form) for form in forms(message.id)))
        if text and fields(text) != english:
            changed.append(message.id)
    assert not changed


def test_no_invisible_or_broken_characters(words: list[Message]) -> None:
    unwanted = {*INVISIBLE, DOTTED_CIRCLE}
    assert not [message.id for message, text in translations(words) if unwanted & {*text}]


def test_no_mnemonics(words: list[Message]) -> None:
    """'&Copy' underlines a letter of a Latin menu; Khmer has no such letter to underline.

    Qt's own English texts, each in the context of its class, do have them.
    """
    ours = [(m, form) for m in words if m.context is None for form in forms(m.id)]
    assert not [m.id for m, text in [*translations(words), *ours] if re.search(r"&\w", text)]


def test_terms_are_those_of_the_glossary(words: list[Message]) -> None:
    """A text meant in a context of its own may have a word of its own."""
    terms: dict[str, set[str]] = {}
    with GLOSSARY.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            terms.setdefault(row["en"], set()).add(row["km"])
    wrong = {
        message.id: message.string
        for message in words
        if message.context is None
        and isinstance(message.id, str)
        and message.string
        and message.string not in terms.get(message.id, {message.string})
    }
    assert not wrong
