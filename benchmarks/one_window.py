"""Opens one window and prints when it could be used and what it weighed then, as JSON.

``one_window.py bare|locked|open START``: START is time.monotonic() when the command was given. The
workspace is CSPDESK_DATA_DIR. 'locked' asks for the passphrase, 'open' shows the first page.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QWidget

PASSPHRASE = "a passphrase for figures"
SETTLED_MS = 1500
"""How long an opened desk is given to fill its first page before it is weighed."""


class FirstPaint(QObject):
    """Calls ``then`` once ``window`` has been painted and nothing is queued."""

    def __init__(self, window: QWidget, then: Callable[[], None]) -> None:
        super().__init__(window)
        self._window = window
        self._then = then
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self._window.removeEventFilter(self)
            QTimer.singleShot(0, self._window, self._then)
        return False


def report() -> None:
    elapsed = (time.monotonic() - float(sys.argv[2])) * 1000
    QApplication.quit()
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 (pathlib is no part of a bare window)
        pages = int(statm.read().split()[1])
    mebibytes = pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    print(f'{{"milliseconds": {elapsed}, "mebibytes": {mebibytes}}}')


def show_bare() -> None:
    app = QApplication(sys.argv[:1])
    window = QMainWindow()
    window.setCentralWidget(QLabel("A bare window"))
    window.resize(1366, 728)
    FirstPaint(window, report)
    window.show()
    app.exec()


def show_desk(*, unlock: bool) -> None:
    from cspdesk.app import build
    from cspdesk.paths import default_workspace

    app = QApplication(sys.argv[:1])
    workspace = default_workspace()
    built = build(app, workspace)
    built.window.show()
    if unlock:
        from functools import partial

        from cspdesk.ui.unlock import open_with_passphrase

        built.desk.opened.connect(lambda: QTimer.singleShot(SETTLED_MS, report))
        opening = partial(open_with_passphrase, workspace, PASSPHRASE)
        built.desk.adopt(opening, owner=built.window, on_error=lambda error: app.exit(1))
    else:
        FirstPaint(built.window, report)
    app.exec()
    built.desk.close()
    built.desk.runner.shutdown()


if __name__ == "__main__":
    if sys.argv[1] == "bare":
        show_bare()
    else:
        show_desk(unlock=sys.argv[1] == "open")
