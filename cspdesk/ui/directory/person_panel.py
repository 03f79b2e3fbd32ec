"""The panel of one person: their names, how to reach them, where they work."""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QCheckBox, QLineEdit, QPlainTextEdit, QWidget

from cspdesk.i18n import N_, _
from cspdesk.khmer.digits import to_ascii_digits
from cspdesk.models.people import Person
from cspdesk.ui.directory.honorific_field import HonorificField
from cspdesk.ui.directory.institution_field import InstitutionField
from cspdesk.ui.directory.phones_field import PhonesField
from cspdesk.ui.directory.record_panel import RecordPanel
from cspdesk.ui.directory.sex_field import SexField
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.khmer_lines import end_lines_between_words

if TYPE_CHECKING:
    from cspdesk.db.directory import PersonDetail
    from cspdesk.db.store import Store
    from cspdesk.ui.desk import Desk

_OLDEST = 1900


class PersonPanel(RecordPanel[Person]):
    """Edits a person."""

    kind = Person

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._institution_id = ""
        self._sex = SexField()
        self.phones = PhonesField()
        self.institution = InstitutionField(desk)
        self._works_at = FormField(self.institution)
        self.position = self.add_field("position", QLineEdit())
        self.representative = QCheckBox()
        remarks = QPlainTextEdit()
        end_lines_between_words(remarks)
        remarks.setTabChangesFocus(True)
        remarks.setMaximumHeight(84)

        position = self.fields.pop("position")
        self.add_names()
        self.form.addWidget(self.add_field("sex", self._sex))
        self.form.addWidget(self.add_field("phones", self.phones))
        self.form.addWidget(self._works_at)
        self.form.addWidget(position)
        self.form.addWidget(self.representative)
        self.add_row(
            self.add_field("honorific", HonorificField()),
            self.add_field("birth_year", QLineEdit(), _check_year),
        )
        self.add_row(self.add_field("email", QLineEdit()), self.add_field("telegram", QLineEdit()))
        self.form.addWidget(self.add_field("remarks", remarks))
        self.order_tabs()

        self.twin.open_asked.connect(lambda id: self.open_asked.emit("person", id))
        self.phones.copied.connect(self._on_copied)
        self.institution.chosen.connect(self._on_institution_chosen)
        self.institution.new_wanted.connect(self._on_institution_wanted)
        self.representative.clicked.connect(self._on_representative_clicked)

    def retranslate(self) -> None:
        super().retranslate()
        for name, text in (
            ("name_km", _("Khmer name")),
            ("name_latin", _("Name in Latin letters")),
            ("sex", _("Sex")),
            ("phones", _("Phone number")),
            ("honorific", _("Title (honorific)")),
            ("birth_year", _("Year of birth")),
            ("email", _("Email")),
            ("telegram", _("Telegram")),
            ("remarks", _("Remarks")),
        ):
            self.fields[name].set_label(text)
        self._works_at.set_label(_("Institution"), _("Type to find or to add one"))
        self.position.set_label(_("Position"))
        self.representative.setText(_("Represents the institution"))
        self._sex.retranslate()
        self.phones.retranslate()

    def bindings(self) -> list[Any]:
        return [*super().bindings(), self.position.binding]

    def read_job(self, record_id: str) -> Callable[[Store], Any]:
        from cspdesk.db import directory

        return functools.partial(directory.person_detail, person_id=record_id)

    def insert_job(self, record: Person) -> Callable[[Store], Any]:
        from cspdesk.db import people

        return functools.partial(
            people.add_person, person=record, institution_id=self._institution_id
        )

    def twin_job(self, record: Person) -> Callable[[Store], Person | None]:
        from cspdesk.db import people

        return functools.partial(people.find_twin, person=record)

    def start_at(self, institution_id: str) -> None:
        """Show a new person who works in an institution ('' for none)."""
        self.start(Person())
        self._institution_id = institution_id
        if institution_id:
            self._show_institution_of_draft(institution_id)

    def start(self, record: Person) -> None:
        self._institution_id = ""
        self.institution.show_institution(None)
        self._show_work("", representative=False, works=False)
        super().start(record)

    def fill(self, detail: PersonDetail) -> None:
        self.show_record(detail.person)
        self.institution.show_institution(detail.institution)
        affiliation = detail.affiliation
        self._show_work(
            affiliation.position if affiliation else "",
            representative=bool(affiliation and affiliation.representative),
            works=affiliation is not None,
        )

    def shown_value(self, record: Person, name: str) -> Any:
        if name == "birth_year":
            return str(record.birth_year or "")
        return super().shown_value(record, name)

    def stored_value(self, name: str, value: Any) -> Any:
        if name == "birth_year":
            return int(to_ascii_digits(value)) if value.strip() else None
        return super().stored_value(name, value)

    def new_name(self) -> str:
        return _("New person")

    def _show_work(self, position: str, *, representative: bool, works: bool) -> None:
        person_id = self.record.id if self.record else ""
        self.position.setEnabled(works)
        self.representative.setEnabled(works)
        self.representative.setChecked(representative)
        self.position.binding.load(
            position, functools.partial(self._on_position_typed, person_id), person_id
        )

    def _show_institution_of_draft(self, institution_id: str) -> None:
        from cspdesk.db import directory

        self.desk.read(
            functools.partial(directory.institution_detail, institution_id=institution_id),
            owner=self,
            on_done=lambda found: self.institution.show_institution(
                found.institution if found else None
            ),
        )

    def _on_position_typed(self, person_id: str, value: str) -> None:
        from cspdesk.db import directory

        self.desk.change(
            functools.partial(directory.set_position, person_id=person_id, position=value),
            owner=self,
        )

    def _on_institution_chosen(self, institution_id: str) -> None:
        from cspdesk.db import people

        self._institution_id = institution_id
        if self.record is None or self.is_draft():
            return
        self._let_work(bool(institution_id))
        self.desk.change(
            functools.partial(
                people.set_affiliation, person_id=self.record.id, institution_id=institution_id
            ),
            owner=self,
        )

    def _on_institution_wanted(self, name: str) -> None:
        from cspdesk.db import directory
        from cspdesk.db.attendance import institution_named

        institution = institution_named(name)
        if self.record is None:
            return
        if self.is_draft():
            self._institution_id = institution.id
            self.desk.change(functools.partial(_insert, institution=institution), owner=self)
            return
        self._let_work(True)
        self.desk.change(
            functools.partial(
                directory.move_to_new_institution,
                person_id=self.record.id,
                institution=institution,
            ),
            owner=self,
            undo=_("Institution added."),
        )

    def _let_work(self, works: bool) -> None:
        # Before the store has answered, so that Tab goes on to the position.
        self.position.setEnabled(works)
        self.representative.setEnabled(works)

    def _on_representative_clicked(self, checked: bool) -> None:
        from cspdesk.db import directory

        if self.record is not None:
            self.desk.change(
                functools.partial(
                    directory.set_representative,
                    person_id=self.record.id,
                    representative=checked,
                ),
                owner=self,
            )

    def _on_copied(self, phone: str) -> None:
        self.desk.messages.toast(_("Copied: {text}").format(text=phone))


def _check_year(text: str) -> str:
    digits = to_ascii_digits(text).strip()
    if not digits:
        return ""
    this_year = datetime.now(UTC).year
    if digits.isdecimal() and _OLDEST <= int(digits) <= this_year:
        return ""
    return _("Write the year with four digits, such as 1985.")


def _insert(store: Store, institution: Any) -> None:
    store.insert(institution, N_("add an institution"))
