"""Lines of a field for text that end between Khmer words.

Qt knows no Khmer words and ends a line after any cluster. Zero-width spaces in the text would tell
it better, but then they are in what is copied, deleted, undone and composed. So nothing is put into
the text: the layout measures each line once more and gives it the letters that belong on it. See
``docs/decisions/007-khmer-lines-in-fields.md``.
"""

from __future__ import annotations

import logging
import math
from bisect import bisect_left
from itertools import accumulate
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QTimer
from PySide6.QtGui import QTextBlock, QTextDocument, QTextLayout, QTextLine, QTextOption
from PySide6.QtWidgets import QPlainTextDocumentLayout, QPlainTextEdit

from cspdesk.khmer.clusters import is_khmer
from cspdesk.ui.widgets.found import edge

if TYPE_CHECKING:
    from cspdesk.ui.widgets.line_ends import LineEnds

PAUSE_MS = 300
"""The dictionary is asked this long after the last key, never while somebody types."""

_SLACK = 0.25
_LINE_SEPARATOR = "\u2028"


def end_lines_between_words(field: QPlainTextEdit) -> None:
    """Let the lines of a field end between Khmer words; call before the field has a text."""
    # The field's own document: one made here would be Python's, and could go before the field.
    layout = KhmerLines(field.document())
    layout.setPaintDevice(field.viewport())
    field.document().setDocumentLayout(layout)


class KhmerLines(QPlainTextDocumentLayout):
    """Lays out paragraphs; those that fit on one line cost nothing more than Qt's own."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        # Not ``document()``: PySide takes what that returns for Python's, to delete with its name.
        self._document = document
        self._texts: dict[int, str] = {}
        self._ends: dict[int, LineEnds] = {}
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask_dictionary)

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        if block.isValid() and not block.layout().lineCount():
            super().blockBoundingRect(block)  # Qt's own lines
            self._try(block)
        return super().blockBoundingRect(block)

    def documentChanged(self, at: int, removed: int, added: int) -> None:
        super().documentChanged(at, removed, added)
        # What Qt has laid out meanwhile it has laid out its own way.
        block, last = self._document.findBlock(at), self._document.findBlock(at + added)
        while block.isValid():
            if block.layout().lineCount():
                self._try(block)
            if block == last:
                break
            block = block.next()

    def _ask_dictionary(self) -> None:
        """Lay out again what was typed."""
        for number, ends in list(self._ends.items()):
            if ends.asks:
                continue
            block = self._document.findBlockByNumber(number)
            if block.isValid() and block.layout().preeditAreaText():
                self._pause.start()
                continue
            self._ends.pop(number, None)
            if block.isValid():
                self._texts.pop(number, None)
                block.layout().clearLayout()
                self.blockBoundingRect(block)
                self.update.emit()

    def _try(self, block: QTextBlock) -> None:
        try:
            self._lay_out(block)
        except Exception:
            # Qt asks in the middle of a change of the text and would end the program.
            logging.getLogger(__name__).exception("a paragraph keeps the lines of Qt")

    def _lay_out(self, block: QTextBlock) -> None:
        """Give the lines of a paragraph other ends where it is Khmer and longer than a line."""
        layout, number = block.layout(), block.blockNumber()
        at, composed = layout.preeditAreaPosition(), layout.preeditAreaText()
        text = block.text()
        text = text[:at] + composed + text[at:] if composed else text
        before = layout.lineCount()
        if before > 1 and not text.isascii() and any(map(is_khmer, text)):
            _fill(layout, self._ends_of(number, text), self._document.documentMargin())
            block.setLineCount(layout.lineCount() if block.isVisible() else 0)
            self.update.emit()
        else:
            self._ends.pop(number, None)
        self._texts[number] = text
        if layout.lineCount() != before:
            self.documentSizeChanged.emit(self.documentSize())

    def _ends_of(self, number: int, text: str) -> LineEnds:
        from cspdesk.ui.widgets.line_ends import LineEnds

        ends, old = self._ends.get(number), self._texts.get(number, "")
        if ends is not None and ends.text == text:
            return ends
        # Where the paragraph had one line, all that is known of it are its spaces.
        moved = (ends or LineEnds(old, ())).moved_to(text) if old else None
        if moved is not None:
            self._pause.start()
        self._ends[number] = moved or LineEnds(text)
        return self._ends[number]


def _fill(layout: QTextLayout, ends: LineEnds, margin: float) -> None:
    """Lay out all lines of a paragraph as wide as its first one is."""
    room = layout.lineAt(0).width()
    option = QTextOption(layout.textOption())
    option.setWrapMode(QTextOption.WrapMode.WrapAnywhere)
    layout.setTextOption(option)
    count = _Count(ends.text)
    height = 0.0
    layout.beginLayout()
    try:
        while (line := layout.createLine()).isValid():
            line.setLeadingIncluded(True)
            line.setLineWidth(room)
            _shorten(line, ends, count, room)
            line.setPosition(QPointF(margin, height))
            height += line.height()
            if line.leading() < 0:
                height += math.ceil(line.leading())
    finally:
        layout.endLayout()


def _shorten(line: QTextLine, ends: LineEnds, count: _Count, room: float) -> None:
    """Let a line that is full end where it may."""
    text = ends.text
    start, full = (
        count.letters(line.textStart()),
        count.letters(line.textStart() + line.textLength()),
    )
    if full >= len(text) or text[full - 1] == _LINE_SEPARATOR:
        return
    end = ends.last(start, full)
    if end == full:
        return
    # Spaces at the end hang over the margin and do not count.
    seen = len(text[start:end].rstrip()) or end - start
    line.setLineWidth(edge(line, count.units(start + seen)) + _SLACK)
    if count.letters(line.textStart() + line.textLength()) != end:
        line.setLineWidth(room)


class _Count:
    """Offsets of Python and of Qt, to which a letter past U+FFFF is two."""

    def __init__(self, text: str) -> None:
        self._units: list[int] = []
        if not text.isascii() and max(text) > "\uffff":
            self._units = list(accumulate((1 + (x > "\uffff") for x in text), initial=0))

    def units(self, at: int) -> int:
        """Return an offset as Qt counts."""
        return self._units[at] if self._units else at

    def letters(self, at: int) -> int:
        """Return an offset of Qt as Python counts."""
        return bisect_left(self._units, at) if self._units else at
