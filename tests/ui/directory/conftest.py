"""The directory page over a small directory."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from cspdesk.db import people
from cspdesk.db.store import Store
from cspdesk.models.people import Institution, InstitutionKind, Person
from cspdesk.ui.desk import Desk
from cspdesk.ui.pages.directory_page import DirectoryPage

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
