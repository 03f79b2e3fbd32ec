"""When the desk has a fault: a report without names or texts of people, in the log and to copy."""

from __future__ import annotations

import logging
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, Signal, qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton

from cspdesk import __version__
from cspdesk.i18n import _

_LARGEST = 200_000
_log = logging.getLogger("cspdesk.crash")


def report(kind: type[BaseException], where: TracebackType | None) -> str:
    """Return what a developer needs. No message of the error: it may quote what was typed."""
    import platform

    lines = [
        f"cspdesk {__version__}, Python {platform.python_version()}, Qt {qVersion()}, "
        f"{platform.system()} {platform.release()}",
        f"{kind.__module__}.{kind.__qualname__}",
    ]
    for frame in traceback.extract_tb(where):
        lines.append(f"  {Path(frame.filename).name}:{frame.lineno} in {frame.name}")
    return "\n".join(lines)


def log_to(folder: Path) -> None:
    """Write warnings and faults to a small log in the workspace; made with the first line.

    A log that grew too large is begun anew: what matters is the fault that just happened.
    """
    path = folder / "cspdesk.log"
    large = path.exists() and path.stat().st_size > _LARGEST
    handler = logging.FileHandler(path, "w" if large else "a", encoding="utf-8", delay=True)
    handler.setLevel(logging.WARNING)
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    logging.getLogger("cspdesk").addHandler(handler)


class CrashWatch(QObject):
    """Takes faults that nothing else took, from any thread; shows one dialog at a time."""

    _caught = Signal(str)

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._showing = False
        self._caught.connect(self._show)

    def install(self) -> None:
        """Take uncaught errors from now on."""
        sys.excepthook = self._on_error

    def _on_error(
        self, kind: type[BaseException], error: BaseException, where: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, where)
            return
        text = report(kind, where)
        try:
            _log.error("%s", text)
        except OSError:
            sys.__excepthook__(kind, error, where)
        self._caught.emit(text)

    def _show(self, text: str) -> None:
        if self._showing:
            return
        self._showing = True
        box = QMessageBox(
            QMessageBox.Icon.Warning,
            _("Something went wrong."),
            _(
                "The desk has a fault. What you saved is safe. You can go on; please send the "
                "details below to the people who look after cspdesk. They hold no personal data."
            ),
        )
        box.setDetailedText(text)
        copy = QPushButton(_("Copy the details"))
        box.addButton(copy, QMessageBox.ButtonRole.ActionRole)
        box.addButton(QMessageBox.StandardButton.Close)
        copy.clicked.disconnect()
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
        box.finished.connect(self._on_closed)
        box.open()
        self._box = box

    def _on_closed(self) -> None:
        self._showing = False
        self._box.deleteLater()
