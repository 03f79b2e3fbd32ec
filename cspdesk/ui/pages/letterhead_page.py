"""The letterhead: names, address, logo, numbers, signatories, and a letter that shows them."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from cspdesk.i18n import N_, _
from cspdesk.khmer.text import clean, clean_line
from cspdesk.models.organisation import Organisation
from cspdesk.ui.desk import Desk
from cspdesk.ui.letterhead import jobs
from cspdesk.ui.letterhead.logo_card import LogoCard
from cspdesk.ui.letterhead.look_card import LookCard
from cspdesk.ui.letterhead.number_card import NumberCard
from cspdesk.ui.letterhead.signatories_card import SignatoriesCard
from cspdesk.ui.page import Page
from cspdesk.ui.preview.live import LivePreview
from cspdesk.ui.widgets.buttons import Button, IconButton
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.growing_text import GrowingText
from cspdesk.ui.widgets.label import Label

_LINES = 2


class LetterheadPage(Page):
    """Everything is saved as it is typed; the letter beside it follows each key."""

    concerns = frozenset({"setting", "letter"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self._stored = Organisation()
        self._changes = 0
        self._from = "settings"
        self._back = IconButton("arrow-left")
        self.preview_button = Button(icon="eye")
        self.preview_button.setCheckable(True)
        self.preview_button.setChecked(True)
        self._head = Label(role="section")
        self.numbers = NumberCard()
        self.fields: dict[str, FormField[Any]] = {
            "name_km": FormField(QLineEdit()),
            "name_en": FormField(QLineEdit()),
            "address_km": FormField(GrowingText(lines=_LINES)),
            "address_en": FormField(GrowingText(lines=_LINES)),
            **self.numbers.fields,
        }
        self.logo = LogoCard(desk)
        self.signatories = SignatoriesCard(desk.words)
        self.look = LookCard()
        self.preview = LivePreview(desk, jobs.draw)
        self.bindings = [form.binding for form in self.fields.values()]
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self.header.add_lead(self._back)
        self.header.add_action(self.preview_button)
        names = Card()
        names.body.addWidget(self._head)
        for name in ("name_km", "name_en", "address_km", "address_en"):
            names.body.addWidget(self.fields[name])
        panel = self._panel = ScrollPanel()
        panel.body.setSpacing(12)
        for card in (names, self.logo, self.signatories, self.numbers, self.look):
            panel.body.addWidget(card)
        panel.body.addStretch()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(panel, 5)
        row.addWidget(self.preview, 4)
        self.body.addLayout(row, 1)

    def _connect(self) -> None:
        for name, form in self.fields.items():
            form.binding.edited.connect(functools.partial(self._on_edited, name))
        self.logo.chosen.connect(self._on_logo_chosen)
        self.logo.removed.connect(self._on_logo_removed)
        self.signatories.edited.connect(self._draw)
        self.signatories.changed.connect(self._on_signatories_changed)
        self.signatories.added.connect(self._bring_into_sight)
        self.look.changed.connect(self._on_look_changed)
        self._back.clicked.connect(self._go_back)
        self.preview_button.toggled.connect(self.preview.setVisible)
        self.shortcut("F6", self.preview_button.click)
        self.shortcut("Alt+Left", self._go_back)

    # The page

    def retranslate(self) -> None:
        self.header.set_title(_("Letterhead"), _("What stands on letters and other documents"))
        self._back.set_name(_("Back (Esc)"))
        self.preview_button.setText(_("Preview (F6)"))
        self._head.setText(_("Organisation"))
        for name, label in {
            "name_km": _("Name of the organisation in Khmer"),
            "name_en": _("Name of the organisation in English"),
            "address_km": _("Address, phone and e-mail in Khmer"),
            "address_en": _("Address, phone and e-mail in English"),
        }.items():
            self.fields[name].set_label(label)
        for part in (self.logo, self.signatories, self.numbers, self.look, self.preview):
            part.retranslate()

    def refresh(self) -> None:
        # An answer from before the last change does not know of it and is not shown.
        self.desk.read(jobs.read, owner=self, on_done=functools.partial(self._fill, self._changes))
        self.desk.runner.submit_pure(jobs.missing_fonts, owner=self, on_done=self.look.show_missing)

    def show_what(self, **what: object) -> None:
        self._from = str(what["back_to"])

    def flush(self) -> None:
        super().flush()
        for binding in self.signatories.bindings():
            binding.flush()

    def escape(self) -> bool:
        self._go_back()
        return True

    def _fill(self, changes: int, found: tuple[Organisation, list[str]]) -> None:
        if changes != self._changes:
            return
        organisation, used = found
        self._stored = organisation
        for name, form in self.fields.items():
            form.binding.load(getattr(organisation, name), self._saver(name), name)
        self.signatories.show_signatories(organisation.signatories)
        self._show_chosen(used)
        self._draw()

    def _show_chosen(self, used: list[str] | None = None) -> None:
        self.logo.show_logo(self._stored.logo)
        self.look.show_look(self._stored)
        self.numbers.set_facts(khmer_digits=self._stored.khmer_digits, used=used)

    def _go_back(self) -> None:
        self.flush()
        self.desk.navigate(self._from)

    # Writing

    def _saver(self, name: str) -> Callable[[str], None]:
        return lambda text: self._change({name: _cleaned(name, text)})

    def _change(self, changes: dict[str, Any], label: str = "", undo: str = "") -> None:
        self._changes += 1
        self._stored = replace(self._stored, **changes)
        job = functools.partial(jobs.change, label=label, changes=changes)
        self.desk.change(job, owner=self, undo=undo)
        self._draw()

    def _on_edited(self, name: str) -> None:
        # What is typed in one language shows in the letter of that language.
        self.preview.languages.choose(name.rpartition("_")[2])
        self._draw()

    def _on_logo_chosen(self, logo: bytes) -> None:
        self._change({"logo": logo}, N_("choose a logo"), _("The logo was changed."))
        self._show_chosen()

    def _on_logo_removed(self) -> None:
        self._change({"logo": b""}, N_("remove the logo"), _("The logo was removed."))
        self._show_chosen()

    def _on_signatories_changed(self, label: str, undo: str) -> None:
        self._change({"signatories": self.signatories.value()}, label, undo)

    def _bring_into_sight(self, row: QWidget) -> None:
        # Its place is known once the layout has run.
        QTimer.singleShot(0, row, lambda: self._panel.ensureWidgetVisible(row))

    def _on_look_changed(self, name: str, value: object) -> None:
        self._change({name: value}, N_("change the look of documents"))
        self._show_chosen()

    # Paper

    def _draw(self) -> None:
        """Show a letter with all that is typed, saved or not; a wrong number is left out."""
        typed: dict[str, Any] = {
            name: _cleaned(name, form.binding.value)
            for name, form in self.fields.items()
            if form.binding.dirty and not form.field.property("invalid")
        }
        self.preview.draw_soon(replace(self._stored, **typed, signatories=self.signatories.value()))


def _cleaned(name: str, text: str) -> str:
    return clean(text) if name.startswith("address") else clean_line(text)
