"""The one window: what stands before the desk, or the desk; keys, locking, closing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from cspdesk.errors import DeskError
from cspdesk.i18n import N_, _, current_language
from cspdesk.ui.desk import Desk
from cspdesk.ui.gate import Gate
from cspdesk.ui.icons import icon
from cspdesk.ui.idle import IdleWatch
from cspdesk.ui.keys import LayoutKeys
from cspdesk.ui.messages import SaveState

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.ui.language import Language
    from cspdesk.ui.shell import Shell

_MODIFIERS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.ShiftModifier
    | Qt.KeyboardModifier.AltModifier
)


class MainWindow(QWidget):
    """Shows first run, unlocking, or the shell. Locking closes the store, not the pages."""

    def __init__(self, desk: Desk, language: Language, *, new: bool) -> None:
        super().__init__()
        self._desk = desk
        self._language = language
        self._gate: Gate | None = None
        self._shell: Shell | None = None
        self._closing = False
        self._warned = False
        self._begin = ""
        self._layout_keys = LayoutKeys(self)
        self._idle = IdleWatch(self)
        self._keys: dict[str, Callable[[], object]] = {
            "F1": self.show_help,
            "F11": self.toggle_full_screen,
            "F12": self.switch_language,
            "Ctrl+L": self.lock,
        }
        self._layers = QStackedLayout(self)
        self._idle.idled.connect(self.lock)
        desk.opened.connect(self._on_opened)
        desk.lock_asked.connect(self.lock)
        desk.messages.save_state_changed.connect(self._on_save_state_changed)
        desk.preferences_changed.connect(self._on_preferences_changed)
        self.retranslate()
        self.resize(1366, 728)
        self.restoreGeometry(QByteArray.fromBase64(desk.preferences.geometry.encode()))
        if new:
            self._show_first_run()
        else:
            self._show_unlock()

    @property
    def shell(self) -> Shell | None:
        """The open desk; None before the first unlocking."""
        return self._shell

    @property
    def gate(self) -> Gate | None:
        """What stands before the desk; None while the desk is open."""
        return self._gate

    def retranslate(self) -> None:
        """Word the window's title bar."""
        self.setWindowTitle(_("cspdesk · the meeting desk"))

    def bring_to_front(self) -> None:
        """Answer a second start: show this window instead."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def lock(self) -> None:
        """Save what is typed, shut the store, and ask for the passphrase."""
        if self._shell is None or self._gate is not None:
            return
        self._shell.flush()
        self._desk.close()
        self._idle.watch(0)
        self._show_unlock()

    def switch_language(self) -> None:
        """Speak the other language."""
        self.speak("en" if current_language() == "km" else "km")

    def speak(self, language: str) -> None:
        """Speak 'km' or 'en' and remember it."""
        self._desk.prefer(language=language)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop to."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_help(self) -> None:
        """Show the sheet with help and keys."""
        from cspdesk.ui.shortcuts import HelpSheet

        sheet = HelpSheet(self)
        sheet.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        sheet.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # Only keys that nothing inside wanted come here, so a page may use any of them itself.
        keys = QKeySequence((event.modifiers() & _MODIFIERS).value | event.key()).toString(
            QKeySequence.SequenceFormat.PortableText
        )
        if keys in self._keys:
            self._keys[keys]()
        elif self._gate is not None or self._shell is None or not self._shell.press(keys):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            for watcher in (self._layout_keys, self._idle):
                handle.removeEventFilter(watcher)
                handle.installEventFilter(watcher)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.PaletteChange:
            self.setWindowIcon(icon("messages-square", "primary", 64))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once everything typed is on disk; what could not be saved keeps the window once."""
        if self._shell is not None and not self._closing:
            self._shell.flush()
            self._desk.save_unsaved()
            if self._desk.messages.save_state is SaveState.SAVING:
                self._closing = True
                self._desk.messages.save_state_changed.connect(self._on_saved)
                event.ignore()
                return
            if self._desk.has_unsaved() and not self._warned:
                self._warn()
                event.ignore()
                return
        geometry = self.saveGeometry().toBase64().toStdString()
        self._desk.prefer(geometry=geometry)
        super().closeEvent(event)

    def _on_saved(self, state: SaveState) -> None:
        if state is SaveState.SAVING:
            return
        self._desk.messages.save_state_changed.disconnect(self._on_saved)
        if state is SaveState.SAVED or self._warned:
            self.close()
            return
        self._closing = False
        if self._desk.has_unsaved():
            self._warn()

    def _warn(self) -> None:
        """Say that closing loses something; closing again does close."""
        self._warned = True
        self._desk.messages.error(
            DeskError(
                N_("Not everything is saved"),
                N_("The disk does not take what you typed last. Closing now would lose it."),
                N_("Make room on the disk and wait a moment, or close again to leave it."),
            )
        )

    def _on_save_state_changed(self, state: SaveState) -> None:
        if state is SaveState.SAVED:
            self._warned = False

    def _show_unlock(self) -> None:
        from cspdesk.ui.unlock import UnlockPage

        page = UnlockPage(self._desk)
        page.language.clicked.connect(self.switch_language)
        self._put_gate(page)
        page.passphrase.setFocus()

    def _show_first_run(self) -> None:
        from cspdesk.ui.first_run import FirstRun

        page = FirstRun(self._desk)
        page.language.clicked.connect(self.switch_language)
        page.language_chosen.connect(self.speak)
        page.finished.connect(self._on_first_run_finished)
        self._put_gate(page)

    def _put_gate(self, gate: Gate) -> None:
        self._gate = gate
        self._layers.addWidget(gate)
        self._layers.setCurrentWidget(gate)

    def _on_first_run_finished(self, begin: str) -> None:
        self._begin = begin
        self._desk.opened.emit()

    def _on_opened(self) -> None:
        if self._shell is None:
            from cspdesk.ui.shell import Shell

            self._shell = Shell(self._desk)
            self._shell.language_asked.connect(self.switch_language)
            self._layers.addWidget(self._shell)
        self._layers.setCurrentWidget(self._shell)
        if self._gate is not None:
            self._layers.removeWidget(self._gate)
            self._gate.deleteLater()
            self._gate = None
        self._shell.show_first()
        self._idle.watch(self._desk.preferences.lock_minutes)
        self._desk.read(_back_up_daily, owner=self, on_done=self._on_backed_up)
        begin, self._begin = self._begin, ""
        if begin == "import":
            self._desk.navigate("directory", import_file=True)
        elif begin == "sample":
            self._load_sample()

    def _on_backed_up(self, made: bool) -> None:
        if made:
            self._desk.data_changed.emit(frozenset({"backup"}))

    def _load_sample(self) -> None:
        from functools import partial

        from cspdesk.exchange import sample

        today = datetime.now().astimezone().date()
        self._desk.change(
            partial(sample.load, today=today), owner=self, on_done=self._on_sample_loaded
        )

    def _on_sample_loaded(self, _nothing: None) -> None:
        self._desk.messages.toast(
            _("Sample data is loaded. Remove it in the settings when you are done.")
        )

    def _on_preferences_changed(self) -> None:
        language = self._desk.preferences.language
        if language and language != current_language():
            self._language.switch(language)
        if self._gate is None:
            self._idle.watch(self._desk.preferences.lock_minutes)


def _back_up_daily(store: Store) -> bool:
    from cspdesk.db import backup

    return backup.make_daily(store.database, store.folder)
