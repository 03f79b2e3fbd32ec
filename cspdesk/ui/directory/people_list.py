"""Who works in an institution, each a press away."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.models.people import Affiliation, Person
from cspdesk.ui.directory.columns import names
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.chip import Chip
from cspdesk.ui.widgets.label import ElidedLabel


class PeopleList(QWidget):
    """Rows of names with positions.

    Signals:
        opened(str): the id of a person to open.
    """

    opened = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)

    def show_people(self, people: Sequence[tuple[Affiliation, Person]]) -> None:
        """Show these people, representatives first as they come."""
        while (item := self._layout.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for affiliation, person in people:
            self._layout.addWidget(self._row(affiliation, person))

    def _row(self, affiliation: Affiliation, person: Person) -> QWidget:
        first, second = names(person)
        name = Button(first, kind="link")
        name.setToolTip(second)
        name.clicked.connect(lambda: self.opened.emit(person.id))
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(name)
        layout.addWidget(ElidedLabel(affiliation.position, role="caption"), 1)
        if affiliation.representative:
            layout.addWidget(Chip(_("Representative"), kind="info"))
        return row
