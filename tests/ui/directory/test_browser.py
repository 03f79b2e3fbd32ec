"""The directory as it is used from the keyboard."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from pytestqt.qtbot import QtBot

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.models.people import Institution
from cspdesk.ui.desk import Desk
from cspdesk.ui.pages.directory_page import DirectoryPage
from tests.ui.directory.panels import institutions_of, people_of, type_into

LIST = Path(__file__).parents[2] / "data" / "npdp-contact-list.xlsx"


def _names(page: DirectoryPage) -> list[str]:
    model = page.browser.table().model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def _stored(store: Store) -> Institution:
    (found,) = store.find(Institution, order="rowid DESC LIMIT 1")
    return found


@pytest.mark.usefixtures("known")
@pytest.mark.parametrize("typed", ["vsg", "Village", "bavel", "support vil"])
def test_finds_as_typed_and_enter_opens_the_first_field(
    page: DirectoryPage, qtbot: QtBot, typed: str
) -> None:
    assert page.browser.segments.button("institution").text() == "Institutions 2"
    qtbot.keyClicks(page.browser.search, typed)
    assert _names(page) == ["អង្គការជួយភូមិ"]
    qtbot.keyClick(page.browser.search, Qt.Key.Key_Return)
    assert institutions_of(page).fields["name_km"].field.hasFocus()
    assert institutions_of(page).fields["acronym"].field.text() == "VSG"


@pytest.mark.usefixtures("known")
def test_finds_people_by_phone_and_arrows_move_while_typing(
    page: DirectoryPage, qtbot: QtBot
) -> None:
    page.browser.show_kind("person")
    for digits in ("012345", "5678", "345 678"):
        page.browser.clear_filters()
        qtbot.keyClicks(page.browser.search, digits)
        assert _names(page) == ["សុខ ចាន់ធី"], digits
    qtbot.keyClick(page.browser.search, Qt.Key.Key_Down)
    assert people_of(page).phones.value() == ("012 345 678",)
    assert page.browser.search.hasFocus()


@pytest.mark.usefixtures("known")
def test_filters_by_district(page: DirectoryPage) -> None:
    combo = page.browser.district
    combo.setCurrentIndex(combo.findText("Bavel District"))
    combo.activated.emit(combo.currentIndex())
    assert _names(page) == ["អង្គការជួយភូមិ"]


def test_a_new_record_without_a_name_leaves_nothing_behind(
    page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F4)
    panel = institutions_of(page)
    assert panel.fields["name_km"].field.hasFocus()
    type_into(panel.fields["acronym"].field, "XYZ", qtbot)
    assert page.escape()
    assert people.count(store) == (0, 0)
    assert not store.find(Institution, trashed=None)
    assert page.browser.search.hasFocus()


def test_a_new_record_is_saved_as_soon_as_it_has_a_name(
    page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F4)
    panel = institutions_of(page)
    type_into(panel.fields["acronym"].field, "VSG", qtbot)
    type_into(panel.fields["name_latin"].field, "Village Support Group", qtbot)
    page.flush()
    type_into(panel.fields["address"].field, "Bavel", qtbot)
    page.flush()
    saved = _stored(store)
    assert (saved.name_latin, saved.acronym, saved.address) == (
        "Village Support Group", "VSG", "Bavel"
    )  # fmt: skip
    assert page.browser.table().current().institution.id == saved.id


def test_deleting_goes_to_the_trash_and_undo_brings_back(
    page: DirectoryPage, desk: Desk, store: Store, known: tuple[Institution, Institution]
) -> None:
    undo: list[Callable[[], None]] = []
    desk.messages.noticed.connect(lambda notice: undo.append(notice.undo))
    page.show_what(institution=known[0].id)
    institutions_of(page).delete_button.click()
    assert not institutions_of(page).isVisible()
    assert people.count(store)[0] == 1
    undo[0]()
    assert people.count(store)[0] == 2


def test_add_a_person_from_their_institution(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[1].id)
    institutions_of(page).person_wanted.emit(known[1].id)
    assert page.browser.kind() == "person"
    panel = people_of(page)
    assert panel.institution.text() == "សហគមន៍នេសាទ"
    type_into(panel.fields["name_latin"].field, "Keo Vanna", qtbot)
    page.flush()
    (works,) = people.people_of(store, known[1].id)
    assert works[1].name_latin == "Keo Vanna"


def test_empty_says_what_to_do_and_no_match_offers_to_clear(
    page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    assert page.browser.empty.isVisible()
    page.browser.empty.button.click()
    assert page.importing() is not None
    assert page.escape()
    assert page.importing() is None
    store.insert(Institution(name_latin="VSG"))
    page.refresh()
    qtbot.keyClicks(page.browser.search, "zzz")
    assert page.browser.nothing_found.isVisible()
    page.browser.nothing_found.button.click()
    assert _names(page) == ["VSG"]


def test_a_file_dropped_on_the_directory_is_imported(page: DirectoryPage) -> None:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(LIST))])
    page.dropEvent(
        QDropEvent(
            QPointF(9, 9),
            Qt.DropAction.CopyAction,
            data,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    view = page.importing()
    assert view is not None
    assert view.step() is view.sheet_step


def test_fits_a_small_window_with_the_panel_open(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution]
) -> None:
    long = dataclasses.replace(known[0], id="long", name_km="ស្ថាប័ន" * 30)
    store.insert(long)
    page.show_what(institution="long")
    assert page.minimumSizeHint().width() <= 1037
    assert page.minimumSizeHint().height() <= 580
