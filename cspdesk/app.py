"""Starts the desk: everything is built here once and handed down by constructors."""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from cspdesk import __version__
from cspdesk.paths import APP_NAME, DATA_DIR, default_workspace
from cspdesk.ui import preferences
from cspdesk.ui.crash import CrashWatch, log_to
from cspdesk.ui.desk import Desk
from cspdesk.ui.instance import Instance
from cspdesk.ui.language import Language
from cspdesk.ui.main_window import MainWindow
from cspdesk.ui.runner import TaskRunner
from cspdesk.ui.theme import Theme


@dataclass
class Built:
    """What one running desk is made of."""

    desk: Desk
    theme: Theme
    language: Language
    window: MainWindow


def build(app: QApplication, workspace: Path, runner: TaskRunner | None = None) -> Built:
    """Build the desk for a workspace; nothing is shown or opened yet."""
    chosen = preferences.load()
    theme = Theme(app)
    theme.apply(chosen.theme, chosen.text_size)
    language = Language(app)
    language.switch(chosen.language or "km")
    desk = Desk(workspace, runner or TaskRunner(), chosen, app)
    desk.preferences_changed.connect(
        lambda: theme.apply(desk.preferences.theme, desk.preferences.text_size)
    )
    window = MainWindow(desk, language, new=not has_workspace(workspace))
    return Built(desk, theme, language, window)


def has_workspace(folder: Path) -> bool:
    """Return whether there is something to unlock."""
    from cspdesk.db import vault

    return vault.exists(folder)


def run(data_dir: Path | None = None) -> int:
    """Run the desk until its window is closed; return the exit code.

    Args:
        data_dir: folder of the data; None is this person's own.

    Shutdown order: the window saves what is typed, the store closes behind the last write, the
    workers end, and only then Qt.
    """
    if data_dir:
        # Preferences of a workspace given by name lie in it.
        os.environ[DATA_DIR] = str(data_dir.resolve())
    workspace = default_workspace()
    app = QApplication(sys.argv[:1])
    app.setApplicationName(APP_NAME)
    app.setApplicationDisplayName(APP_NAME)
    app.setDesktopFileName(APP_NAME)
    app.setApplicationVersion(__version__)
    instance = Instance(workspace)
    if instance.hand_over():
        return 0
    log_to(workspace)
    crash = CrashWatch(app)
    crash.install()
    built = build(app, workspace)
    instance.called.connect(built.window.bring_to_front)
    built.desk.opened.connect(instance.put_sign)
    built.window.show()
    QTimer.singleShot(0, instance.listen)
    code = app.exec()
    built.desk.close()
    built.desk.runner.shutdown()
    instance.close()
    return code
