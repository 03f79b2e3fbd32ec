"""Every view of the desk with data in it, reached by keyboard, one after another."""

from __future__ import annotations

from collections.abc import Iterator

from cspdesk.i18n import _
from cspdesk.models.letters import LetterKind
from cspdesk.ui.imports.columns_step import ColumnsStep
from cspdesk.ui.imports.file_step import FileStep
from cspdesk.ui.imports.preview_step import PreviewStep
from cspdesk.ui.imports.sheet_step import SheetStep
from cspdesk.ui.meetings.detail import TABS
from cspdesk.ui.pages.checkin_page import CheckinPage
from cspdesk.ui.pages.directory_page import DirectoryPage
from cspdesk.ui.pages.letterhead_page import LetterheadPage
from cspdesk.ui.pages.letters_page import LettersPage
from cspdesk.ui.pages.meetings_page import MeetingsPage
from cspdesk.ui.pages.minutes_page import MinutesPage
from cspdesk.ui.pages.settings_page import SettingsPage
from cspdesk.ui.pages.trash_page import TrashPage
from tests.e2e.hands import Hands


def views(hands: Hands) -> Iterator[str]:
    """Show one view after another; yield its name once everything in it is shown."""
    for name in _steps(hands):
        hands.settle()
        yield name


def _steps(hands: Hands) -> Iterator[str]:
    hands.press("Ctrl+1")
    yield "home"
    yield from _meetings(hands)
    yield from _minutes(hands)
    yield from _door(hands)
    yield from _directory(hands)
    yield from _import(hands)
    yield from _letters(hands)
    hands.press("Ctrl+8")
    hands.wait_for(SettingsPage)
    yield "settings"
    hands.choose(_("Change the letterhead"))
    hands.wait_for(LetterheadPage)
    yield "letterhead"
    hands.press("Esc")
    hands.choose(_("Trash"))
    hands.wait_for(TrashPage)
    yield "trash"


def _letters(hands: Hands) -> Iterator[str]:
    hands.press("Ctrl+0")
    page = hands.wait_for(LettersPage)
    for kind in LetterKind:
        page.add(kind)
        hands.settle()
        hands.press("Esc")  # what is said about it speaks the language it was said in
        yield f"letters: {kind}"


def _meetings(hands: Hands) -> Iterator[str]:
    hands.press("Ctrl+2")
    hands.wait_for(MeetingsPage)
    hands.settle()
    for name in TABS:
        _show_tab(hands, name)
        yield f"meetings: {name}"
    hands.press("F4")
    yield "meetings: new"
    hands.press("Esc")


def _show_tab(hands: Hands, name: str) -> None:
    page = hands.page()
    assert isinstance(page, MeetingsPage)
    tabs = page.detail.tabs
    hands.go_to(tabs.button(tabs.current()).text())
    by = TABS.index(name) - TABS.index(tabs.current())
    hands.press("Right" if by > 0 else "Left", times=abs(by))


def _minutes(hands: Hands) -> Iterator[str]:
    _show_tab(hands, "minutes")
    hands.settle()
    hands.choose(_("Write the minutes (F2)"))
    hands.wait_for(MinutesPage)
    yield "minutes"
    hands.press("F2")
    yield "minutes: a note"
    hands.press("Alt+Left")
    hands.wait_for(MeetingsPage)
    hands.settle()


def _door(hands: Hands) -> Iterator[str]:
    hands.press("F6")
    hands.wait_for(CheckinPage)
    yield "door"
    hands.press("F4")
    yield "door: walk-in"
    hands.press("Esc")
    hands.press("F2")
    yield "door: head count"
    hands.press("Esc")
    hands.press("Down")
    hands.press("Ctrl+4")
    yield "door: details"
    hands.press("Esc")
    hands.press("Esc")


def _directory(hands: Hands) -> Iterator[str]:
    hands.press("Ctrl+3")
    hands.wait_for(DirectoryPage)
    hands.settle()
    page = hands.page()
    assert isinstance(page, DirectoryPage)
    segments = page.browser.segments
    for other in ("Right", "Left"):
        hands.go_to(segments.button(segments.current()).text())
        hands.press(other)
        hands.settle()
        yield f"directory: {segments.current()}"
        hands.press("F3")
        hands.press("Down")
        hands.press("Return")
        yield f"directory: one of {segments.current()}"
        hands.press("Esc")


def _import(hands: Hands) -> Iterator[str]:
    hands.choose(_("Import"))
    hands.wait_for(FileStep)
    yield "import: file"
    for step in (SheetStep, ColumnsStep, PreviewStep):
        hands.press("Return")
        hands.wait_for(step)
        yield f"import: {step.__name__}"
    hands.press("Esc", times=4)
