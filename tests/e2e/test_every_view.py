"""What holds in every view: both languages, both themes, a small screen, large letters."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QWidget

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.exchange import sample
from cspdesk.i18n import catalog_for, current_language
from cspdesk.models.people import Institution
from tests.e2e.conftest import LIST, Computer, first_run
from tests.e2e.hands import Hands, name_of, texts_on
from tests.e2e.views import views

SMALL = (1093, 614)
"""A laptop of 1366 x 768 at 125 %, in pixels."""
FEWEST_LETTERS = 3
HEADINGS = {
    "អក្សរកាត់", "ប្រភេទ", "អាសយដ្ឋាន", "អ្នកទំនាក់ទំនង", "តួនាទី", "លេខទូរស័ព្ទ",
    "Name in English",
}  # fmt: skip
"""Of the imported sheet; in no language but their own."""
OF_A_LETTER = re.compile("ការអញ្ជើញចូលរួម|Invitation to “")
"""How the usual subject begins: in the letter's language, not the window's."""


def fill(store: Store) -> None:
    """Put the sample into the store, and something into the trash."""
    sample.load(store, date(2026, 11, 22))
    gone = store.insert(Institution(name_km="ស្ថាប័នចាស់", name_latin="Old institution"))
    people.move_to_trash(store, Institution, gone.id)


@pytest.fixture
def hands(computer: Computer, choose_file: Callable[[Path], None]) -> Hands:
    """Return hands at a desk full of data, with the sample list as the file to import."""
    choose_file(LIST)
    made = computer.start()
    first_run(made, "km", "Start empty")
    made.built.desk.change(fill, owner=made.built.desk)
    made.settle()
    return made


@functools.cache
def _messages(language: str) -> tuple[frozenset[str], re.Pattern[str]]:
    """Return what the desk says in 'km' or 'en' only: whole texts, and texts with fields."""
    known = catalog_for("km").translations._catalog  # type: ignore[attr-defined]
    pairs = [
        ((key[0] if isinstance(key, tuple) else key).rpartition("\x04")[2], said)
        for key, said in known.items()
    ]
    whole, with_fields = set(), []
    for source, khmer in pairs:
        mine, other = (khmer, source) if language == "km" else (source, khmer)
        letters = re.sub(r"\{\w+\}|\W", "", mine)
        if not source or mine == other or len(letters) < FEWEST_LETTERS:
            continue
        if "{" in mine:
            with_fields.append(".+?".join(map(re.escape, re.split(r"\{\w+\}", mine))))
        else:
            whole.add(mine)
    return frozenset(whole), re.compile("|".join(with_fields), re.DOTALL)


@functools.cache
def said_in(text: str, language: str) -> bool:
    """Whether ``text`` is something that the desk says in that language and in no other."""
    whole, with_fields = _messages(language)
    return text in whole or with_fields.fullmatch(text) is not None


def words_on(window: QWidget) -> set[str]:
    """Return everything a window says, also to screen readers and below the pointer."""
    said = {*texts_on(window), window.windowTitle()}
    for widget in window.findChildren(QWidget):
        if widget.isVisibleTo(window):
            said |= {widget.toolTip(), widget.accessibleName()}
            if hasattr(widget, "placeholderText"):
                said.add(widget.placeholderText())
            if hasattr(widget, "itemText"):
                said |= {widget.itemText(row) for row in range(widget.count())}
            if hasattr(widget, "horizontalHeader"):
                model = widget.model()
                columns = range(model.columnCount())
                said |= {str(model.headerData(at, Qt.Orientation.Horizontal)) for at in columns}
    return {text for text in said if text}


def test_f12_turns_every_word_of_every_view(hands: Hands) -> None:
    window = hands.built.window
    window.resize(1366, 728)
    left: dict[str, set[str]] = {}
    seen = []
    for view in views(hands):
        seen.append(view)
        for _each in ("one language", "the other"):
            language = current_language()
            other = "en" if language == "km" else "km"
            words = words_on(window)
            wrong = {
                text
                for text in words - HEADINGS
                if said_in(text, other) and not OF_A_LETTER.match(text)
            }
            if wrong:
                left[f"{view} in {language}"] = wrong
            assert sum(said_in(text, language) for text in words) > 10, (view, language)
            hands.press("F12")
            hands.settle()
            assert current_language() == other
    assert len(set(seen)) == len(seen) > 20
    assert left == {}


@pytest.mark.parametrize("size", [11, 13])
def test_every_view_fits_a_small_screen_in_the_dark(hands: Hands, size: int) -> None:
    hands.built.desk.prefer(theme="dark", text_size=size)
    window = hands.built.window
    window.resize(*SMALL)
    wrong = {}
    for view in views(hands):
        least = window.minimumSizeHint()
        if least.width() > SMALL[0] or least.height() > SMALL[1]:
            wrong[view] = f"needs {least.width()} x {least.height()}"
        elif (window.width(), window.height()) != SMALL:
            wrong[view] = f"has grown to {window.width()} x {window.height()}"
        elif cut := cut_off(window):
            wrong[view] = f"cuts {cut} off"
        elif lightness(window) > 0.3:
            wrong[view] = f"is as light as {lightness(window):.2f}"
    assert current_language() == "km"
    assert wrong == {}


def cut_off(window: QWidget) -> list[str]:
    """Return the names of buttons of which the right or left end cannot be seen or scrolled to."""
    buttons = [b for b in window.findChildren(QPushButton) if b.isVisible()]
    shown = [(button, button.visibleRegion().boundingRect()) for button in buttons]
    return [name_of(b) for b, seen in shown if seen.height() and seen.width() < b.width()]


def lightness(window: QWidget) -> float:
    """Return how light a window is on average, from 0 to 1."""
    image = (
        window.grab()
        .toImage()
        .scaled(
            40, 24, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    )
    points = [(x, y) for x in range(image.width()) for y in range(image.height())]
    return sum(QColor(image.pixel(x, y)).lightnessF() for x, y in points) / len(points)
