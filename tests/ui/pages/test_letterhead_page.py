"""The letterhead: saved as typed, wrong numbers said, a logo taken, all of it undone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cspdesk.db.settings import change_organisation, get_organisation
from cspdesk.db.store import Store
from cspdesk.errors import PaperError
from cspdesk.khmer.digits import to_khmer_digits
from cspdesk.models.letters import Letter
from cspdesk.models.organisation import Signatory
from cspdesk.paper.pdf import fontsets
from cspdesk.ui.desk import Desk
from cspdesk.ui.pages.letterhead_page import LetterheadPage
from cspdesk.ui.widgets.label import WrapLabel

KEYS = Qt.Key
FIRST = Signatory(name_km="លោក សុខ", role_km="ប្រធាន", name_en="Mr Sok", role_en="Chair")
SECOND = Signatory(name_km="លោកស្រី ចាន់", name_en="Ms Chan")


@pytest.fixture
def page(desk: Desk, store: Store, qtbot: QtBot) -> Iterator[LetterheadPage]:
    change_organisation(store, signatories=(FIRST, SECOND))
    made = LetterheadPage(desk)
    qtbot.addWidget(made)
    made.resize(1100, 700)
    made.show()
    yield made
    made.hide()


def type_into(qtbot: QtBot, field: QLineEdit, text: str) -> None:
    field.setFocus()
    field.selectAll()
    qtbot.keyClicks(field, text)


def test_what_is_typed_is_saved_and_printed(
    page: LetterheadPage, store: Store, qtbot: QtBot
) -> None:
    type_into(qtbot, page.fields["name_en"].field, "River Network ")
    assert page.preview.languages.current() == "en"
    page.flush()
    assert get_organisation(store).name_en == "River Network"
    page.fields["address_km"].field.setPlainText("ផ្ទះ ៣\nបាត់ដំបង")
    page.flush()
    assert get_organisation(store).address_km == "ផ្ទះ ៣\nបាត់ដំបង"


def test_a_wrong_number_is_said_kept_in_the_field_and_not_saved(
    page: LetterheadPage, store: Store, qtbot: QtBot
) -> None:
    form = page.fields["number_en"]
    type_into(qtbot, form.field, "{number}/{yy} NW")
    page.flush()
    type_into(qtbot, form.field, "{no}/{yy} NW")
    page.flush()
    assert form.field.text() == "{no}/{yy} NW"
    assert form.field.property("invalid")
    assert get_organisation(store).number_en == "{number}/{yy} NW"


def test_the_next_number_is_shown_in_the_digits_of_its_letters(
    page: LetterheadPage, desk: Desk, qtbot: QtBot
) -> None:
    year = f"{datetime.now().astimezone():%y}"
    desk.change(lambda store: store.insert(Letter(number=f"041/{year}")), owner=page)
    for name in ("number_km", "number_en"):
        type_into(qtbot, page.fields[name].field, "{number}/{yy}")
    shown = {label.plain_text() for label in page.numbers.findChildren(WrapLabel)}
    assert {f"The next one: 042/{year}", to_khmer_digits(f"The next one: 042/{year}")} <= shown


def test_signatories_are_added_moved_and_removed(
    page: LetterheadPage, desk: Desk, store: Store, qtbot: QtBot
) -> None:
    card = page.signatories
    qtbot.mouseClick(card.add_button, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(card.rows()[2].fields["name_en"].field, "Mr Dara")
    qtbot.keyClick(
        card.rows()[2].fields["name_en"].field, KEYS.Key_Up, Qt.KeyboardModifier.AltModifier
    )
    assert [s.name_en for s in get_organisation(store).signatories] == [
        "Mr Sok", "Mr Dara", "Ms Chan",
    ]  # fmt: skip
    card.rows()[0].removed.emit()
    assert get_organisation(store).signatories[0].name_en == "Mr Dara"
    desk.undo()
    assert get_organisation(store).signatories[0] == FIRST
    assert card.value()[0] == FIRST


def test_tab_goes_through_the_signatories_in_reading_order(
    page: LetterheadPage, qtbot: QtBot
) -> None:
    card = page.signatories
    page.logo.choose_button.setFocus()
    wanted = [
        *(form.field for form in card.rows()[0].fields.values()),
        *card.rows()[0].stops()[5:],
        *(form.field for form in card.rows()[1].fields.values()),
        card.rows()[1].stops()[4],
        card.rows()[1].stops()[6],
        card.add_button,
    ]
    for goal in wanted:
        qtbot.keyClick(page.focusWidget(), KEYS.Key_Tab)
        assert page.focusWidget() is goal


def test_typing_in_one_signatory_keeps_the_others(
    page: LetterheadPage, store: Store, qtbot: QtBot
) -> None:
    rows = page.signatories.rows()
    type_into(qtbot, rows[1].fields["role_en"].field, "Secretary")
    type_into(qtbot, rows[0].fields["role_en"].field, "President")
    page.flush()
    assert [s.role_en for s in get_organisation(store).signatories] == ["President", "Secretary"]
    assert get_organisation(store).signatories[0].role_km == "ប្រធាន"


def test_a_logo_is_taken_from_a_file_and_removed_and_back(
    page: LetterheadPage, desk: Desk, store: Store, tmp_path: Path
) -> None:
    Image.new("RGB", (900, 300), "teal").save(tmp_path / "logo.jpg")
    page.logo.read(tmp_path / "logo.jpg")
    logo = get_organisation(store).logo
    assert logo.startswith(b"\x89PNG")
    page.logo.remove_button.click()
    assert not get_organisation(store).logo
    assert not page.logo.remove_button.isEnabled()
    desk.undo()
    assert get_organisation(store).logo == logo
    assert page.logo.remove_button.isEnabled()


def test_what_is_no_picture_is_said_and_the_logo_stays(
    page: LetterheadPage, store: Store, tmp_path: Path
) -> None:
    Image.new("RGB", (90, 30), "teal").save(tmp_path / "logo.png")
    page.logo.read(tmp_path / "logo.png")
    (tmp_path / "notes.png").write_text("not a picture")
    page.logo.read(tmp_path / "notes.png")
    assert "notes.png" in page.logo.complaint()
    assert get_organisation(store).logo
    page.logo.read(tmp_path / "logo.png")
    assert not page.logo.complaint()


def test_the_look_is_chosen_at_once(page: LetterheadPage, store: Store) -> None:
    page.look.switches["national_header"].click()
    page.look.digits.choice.button("arabic").click()
    found = get_organisation(store)
    assert (found.national_header, found.khmer_digits) == (False, False)


def test_typefaces_that_are_not_installed_cannot_be_chosen(
    page: LetterheadPage, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    button = page.look.fonts.choice.button("khmer-os")
    monkeypatch.setattr(fontsets, "problem", lambda name: PaperError("Gone", "It is gone."))
    page.refresh()
    assert not button.isEnabled()
    monkeypatch.setattr(fontsets, "problem", lambda name: None)
    page.refresh()
    assert button.isEnabled()
    button.click()
    assert get_organisation(store).fonts == "khmer-os"


def test_the_letter_beside_it_is_drawn_anew(page: LetterheadPage, qtbot: QtBot) -> None:
    def named(name: str) -> bool:
        return page.preview.shown is not None and page.preview.shown[0].name_km == name

    qtbot.waitUntil(lambda: named(""))
    type_into(qtbot, page.fields["name_km"].field, "New name")
    qtbot.waitUntil(lambda: named("New name"))
    assert page.preview.pages is not None
    assert page.preview.pages.document.pageCount() == 1


@pytest.mark.parametrize("origin", ["settings", "letters"])
def test_it_goes_back_to_where_one_came_from(
    page: LetterheadPage, desk: Desk, qtbot: QtBot, origin: str
) -> None:
    page.show_what(back_to=origin)
    with qtbot.waitSignal(desk.navigated) as heard:
        assert page.escape()
    assert heard.args == [origin, {}]
