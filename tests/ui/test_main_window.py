from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QPalette
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from cspdesk.app import Built
from cspdesk.db.settings import get_organisation
from cspdesk.db.store import Store
from cspdesk.errors import DiskFull
from cspdesk.ui import idle, theme
from cspdesk.ui.messages import Notice
from cspdesk.ui.pages import PAGES
from cspdesk.ui.pages.directory_page import DirectoryPage
from cspdesk.ui.pages.letterhead_page import LetterheadPage
from cspdesk.ui.pages.settings_page import SettingsPage
from cspdesk.ui.shell import Shell
from cspdesk.ui.unlock import UnlockPage
from tests.ui.walks import PASSPHRASE, walk_first_run

pytestmark = pytest.mark.usefixtures("fast_key")


@pytest.fixture
def built(start: Callable[[], Built]) -> Built:
    made = start()
    walk_first_run(made)
    made.window.resize(1366, 728)
    return made


def shell_of(built: Built) -> Shell:
    assert built.window.shell is not None
    return built.window.shell


def settings_of(built: Built) -> SettingsPage:
    shell_of(built).show_page("settings")
    page = shell_of(built).page()
    assert isinstance(page, SettingsPage)
    return page


def letterhead_of(built: Built) -> LetterheadPage:
    shell_of(built).show_page("letterhead")
    page = shell_of(built).page()
    assert isinstance(page, LetterheadPage)
    return page


def test_the_first_run_ends_in_the_open_desk(built: Built) -> None:
    assert built.window.gate is None
    assert shell_of(built).isVisible()
    assert letterhead_of(built).fields["name_en"].field.text() == "Network of NGOs"


def test_ctrl_and_a_digit_shows_a_page_unless_the_page_wants_the_keys(
    built: Built, qtbot: QtBot
) -> None:
    shell_of(built).show_page("home")
    qtbot.keyClick(built.window, Qt.Key.Key_8, Qt.KeyboardModifier.ControlModifier)
    page = shell_of(built).page()
    assert isinstance(page, SettingsPage)
    wanted: list[str] = []
    page.shortcut("Ctrl+1", lambda: wanted.append("Ctrl+1"))
    with qtbot.waitActive(built.window):
        built.window.activateWindow()
    page.letterhead.setFocus()
    qtbot.keyClick(page.letterhead, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert wanted == ["Ctrl+1"]
    assert shell_of(built).page() is page


def test_what_is_typed_is_saved_before_the_desk_locks(built: Built, qtbot: QtBot) -> None:
    page = letterhead_of(built)
    name = page.fields["name_en"].field
    name.selectAll()
    qtbot.keyClicks(name, "New name")
    built.window.lock()
    assert isinstance(built.window.gate, UnlockPage)
    assert not shell_of(built).isVisible()
    card = built.window.gate.passphrase
    card.field.line.setText(PASSPHRASE)
    card.try_now()
    assert shell_of(built).page() is page
    assert name.text() == "New name"
    names = []
    built.desk.read(get_organisation, owner=built.desk, on_done=names.append)
    assert names[0].name_en == "New name"


def test_the_desk_locks_itself_when_nobody_is_there(
    built: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = built.window.findChild(idle.IdleWatch)
    assert watch is not None
    built.desk.prefer(lock_minutes=5)
    watch.look()
    assert built.window.gate is None
    now = time.time()
    monkeypatch.setattr(idle.time, "time", lambda: now + 301)
    watch.look()
    assert isinstance(built.window.gate, UnlockPage)


def test_the_theme_changes_at_once(built: Built) -> None:
    page = settings_of(built)
    page.theme.choice.button("light").click()
    assert built.window.palette().color(QPalette.ColorRole.Window).name() == "#f6f7f9"
    page.theme.choice.button("dark").click()
    assert built.window.palette().color(QPalette.ColorRole.Window).name() == "#14181d"
    assert theme.tokens() is theme.DARK


def test_the_text_size_changes_at_once(built: Built) -> None:
    page = settings_of(built)
    before = page.letterhead.sizeHint().height()
    page.text_size.choice.button("13").click()
    assert page.letterhead.font().pointSize() == 13
    assert page.letterhead.sizeHint().height() > before


@pytest.mark.parametrize("size", [11, 12, 13])
def test_every_page_fits_a_small_screen(built: Built, size: int) -> None:
    built.desk.prefer(text_size=size)
    built.window.resize(1093, 614)
    for name in [page.name for page in PAGES if page.in_sidebar or page.name == "letterhead"]:
        shell_of(built).show_page(name)
        least = built.window.minimumSizeHint()
        assert (least.width() <= 1093, least.height() <= 614) == (True, True), (name, least)


def test_the_sidebar_folds_in_a_narrow_window_and_by_key(built: Built, qtbot: QtBot) -> None:
    sidebar = shell_of(built).sidebar
    assert sidebar.width() == 208
    built.window.resize(1093, 614)
    assert sidebar.width() == 56
    qtbot.keyClick(built.window, Qt.Key.Key_F9)
    assert sidebar.width() == 208
    built.window.resize(1366, 728)
    qtbot.keyClick(built.window, Qt.Key.Key_F9)
    assert sidebar.width() == 56
    assert built.desk.preferences.sidebar_collapsed


def test_a_copy_key_works_under_a_khmer_layout(built: Built, qtbot: QtBot) -> None:
    field = QLineEdit("text", built.window)
    field.show()
    built.window.activateWindow()
    field.setFocus()
    qtbot.waitUntil(field.hasFocus)
    field.selectAll()
    handle = built.window.windowHandle()
    assert handle is not None
    press = QKeyEvent(
        QKeyEvent.Type.KeyPress,
        ord("ខ"),
        Qt.KeyboardModifier.ControlModifier,
        53,
        0,
        0,
        "",
    )
    QCoreApplication.sendEvent(handle, press)
    assert field.text() == ""


def test_closing_waits_for_what_is_typed(built: Built, qtbot: QtBot) -> None:
    page = letterhead_of(built)
    name = page.fields["name_en"].field
    name.selectAll()
    qtbot.keyClicks(name, "Typed last")
    assert built.window.close()
    names = []
    built.desk.read(get_organisation, owner=built.desk, on_done=names.append)
    assert names[0].name_en == "Typed last"


def test_closing_warns_once_of_what_the_disk_did_not_take(built: Built) -> None:
    def fail(_store: Store) -> None:
        raise DiskFull("The disk is full", "No room.")

    said: list[str] = []
    built.desk.messages.noticed.connect(lambda notice: said.append(notice.text))
    built.desk.change(fail, owner=built.desk)
    assert not built.window.close()
    assert said == ["The disk is full", "Not everything is saved"]
    assert built.window.close()


def test_a_page_opened_for_one_thing_has_the_cursor_there(built: Built, qtbot: QtBot) -> None:
    with qtbot.waitActive(built.window):
        built.window.activateWindow()
    built.desk.navigate("directory", import_file=True)
    page = shell_of(built).page()
    assert isinstance(page, DirectoryPage)
    view = page.importing()
    assert view is not None
    assert view.file_step.choose_button.hasFocus()


def test_esc_goes_to_the_page_and_closes_an_error_first(built: Built, qtbot: QtBot) -> None:
    shell, heard = shell_of(built), list[str]()
    page = shell.page()
    assert page is not None
    page.escape = lambda: bool(heard.append("page") or True)  # type: ignore[method-assign]
    messages = built.desk.messages
    for kind in ("info", "danger"):
        messages.noticed.emit(Notice("Text", kind=kind))
        qtbot.keyClick(built.window, Qt.Key.Key_Escape)
    assert heard == ["page"]
    assert not shell._toast.isVisible()
