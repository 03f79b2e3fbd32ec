"""Printing what the directory shows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from cspdesk.db.store import Store
from cspdesk.models.people import Institution
from cspdesk.ui.pages.directory_page import DirectoryPage
from cspdesk.ui.preview.dialog import PreviewDialog


def preview(page: DirectoryPage) -> PreviewDialog:
    return page.window().findChildren(PreviewDialog)[-1]


def text_of(dialog: PreviewDialog) -> str:
    pages = dialog.pages.document
    return "\n".join(pages.getAllText(n).text() for n in range(pages.pageCount()))


# The offscreen platform has no keyboard for a menu to grab, and says so.
pytestmark = pytest.mark.qt_log_ignore("grabbing the keyboard", r"raise\(\)", extend=True)


@pytest.fixture
def menu(page: DirectoryPage, known: tuple[Institution, Institution], qtbot: QtBot) -> QMenu:
    page.refresh()
    qtbot.keyClick(page, Qt.Key.Key_F7)
    found = QApplication.activePopupWidget()
    assert isinstance(found, QMenu)
    return found


def test_f7_then_enter_prints_the_contact_list(
    menu: QMenu, page: DirectoryPage, qtbot: QtBot
) -> None:
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert "012 345 678" in text_of(preview(page))
    preview(page).close()


def test_a_copy_to_share_has_no_numbers(menu: QMenu, page: DirectoryPage) -> None:
    menu.actions()[1].trigger()
    assert "Village Support Group" in text_of(preview(page))
    assert "012 345 678" not in text_of(preview(page))
    preview(page).close()


def test_labels_are_for_what_is_shown(
    menu: QMenu, page: DirectoryPage, store: Store, qtbot: QtBot
) -> None:
    menu.close()
    page.browser.show_kind("person")
    page._open_paper("labels")
    assert "Sok Chanthy" in text_of(preview(page))
    preview(page).close()
    page.browser.show_kind("institution")
    page.browser.search.setText("village")
    page._open_paper("envelopes")
    assert preview(page).pages.document.pageCount() == 1
    preview(page).close()
