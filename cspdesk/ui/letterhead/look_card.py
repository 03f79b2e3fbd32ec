"""How documents look unless one says otherwise: national header, dates, typefaces, digits."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from cspdesk.errors import PaperError
from cspdesk.i18n import _
from cspdesk.models.organisation import FONTS, Organisation
from cspdesk.ui.settings.choice_row import ChoiceRow
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import error_text

_DIGITS = ("khmer", "arabic")


class LookCard(Card):
    """Switches and choices; each takes effect at once.

    Signals:
        changed(str, object): a field of the organisation, and its new value.
    """

    changed = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = Label(role="section")
        self.switches = {"national_header": QCheckBox(), "lunar_date": QCheckBox()}
        self.fonts = ChoiceRow(FONTS)
        self.digits = ChoiceRow(_DIGITS)
        self._problem: PaperError | None = None
        self._fonts_note = WrapLabel(role="caption")
        self._fonts_note.hide()
        self.body.addWidget(self._head)
        for name, box in self.switches.items():
            box.clicked.connect(lambda on, name=name: self.changed.emit(name, on))
            self.body.addWidget(box)
        self.body.addWidget(self.digits)
        self.body.addWidget(self.fonts)
        self.body.addWidget(self._fonts_note)
        self.fonts.chosen.connect(lambda name: self.changed.emit("fonts", name))
        self.digits.chosen.connect(
            lambda name: self.changed.emit("khmer_digits", name == _DIGITS[0])
        )

    def retranslate(self) -> None:
        """Word the card."""
        self._head.setText(_("Look of documents"))
        self.switches["national_header"].setText(_("National header on new meetings and letters"))
        self.switches["lunar_date"].setText(_("Lunar date above the date of letters"))
        self.digits.set_words(
            _("Digits of Khmer documents"),
            {"arabic": _("Arabic digits (012)"), "khmer": _("Khmer digits (០១២)")},
        )
        self.fonts.set_words(
            _("Typefaces of documents"),
            {"battambang": "Battambang · Moul", "khmer-os": "Khmer OS"},
        )
        self.show_missing(self._problem)

    def show_look(self, organisation: Organisation) -> None:
        """Show what is set."""
        for name, box in self.switches.items():
            box.setChecked(getattr(organisation, name))
        self.fonts.show_choice(organisation.fonts if organisation.fonts in FONTS else FONTS[0])
        self.digits.show_choice(_DIGITS[0] if organisation.khmer_digits else _DIGITS[1])

    def show_missing(self, problem: PaperError | None) -> None:
        """Say why Khmer OS cannot be used here; where it is chosen already it stays chosen."""
        self._problem = problem
        name = FONTS[1]
        chosen = self.fonts.choice.current() == name
        self.fonts.choice.button(name).setEnabled(problem is None or chosen)
        self._fonts_note.setText(error_text(problem) if problem else "")
        self._fonts_note.setVisible(problem is not None)
