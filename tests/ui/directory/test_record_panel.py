"""Editing in the panel: what is typed is what is stored."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.models.people import Institution, InstitutionKind, Person, Sex
from cspdesk.ui.desk import Desk
from cspdesk.ui.pages.directory_page import DirectoryPage
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.label import WrapLabel
from tests.ui.directory.panels import institutions_of, people_of, type_into

LIST = Path(__file__).parents[2] / "data" / "npdp-contact-list.xlsx"


def test_saves_each_field_as_it_is_typed(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[0].id)
    panel = institutions_of(page)
    typed = {
        "name_latin": "Village  Support",
        "acronym": "VS",
        "address": "Street 3",
        "email": "a@b.org",
        "telegram": "@vsg",
    }
    for name, text in typed.items():
        type_into(panel.fields[name].field, text, qtbot)
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
    field = institutions_of(page).fields["name_latin"].field
    type_into(field, "Village ", qtbot)
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
    panel = institutions_of(page)
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
    name = institutions_of(page).fields["name_km"]
    type_into(name.field, "Fishers", qtbot)
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
    panel = institutions_of(page)
    khmer = panel.fields["name_km"].field
    khmer.setFocus()
    khmer.selectAll()
    qtbot.keyClick(khmer, Qt.Key.Key_Backspace)
    assert khmer.property("invalid")
    type_into(panel.fields["name_latin"].field, "Fishers", qtbot)
    assert not khmer.property("invalid")
    page.flush()
    saved = store.get(Institution, known[1].id)
    assert saved is not None
    assert (saved.name_km, saved.name_latin) == ("", "Fishers")


@pytest.mark.usefixtures("known")
def test_warns_of_somebody_already_known_and_opens_them(
    page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    page.browser.show_kind("person")
    qtbot.keyClick(page, Qt.Key.Key_F4)
    panel = people_of(page)
    type_into(panel.fields["name_latin"].field, "Sok  Chanthy", qtbot)
    page.flush()
    assert panel.twin.isVisible()
    panel.twin.open_asked.emit(store.find(Person)[0].id)
    assert panel.phones.value() == ("012 345 678",)
    assert not panel.twin.isVisible()


def test_phones_are_put_in_form_and_odd_ones_stay_as_typed(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[0].id)
    phones = institutions_of(page).phones
    lines = phones.findChildren(QLineEdit)
    type_into(lines[0], "12345678", qtbot)
    type_into(phones.findChildren(QLineEdit)[1], "123", qtbot)
    institutions_of(page).fields["email"].field.setFocus()
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
    panel = institutions_of(page)
    type_into(panel.fields["address"].field, "Ta Meun Commune, Thma Koul District", qtbot)
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
    panel = people_of(page)
    assert panel.institution.text() == "Village Support Group"
    panel.institution.setFocus()
    panel.institution.selectAll()
    qtbot.keyClicks(panel.institution, "ADHOC")
    qtbot.keyClick(panel.institution, Qt.Key.Key_Down)
    qtbot.keyClick(panel.institution, Qt.Key.Key_Return)
    ((_affiliation, institution),) = people.affiliations_of(store, person.id)
    assert institution.name_latin == "ADHOC"
    type_into(panel.position.field, "Officer", qtbot)
    panel.representative.click()
    page.flush()
    ((affiliation, _institution),) = people.affiliations_of(store, person.id)
    assert (affiliation.position, affiliation.representative) == ("Officer", True)


def test_sex_year_and_title_of_a_person(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    person = store.find(Person)[0]
    page.show_what(person=person.id)
    panel = people_of(page)
    assert panel.fields["sex"].field.value() is Sex.NOT_RECORDED
    panel.fields["sex"].field.choose("woman")
    type_into(panel.fields["birth_year"].field, "1985", qtbot)
    type_into(panel.fields["honorific"].field, "Ms", qtbot)
    page.flush()
    saved = store.get(Person, person.id)
    assert saved is not None
    assert (saved.sex, saved.birth_year, saved.honorific) == (Sex.WOMAN, 1985, "Ms")
    type_into(panel.fields["birth_year"].field, "85", qtbot)
    page.flush()
    assert panel.fields["birth_year"].field.property("invalid")


def test_tab_goes_through_the_fields_as_they_are_read(
    page: DirectoryPage, store: Store, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(person=store.find(Person)[0].id)
    panel = people_of(page)
    panel.focus_first()
    middles: list[int] = []
    for _press in range(9):
        field = page.focusWidget()
        assert field is not None
        middles.append(field.mapTo(panel, field.rect().center()).y() + panel.scrolled())
        qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert middles == sorted(middles)


def test_undo_shows_in_the_panel(
    page: DirectoryPage, desk: Desk, known: tuple[Institution, Institution], qtbot: QtBot
) -> None:
    page.show_what(institution=known[0].id)
    field = institutions_of(page).fields["acronym"].field
    type_into(field, "NEW", qtbot)
    page.flush()
    desk.undo()
    assert field.text() == "VSG"
