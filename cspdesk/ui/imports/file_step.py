"""The first step: which file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLabel, QProgressBar, QWidget

from cspdesk.errors import DeskError
from cspdesk.i18n import _
from cspdesk.ui import icons, theme
from cspdesk.ui.imports.step import Step
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.label import WrapLabel
from cspdesk.ui.words import error_text

_DIALOG = QSize(880, 520)
"""Size of the dialog where the desk draws it: room for names, and for the places at the left."""


class FileStep(Step):
    """A place to drop a file on, a button to choose one, and what was wrong with the last one.

    Signals:
        file_chosen(Path): read this file.
    """

    file_chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._error: DeskError | None = None
        self._dialog: QFileDialog | None = None
        self._picture = QLabel()
        self._picture.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self._sentence = WrapLabel(role="muted")
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        self.choose_button = Button(icon="folder-open", kind="primary")
        self._busy = QProgressBar()
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setMaximumWidth(280)
        self._error_title = WrapLabel(role="danger-strong")
        self._error_text = WrapLabel()
        self._complaint = Card()
        self._complaint.body.addWidget(self._error_title)
        self._complaint.body.addWidget(self._error_text)

        card = Card()
        card.body.setSpacing(16)
        card.body.addStretch()
        card.body.addWidget(self._picture)
        card.body.addWidget(self._sentence)
        card.body.addWidget(self.choose_button, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignHCenter)
        card.body.addStretch()
        self.body.addWidget(self._complaint)
        self.body.addWidget(card, 1)
        self.choose_button.clicked.connect(self.ask)
        self.show_reading(reading=False)
        self.show_error(None)
        self._paint_icon()

    def title(self) -> str:
        return _("Choose the file")

    def next_text(self) -> str:
        return ""

    def is_ready(self) -> bool:
        return False

    def retranslate(self) -> None:
        self._sentence.setText(
            _("Drop your contact list here: an Excel workbook (.xlsx) or a text file (.csv, .tsv).")
        )
        self.choose_button.setText(_("Choose the file"))
        self.show_error(self._error)

    def enter(self) -> None:
        self.choose_button.setFocus()

    def ask(self) -> None:
        """Let the person choose a file."""
        if self._dialog is None:
            self._dialog = QFileDialog(self.window())
            self._dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            documents = Path(
                QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
            )
            self._dialog.setDirectory(str(documents if documents.is_dir() else Path.home()))
            self._dialog.resize(_DIALOG)
            self._dialog.fileSelected.connect(self._on_selected)
        self._dialog.setWindowTitle(_("Choose the file"))
        self._dialog.setNameFilters(
            (
                _("Contact lists") + " (*.xlsx *.xlsm *.csv *.tsv *.txt)",
                _("All files") + " (*)",
            )
        )
        self._dialog.open()

    def show_reading(self, *, reading: bool) -> None:
        """Say that a file is being read."""
        self._busy.setVisible(reading)
        self.choose_button.setEnabled(not reading)

    def show_error(self, error: DeskError | None) -> None:
        """Say why the file could not be read; None takes it away."""
        self._error = error
        self._complaint.setVisible(error is not None)
        if error is not None:
            self._error_title.setText(_(error.title))
            self._error_text.setText(error_text(error))

    def complaint(self) -> str:
        """Return what is said about the last file, '' where it could be read."""
        return "" if self._error is None else self._error_text.plain_text()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _on_selected(self, path: str) -> None:
        self.file_chosen.emit(Path(path))

    def _paint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap("file-spreadsheet", theme.tokens().muted, 48))
