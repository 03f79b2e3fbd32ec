"""The figures that are always in sight: who is here, by sex, from how many institutions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from cspdesk.i18n import _, ngettext
from cspdesk.models.counts import Counts
from cspdesk.models.meetings import Headcount
from cspdesk.ui import theme
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import Words

_WIDTH = 192
"""Pixels at 11 pt."""
_LINES = 16
"""Lines of text in whose height all figures have room one below the other."""


class Figure(Card):
    """One number and the word under it, or beside it where there is little room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 2, 12, 3), spacing=0, parent=parent)
        self._number = Label(role="figure")
        self._word = WrapLabel(role="muted")
        self._pair = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._pair.addWidget(self._number)
        self._pair.addWidget(self._word, 1)
        self.body.addLayout(self._pair)
        self.lay(flat=False)
        self.remark = WrapLabel(role="caption")
        self.remark.hide()
        self.body.addWidget(self.remark)

    def lay(self, *, flat: bool) -> None:
        """Put the word beside the number, or under it."""
        way = QBoxLayout.Direction
        self._pair.setDirection(way.LeftToRight if flat else way.TopToBottom)
        self._pair.setSpacing(10 if flat else 0)

    def set(self, number: str, text: str) -> None:
        """Show a number and say what it counts."""
        self._number.setText(number)
        self._word.setText(text)
        self.setAccessibleName(f"{text}: {number}")


class Figures(QWidget):
    """Total, women, men, sex not recorded, institutions.

    Where the sex of somebody is missing, its figure is an amber button.

    Signals:
        missing_asked(): the amber button was pressed.
    """

    missing_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._total, self._women, self._men, self._institutions = (Figure() for _n in range(4))
        self._missing = Button(icon="triangle-alert", kind="warn", tint="warn")
        self._missing.clicked.connect(self.missing_asked)
        self._complete = Label(role="muted")
        self._complete.setContentsMargins(16, 4, 12, 4)
        panel = ScrollPanel()
        panel.body.setSpacing(6)
        for widget in (
            self._total, self._women, self._men, self._missing, self._complete, self._institutions
        ):  # fmt: skip
            panel.body.addWidget(widget)
        panel.body.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)
        self._measure()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._measure()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def _measure(self) -> None:
        font = theme.font(0)
        self.setFixedWidth(round(_WIDTH * font.pointSize() / 11))
        flat = self.height() < _LINES * QFontMetrics(font).height()
        for figure in (self._total, self._women, self._men, self._institutions):
            figure.lay(flat=flat)

    def show_counts(self, counts: Counts, headcounts: list[Headcount]) -> None:
        """Show what ``counts`` (head counts included) says."""
        number = self._words.number
        self._total.set(number(counts.total), _("Total participants"))
        percent = number(counts.women_percent)
        self._women.set(number(counts.women), _("Female ({percent}%)").format(percent=percent))
        self._men.set(number(counts.men), _("Male"))
        self._institutions.set(number(counts.institutions), _("Institutions"))
        missing = counts.not_recorded - sum(count.not_recorded for count in headcounts)
        for widget in (self._missing, self._complete):
            widget.setText(_("Sex not recorded: {n}").format(n=number(counts.not_recorded)))
        self._missing.setVisible(counts.not_recorded > 0)
        self._complete.setVisible(counts.not_recorded == 0)
        self._missing.setEnabled(missing > 0)
        unnamed = counts.total - counts.named
        self._total.remark.setVisible(unnamed > 0)
        self._total.remark.setText(
            ngettext(
                "{n} without a name",
                "{n} without names",
                unnamed,
            ).format(n=number(unnamed))
        )
