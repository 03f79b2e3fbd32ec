"""The panel beside the table: one record, every field saved as it is typed."""

from __future__ import annotations

import dataclasses
import functools
import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, Generic, TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayout, QLineEdit, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.khmer.text import clean, clean_line
from cspdesk.models.people import Institution, Person
from cspdesk.ui.directory.columns import names
from cspdesk.ui.directory.twin_hint import TwinHint
from cspdesk.ui.widgets.buttons import IconButton
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import ElidedLabel, ShortLabel

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.widgets.binding import FieldBinding

R = TypeVar("R", Institution, Person)
WIDTH = 384
_TWIN_FIELDS = frozenset({"name_km", "name_latin", "acronym", "phones"})
_KHMER = re.compile("[\u1780-\u17ff]")
_LATIN = re.compile("[A-Za-z]")
_MANY_LINES = frozenset({"remarks"})


class RecordPanel(Card, Generic[R]):
    """What the panels of institutions and of people have in common.

    A new record is kept here until it has a name; only then is it saved, so that closing an
    empty one leaves nothing behind.

    Signals:
        closed(): the person closed it, or its record is gone.
        open_asked(str, str): another record's table ('person') and id.
        added(str): the new record with this id is saved.
    """

    kind: ClassVar[type[Any]]
    closed = Signal()
    open_asked = Signal(str, str)
    added = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(margins=(16, 10, 4, 4), spacing=8, parent=parent)
        self.desk = desk
        self.record: R | None = None
        self._draft: R | None = None
        self.fields: dict[str, FormField[Any]] = {}
        self._name = ShortLabel(role="section")
        self._other_name = ElidedLabel(role="caption")
        self.delete_button = IconButton("trash-2", tint="danger")
        self._close = IconButton("x")
        self.twin = TwinHint()
        self.form = QVBoxLayout()
        self.form.setSpacing(8)
        self._lay_out()
        self.setMinimumWidth(WIDTH)
        self.setMaximumWidth(WIDTH + 96)
        self.delete_button.clicked.connect(self._on_delete_clicked)
        self._close.clicked.connect(self.close_record)

    # What the two panels differ in

    def read_job(self, record_id: str) -> Callable[[Store], Any]:
        """Return the job that reads the record with all that the panel shows."""
        raise NotImplementedError

    def insert_job(self, record: R) -> Callable[[Store], Any]:
        """Return the job that saves a new record."""
        raise NotImplementedError

    def twin_job(self, record: R) -> Callable[[Store], R | None]:
        """Return the job that looks for the same one under another id."""
        raise NotImplementedError

    def delete_job(self, record_id: str) -> Callable[[Store], None]:
        """Return the job that puts the record in the trash."""
        from cspdesk.db import people

        return functools.partial(people.move_to_trash, kind=self.kind, record_id=record_id)

    def fill(self, detail: Any) -> None:
        """Show what ``read_job`` found."""
        raise NotImplementedError

    # What the page asks of a panel

    def retranslate(self) -> None:
        """Word the panel."""
        self.delete_button.set_name(_("Move to the trash"))
        self._close.set_name(_("Close (Esc)"))

    def bindings(self) -> list[FieldBinding]:
        """Return the bindings of all fields."""
        return [field.binding for field in self.fields.values()]

    def open(self, record_id: str) -> None:
        """Read and show a record; what is typed in the one before is saved."""
        if self.record is None or self.record.id != record_id:
            self.leave()
        self.desk.read(self.read_job(record_id), owner=self, on_done=self._on_read)

    def start(self, record: R) -> None:
        """Show a new record, with the cursor in its name."""
        self.leave()
        self._draft = record
        self.show_record(record)
        self.delete_button.setEnabled(False)
        self.focus_first()

    def refresh(self) -> None:
        """Read the shown record again."""
        if self.record is not None and self._draft is None:
            self.open(self.record.id)

    def leave(self) -> None:
        """Save what is typed and forget the record; a new one without a name is dropped."""
        for binding in self.bindings():
            binding.flush()
        self.record = self._draft = None
        self.twin.show_twin(None)

    def close_record(self) -> None:
        """Leave the record and close the panel."""
        self.leave()
        for binding in self.bindings():
            binding.unload()
        self.closed.emit()

    def focus_first(self) -> None:
        """Put the cursor in the first field."""
        next(iter(self.fields.values())).field.setFocus()

    def scrolled(self) -> int:
        """Return how far the form is scrolled down, in pixels."""
        return self._scroll.verticalScrollBar().value()

    def is_draft(self) -> bool:
        """Whether the shown record is not saved yet."""
        return self._draft is not None

    # Below the surface

    def add_field(
        self, name: str, field: QWidget, check: Callable[[Any], str] | None = None
    ) -> FormField[Any]:
        """Make the labelled field for the record's field ``name``; the caller lays it out."""
        made = FormField(field, check)
        self.fields[name] = made
        return made

    def add_row(self, *fields: QWidget) -> None:
        """Lay fields out beside each other."""
        row = QHBoxLayout()
        row.setSpacing(12)
        for field in fields:
            row.addWidget(field, 1, Qt.AlignmentFlag.AlignTop)
        self.form.addLayout(row)

    def show_record(self, record: R) -> None:
        """Load the fields with a record."""
        if self.record is None or self.record.id != record.id:
            for name in ("name_km", "name_latin"):
                self.fields[name].remark("")
        self.record = record
        self.delete_button.setEnabled(True)
        self._show_names(record)
        for name, field in self.fields.items():
            if hasattr(record, name):
                save = functools.partial(self._on_typed, record.id, name)
                field.binding.load(self.shown_value(record, name), save, record.id)

    def shown_value(self, record: R, name: str) -> Any:
        """Return a field's value as its widget takes it."""
        return getattr(record, name)

    def stored_value(self, name: str, value: Any) -> Any:
        """Return a widget's value as the record keeps it."""
        if isinstance(value, str) and type(value) is str:
            return clean(value) if name in _MANY_LINES else clean_line(value)
        return value

    def order_tabs(self) -> None:
        """Let Tab go through the form as it is read, whatever was made first."""
        fields = list(_in_order(self.form))
        for before, after in pairwise(fields):
            QWidget.setTabOrder(before, after)

    def add_names(self) -> None:
        """Add the two fields of the name, which tell when the other script is typed into them."""
        for name in ("name_km", "name_latin"):
            made = self.add_field(name, QLineEdit(), self.check_name)
            made.binding.edited.connect(functools.partial(self._look_at_script, name))
            self.form.addWidget(made)

    def _look_at_script(self, name: str) -> None:
        field, text = self.fields[name], self.fields[name].field.text()
        khmer, latin = bool(_KHMER.search(text)), bool(_LATIN.search(text))
        if name == "name_km" and latin and not khmer:
            field.remark(_("These are Latin letters. The field below is for them."))
        elif name == "name_latin" and khmer:
            field.remark(_("These are Khmer letters. The field above is for them."))
        elif not field.field.property("invalid"):
            field.remark("")
        for other in ("name_km", "name_latin"):
            if other != name and self.fields[other].field.property("invalid"):
                self.fields[other].binding.flush()  # one name is enough, and now there is one

    def check_name(self, _value: object) -> str:
        """Complain where neither name is written any more."""
        if self._draft is not None:
            return ""
        texts = (self.fields[name].field.text() for name in ("name_km", "name_latin"))
        return "" if any(text.strip() for text in texts) else _("Please fill in the name.")

    def _on_typed(self, record_id: str, name: str, value: object) -> None:
        changes = {name: self.stored_value(name, value)}
        if self._draft is not None and self._draft.id == record_id:
            self._draft = self.record = dataclasses.replace(self._draft, **changes)
            self._show_names(self._draft)
            if self._draft.name_km or self._draft.name_latin:
                self._save_draft(self._draft)
        else:
            job = functools.partial(_update, kind=self.kind, record_id=record_id, changes=changes)
            self.desk.change(job, owner=self)
        if self.record is not None and self.record.id == record_id and name in _TWIN_FIELDS:
            self._look_for_twin(dataclasses.replace(self.record, **changes))

    def _save_draft(self, draft: R) -> None:
        self._draft = None
        self.delete_button.setEnabled(True)
        self.desk.change(
            self.insert_job(draft),
            owner=self,
            on_done=lambda _nothing: self.added.emit(draft.id),
        )

    def _look_for_twin(self, record: R) -> None:
        self.desk.read(
            self.twin_job(record),
            owner=self,
            on_done=functools.partial(self._on_twin_found, record.id),
        )

    def _on_twin_found(self, record_id: str, twin: R | None) -> None:
        if self.record is not None and self.record.id == record_id:
            self.twin.show_twin(twin)

    def _on_read(self, detail: Any) -> None:
        if detail is None:
            self.record = None
            self.close_record()
        else:
            self.fill(detail)

    def _on_delete_clicked(self) -> None:
        if self.record is None:
            return
        record_id = self.record.id
        self.leave()
        self.desk.change(self.delete_job(record_id), owner=self, undo=_("Moved to the trash."))
        self.close_record()

    def _show_names(self, record: R) -> None:
        first, second = names(record)
        self._name.setText(first or self.new_name())
        self._other_name.setText(second)
        self._other_name.setVisible(bool(second))

    def new_name(self) -> str:
        """Return what stands in the place of the name of a new record."""
        raise NotImplementedError

    def _lay_out(self) -> None:
        titles = QVBoxLayout()
        titles.setSpacing(0)
        titles.addWidget(self._name)
        titles.addWidget(self._other_name)
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 8, 0)
        head.setSpacing(0)
        head.addLayout(titles, 1)
        head.addWidget(self.delete_button)
        head.addWidget(self._close)
        scroll = self._scroll = ScrollPanel()
        scroll.body.setContentsMargins(0, 0, 12, 12)
        scroll.body.addWidget(self.twin)
        scroll.body.addLayout(self.form)
        scroll.body.addStretch()
        self.body.addLayout(head)
        self.body.addWidget(scroll, 1)


def _in_order(layout: QLayout) -> Iterator[QWidget]:
    """Yield the widgets of a layout that Tab stops at, as they are read."""
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget = item.widget() if item is not None else None
        inner = widget.layout() if widget is not None else item.layout() if item else None
        if widget is not None and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            yield widget
        elif inner is not None:
            yield from _in_order(inner)


def _update(
    store: Store,
    kind: type[Institution] | type[Person],
    record_id: str,
    changes: dict[str, Any],
) -> None:
    store.update(kind, record_id, **changes)
