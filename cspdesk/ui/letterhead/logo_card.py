"""The logo: dropped or chosen, shown as on paper, removed."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPixmap
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cspdesk.errors import DeskError
from cspdesk.i18n import _
from cspdesk.ui.desk import Desk
from cspdesk.ui.runner import Task
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import error_text

_EDGE = 88
_DIALOG = QSize(880, 520)
_SUFFIXES = "*.png *.jpg *.jpeg *.gif *.bmp *.webp *.tif *.tiff"


def read_logo(path: Path) -> bytes:
    """Read a picture on the worker for pure work; see :func:`exchange.pictures.logo_from`."""
    from cspdesk.exchange.pictures import logo_from

    return logo_from(path)


class LogoCard(Card):
    """What is wrong with a file is said here, and the logo before it stays.

    Signals:
        chosen(bytes): a new logo, a PNG. removed(): there is to be none.
    """

    chosen = Signal(bytes)
    removed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._desk = desk
        self._has = False
        self._error: DeskError | None = None
        self._task: Task | None = None
        self.setAcceptDrops(True)
        self._head = Label(role="section")
        self._picture = QLabel()
        self._picture.setFixedSize(_EDGE, _EDGE)
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setProperty("role", "paper")
        self._sentence = WrapLabel(role="muted")
        self._problem_title = WrapLabel(role="danger-strong")
        self._problem = WrapLabel(role="caption")
        self.choose_button = Button(icon="folder-open")
        self.remove_button = Button(icon="trash-2")
        buttons = FlowLayout()
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.remove_button)
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addWidget(self._sentence)
        column.addLayout(buttons)
        column.addWidget(self._problem_title)
        column.addWidget(self._problem)
        column.addStretch()
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self._picture, 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(column, 1)
        self.body.addWidget(self._head)
        self.body.addLayout(row)
        self.choose_button.clicked.connect(self.ask)
        self.remove_button.clicked.connect(self._on_remove_clicked)
        self.show_logo(b"")
        self._show_problem()

    def retranslate(self) -> None:
        """Word the card."""
        self._head.setText(_("Logo"))
        self._sentence.setText(_("Drop a picture here or choose a file: PNG, JPEG and others."))
        self.choose_button.setText(_("Choose the file"))
        self.remove_button.setText(_("Remove the logo"))
        self._picture.setAccessibleName(_("Logo"))
        if not self._has:
            self._picture.setText(_("No logo"))
        self._show_problem()

    def complaint(self) -> str:
        """Return what is said about the last file, '' where it could be read."""
        return self._problem.plain_text()

    def show_logo(self, logo: bytes) -> None:
        """Show a PNG, or that there is none."""
        drawn = QPixmap()
        self._has = bool(logo) and drawn.loadFromData(logo)
        self.remove_button.setEnabled(bool(logo))
        if not self._has:
            self._picture.setText(_("No logo"))
            return
        ratio = self.devicePixelRatioF()
        room = QSize(_EDGE - 12, _EDGE - 12) * ratio
        shown = drawn.scaled(
            room,
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        shown.setDevicePixelRatio(ratio)
        self._picture.setPixmap(shown)

    def ask(self) -> None:
        """Let the person choose a file."""
        pictures = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.PicturesLocation)
        chooser = QFileDialog(self.window(), _("Choose the file"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setDirectory(pictures if Path(pictures).is_dir() else str(Path.home()))
        chooser.setNameFilters((_("Pictures") + f" ({_SUFFIXES})", _("All files") + " (*)"))
        chooser.resize(_DIALOG.boundedTo(self.window().size()))
        chooser.fileSelected.connect(lambda name: self.read(Path(name)))
        chooser.open()

    def read(self, path: Path) -> None:
        """Take the picture in a file as the logo, or say why it cannot be."""
        # The button stays as it is: disabled it would pass the cursor on to another field.
        if self._task is not None:
            self._task.cancel()
        self._task = self._desk.runner.submit_pure(
            functools.partial(read_logo, path),
            owner=self,
            on_done=self._on_read,
            on_error=self._on_failed,
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() and event.mimeData().urls()[0].isLocalFile():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        event.acceptProposedAction()
        self.read(Path(event.mimeData().urls()[0].toLocalFile()))

    def _on_read(self, logo: bytes) -> None:
        self._error = None
        self._show_problem()
        self.chosen.emit(logo)

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._error = error
        self._show_problem()

    def _on_remove_clicked(self) -> None:
        self.choose_button.setFocus()
        self._error = None
        self._show_problem()
        self.removed.emit()

    def _show_problem(self) -> None:
        error = self._error
        self._problem_title.setText(_(error.title) if error else "")
        self._problem.setText(error_text(error) if error else "")
        for label in (self._problem_title, self._problem):
            label.setVisible(error is not None)
