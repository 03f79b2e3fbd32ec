"""A document beside what it is made of, drawn again a moment after the last key."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cspdesk.errors import DeskError
from cspdesk.i18n import LANGUAGES, _, current_language
from cspdesk.ui.widgets.buttons import Segments
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import error_text

if TYPE_CHECKING:
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.preview.pages import PdfPages
    from cspdesk.ui.runner import Task

_PAUSE_MS = 150


class LivePreview(Card):
    """The PDF of what is being written. Qt's PDF parts are loaded when it is first shown.

    ``shown`` is the subject and the language on the page, None before the first drawing.

    Args:
        desk: the services of the open workspace.
        draw: ``draw(subject, language)`` returns the PDF; runs on the worker for pure work.
    """

    def __init__(
        self, desk: Desk, draw: Callable[[Any, str], bytes], parent: QWidget | None = None
    ) -> None:
        super().__init__(margins=(1, 6, 1, 1), spacing=4, parent=parent)
        self._desk = desk
        self._draws = draw
        self._subject: object = None
        self.shown: tuple[Any, str] | None = None
        self._task: Task | None = None
        self.pages: PdfPages | None = None
        self._title = Label(role="strong")
        self.languages = Segments(tuple(LANGUAGES))
        self.languages.choose(current_language())
        self._problem = WrapLabel(role="error")
        self._problem.hide()
        head = QHBoxLayout()
        head.setContentsMargins(12, 0, 8, 0)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self.languages)
        self.body.addLayout(head)
        self.body.addWidget(self._problem)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(self._draw)
        self.languages.chosen.connect(lambda _language: self._draw())

    def retranslate(self) -> None:
        """Word the panel."""
        self._title.setText(_("Preview"))
        for language, name in LANGUAGES.items():
            self.languages.set_text(language, name)
        self.languages.setAccessibleName(_("Language of the document"))
        if self.pages is not None:
            self.pages.retranslate()

    def draw_soon(self, subject: object) -> None:
        """Draw this state of the subject soon; nothing is drawn while the panel is hidden."""
        self._subject = subject
        if self.isVisible():
            self._pause.start()

    def showEvent(self, event: object) -> None:
        super().showEvent(event)  # type: ignore[arg-type]
        self._pause.start()

    def _draw(self) -> None:
        if self._subject is None or not self.isVisible():
            return
        wanted = self._subject, self.languages.current()
        if wanted == self.shown:
            return
        if self._task is not None:
            self._task.cancel()
        self._task = self._desk.runner.submit_pure(
            functools.partial(self._draws, *wanted),
            owner=self,
            on_done=functools.partial(self._show, wanted),
            on_error=self._on_failed,
        )

    def _show(self, wanted: tuple[object, str], data: bytes) -> None:
        if self.pages is None:
            from cspdesk.ui.preview.pages import PdfPages

            self.pages = PdfPages(self._desk.words, compact=True)
            self.pages.retranslate()
            self.body.addWidget(self.pages, 1)
        self._problem.hide()
        self.pages.show_pdf(data)
        self.shown = wanted

    def _on_failed(self, error: Exception) -> None:
        if not isinstance(error, DeskError):
            raise error
        self._problem.setText(error_text(error))
        self._problem.show()
