"""A card with a heading and rows under it, divided by hairlines."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cspdesk.ui.widgets.card import Card, Rule
from cspdesk.ui.widgets.fact import Fact
from cspdesk.ui.widgets.label import ElidedLabel, Label, WrapLabel


class ListCard(Card):
    """The frame of the home page's lists."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 0, 0, 0), spacing=0, parent=parent)
        self._heading = Label(role="section")
        self._heading.setMinimumHeight(36)
        self._head = QHBoxLayout()
        self._head.setContentsMargins(20, 4, 20, 4)
        self._head.addWidget(self._heading)
        self._head.addStretch()
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 8)
        self._list.setSpacing(0)
        self.body.addLayout(self._head)
        self.body.addWidget(self._rows)
        self.body.addStretch()

    def set_heading(self, text: str) -> None:
        """Name the list."""
        self._heading.setText(text)

    def add_to_head(self, widget: QWidget) -> None:
        """Put a button at the right of the heading."""
        self._head.addWidget(widget)

    def clear(self) -> None:
        """Take all rows away."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()

    def add_row(self, row: QWidget) -> None:
        """Add a row below a hairline."""
        for widget in (Rule(), row):
            self._list.addWidget(widget)
            widget.show()  # at once: a layout would do it only after the next event

    def add_group(self, text: str, icon: str, tint: str) -> None:
        """Add the heading of a group of rows."""
        fact = Fact(icon, role=f"{tint}-strong", tint=tint)
        group = QFrame()
        group.setProperty("role", "group")
        row = QHBoxLayout(group)
        row.setContentsMargins(20, 3, 20, 3)
        row.addWidget(fact)
        row.addStretch()
        fact.set(text)
        self.add_row(group)

    def add_sentence(self, text: str) -> None:
        """Say in a muted line why there is nothing, or that there is more."""
        sentence = WrapLabel(text, role="muted")
        sentence.setContentsMargins(20, 12, 20, 8)
        self.add_row(sentence)


class TwoLines(QWidget):
    """A line with a muted line below it, both elided."""

    def __init__(self, text: str, second: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(0)
        lines.addWidget(ElidedLabel(text))
        lines.addWidget(ElidedLabel(second, role="caption"))
