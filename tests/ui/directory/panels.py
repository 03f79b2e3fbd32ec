"""Reaching into the panels of the directory page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cspdesk.ui.directory.institution_panel import InstitutionPanel
from cspdesk.ui.directory.person_panel import PersonPanel
from cspdesk.ui.pages.directory_page import DirectoryPage

LIST = Path(__file__).parents[2] / "data" / "npdp-contact-list.xlsx"


def institutions_of(page: DirectoryPage) -> InstitutionPanel:
    panel = page.panels["institution"]
    assert isinstance(panel, InstitutionPanel)
    return panel


def people_of(page: DirectoryPage) -> PersonPanel:
    panel = page.panels["person"]
    assert isinstance(panel, PersonPanel)
    return panel


def type_into(field: QLineEdit, text: str, bot: QtBot) -> None:
    field.setFocus()
    field.selectAll()
    bot.keyClicks(field, text)
