"""The pages of the desk: one table, read by the sidebar; each page is imported when first shown."""

from __future__ import annotations

import importlib
from dataclasses import dataclass

from cspdesk.i18n import N_
from cspdesk.ui.desk import Desk
from cspdesk.ui.page import Page


@dataclass(frozen=True)
class PageEntry:
    """One page: its name for navigation, icon, English title, shortcut, and where it is written.

    ``place`` is 'module:Class'. A page that ``in_sidebar`` is False is reached from another one,
    which ``under`` names.
    """

    name: str
    icon: str
    title: str
    shortcut: str
    place: str
    in_sidebar: bool = True
    under: str = ""

    def make(self, desk: Desk) -> Page:
        """Import the page's module and make the page."""
        module, _colon, name = self.place.partition(":")
        page: Page = getattr(importlib.import_module(module), name)(desk)
        return page


PAGES: tuple[PageEntry, ...] = (
    PageEntry("home", "house", N_("Home"), "Ctrl+1", "cspdesk.ui.pages.home_page:HomePage"),
    PageEntry(
        "meetings",
        "calendar-days",
        N_("Meetings"),
        "Ctrl+2",
        "cspdesk.ui.pages.meetings_page:MeetingsPage",
    ),
    PageEntry(
        "directory",
        "book-user",
        N_("Directory"),
        "Ctrl+3",
        "cspdesk.ui.pages.directory_page:DirectoryPage",
    ),
    PageEntry(
        "letters",
        "mail",
        N_("Letters"),
        "Ctrl+0",  # 4 to 7 are kept for consultations, follow-up, reports and sync
        "cspdesk.ui.pages.letters_page:LettersPage",
    ),
    PageEntry(
        "checkin",
        "clipboard-list",
        N_("Attendance"),
        "",
        "cspdesk.ui.pages.checkin_page:CheckinPage",
        in_sidebar=False,
        under="meetings",
    ),
    PageEntry(
        "minutes",
        "file-text",
        N_("Minutes"),
        "",
        "cspdesk.ui.pages.minutes_page:MinutesPage",
        in_sidebar=False,
        under="meetings",
    ),
    PageEntry(
        "settings",
        "settings",
        N_("Settings"),
        "Ctrl+8",
        "cspdesk.ui.pages.settings_page:SettingsPage",
    ),
    PageEntry(
        "letterhead",
        "signature",
        N_("Letterhead"),
        "",
        "cspdesk.ui.pages.letterhead_page:LetterheadPage",
        in_sidebar=False,
        under="settings",
    ),
    PageEntry("trash", "trash-2", N_("Trash"), "Ctrl+9", "cspdesk.ui.pages.trash_page:TrashPage"),
)
"""In the order of the sidebar; its first row is shown first."""


def entry(name: str) -> PageEntry | None:
    """Return the page called ``name``, or None where there is none."""
    return next((page for page in PAGES if page.name == name), None)
