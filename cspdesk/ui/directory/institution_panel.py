"""The panel of one institution: its names, where it is, how to reach it, who works there."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPlainTextEdit, QWidget

from cspdesk.i18n import N_, _, current_language
from cspdesk.models.addresses import find_in
from cspdesk.models.gazetteer import full_name
from cspdesk.models.people import Institution, InstitutionKind
from cspdesk.ui.directory.kind_field import KindField
from cspdesk.ui.directory.people_list import PeopleList
from cspdesk.ui.directory.phones_field import PhonesField
from cspdesk.ui.directory.place_field import PlaceField
from cspdesk.ui.directory.record_panel import RecordPanel
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Rule
from cspdesk.ui.widgets.khmer_lines import end_lines_between_words
from cspdesk.ui.widgets.label import Label

if TYPE_CHECKING:
    from cspdesk.db.directory import InstitutionDetail
    from cspdesk.db.store import Store
    from cspdesk.ui.desk import Desk


class InstitutionPanel(RecordPanel[Institution]):
    """Edits an institution.

    Signals:
        person_wanted(str): a new person for the institution with this id.
    """

    kind = Institution
    person_wanted = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._found_code = ""
        self._kind = KindField()
        self.phones = PhonesField()
        self.place = PlaceField()
        remarks = QPlainTextEdit()
        end_lines_between_words(remarks)
        remarks.setTabChangesFocus(True)
        remarks.setMaximumHeight(84)
        self.set_place = Button(icon="map-pin", kind="link")
        self.set_place.hide()
        self._people_title = Label(role="strong")
        self._add_person = Button(icon="user-plus", kind="link")
        self._people = PeopleList()

        self.add_names()
        self.add_row(self.add_field("acronym", QLineEdit()), self.add_field("kind", self._kind))
        self.form.addWidget(self.add_field("phones", self.phones))
        self.form.addWidget(self.add_field("address", QLineEdit()))
        self.form.addWidget(self.set_place)
        self.form.addWidget(self.add_field("place", self.place, PlaceField.complaint))
        self.add_row(self.add_field("email", QLineEdit()), self.add_field("telegram", QLineEdit()))
        self.form.addWidget(self.add_field("remarks", remarks))
        self.form.addWidget(Rule())
        heading = QHBoxLayout()
        heading.addWidget(self._people_title)
        heading.addStretch()
        heading.addWidget(self._add_person)
        self.form.addLayout(heading)
        self.form.addWidget(self._people)
        self.order_tabs()

        self.twin.open_asked.connect(lambda id: self.open_asked.emit("institution", id))
        self.phones.copied.connect(self._on_copied)
        self.fields["address"].binding.edited.connect(self._look_for_place)
        self.place.value_changed.connect(self._look_for_place)
        self.set_place.clicked.connect(self._on_set_place_clicked)
        self._add_person.clicked.connect(self._on_add_person_clicked)
        self._people.opened.connect(lambda id: self.open_asked.emit("person", id))

    def retranslate(self) -> None:
        super().retranslate()
        for name, text in (
            ("name_km", _("Khmer name")),
            ("name_latin", _("Name in Latin letters")),
            ("acronym", _("Acronym")),
            ("kind", _("Type")),
            ("phones", _("Phone number")),
            ("address", _("Address")),
            ("place", _("Place")),
            ("email", _("Email")),
            ("telegram", _("Telegram")),
            ("remarks", _("Remarks")),
        ):
            self.fields[name].set_label(text)
        self.place.setPlaceholderText(_("Commune, district or province"))
        self._kind.retranslate()
        self.phones.retranslate()
        self._add_person.setText(_("Add a person"))

    def read_job(self, record_id: str) -> Callable[[Store], Any]:
        from cspdesk.db import directory

        return functools.partial(directory.institution_detail, institution_id=record_id)

    def insert_job(self, record: Institution) -> Callable[[Store], Any]:
        return functools.partial(_insert, institution=record)

    def twin_job(self, record: Institution) -> Callable[[Store], Institution | None]:
        from cspdesk.db import directory

        return functools.partial(directory.find_institution_twin, institution=record)

    def fill(self, detail: InstitutionDetail) -> None:
        self.show_record(detail.institution)
        number = self.desk.words.number(len(detail.people))
        self._people_title.setText(_("People {n}").format(n=number))
        self._people.show_people(detail.people)
        self._add_person.setEnabled(True)
        self._look_for_place()

    def start(self, record: Institution) -> None:
        self._people_title.setText(_("People {n}").format(n=self.desk.words.number(0)))
        self._people.show_people(())
        self._add_person.setEnabled(False)
        self.set_place.hide()
        super().start(record)

    def stored_value(self, name: str, value: Any) -> Any:
        if name == "kind":
            return InstitutionKind(value)
        return super().stored_value(name, value)

    def new_name(self) -> str:
        return _("New institution")

    def _look_for_place(self) -> None:
        found = find_in(self.fields["address"].field.text())
        code = found.code if found else ""
        known = self.place.value() or ""
        self._found_code = "" if known.startswith(code) else code
        self.set_place.setVisible(bool(self._found_code))
        name = full_name(self._found_code, current_language())
        self.set_place.setText(_("Use {place}").format(place=name))
        self.set_place.setToolTip(name)

    def _on_set_place_clicked(self) -> None:
        self.place.set_value(self._found_code)
        self.place.value_changed.emit()
        self.place.setFocus()

    def _on_add_person_clicked(self) -> None:
        if self.record is not None:
            self.person_wanted.emit(self.record.id)

    def _on_copied(self, phone: str) -> None:
        self.desk.messages.toast(_("Copied: {text}").format(text=phone))


def _insert(store: Store, institution: Institution) -> None:
    store.insert(institution, N_("add an institution"))
