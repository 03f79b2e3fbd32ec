"""One letter, every field saved as it is typed."""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QHBoxLayout, QLineEdit, QWidget

from cspdesk.i18n import LANGUAGES, _, ngettext
from cspdesk.models.letters import Asking, LetterKind
from cspdesk.models.meetings import Meeting
from cspdesk.models.words import word
from cspdesk.ui.letters import jobs
from cspdesk.ui.letters.address_field import AddressField
from cspdesk.ui.letters.body_field import BodyField
from cspdesk.ui.letters.meeting_field import MeetingField
from cspdesk.ui.meetings.fields import EnumField
from cspdesk.ui.widgets.binding import FieldBinding
from cspdesk.ui.widgets.buttons import Button, IconButton
from cspdesk.ui.widgets.card import Card, Rule, ScrollPanel
from cspdesk.ui.widgets.combo import Combo
from cspdesk.ui.widgets.dates import DateField
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.label import ShortLabel, WrapLabel, breakable
from cspdesk.ui.widgets.suggest_field import SuggestField, Suggestion

if TYPE_CHECKING:
    from cspdesk.ui.desk import Desk

# Name, row, column, columns of twelve, in reading order, which Tab follows.
_PLACES = (
    ("kind", 0, 0, 6), ("language", 0, 6, 6),
    ("meeting", 1, 0, 12), ("asks_for", 2, 0, 12),
    ("guests", 3, 0, 12), ("address", 4, 0, 12),
    ("number", 5, 0, 4), ("on", 5, 4, 4), ("place", 5, 8, 4),
    ("subject", 6, 0, 12), ("reference", 7, 0, 12), ("body", 8, 0, 12),
    ("enclosures", 9, 0, 6), ("contact", 9, 6, 6),
    ("signatory_name", 10, 0, 6), ("signatory_role", 10, 6, 6),
    ("lunar_date", 11, 0, 12), ("national_header", 12, 0, 12),
)  # fmt: skip


class LetterEditor(Card):
    """A letter's head with what is done with it, and its fields.

    Signals:
        preview_asked(str): '' to look at it, 'print' to print it.
        copy_asked(), trash_asked(), file_asked(): what the buttons ask for.
    """

    preview_asked = Signal(str)
    copy_asked = Signal()
    trash_asked = Signal()
    file_asked = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(margins=(0, 12, 0, 0), spacing=8, parent=parent)
        self._desk = desk
        self.detail: jobs.Detail | None = None
        self._title = ShortLabel(role="section")
        self.preview = Button(icon="eye", kind="primary")
        self._print = Button(icon="printer")
        self._copy = Button(icon="copy")
        self._trash = IconButton("trash-2", tint="danger")
        self._language = Combo()
        for language, name in LANGUAGES.items():
            self._language.addItem(name, language)
        self._guests = WrapLabel(role="muted")
        self.address = AddressField(desk)
        self.body_field = BodyField()
        self._header = QCheckBox()
        self._scroll = ScrollPanel()
        signatory = SuggestField(self._offer_signatories)
        self.fields: dict[str, FormField[Any]] = {
            "kind": FormField(EnumField(LetterKind)),
            "language": FormField(self._language),
            "meeting": FormField(MeetingField(desk)),
            "asks_for": FormField(EnumField(Asking)),
            "number": FormField(QLineEdit()),
            "on": FormField(DateField()),
            "place": FormField(QLineEdit()),
            "subject": FormField(GrowingText(one_paragraph=True)),
            "reference": FormField(QLineEdit()),
            "enclosures": FormField(GrowingText()),
            "contact": FormField(QLineEdit()),
            "signatory_name": FormField(signatory),
            "signatory_role": FormField(QLineEdit()),
            "lunar_date": FormField(QLineEdit()),
        }
        self._bindings = {name: field.binding for name, field in self.fields.items()}
        self._bindings["addressee"] = self.address.lines.binding
        self._bindings["body"] = self.body_field.text.binding
        self._bindings["national_header"] = FieldBinding(self._header)
        self._lay_out()
        self._connect(signatory)

    def bindings(self) -> list[FieldBinding]:
        """Return what is to be flushed before closing."""
        return list(self._bindings.values())

    def retranslate(self) -> None:
        """Word head and fields."""
        self.preview.setText(_("Preview (F6)"))
        self._print.setText(_("Print (F7)"))
        self._copy.setText(_("Duplicate"))
        self._trash.set_name(_("Move to the trash"))
        labels = {
            "kind": _("Kind of letter"),
            "language": _("Language of the letter"),
            "meeting": _("Meeting"),
            "asks_for": _("What is asked for"),
            "number": _("Letter number"),
            "on": _("Date"),
            "place": _("Place of signing"),
            "subject": _("Subject"),
            "reference": _("Reference"),
            "enclosures": _("Enclosures"),
            "contact": _("Whom to ask: name and phone"),
            "signatory_name": _("Signed by"),
            "signatory_role": _("Role of the signatory"),
            "lunar_date": _("Lunar date"),
        }
        hints = {"on": "13/12/2022", "meeting": _("Type to search, ↓ shows the latest")}
        for name, label in labels.items():
            self.fields[name].set_label(label, hints.get(name, ""))
        self._header.setText(_("National header on the letter"))
        self.address.retranslate()
        self.body_field.retranslate()
        if self.detail is not None:
            self._show_usual(self.detail)

    def show_detail(self, detail: jobs.Detail) -> None:
        """Show a letter; what is being typed in it stays."""
        if self.detail is None or self.detail.letter.id != detail.letter.id:
            self._scroll.verticalScrollBar().setValue(0)
        self.detail = detail
        letter = detail.letter
        for name, binding in self._bindings.items():
            value = detail.meeting if name == "meeting" else getattr(letter, name)
            binding.load(value, functools.partial(self._save, letter.id, name), letter.id)
        self._show_parts(detail)
        self._show_usual(detail)

    def leave(self) -> None:
        """Save what is typed and forget the letter."""
        for binding in self.bindings():
            binding.unload()
        self.detail = None

    def focus_first(self) -> None:
        """Put the cursor where the first thing is to be said."""
        kind = self.detail.letter.kind if self.detail else LetterKind.FREE
        inviting = kind is LetterKind.INVITATION
        first = self.fields["meeting"].field if inviting else self.address.directory.field
        first.setFocus(Qt.FocusReason.TabFocusReason)
        self._scroll.ensureWidgetVisible(first)

    def take_text(self, text: str, undo: str) -> None:
        """Replace the letter's text; ``undo`` says so."""
        if self.detail is not None:
            self._bindings["body"].flush()
            self._save_fields(self.detail.letter.id, {"body": text}, undo)

    def _save(self, letter_id: str, name: str, value: object) -> None:
        if name == "meeting":
            name, value = "meeting_id", value.id if isinstance(value, Meeting) else ""
        self._save_fields(letter_id, {name: value})

    def _save_fields(self, letter_id: str, values: Mapping[str, object], undo: str = "") -> None:
        job = functools.partial(jobs.save_fields, letter_id=letter_id, values=values)
        self._desk.change(job, owner=self, undo=undo)

    def _show_parts(self, detail: jobs.Detail) -> None:
        """Show the fields that a letter of this kind has."""
        letter = detail.letter
        inviting = letter.kind is LetterKind.INVITATION
        asking = letter.kind is LetterKind.REQUEST
        self.fields["meeting"].setVisible(inviting or asking)
        self.fields["asks_for"].setVisible(asking and detail.meeting is not None)
        self.fields["lunar_date"].setVisible(letter.language == "km")
        self.address.setVisible(not inviting)
        self.address.show_letter(letter.id, letter.language)
        self._guests.setVisible(inviting)
        self.body_field.show_detail(detail)

    def _show_usual(self, detail: jobs.Detail) -> None:
        """Say in empty fields what the document will say."""
        first = detail.signatories[0] if detail.signatories else None
        khmer = detail.letter.language == "km"
        name = (first.name_km if khmer else first.name_en) if first else ""
        role = (first.role_km if khmer else first.role_en) if first else ""
        self._title.setText(
            detail.letter.subject or detail.usual_subject or _(word(detail.letter.kind))
        )
        self.fields["subject"].field.setPlaceholderText(breakable(detail.usual_subject))
        self.fields["lunar_date"].field.setPlaceholderText(detail.lunar_date)
        self.fields["signatory_name"].field.setPlaceholderText(name)
        self.fields["signatory_role"].field.setPlaceholderText(role)
        n = len(detail.addressees)
        if detail.meeting is None:
            said = _("Choose the meeting: those invited to it each get a letter.")
        elif n:
            said = ngettext(
                "{n} letter, for the person or institution invited to the meeting.",
                "{n} letters, one for each person and institution invited to the meeting.",
                n,
            ).format(n=self._desk.words.number(n))
        else:
            said = _("Nobody is invited yet: the letter has room to write an address.")
        self._guests.setText(said)
        self.body_field.show_usual(detail)

    def _offer_signatories(self, text: str) -> Sequence[Suggestion]:
        if self.detail is None:
            return []
        khmer = self.detail.letter.language == "km"
        offers = [
            Suggestion(n, known.name_km if khmer else known.name_en,
                       known.role_km if khmer else known.role_en)
            for n, known in enumerate(self.detail.signatories)
        ]  # fmt: skip
        typed = text.casefold().strip()
        return [offer for offer in offers if offer.text and typed in offer.text.casefold()]

    def _on_signatory_picked(self, offer: Suggestion) -> None:
        if self.detail is not None:
            values = {"signatory_name": offer.text, "signatory_role": offer.second}
            self._save_fields(self.detail.letter.id, values)

    def _connect(self, signatory: SuggestField) -> None:
        self.preview.clicked.connect(functools.partial(self.preview_asked.emit, ""))
        self._print.clicked.connect(functools.partial(self.preview_asked.emit, "print"))
        self._copy.clicked.connect(self.copy_asked)
        self._trash.clicked.connect(self.trash_asked)
        signatory.picked.connect(self._on_signatory_picked)
        subject = self.fields["subject"]
        subject.field.entered.connect(subject.binding.flush)
        self.body_field.file_asked.connect(self.file_asked)
        self.body_field.usual_asked.connect(self._on_usual_asked)

    def _on_usual_asked(self) -> None:
        if self.detail is not None:
            self.take_text(self.detail.usual_body, _("The usual wording is in the letter now."))

    def _lay_out(self) -> None:
        actions = FlowLayout()
        for button in (self.preview, self._print, self._copy):
            actions.addWidget(button)
        first = QHBoxLayout()
        first.setContentsMargins(20, 0, 20, 0)
        first.addWidget(self._title, 1)
        first.addWidget(self._trash, 0, Qt.AlignmentFlag.AlignTop)
        second = QHBoxLayout()
        second.setContentsMargins(20, 0, 20, 0)
        second.addLayout(actions, 1)
        grid = QGridLayout()
        grid.setContentsMargins(20, 4, 20, 16)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        for column in range(12):
            grid.setColumnStretch(column, 1)
        parts: dict[str, QWidget] = {
            **self.fields,
            "guests": self._guests,
            "address": self.address,
            "body": self.body_field,
            "national_header": self._header,
        }
        for name, row, column, span in _PLACES:
            grid.addWidget(parts[name], row, column, 1, span, Qt.AlignmentFlag.AlignTop)
        self._scroll.body.addLayout(grid)
        self._scroll.body.addStretch()
        self.body.addLayout(first)
        self.body.addLayout(second)
        self.body.addWidget(Rule())
        self.body.addWidget(self._scroll, 1)
