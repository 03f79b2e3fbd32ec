"""Texts on the screen. Khmer has no spaces between words, so breaks are put in when shown."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import (
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

ZWSP = "\u200b"
_NARROW = 80
"""Least width in pixels of a text that can be broken."""
_WIDE = 240
"""Most pixels that a name asks for; it takes more where there is room."""
_NAME = 600
"""Letters of a name that are looked at; no two lines hold more."""


class Label(QLabel):
    """A plain-text label.

    Args:
        role: 'title', 'section', 'strong', 'muted', 'caption', 'figure', 'error', 'warning',
            or '' for body text.
    """

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        if role:
            self.setProperty("role", role)

    def set_role(self, role: str) -> None:
        """Dress the label anew."""
        if self.property("role") != role:
            self.setProperty("role", role)
            self.style().unpolish(self)
            self.style().polish(self)


class ElidedLabel(Label):
    """One line that ends in … where there is no room; the tooltip holds the whole."""

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", role=role, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._full = text
        self._elide()

    def setText(self, text: str) -> None:
        """Keep the whole text and show what fits."""
        self._full = text
        self._elide()

    def full_text(self) -> str:
        """Return the text as given."""
        return self._full

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(self.fontMetrics().horizontalAdvance(self._full) + 4, hint.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(24, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._elide()

    def _elide(self) -> None:
        shown = self.fontMetrics().elidedText(
            self._full, Qt.TextElideMode.ElideRight, max(self.width(), 24)
        )
        super().setText(shown)
        self.setToolTip(self._full if shown != self._full else "")
        self.setAccessibleName(self._full)


class WrapLabel(Label):
    """Text over as many lines as it needs, broken between words in Khmer too.

    Words are looked for only where the text does not fit on one line: the dictionaries take 40 MB.
    The text may be selected; what is copied has no break marks in it.
    """

    def __init__(self, text: str = "", *, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__("", role=role, parent=parent)
        self._full = ""
        self._broken = False
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.installEventFilter(self)
        self.setText(text)

    def setText(self, text: str) -> None:
        """Show ``text``, on several lines where it has to be."""
        self._full, self._broken = text, False
        super().setText(text)
        self.setAccessibleName(text)
        if self.isVisible():
            self._break_for(self.width())

    def plain_text(self) -> str:
        """Return the text as given."""
        return self._full

    def minimumSizeHint(self) -> QSize:
        lines = super().minimumSizeHint()
        return lines if self._broken else QSize(min(lines.width(), _NARROW), lines.height())

    def heightForWidth(self, width: int) -> int:
        self._break_for(width)
        return super().heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._break_for(event.size().width())
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy) and self.hasSelectedText():
            self._copy()
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The label's own context menu copies the marks as well; ours copies the clean text.
        if event.type() == QEvent.Type.ContextMenu and self.hasSelectedText():
            self._copy()
            return True
        return super().eventFilter(watched, event)

    def _break_for(self, width: int) -> None:
        if self._broken or self.fontMetrics().horizontalAdvance(self._full) <= width:
            return
        self._broken = True
        super().setText(breakable(self._full))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self.selectedText().replace(ZWSP, ""))


class ShortLabel(WrapLabel):
    """Wraps over two lines at most and then ends in …; the tooltip holds the whole.

    For names as somebody typed them: a pasted paragraph must not push the window apart.
    """

    def setText(self, text: str) -> None:
        super().setText(text)
        self._break_for(self.width())

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        return QSize(min(metrics.horizontalAdvance(self._full) + 4, _WIDE), metrics.lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROW, self.fontMetrics().lineSpacing())

    def heightForWidth(self, width: int) -> int:
        return self.fontMetrics().lineSpacing() * len(self._lines(width))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._break_for(self.width())

    def _break_for(self, width: int) -> None:
        lines = self._lines(width)
        QLabel.setText(self, "\n".join(lines))
        whole = "".join(lines).replace(ZWSP, "") == self._full
        self.setToolTip("" if whole else self._full)

    def _lines(self, width: int) -> list[str]:
        text = self._full[:_NAME].replace("\n", " ")
        if self.fontMetrics().horizontalAdvance(text) <= width:
            return [text]
        text = breakable(text)
        layout = QTextLayout(text, self.font())
        option = layout.textOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        layout.beginLayout()
        first = layout.createLine()
        first.setLineWidth(max(width, _NARROW))
        layout.endLayout()
        end = first.textStart() + first.textLength()
        more = text[end:] + ("…" if len(self._full) > _NAME else "")
        rest = self.fontMetrics().elidedText(more, Qt.TextElideMode.ElideRight, width)
        return [text[:end], rest] if rest else [text[:end]]


def breakable(text: str) -> str:
    """Return ``text`` with U+200B between Khmer words, so that Qt can wrap it. Show only."""
    if not any("\u1780" <= letter <= "\u17ff" for letter in text):
        return text
    from cspdesk.khmer.breaks import break_opportunities

    lines = []
    for line in text.split("\n"):
        found = break_opportunities(line)
        places = [0, *sorted(found.first | found.second), len(line)]
        lines.append(ZWSP.join(line[start:end] for start, end in pairwise(places)))
    return "\n".join(lines)
