"""Where a document is saved, and as what: PDF to print and send, Word to go on writing in."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from cspdesk.i18n import N_, _
from cspdesk.paper.writing import SUFFIXES

PDF, WORD = SUFFIXES
_WIDTH = 820
_KINDS = {PDF: N_("PDF documents"), WORD: N_("Word documents")}
_TITLES = {PDF: N_("Save as PDF"), WORD: N_("Save as Word file")}


def chooser(parent: QWidget, folder: str, name: str, suffix: str) -> QFileDialog:
    """Return a dialog that asks where to save; both kinds may be chosen, ``suffix`` is proposed.

    Args:
        parent: the preview.
        folder: where to begin.
        name: of the file, with or without its suffix.
        suffix: one of ``PDF`` and ``WORD``.
    """
    dialog = QFileDialog(parent, _(_TITLES[suffix]), folder)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    other = WORD if suffix == PDF else PDF
    dialog.setNameFilters([f"{_(_KINDS[kind])} (*{kind})" for kind in (suffix, other)])
    dialog.setDefaultSuffix(suffix[1:])
    dialog.selectFile(name if Path(name).suffix in SUFFIXES else f"{name}{suffix}")
    dialog.resize(min(_WIDTH, parent.width() - 40), dialog.sizeHint().height())
    dialog.filterSelected.connect(functools.partial(_follow, dialog))
    return dialog


def chosen_suffix(dialog: QFileDialog) -> str:
    """Return the suffix of the kind that is chosen in the dialog."""
    return WORD if WORD in dialog.selectedNameFilter() else PDF


def whole_name(path: Path, suffix: str) -> Path:
    """Return a path that ends in one of ``SUFFIXES``: 'Minutes 13.12' becomes 'Minutes 13.12.pdf'."""
    known = path.suffix.lower() in SUFFIXES
    return path if known else path.with_name(path.name + suffix)


def _follow(dialog: QFileDialog, _filter: str) -> None:
    """Let the typed name end as the kind that was chosen."""
    suffix = chosen_suffix(dialog)
    dialog.setDefaultSuffix(suffix[1:])
    typed = Path(next(iter(dialog.selectedFiles()), ""))
    if typed.suffix.lower() in SUFFIXES:
        dialog.selectFile(typed.with_suffix(suffix).name)
