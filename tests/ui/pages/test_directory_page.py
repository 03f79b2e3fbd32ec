"""The directory as it is used from the keyboard."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.models.people import Institution, InstitutionKind, Person, Sex
from cspdesk.ui.desk import Desk
from cspdesk.ui.directory.institution_panel import InstitutionPanel
from cspdesk.ui.directory.person_panel import PersonPanel
from cspdesk.ui.pages.directory_page import DirectoryPage
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.label import WrapLabel

LIST = Path(__file__).parents[2] / "data" / "npdp-contact-list.xlsx"


@pytest.fixture
def known(store: Store) -> tuple[Institution, Institution]:
    vsg = store.insert(
        Institution(
            name_km="អង្គការជួយភូមិ",
            name_latin="Village Support Group",
            acronym="VSG",
            kind=InstitutionKind.NGO,
            place="0204",
        )
    )
    fishers = store.insert(Institution(name_km="សហគមន៍នេសាទ", place="0202"))
    person = Person(name_km="សុខ ចាន់ធី", name_latin="Sok Chanthy", phones=("012 345 678",))
    people.add_person(store, person, vsg.id, "Director")
    return vsg, fishers


@pytest.fixture
def page(desk: Desk, qtbot: QtBot) -> DirectoryPage:
    made = DirectoryPage(desk)
    qtbot.addWidget(made)
    made.resize(1158, 694)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def _institutions(page: DirectoryPage) -> InstitutionPanel:
    panel = page.panels["institution"]
    assert isinstance(panel, InstitutionPanel)
    return panel


def _people(page: DirectoryPage) -> PersonPanel:
    panel = page.panels["person"]
    assert isinstance(panel, PersonPanel)
    return panel


def _type(field: QLineEdit, text: str, bot: QtBot) -> None:
    field.setFocus()
    field.selectAll()
    bot.keyClicks(field, text)


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
    assert _institutions(page).fields["name_km"].field.hasFocus()
    assert _institutions(page).fields["acronym"].field.text() == "VSG"


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
    assert _people(page).phones.value() == ("012 345 678",)
    assert page.browser.search.hasFocus()


@pytest.mark.usefixtures("known")
def test_filters_by_district(page: DirectoryPage) -> None:
    combo = page.browser.district
    combo.setCurrentIndex(combo.findText("Bavel District"))
    combo.activated.emit(combo.currentIndex())
    assert _names(page) == ["អង្គការជួយភូមិ"]


def test_saves_each_field_as_it_is_typed(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[0].id)
    panel = _institutions(page)
    typed = {
        "name_latin": "Village  Support",
        "acronym": "VS",
        "address": "Street 3",
        "email": "a@b.org",
        "telegram": "@vsg",
    }
    for name, text in typed.items():
        _type(panel.fields[name].field, text, qtbot)
    panel.fields["kind"].field.setCurrentIndex(1)
    panel.fields["kind"].field.activated.emit(1)
    page.flush()
    saved = store.get(Institution, known[0].id)
    assert saved is not None
    expected = {**typed, "name_latin": "Village Support"}
    assert {name: getattr(saved, name) for name in expected} == expected
    assert saved.kind is InstitutionKind.CBO


def test_a_space_just_typed_stays_while_the_name_is_saved(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[0].id)
    field = _institutions(page).fields["name_latin"].field
    _type(field, "Village ", qtbot)
    page.flush()
    assert field.text() == "Village "
    qtbot.keyClicks(field, "Group")
    page.flush()
    saved = store.get(Institution, known[0].id)
    assert saved is not None
    assert saved.name_latin == "Village Group"


def test_an_emptied_name_is_complained_about_and_not_saved(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[1].id)
    panel = _institutions(page)
    field = panel.fields["name_km"].field
    field.setFocus()
    field.selectAll()
    qtbot.keyClick(field, Qt.Key.Key_Backspace)
    page.flush()
    assert field.property("invalid")
    saved = store.get(Institution, known[1].id)
    assert saved is not None
    assert saved.name_km == "សហគមន៍នេសាទ"


def test_letters_in_the_field_of_the_other_script_are_noticed_and_kept(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[1].id)
    name = _institutions(page).fields["name_km"]
    _type(name.field, "Fishers", qtbot)
    page.flush()
    shown = [label.text() for label in name.findChildren(WrapLabel) if label.isVisible()]
    assert shown == ["These are Latin letters. The field below is for them."]
    saved = store.get(Institution, known[1].id)
    assert saved is not None
    assert saved.name_km == "Fishers"
    page.show_what(institution=known[0].id)
    assert not [label for label in name.findChildren(WrapLabel) if label.isVisible()]


def test_a_name_in_one_script_lets_the_other_be_emptied(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[1].id)
    panel = _institutions(page)
    khmer = panel.fields["name_km"].field
    khmer.setFocus()
    khmer.selectAll()
    qtbot.keyClick(khmer, Qt.Key.Key_Backspace)
    assert khmer.property("invalid")
    _type(panel.fields["name_latin"].field, "Fishers", qtbot)
    assert not khmer.property("invalid")
    page.flush()
    saved = store.get(Institution, known[1].id)
    assert saved is not None
    assert (saved.name_km, saved.name_latin) == ("", "Fishers")


def test_a_new_record_without_a_name_leaves_nothing_behind(
    page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F4)
    panel = _institutions(page)
    assert panel.fields["name_km"].field.hasFocus()
    _type(panel.fields["acronym"].field, "XYZ", qtbot)
    assert page.escape()
    assert people.count(store) == (0, 0)
    assert not store.find(Institution, trashed=None)
    assert page.browser.search.hasFocus()


def test_a_new_record_is_saved_as_soon_as_it_has_a_name(
    page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    qtbot.keyClick(page, Qt.Key.Key_F4)
    panel = _institutions(page)
    _type(panel.fields["acronym"].field, "VSG", qtbot)
    _type(panel.fields["name_latin"].field, "Village Support Group", qtbot)
    page.flush()
    _type(panel.fields["address"].field, "Bavel", qtbot)
    page.flush()
    saved = _stored(store)
    assert (saved.name_latin, saved.acronym, saved.address) == (
        "Village Support Group", "VSG", "Bavel"
    )  # fmt: skip
    assert page.browser.table().current().institution.id == saved.id


@pytest.mark.usefixtures("known")
def test_warns_of_somebody_already_known_and_opens_them(
    page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    page.browser.show_kind("person")
    qtbot.keyClick(page, Qt.Key.Key_F4)
    panel = _people(page)
    _type(panel.fields["name_latin"].field, "Sok  Chanthy", qtbot)
    page.flush()
    assert panel.twin.isVisible()
    panel.twin.open_asked.emit(store.find(Person)[0].id)
    assert panel.phones.value() == ("012 345 678",)
    assert not panel.twin.isVisible()


def test_phones_are_put_in_form_and_odd_ones_stay_as_typed(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[0].id)
    phones = _institutions(page).phones
    lines = phones.findChildren(QLineEdit)
    _type(lines[0], "12345678", qtbot)
    _type(phones.findChildren(QLineEdit)[1], "123", qtbot)
    _institutions(page).fields["email"].field.setFocus()
    page.flush()
    saved = store.get(Institution, known[0].id)
    assert saved is not None
    assert saved.phones == ("012 345 678", "123")
    assert [line.text() for line in phones.findChildren(QLineEdit)] == ["012 345 678", "123", ""]
    copy = phones.findChildren(IconButton)[0]
    copy.click()
    assert QGuiApplication.clipboard().text() == "012 345 678"


def test_an_address_offers_its_place(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[1].id)
    panel = _institutions(page)
    _type(panel.fields["address"].field, "Ta Meun Commune, Thma Koul District", qtbot)
    assert panel.set_place.isVisible()
    panel.set_place.click()
    page.flush()
    saved = store.get(Institution, known[1].id)
    assert saved is not None
    assert saved.place.startswith("0202")
    assert len(saved.place) == 6
    assert not panel.set_place.isVisible()


def test_a_person_changes_to_a_new_institution(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    person = store.find(Person)[0]
    page.show_what(person=person.id)
    panel = _people(page)
    assert panel.institution.text() == "Village Support Group"
    panel.institution.setFocus()
    panel.institution.selectAll()
    qtbot.keyClicks(panel.institution, "ADHOC")
    qtbot.keyClick(panel.institution, Qt.Key.Key_Down)
    qtbot.keyClick(panel.institution, Qt.Key.Key_Return)
    ((_affiliation, institution),) = people.affiliations_of(store, person.id)
    assert institution.name_latin == "ADHOC"
    _type(panel.position.field, "Officer", qtbot)
    panel.representative.click()
    page.flush()
    ((affiliation, _institution),) = people.affiliations_of(store, person.id)
    assert (affiliation.position, affiliation.representative) == ("Officer", True)


def test_sex_year_and_title_of_a_person(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    person = store.find(Person)[0]
    page.show_what(person=person.id)
    panel = _people(page)
    assert panel.fields["sex"].field.value() is Sex.NOT_RECORDED
    panel.fields["sex"].field.choose("woman")
    _type(panel.fields["birth_year"].field, "1985", qtbot)
    _type(panel.fields["honorific"].field, "Ms", qtbot)
    page.flush()
    saved = store.get(Person, person.id)
    assert saved is not None
    assert (saved.sex, saved.birth_year, saved.honorific) == (Sex.WOMAN, 1985, "Ms")
    _type(panel.fields["birth_year"].field, "85", qtbot)
    page.flush()
    assert panel.fields["birth_year"].field.property("invalid")


def test_tab_goes_through_the_fields_as_they_are_read(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(person=store.find(Person)[0].id)
    panel = _people(page)
    panel.focus_first()
    middles: list[int] = []
    for _press in range(9):
        field = page.focusWidget()
        assert field is not None
        middles.append(field.mapTo(panel, field.rect().center()).y() + panel.scrolled())
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert middles == sorted(middles)


def test_deleting_goes_to_the_trash_and_undo_brings_back(
    page: DirectoryPage, desk: Desk, store: Store, known: tuple[Institution, Institution]
) -> None:
    undo: list[Callable[[], None]] = []
    desk.messages.noticed.connect(lambda notice: undo.append(notice.undo))
    page.show_what(institution=known[0].id)
    _institutions(page).delete_button.click()
    assert not _institutions(page).isVisible()
    assert people.count(store)[0] == 1
    undo[0]()
    assert people.count(store)[0] == 2


def test_add_a_person_from_their_institution(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[1].id)
    _institutions(page).person_wanted.emit(known[1].id)
    assert page.browser.kind() == "person"
    panel = _people(page)
    assert panel.institution.text() == "សហគមន៍នេសាទ"
    _type(panel.fields["name_latin"].field, "Keo Vanna", qtbot)
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


def test_undo_shows_in_the_panel(
    page: DirectoryPage, desk: Desk, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[0].id)
    field = _institutions(page).fields["acronym"].field
    _type(field, "NEW", qtbot)
    page.flush()
    desk.undo()
    assert field.text() == "VSG"


def test_fits_a_small_window_with_the_panel_open(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution]
) -> None:
    long = dataclasses.replace(known[0], id="long", name_km="ស្ថាប័ន" * 30)
    store.insert(long)
    page.show_what(institution="long")
    assert page.minimumSizeHint().width() <= 1037
    assert page.minimumSizeHint().height() <= 580
