"""One person at the door: what is missing is filled here, saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cspdesk.i18n import _, current_language
from cspdesk.khmer.text import clean_line
from cspdesk.models.people import Sex, display_name
from cspdesk.ui.checkin.roll import RollRow
from cspdesk.ui.checkin.sex_choice import ORDER, SexChoice
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import ElidedLabel, Label, WrapLabel
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion


class DetailsForm(ScrollPanel):
    """Name, sex, phone, institution and position of one person on the list.

    Signals:
        sex_chosen(str, Sex): the person's id and the choice.
        name_typed(str, dict), phone_typed(str, str): the person's id and what to save.
        work_typed(str, object, object): the person's id, institution and position; None stays.
        institutions_wanted(str): answer with :meth:`offer_institutions`.
        finished(): back to the list, or to the next who misses something.
    """

    sex_chosen = Signal(str, object)
    name_typed = Signal(str, dict)
    phone_typed = Signal(str, str)
    work_typed = Signal(str, object, object)
    institutions_wanted = Signal(str)
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(margins=(20, 12, 20, 16), spacing=10)
        self.body.addWidget(card)
        self.body.addStretch()
        self._title = ElidedLabel(role="section")
        self._hint = WrapLabel(role="muted")
        self._name_km = FormField(QLineEdit())
        self._name_latin = FormField(QLineEdit())
        self._sex_label = Label(role="caption")
        self.sex = SexChoice()
        self._phone = FormField(QLineEdit())
        self._institution = FormField(SuggestField())
        self._position = FormField(QLineEdit())
        self.done = Button(icon="check")
        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self._name_km)
        names.addWidget(self._name_latin)
        rest = QHBoxLayout()
        rest.setSpacing(12)
        rest.addWidget(self._position)
        rest.addWidget(self._phone)
        last = QHBoxLayout()
        last.addWidget(self.done)
        last.addStretch()
        card.body.addWidget(self._title)
        card.body.addWidget(self._hint)
        card.body.addWidget(self._sex_label)
        card.body.addWidget(self.sex)
        card.body.addLayout(names)
        card.body.addWidget(self._institution)
        card.body.addLayout(rest)
        card.body.addLayout(last)
        self._person_id = ""
        self.bindings: list[FieldBinding] = [
            field.binding
            for field in (
                self._name_km,
                self._name_latin,
                self._position,
                self._phone,
            )
        ]
        self._works = ""
        works = self._institution.field
        works.wanted.connect(self.institutions_wanted)
        works.picked.connect(self._save_institution)
        works.editingFinished.connect(self._save_institution)
        works.entered.connect(self._on_entered)
        for field in (self._name_km, self._name_latin, self._position, self._phone):
            field.field.returnPressed.connect(self._on_entered)
        self.sex.chosen.connect(self._on_sex_chosen)
        self.sex.entered.connect(self._on_entered)
        self.done.clicked.connect(self._on_entered)

    def retranslate(self) -> None:
        """Word the form."""
        self._hint.setText(_("Saved as typed. Enter or Esc goes back."))
        self._sex_label.setText(_("Sex"))
        self.sex.retranslate()
        self._name_km.set_label(_("Khmer name"))
        self._name_latin.set_label(_("Name in Latin letters"))
        self._institution.set_label(_("Institution"), _("Type to search, or type a new one"))
        self._position.set_label(_("Position"))
        self._phone.set_label(_("Phone number"))
        self.done.setText(_("Done"))

    @property
    def person_id(self) -> str:
        """Whose details are shown."""
        return self._person_id

    def show_row(self, row: RollRow) -> None:
        """Show somebody on the list; what is being typed about the same person stays."""
        person = row.person
        works = display_name(row.institution, current_language()) if row.institution else ""
        if person.id != self._person_id or not self._institution.field.hasFocus():
            self._works = works
            self._institution.field.setText(works)
        self._person_id = person.id
        self._title.setText(display_name(person, current_language()))
        self.sex.set_value(person.sex if person.sex is not Sex.NOT_RECORDED else None)

        def name(field: str) -> Callable[[str], None]:
            return lambda text: self.name_typed.emit(person.id, {field: text})

        def position(text: str) -> None:
            self.work_typed.emit(person.id, None, text)

        def phone(text: str) -> None:
            self.phone_typed.emit(person.id, text)

        for form, value, save in (
            (self._name_km, person.name_km, name("name_km")),
            (self._name_latin, person.name_latin, name("name_latin")),
            (self._position, row.position, position),
            (self._phone, " / ".join(person.phones), phone),
        ):
            form.binding.load(value, save, key=person.id)

    def choose_sex(self, at: int) -> None:
        """Choose the first, second or third of the sexes (Ctrl+1, 2, 3)."""
        self.sex.choose(ORDER[at])

    def offer_institutions(self, offers: Sequence[Suggestion]) -> None:
        """Offer institutions for what is typed."""
        self._institution.field.offer(offers)

    def flush(self) -> None:
        """Save what is typed now."""
        self._save_institution()
        for binding in self.bindings:
            binding.flush()

    def _on_sex_chosen(self) -> None:
        self.sex_chosen.emit(self._person_id, self.sex.value())

    def _save_institution(self) -> None:
        # Not while it is typed: half a name would be added to the directory.
        typed = clean_line(self._institution.field.text())
        if typed != self._works:
            self._works = typed
            self.work_typed.emit(self._person_id, typed, None)

    def _on_entered(self) -> None:
        self.flush()
        self.finished.emit()
