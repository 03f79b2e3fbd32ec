"""A person at the keyboard: presses keys, types, reads what the window says, and waits for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QDialog,
    QLabel,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from cspdesk.app import Built
from cspdesk.ui.page import Page
from cspdesk.ui.widgets.label import ElidedLabel, WrapLabel

if TYPE_CHECKING:
    from cspdesk.db.store import Store

T = TypeVar("T")
MOST_STOPS = 80
"""More times Tab than any page has fields."""


class Hands:
    """Whatever window has the cursor gets the keys, as from a keyboard."""

    def __init__(self, bot: QtBot, built: Built) -> None:
        self._bot = bot
        self.built = built

    def press(self, keys: str, times: int = 1) -> None:
        """Press one key with its modifiers: 'Ctrl+Return', 'F4'."""
        pressed = QKeySequence(keys)[0]
        for _again in range(times):
            QTest.keyClick(_window(), pressed.key(), pressed.keyboardModifiers())

    def type(self, text: str) -> None:
        """Type letters of any script, as a keyboard of that script sends them."""
        for letter in text:
            if letter.isascii():
                QTest.keyClick(_window(), letter)
                continue
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                key = QKeyEvent(kind, ord(letter), Qt.KeyboardModifier.NoModifier, letter)
                QCoreApplication.sendEvent(_window(), key)

    def go_to(self, name: str, back: bool = False) -> QWidget:
        """Press Tab until the cursor is at what is called ``name`` (or begins so)."""
        passed = []
        for _stop in range(MOST_STOPS):
            field = QApplication.focusWidget()
            if field is not None and name in (called := name_of(field)) and called.startswith(name):
                return field
            passed.append(name_of(field) if field else "nowhere")
            self.press("Shift+Tab" if back else "Tab")
        raise AssertionError(f"Tab never comes to {name!r}, only to {dict.fromkeys(passed)}")

    def choose(self, name: str) -> None:
        """Go to a button and press it."""
        self.go_to(name)
        self.press("Space")

    def wait(self, condition: Callable[[], object]) -> None:
        """Let the window work until ``condition`` holds."""
        self._bot.waitUntil(lambda: bool(condition()), timeout=10_000)

    def wait_for(self, kind: type[T]) -> T:
        """Wait until something of a class is on the screen; return it."""
        self.wait(lambda: self._shown(kind))
        return self._shown(kind)[0]

    def close(self, dialog: QDialog) -> None:
        """Close a dialog with Esc and be back at the window."""
        self.press("Esc")
        self.wait(lambda: not isValid(dialog) or not dialog.isVisible())
        # A window manager hands the keyboard back; the offscreen platform has none.
        with self._bot.waitActive(self.built.window):
            self.built.window.activateWindow()

    def settle(self) -> None:
        """Wait until everything typed is saved and everything asked is shown."""
        if self.built.window.shell is not None:
            self.built.window.shell.flush()
        self.wait(lambda: not self.built.desk.runner.busy())

    def store(self, look: Callable[[Store], T]) -> T:
        """Return what ``look`` finds in the store, after everything written before."""
        found: list[T] = []
        self.built.desk.read(look, owner=self.built.desk, on_done=found.append)
        self.wait(lambda: found)
        return found[0]

    def page(self) -> Page:
        """Return the page that is shown."""
        shell = self.built.window.shell
        assert shell is not None
        page = shell.page()
        assert page is not None
        return page

    def says(self, text: str) -> bool:
        """Whether a label or button on the screen says ``text`` as all or part of it."""
        return any(text in said for said in self.texts())

    def texts(self) -> list[str]:
        """Return what the labels and buttons on the screen say, unshortened."""
        return texts_on(QApplication.activeWindow())

    def _shown(self, kind: type[T]) -> list[T]:
        top = QApplication.topLevelWidgets()
        everything = [*top, *(child for window in top for child in window.findChildren(QWidget))]
        return [item for item in everything if isinstance(item, kind) and item.isVisible()]


def name_of(field: QWidget) -> str:
    """Return what a field or button is called on the screen or for a screen reader."""
    text = field.text() if isinstance(field, QPushButton) else ""
    return text or field.accessibleName()


def texts_on(window: QWidget | None) -> list[str]:
    """Return what the visible labels and buttons of a window say, unshortened."""
    if window is None:
        return []
    said = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisibleTo(window):
            continue
        if isinstance(widget, WrapLabel):
            said.append(widget.plain_text())
        elif isinstance(widget, ElidedLabel):
            said.append(widget.full_text())
        elif isinstance(widget, QLabel | QAbstractButton):
            said.append(widget.text())
    return said


def _window() -> QWindow:
    window = QGuiApplication.focusWindow()
    assert window is not None, "no window has the keyboard"
    return window
