"""What the desk is, under which licence, and whose data, fonts and drawings are in it."""

from __future__ import annotations

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget

from cspdesk import __version__
from cspdesk.i18n import _
from cspdesk.ui.shortcuts import KeyList
from cspdesk.ui.widgets.card import Card, Rule
from cspdesk.ui.widgets.label import Label, WrapLabel


class AboutCard(Card):
    """Version, licence, attributions, and the list of keys."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._head = Label(role="section")
        self._version = WrapLabel()
        self._licence = WrapLabel(role="muted")
        self._places = WrapLabel(role="muted")
        self._drawn = WrapLabel(role="muted")
        self._keys = Label(role="section")
        words = (self._head, self._version, self._licence, self._places, self._drawn)
        for widget in (*words, Rule(), self._keys, KeyList()):
            self.body.addWidget(widget)
        self.retranslate()

    def retranslate(self) -> None:
        """Word the card."""
        self._head.setText(_("About"))
        self._version.setText(_("cspdesk, version {version}").format(version=__version__))
        self._licence.setText(
            _("Free software under the GNU General Public License, version 3 or later.")
        )
        self._places.setText(
            _("Places: © Ministry of Economy and Finance, data.mef.gov.kh (gazetteer 2025).")
        )
        self._drawn.setText(
            _(
                "Fonts: Kantumruy Pro (as Cspdesk Sans), Battambang, Moul, under the SIL Open "
                "Font License. Icons: Lucide, ISC licence."
            )
        )
        self._keys.setText(_("Keyboard shortcuts"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
