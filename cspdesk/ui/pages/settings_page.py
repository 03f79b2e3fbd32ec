"""Settings: how the desk speaks and looks, whose it is, how it locks, and what it is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from cspdesk.db import sample
from cspdesk.db.settings import get_organisation
from cspdesk.db.store import Store
from cspdesk.i18n import LANGUAGES, _, current_language, ngettext
from cspdesk.models.organisation import Organisation
from cspdesk.ui.desk import Desk
from cspdesk.ui.page import Page
from cspdesk.ui.preferences import DIGITS, LOCK_MINUTES, TEXT_SIZES, THEMES
from cspdesk.ui.settings.about import AboutCard
from cspdesk.ui.settings.choice_row import ChoiceRow
from cspdesk.ui.settings.security import ChangePassphrase, NewRecoverySheet
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.combo import Combo
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import Label, WrapLabel


def read_settings(store: Store) -> tuple[Organisation, bool]:
    """Return the organisation, and whether sample data is in the workspace."""
    return get_organisation(store), sample.is_loaded(store)


class SettingsPage(Page):
    """Everything here takes effect at once."""

    concerns = frozenset({"setting", "institution"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.language = ChoiceRow(tuple(LANGUAGES))
        self.digits = ChoiceRow(DIGITS)
        self.text_size = ChoiceRow(tuple(map(str, TEXT_SIZES)))
        self.theme = ChoiceRow(THEMES)
        self.letterhead = Button(icon="signature")
        self.lock_minutes = FormField(Combo())
        self.passphrase = Button(icon="lock")
        self.recovery = Button(icon="key-round")
        self.remove_sample = Button(icon="trash-2", kind="danger")
        self._security_note = WrapLabel(role="caption")
        self._sample_note = WrapLabel(role="muted")
        self._heads: dict[str, Label] = {}
        self._organisation = WrapLabel()
        self._letterhead_note = WrapLabel(role="muted")
        self._sample = self._card("sample", self._sample_note, self.remove_sample)
        self._sample.hide()
        self._build()
        self._connect()

    def _build(self) -> None:
        security = QHBoxLayout()
        security.setSpacing(8)
        security.addWidget(self.passphrase)
        security.addWidget(self.recovery)
        security.addStretch()
        locking = self._card("security", self.lock_minutes, self._security_note)
        locking.body.insertLayout(1, security)
        about = AboutCard()
        columns = QHBoxLayout()
        columns.setSpacing(12)
        for cards in (
            (
                self._card("appearance", self.language, self.digits, self.text_size, self.theme),
                self._card(
                    "letterhead", self._organisation, self._letterhead_note, self.letterhead
                ),
            ),
            (locking, self._sample, about),
        ):
            column = QVBoxLayout()
            column.setSpacing(12)
            for card in cards:
                column.addWidget(card)
            column.addStretch()
            columns.addLayout(column, 1)
        panel = ScrollPanel()
        panel.body.addLayout(columns)
        panel.body.addStretch()
        self.body.addWidget(panel, 1)

    def _card(self, name: str, *widgets: QWidget) -> Card:
        card = Card()
        self._heads[name] = Label(role="section")
        card.body.addWidget(self._heads[name])
        for widget in widgets:
            card.body.addWidget(widget)
        return card

    def _connect(self) -> None:
        self.language.chosen.connect(lambda name: self.desk.prefer(language=name))
        self.digits.chosen.connect(lambda name: self.desk.prefer(digits=name))
        self.text_size.chosen.connect(lambda size: self.desk.prefer(text_size=int(size)))
        self.theme.chosen.connect(lambda name: self.desk.prefer(theme=name))
        self.lock_minutes.field.activated.connect(
            lambda: self.desk.prefer(lock_minutes=self.lock_minutes.field.currentData())
        )
        self.letterhead.clicked.connect(
            lambda: self.desk.navigate("letterhead", back_to="settings")
        )
        self.passphrase.clicked.connect(lambda: ChangePassphrase(self.desk, self).open())
        self.recovery.clicked.connect(lambda: NewRecoverySheet(self.desk, self).open())
        self.remove_sample.clicked.connect(self._on_remove_sample_clicked)
        self.desk.preferences_changed.connect(self._show_choices)

    def retranslate(self) -> None:
        self.header.set_title(_("Settings"))
        for name, text in {
            "appearance": _("Appearance"),
            "letterhead": _("Letterhead"),
            "security": _("Passphrase and locking"),
            "sample": _("Sample data"),
        }.items():
            self._heads[name].setText(text)
        self.language.set_words(_("Language"), LANGUAGES)
        self.digits.set_words(
            _("Digits"),
            {"arabic": _("Arabic digits (012)"), "khmer": _("Khmer digits (០១២)")},
        )
        self.text_size.set_words(
            _("Text size"), {"11": _("Normal"), "12": _("Large"), "13": _("Extra large")}
        )
        self.theme.set_words(
            _("Theme"), {"system": _("Follow system"), "light": _("Light"), "dark": _("Dark")}
        )
        self._letterhead_note.setText(
            _("Names, address, logo, letter numbers, signatories and the look of documents.")
        )
        self.letterhead.setText(_("Change the letterhead"))
        self.lock_minutes.set_label(_("Lock when nobody is at the desk"))
        self.passphrase.setText(_("Change passphrase"))
        self.recovery.setText(_("New recovery sheet"))
        self._security_note.setText(
            _("What you type is saved before the desk locks. Ctrl+L locks at once.")
        )
        self._sample_note.setText(
            _("The sample is for looking around. Your own records stay when you remove it.")
        )
        self.remove_sample.setText(_("Remove sample data"))
        self._fill_lock_minutes()
        self._show_choices()

    def refresh(self) -> None:
        self.desk.read(read_settings, owner=self, on_done=self._fill)

    def _fill(self, found: tuple[Organisation, bool]) -> None:
        organisation, has_sample = found
        names = organisation.name_km, organisation.name_en
        self._organisation.setText("\n".join(filter(None, names)))
        self._sample.setVisible(has_sample)

    def _fill_lock_minutes(self) -> None:
        box = self.lock_minutes.field
        box.clear()
        for minutes in LOCK_MINUTES:
            text = ngettext("after {n} minute", "after {n} minutes", minutes)
            shown = text.format(n=self.desk.words.number(minutes)) if minutes else _("never")
            box.addItem(shown, minutes)

    def _show_choices(self) -> None:
        chosen = self.desk.preferences
        self.language.show_choice(current_language())
        self.digits.show_choice(chosen.digits)
        self.text_size.show_choice(str(chosen.text_size))
        self.theme.show_choice(chosen.theme)
        box = self.lock_minutes.field
        box.setCurrentIndex(box.findData(chosen.lock_minutes))

    def _on_remove_sample_clicked(self) -> None:
        self.desk.change(
            sample.remove, owner=self, undo=_("The sample data was moved to the trash.")
        )
