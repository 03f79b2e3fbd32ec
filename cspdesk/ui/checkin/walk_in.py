"""The form for somebody who is not on any list: a name and a sex are enough."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cspdesk.i18n import _, current_language
from cspdesk.khmer.text import clean_line
from cspdesk.models.people import Person, Sex, display_name
from cspdesk.ui.checkin.corrections import read_phones
from cspdesk.ui.checkin.roll import RollRow
from cspdesk.ui.checkin.sex_choice import ORDER, SexChoice, is_enter
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

_PAUSE_MS = 250


@dataclass(frozen=True)
class WalkIn:
    """What the form holds. ``institution_id`` '' with a ``new_institution`` adds that one."""

    person: Person
    institution_id: str = ""
    new_institution: str = ""
    position: str = ""


class WalkInForm(ScrollPanel):
    """Enter goes to the next field and saves in the last; Ctrl+1, 2, 3 choose the sex.

    Signals:
        submitted(WalkIn): save and check in.
        twin_taken(str): check in the known person with this id instead.
        twin_asked(Person): is this person known already? Answer with :meth:`show_twin`.
        institutions_wanted(str): answer with :meth:`offer_institutions`.
    """

    submitted = Signal(object)
    twin_taken = Signal(str)
    twin_asked = Signal(object)
    institutions_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        card = Card(margins=(20, 12, 20, 16), spacing=10)
        self.body.addWidget(card)
        self.body.addStretch()
        self._title = Label(role="section")
        self._hint = WrapLabel(role="muted")
        self._name_km = FormField(QLineEdit())
        self._name_latin = FormField(QLineEdit())
        self._sex_label = Label(role="caption")
        self.sex = SexChoice()
        self._sex_missing = WrapLabel(role="error")
        self._sex_missing.hide()
        self._institution = FormField(SuggestField())
        self._position = FormField(QLineEdit())
        self._phone = FormField(QLineEdit())
        self._twin = _TwinBanner()
        self.save = Button(icon="check", kind="primary")
        self._twin_id = ""
        self._twin_seen = False
        self._asked_id = ""
        self._institution_id = ""
        self._sent_by = ""
        self._fields: list[QWidget] = [
            self._name_km.field,
            self._name_latin.field,
            self.sex,
            self._institution.field,
            self._position.field,
            self._phone.field,
        ]

        names = QHBoxLayout()
        names.setSpacing(12)
        names.addWidget(self._name_km)
        names.addWidget(self._name_latin)
        work = QHBoxLayout()
        work.setSpacing(12)
        work.addWidget(self._position)
        work.addWidget(self._phone)
        actions = QHBoxLayout()
        actions.addWidget(self.save)
        actions.addStretch()
        card.body.addWidget(self._title)
        card.body.addWidget(self._hint)
        card.body.addLayout(names)
        card.body.addWidget(self._sex_label)
        card.body.addWidget(self.sex)
        card.body.addWidget(self._sex_missing)
        card.body.addWidget(self._institution)
        card.body.addLayout(work)
        card.body.addWidget(self._twin)
        card.body.addLayout(actions)

        self._asking = QTimer(self)
        self._asking.setSingleShot(True)
        self._asking.setInterval(_PAUSE_MS)
        self._asking.timeout.connect(self._ask_for_twin)
        for field in (self._name_km, self._name_latin, self._phone):
            field.field.textEdited.connect(self._on_identity_edited)
        works = self._institution.field
        for form in (self._name_km, self._name_latin, self._position, self._phone):
            form.field.returnPressed.connect(functools.partial(self._go_on, form.field))
        self.sex.entered.connect(functools.partial(self._go_on, self.sex))
        works.wanted.connect(self.institutions_wanted)
        works.textEdited.connect(self._on_institution_edited)
        works.picked.connect(self._on_institution_picked)
        works.entered.connect(lambda _text: self._go_on(works))
        self.sex.chosen.connect(self._sex_missing.hide)
        self.save.clicked.connect(self.submit)
        self._twin.same.clicked.connect(self._on_same_clicked)
        self._twin.other.clicked.connect(self._on_other_clicked)

    def retranslate(self) -> None:
        """Word the form."""
        self._say_title()
        self._hint.setText(
            _("A name and the sex are enough. Enter goes on, Ctrl+Enter saves, Esc goes back.")
        )
        self._name_km.set_label(_("Khmer name"))
        self._name_latin.set_label(_("Name in Latin letters"))
        self._sex_label.setText(_("Sex"))
        self.sex.retranslate()
        self._institution.set_label(_("Institution"), _("Type to search, or type a new one"))
        self._position.set_label(_("Position"))
        self._phone.set_label(_("Phone number"))
        self.save.setText(_("Save and check in (Ctrl+Enter)"))
        self._twin.retranslate()

    def begin(self, text: str, sent_by: RollRow | None = None) -> None:
        """Start with what was typed into the search, in the name field of its script.

        The delegate of ``sent_by`` comes from the same institution.
        """
        institution = sent_by.institution if sent_by else None
        self._sent_by = display_name(sent_by.person, current_language()) if sent_by else ""
        self._say_title()
        typed = clean_line(text)
        is_phone = any(letter.isdigit() for letter in typed) and not any(map(str.isalpha, typed))
        khmer = any("\u1780" <= letter <= "\u17ff" for letter in typed)
        name = "" if is_phone else typed
        self._name_km.field.setText(name if khmer else "")
        self._name_latin.field.setText("" if khmer else name)
        self._phone.field.setText(typed if is_phone else "")
        self._position.field.clear()
        self._institution_id = institution.id if institution else ""
        self._institution.field.setText(
            display_name(institution, current_language()) if institution else ""
        )
        self.sex.set_value(None)
        for field in (self._name_km, self._name_latin):
            field.complain("")
        self._sex_missing.hide()
        self.show_twin(None, None, "")
        self.verticalScrollBar().setValue(0)
        first = self._name_latin if name and not khmer else self._name_km
        first.field.setFocus(Qt.FocusReason.OtherFocusReason)
        if typed:
            self._ask_for_twin()

    def _say_title(self) -> None:
        title = _("Walk-in (not invited)")
        if self._sent_by:
            title = _("Delegate of {name}").format(name=self._sent_by)
        self._title.setText(title)

    def typed_name(self) -> str:
        """Return the name as it stands, for the search to go on with."""
        fields = (self._name_km, self._name_latin, self._phone)
        return next((field.field.text() for field in fields if field.field.text()), "")

    def person(self) -> Person:
        """Return who is described."""
        return Person(
            name_km=clean_line(self._name_km.field.text()),
            name_latin=clean_line(self._name_latin.field.text()),
            sex=self.sex.value() or Sex.NOT_RECORDED,
            phones=read_phones(self._phone.field.text()),
        )

    def choose_sex(self, at: int) -> None:
        """Choose the first, second or third of the sexes (Ctrl+1, 2, 3)."""
        self.sex.choose(ORDER[at])

    def show_twin(self, asked: Person | None, person: Person | None, details: str) -> None:
        """Show that somebody like ``asked`` is known already, or that nobody is."""
        if asked is not None and asked.id != self._asked_id:
            return
        if person is not None and person.id == self._twin_id:
            return
        self._twin_id = person.id if person else ""
        self._twin_seen = False
        self._twin.setVisible(person is not None)
        if person is not None:
            self._twin.show_person(display_name(person, current_language()), details)

    def offer_institutions(self, offers: Sequence[Suggestion]) -> None:
        """Offer institutions for what is typed."""
        self._institution.field.offer(offers)

    def submit(self) -> None:
        """Save where a name and the sex are there; else go to what is missing."""
        person = self.person()
        if not person.name_km and not person.name_latin:
            self._name_km.complain(_("Please fill in the name."))
            self._name_km.field.setFocus()
            return
        if self.sex.value() is None:
            self._sex_missing.setText(_("Choose one of the three; “Not recorded” is fine too."))
            self._sex_missing.show()
            self.sex.setFocus()
            return
        if self._twin_id and not self._twin_seen:
            self._twin_seen = True
            self._twin.same.setFocus()
            self.ensureWidgetVisible(self._twin)
            return
        self.submitted.emit(
            WalkIn(
                person,
                self._institution_id,
                "" if self._institution_id else clean_line(self._institution.field.text()),
                clean_line(self._position.field.text()),
            )
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_enter(event) and self.save.hasFocus():
            self.submit()
        else:
            super().keyPressEvent(event)

    def _go_on(self, field: QWidget) -> None:
        at = self._fields.index(field)
        if at + 1 == len(self._fields):
            self.submit()
            return
        self._fields[at + 1].setFocus(Qt.FocusReason.TabFocusReason)
        self.ensureWidgetVisible(self._fields[at + 1])

    def _on_institution_edited(self) -> None:
        self._institution_id = ""

    def _on_institution_picked(self, offer: Suggestion) -> None:
        self._institution_id = str(offer.key)
        self._go_on(self._institution.field)

    def _on_identity_edited(self) -> None:
        self._name_km.complain("")
        self._asking.start()

    def _ask_for_twin(self) -> None:
        self._asking.stop()
        person = self.person()
        self._asked_id = person.id
        self.twin_asked.emit(person)

    def _on_same_clicked(self) -> None:
        self.twin_taken.emit(self._twin_id)

    def _on_other_clicked(self) -> None:
        self._twin_seen = True
        self.submit()


class _TwinBanner(Card):
    """'Same person?' with the two answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(12, 8, 12, 8), parent=parent)
        self.setProperty("role", "banner")
        self._words = WrapLabel()
        self.same = Button(icon="check", kind="primary")
        self.other = Button(icon="user-plus")
        row = QHBoxLayout()
        row.addWidget(self.same)
        row.addWidget(self.other)
        row.addStretch()
        self.body.addWidget(self._words)
        self.body.addLayout(row)
        self.hide()

    def retranslate(self) -> None:
        """Word the answers."""
        self.same.setText(_("Same person: check in (Enter)"))
        self.other.setText(_("Another person: save"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        button = self.focusWidget()
        if is_enter(event) and isinstance(button, Button):
            button.click()
        else:
            super().keyPressEvent(event)

    def show_person(self, name: str, details: str) -> None:
        """Say who is known already."""
        words = _("Same person? {name} is already known.").format(name=name)
        self._words.setText(f"{words} {details}" if details else words)
