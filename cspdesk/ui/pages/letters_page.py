"""The letters: a list at the left, the chosen one to be written at the right."""

from __future__ import annotations

import functools
from pathlib import Path

from PySide6.QtCore import QPoint, Qt, QTimer
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QStackedWidget, QWidget

from cspdesk.db import letters
from cspdesk.i18n import _, current_language, ngettext
from cspdesk.models.letters import Letter, LetterKind
from cspdesk.models.words import word
from cspdesk.ui import icons
from cspdesk.ui.desk import Desk
from cspdesk.ui.letters import jobs
from cspdesk.ui.letters.editor import LetterEditor
from cspdesk.ui.letters.list_panel import ICONS, ListPanel
from cspdesk.ui.letters.papers import open_letter
from cspdesk.ui.meetings.wording import today
from cspdesk.ui.page import Page
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.empty import EmptyState
from cspdesk.ui.widgets.label import Label

_LIST_WIDTH = (280, 380)
_LIST_SHARE = 0.3
_TYPING_MS = 120


class LettersPage(Page):
    """All letters and the one being written.

    ``show_what`` knows ``letter`` (an id) and ``invitation_to`` (a meeting's id: its letter, made
    where there is none).
    """

    concerns = frozenset({
        "letter", "meeting", "agenda_item", "attendance", "invitation", "person", "institution",
        "setting",
    })  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._contents = jobs.Contents([], None)
        self._wanted = ""
        self._then_focus = False
        self._count = Label(role="muted")
        self.letterhead = Button(icon="signature")
        self.new_button = Button(icon="plus")
        self.new_menu = QMenu(self)
        for kind in LetterKind:
            action = self.new_menu.addAction("")
            action.triggered.connect(functools.partial(self._add, kind))
        self.header.add_beside(self._count)
        self.header.add_action(self.letterhead)
        self.header.add_action(self.new_button)
        self.panel = ListPanel(desk.words)
        self.search = self.panel.search
        self.editor = LetterEditor(desk)
        self._nothing = EmptyState("mail")
        blank = Card()
        blank.body.addWidget(self._nothing)
        self._stack = QStackedWidget()
        self._stack.addWidget(blank)
        self._stack.addWidget(self.editor)
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.panel)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self.bindings = self.editor.bindings()
        self.primary = self.editor.preview
        self.setAcceptDrops(True)
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._connect()

    def retranslate(self) -> None:
        self.letterhead.setText(_("Letterhead"))
        self.new_button.setText(_("New letter (F4)"))
        self._word_menu()
        self._nothing.set_text(
            _("Invitations, requests and any other letter, under your letterhead.")
        )
        self.panel.retranslate()
        self.editor.retranslate()
        self._show_title()

    def refresh(self) -> None:
        self._read(self.panel.current())

    def show_what(self, **what: object) -> None:
        if what.get("letter"):
            self._wanted = str(what["letter"])
            self.mark_stale()
        elif what.get("invitation_to"):
            meeting_id = str(what["invitation_to"])
            job = functools.partial(
                jobs.invitation_to, meeting_id=meeting_id, language=current_language()
            )
            self.desk.change(job, owner=self, on_done=self._show_made)

    def add(self, kind: LetterKind, body: str = "") -> None:
        """Make a letter and show it, with the cursor where it begins."""
        job = functools.partial(jobs.add, kind=kind, language=current_language(), body=body)
        self.desk.change(job, owner=self, on_done=self._show_made, undo=_("Letter added."))

    def take_file(self, path: Path) -> None:
        """Take the letter's text from a file; without a letter it becomes a new one."""
        from cspdesk.exchange.text_file import read_text

        self.flush()
        self.desk.runner.submit_pure(
            functools.partial(read_text, path),
            owner=self,
            on_done=functools.partial(self._take_text, path.name),
            on_error=self.desk.on_failed,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        least, most = _LIST_WIDTH
        self.panel.setFixedWidth(max(least, min(most, round(self.width() * _LIST_SHARE))))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.take_file(path)

    def _connect(self) -> None:
        self.letterhead.clicked.connect(lambda: self.desk.navigate("letterhead", back_to="letters"))
        self.new_button.clicked.connect(self._on_new_clicked)
        self.panel.new_asked.connect(self._on_new_clicked)
        self.panel.searched.connect(lambda _text: self._typing.start())
        self._typing.timeout.connect(self.refresh)
        # Later: what is typed is saved first, and then the list is read anew.
        self.panel.chosen.connect(self._on_chosen, Qt.ConnectionType.QueuedConnection)
        self.panel.table.opened.connect(lambda _row: self.editor.focus_first())
        self.editor.preview_asked.connect(self._open_preview)
        self.editor.copy_asked.connect(self._on_copy_asked)
        self.editor.trash_asked.connect(self._on_trash_asked)
        self.editor.file_asked.connect(self._on_file_asked)
        self.shortcut("F4", self._on_new_clicked)
        self.shortcut("F6", functools.partial(self._open_preview, ""))
        self.shortcut("F7", functools.partial(self._open_preview, "print"))

    def _read(self, letter_id: str) -> None:
        wanted = self._wanted
        job = functools.partial(
            jobs.load, text=self.panel.search.text(), letter_id=wanted or letter_id
        )
        self.desk.read(job, owner=self, on_done=functools.partial(self._fill, wanted))

    def _fill(self, wanted: str, contents: jobs.Contents) -> None:
        if wanted != self._wanted:
            return  # another letter was asked for meanwhile; it is on its way
        self._contents = contents
        self.panel.show_rows(contents.rows)
        if contents.detail is None:
            self._wanted = ""
            self._show_nothing()
            return
        shown = contents.detail.letter.id
        if wanted and not self.panel.choose(shown) and self.panel.search.text():
            # The search hides it: show them all.
            self.panel.search.clear()
            self._read(shown)
            return
        self._wanted = ""
        self.editor.show_detail(contents.detail)
        self._stack.setCurrentIndex(1)
        self._show_title()
        if self._then_focus:
            self._then_focus = False
            self.editor.focus_first()

    def _show_nothing(self) -> None:
        self.editor.leave()
        self._stack.setCurrentIndex(0)
        self._show_title()
        if self._contents.rows and not self.panel.search.text():
            self.panel.choose(self._contents.rows[0].letter.id)

    def _show_title(self) -> None:
        n = len(self._contents.rows)
        text = ngettext("{n} letter", "{n} letters", n).format(n=self.desk.words.number(n))
        self.header.set_title(_("Letters"))
        self._count.setText(text if n else "")

    def _show_made(self, letter: Letter) -> None:
        self._then_focus = True
        self.show_what(letter=letter.id)

    def _on_chosen(self, letter_id: str) -> None:
        if letter_id:
            self.flush()
            self._read(letter_id)

    def _on_new_clicked(self) -> None:
        self._word_menu()
        self.new_menu.popup(self.new_button.mapToGlobal(QPoint(0, self.new_button.height())))
        self.new_menu.setActiveAction(self.new_menu.actions()[0])

    def _word_menu(self) -> None:
        for kind, action in zip(LetterKind, self.new_menu.actions(), strict=True):
            action.setText(_(word(kind)))
            action.setIcon(icons.icon(ICONS[kind]))

    def _add(self, kind: LetterKind, _checked: bool = False) -> None:
        self.flush()
        self.add(kind)

    def _open_preview(self, then: str) -> None:
        detail = self.editor.detail
        if detail is not None and self._stack.currentIndex() == 1:
            self.flush()
            open_letter(self.desk, detail, self, then=then)

    def _on_copy_asked(self) -> None:
        if self.editor.detail is not None:
            self.flush()
            job = functools.partial(
                letters.duplicate, letter_id=self.editor.detail.letter.id, on=today()
            )
            self.desk.change(
                job, owner=self, on_done=self._show_made, undo=_("The letter was copied.")
            )

    def _on_trash_asked(self) -> None:
        if self.editor.detail is not None:
            self.flush()
            job = functools.partial(letters.move_to_trash, letter_id=self.editor.detail.letter.id)
            self.desk.change(job, owner=self, undo=_("Moved to the trash."))

    def _on_file_asked(self) -> None:
        chooser = QFileDialog(self, _("Take text from a file"))
        chooser.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilters([_("Text files") + " (*.txt *.md)", _("All files") + " (*)"])
        chooser.fileSelected.connect(lambda name: self.take_file(Path(name)))
        chooser.open()

    def _take_text(self, file: str, text: str) -> None:
        if self.editor.detail is None:
            self.add(LetterKind.FREE, text)
        else:
            self.editor.take_text(
                text, _("The text of {file} is in the letter now.").format(file=file)
            )


def _dropped(event: QDropEvent) -> Path | None:
    """Return the one file that is dragged, or None."""
    urls = event.mimeData().urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
