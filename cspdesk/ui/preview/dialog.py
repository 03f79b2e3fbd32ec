"""The preview: the very PDF that is printed or saved, its language and its options."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QSize, QStandardPaths, Qt, QUrl
from PySide6.QtGui import QDesktopServices, QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from cspdesk.errors import DeskError
from cspdesk.files import write_whole
from cspdesk.i18n import LANGUAGES, _, ngettext
from cspdesk.ui.preview import saving
from cspdesk.ui.preview.drawing import Drawn, draw, word_file
from cspdesk.ui.preview.notice import NoticeBar
from cspdesk.ui.preview.options import Option, OptionsPanel
from cspdesk.ui.preview.pages import PdfPages
from cspdesk.ui.preview.waiting import Waiting
from cspdesk.ui.runner import Progress, Task
from cspdesk.ui.widgets.buttons import Button, IconButton, Segments
from cspdesk.ui.widgets.card import Card, Rule, ScrollPanel
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import error_text

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from cspdesk.paper.blocks import Document
    from cspdesk.ui.desk import Desk

_SIDE = 300
_LANGUAGE = "{language}"
_NAMED = 8
"""So many characters that no font has are named."""
_NOT_IN_NAMES = '<>:"/\\|?*'


class _Side(Card):
    """As narrow as the words in it allow: none is cut, and the pages have the rest."""

    def sizeHint(self) -> QSize:
        return QSize(max(_SIDE, self.minimumSizeHint().width()), super().sizeHint().height())


class PreviewDialog(QDialog):
    """Shows a document and prints or saves it. See :func:`cspdesk.ui.preview.open_preview`."""

    def __init__(
        self,
        desk: Desk,
        title: str,
        make: Callable[..., Document],
        parent: QWidget,
        *,
        language: str,
        options: Sequence[Option] = (),
        file_name: str = "",
        on_printed: Callable[[], Any] | None = None,
        then: str = "",
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self.resize(parent.size())
        self._desk = desk
        self._title = title
        self._make = make
        self._file_name = file_name or title
        self._on_printed = on_printed
        self._then = then
        self._folder = QStandardPaths.writableLocation(
            QStandardPaths.StandardLocation.DocumentsLocation
        )
        self._task: Task | None = None
        self._drawn: Drawn | None = None
        self._retried_name = ""

        self.pages = PdfPages(desk.words)
        self.waiting = Waiting()
        self.notice = NoticeBar()
        self.languages = Segments(tuple(LANGUAGES))
        self.languages.choose(language)
        self.options = OptionsPanel(options)
        self.print_button = Button(icon="printer", kind="primary")
        self.save_button = Button(icon="download")
        self.word_button = Button(icon="file-text")
        self.close_button = IconButton("x")
        self._heading = WrapLabel(title, role="section")
        self._language_label = Label(role="caption")
        self._build()

        self.languages.chosen.connect(self._compose)
        self.options.changed.connect(self._compose)
        self.waiting.cancelled.connect(self._cancel)
        self.waiting.again.connect(self._compose)
        self.print_button.clicked.connect(self._on_print_clicked)
        self.save_button.clicked.connect(functools.partial(self._ask_where, saving.PDF))
        self.word_button.clicked.connect(functools.partial(self._ask_where, saving.WORD))
        self.close_button.clicked.connect(self.close)
        for keys, button in (
            ("F7", self.print_button),
            ("Ctrl+Return", self.print_button),
            ("F2", self.save_button),
            ("Ctrl+S", self.save_button),
            ("F3", self.word_button),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(button.click)
        for keys, by in (("Ctrl++", 1.2), ("Ctrl+=", 1.2), ("Ctrl+-", 1 / 1.2)):
            QShortcut(QKeySequence(keys), self).activated.connect(
                functools.partial(self.pages.zoom, by)
            )
        # Nothing of the workspace stays on the screen once it is locked.
        desk.lock_asked.connect(self.close)
        desk.closed.connect(self.close)
        self._retranslate()
        self.pages.view.setFocus()

    def begin(self) -> None:
        """Compose and draw the document; the dialog is open."""
        self._compose()

    def done(self, result: int) -> None:
        """Close; what is being drawn or printed is no longer waited for."""
        self._drop_task()
        super().done(result)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(16, 10, 8, 0)
        head.addWidget(self._heading, 1)
        head.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        side = ScrollPanel()
        side.body.setContentsMargins(16, 4, 16, 16)
        side.body.setSpacing(12)
        side.body.addWidget(self._language_label)
        side.body.addWidget(self.languages)
        side.body.addWidget(self.options)
        side.body.addStretch()
        actions = QVBoxLayout()
        actions.setContentsMargins(16, 0, 16, 16)
        actions.setSpacing(8)
        # Not in what scrolls, where it could be out of sight.
        actions.addWidget(self.notice)
        actions.addWidget(self.print_button)
        actions.addWidget(self.save_button)
        actions.addWidget(self.word_button)
        column = _Side(margins=(0, 0, 0, 0))
        column.body.addLayout(head)
        column.body.addWidget(side, 1)
        column.body.addWidget(Rule())
        column.body.addLayout(actions)

        left = Card(margins=(1, 1, 1, 1), spacing=0)
        left.body.addWidget(self.waiting)
        left.body.addWidget(self.pages, 1)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(left, 1)
        row.addWidget(column)
        column.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, 12, 12, 12)
        layout.addLayout(row)

    def _retranslate(self) -> None:
        self.pages.retranslate()
        self.waiting.retranslate()
        self.options.retranslate()
        self.notice.retranslate()
        self._language_label.setText(_("Language of the document"))
        for language, name in LANGUAGES.items():
            self.languages.set_text(language, name)
        self.print_button.setText(_("Print (F7)"))
        self.save_button.setText(_("Save as PDF (F2)"))
        self.word_button.setText(_("Save as Word file (F3)"))
        self.close_button.set_name(_("Close (Esc)"))

    # Composing and drawing

    def _compose(self) -> None:
        self._drop_task()
        self.notice.hide()
        self._drawn = None
        self._set_ready(False)
        self.waiting.wait(_("Drawing the pages…"))
        language, values = self.languages.current(), self.options.values()
        self._task = self._desk.read(
            lambda store: self._make(store, language, **values),
            owner=self,
            on_done=self._draw,
            on_error=self._on_failed,
        )

    def _draw(self, document: Document) -> None:
        self._task = self._desk.runner.submit_pure(
            functools.partial(draw, document),
            owner=self,
            on_done=self._show,
            on_error=self._on_failed,
        )

    def _show(self, drawn: Drawn) -> None:
        self._task = None
        try:
            self.pages.show_pdf(drawn.pdf)
        except DeskError as error:
            self._on_failed(error)
            return
        self._drawn = drawn
        self.waiting.end()
        self._set_ready(True)
        self._remark(drawn)
        then, self._then = self._then, ""
        if then:
            (self.print_button if then == "print" else self.save_button).click()

    def _remark(self, drawn: Drawn) -> None:
        """Say quietly what of the pages may not look as it should."""
        if drawn.missing:
            some = " ".join(drawn.missing[:_NAMED])
            self.notice.remark(
                _("Characters that no font has are printed as boxes: {some}").format(some=some)
            )
        elif drawn.problem is not None:
            self.notice.remark(
                _("Set in Battambang and Moul: {reason}").format(reason=error_text(drawn.problem))
            )

    def _cancel(self) -> None:
        self._drop_task()
        if self._drawn is None:
            self.waiting.stop(_("Cancelled."))
        else:
            self.waiting.end()
            self.notice.remark(_("Cancelled."))
        self._set_ready(self._drawn is not None)

    def _on_failed(self, error: Exception) -> None:
        self._task = None
        self._set_ready(False)
        if not isinstance(error, DeskError):
            self.waiting.stop(_("The document could not be drawn."))
            raise error
        self.waiting.stop(_(error.title))
        self.notice.warn(_(error.title), error_text(error))

    def _set_ready(self, ready: bool) -> None:
        self.print_button.setEnabled(ready)
        self.save_button.setEnabled(ready)
        self.word_button.setEnabled(ready)
        if ready and self.focusWidget() in (None, self.close_button):
            self.pages.view.setFocus()

    def _drop_task(self) -> None:
        if self._task is not None:
            self._task.cancel()
            self._task = None

    # Printing

    def _on_print_clicked(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog

        from cspdesk.ui.preview import printing

        if not printing.printers():
            self.notice.warn(
                _("No printer is set up on this computer"),
                _("Save the document as PDF and print it on a computer that has a printer."),
                action=_("Save as PDF"),
                act=self.save_button.click,
            )
            return
        printer = printing.printer_for(self.pages.document, self._stem())
        chooser = QPrintDialog(printer, self)
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setMinMax(1, self.pages.document.pageCount())
        chooser.setFromTo(1, self.pages.document.pageCount())
        chooser.setOption(QPrintDialog.PrintDialogOption.PrintPageRange)
        chooser.setOption(QPrintDialog.PrintDialogOption.PrintCollateCopies)
        chooser.accepted.connect(functools.partial(self.print_on, printer))
        printing.unfold(chooser)
        # Its own open() wants a slot by name; the plain one does not.
        QDialog.open(chooser)

    def print_on(self, printer: QPrinter) -> None:
        """Print what is shown as the print dialog has set ``printer`` up."""
        from cspdesk.ui.preview.printing import print_pdf

        if self._drawn is None:
            return
        self._drop_task()
        self._set_ready(False)
        self.waiting.wait(_("Printing…"))
        progress = Progress(self)
        progress.moved.connect(self.waiting.show_progress)
        self._task = self._desk.runner.submit_pure(
            functools.partial(print_pdf, self._drawn.pdf, printer, progress.report),
            owner=self,
            on_done=self._say_printed,
            on_error=self._on_not_done,
            progress=progress,
        )

    def _say_printed(self, sheets: int) -> None:
        self._task = None
        self.waiting.end()
        self._set_ready(True)
        self.notice.tell(
            ngettext(
                "{n} page was sent to the printer.", "{n} pages were sent to the printer.", sheets
            ).format(n=self._desk.words.number(sheets))
        )
        if self._on_printed is not None:
            self._on_printed()

    def _on_not_done(self, error: Exception) -> None:
        self._task = None
        self.waiting.end()
        self._set_ready(True)
        if not isinstance(error, DeskError):
            raise error
        self.notice.warn(_(error.title), error_text(error))

    # Saving

    def _stem(self) -> str:
        """The file's name: that of one language never takes the place of the other's."""
        stem = self._file_name
        if _LANGUAGE not in stem:
            stem = f"{stem}-{_LANGUAGE}"
        stem = stem.replace(_LANGUAGE, self.languages.current())
        named = "".join("-" if letter in _NOT_IN_NAMES else letter for letter in stem)
        return named.rstrip(" .")  # a letter's number may end in a point, as ០០៣/២៦ ប.អ. does

    def _ask_where(self, suffix: str) -> None:
        chooser = saving.chooser(self, self._folder, self._retried_name or self._stem(), suffix)
        chooser.fileSelected.connect(lambda name: self.save_to(name, saving.chosen_suffix(chooser)))
        chooser.open()

    def save_to(self, name: str, suffix: str = saving.PDF) -> None:
        """Write what is shown to the file called ``name``, whole or not at all.

        The name's end says as what; ``suffix`` is added where it says neither PDF nor Word.
        """
        if self._drawn is None:
            return
        path = saving.whole_name(Path(name), suffix)
        self._folder, self._retried_name = str(path.parent), path.name
        if path != Path(name) and path.exists():
            self.notice.warn(
                _("There is a file of this name already"),
                _("{file} was left as it is. Choose another name.").format(file=path.name),
            )
            return
        self._drop_task()
        self._set_ready(False)
        self.waiting.wait(_("Saving…"))
        if path.suffix.lower() == saving.PDF:
            self._write(path, self._drawn.pdf)
            return
        self._task = self._desk.runner.submit_pure(
            functools.partial(word_file, self._drawn.document),
            owner=self,
            on_done=functools.partial(self._write, path),
            on_error=self._on_not_done,
        )

    def _write(self, path: Path, data: bytes) -> None:
        self._task = None
        self._desk.runner.submit_pure(
            functools.partial(write_whole, path, data),
            owner=self,
            on_done=lambda _nothing: self._say_saved(path),
            on_error=self._on_not_done,
        )

    def _say_saved(self, path: Path) -> None:
        self._retried_name = ""
        self.waiting.end()
        self._set_ready(True)
        folder = QUrl.fromLocalFile(str(path.parent))
        self.notice.tell(
            _("Saved as {file}.").format(file=path.name),
            action=_("Open folder"),
            act=functools.partial(QDesktopServices.openUrl, folder),
        )
