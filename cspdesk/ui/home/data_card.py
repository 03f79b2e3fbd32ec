"""What is kept on this computer, and when it was last copied."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from cspdesk.i18n import _, ngettext
from cspdesk.ui.home.contents import HomeContents
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card
from cspdesk.ui.widgets.fact import Fact
from cspdesk.ui.widgets.label import Label
from cspdesk.ui.words import Words


class DataCard(Card):
    """How much is in the directory, and the age of the backup.

    Signals:
        backup_asked(): make a backup now.
    """

    backup_asked = Signal()

    def __init__(self, words: Words, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 8, 20, 14), parent=parent)
        self._words = words
        self._heading = Label(role="section")
        self._back_up = Button(icon="save")
        self._back_up.clicked.connect(self.backup_asked)
        self._known = Fact("book-user", role="")
        self._backup = Fact("shield-check", role="")
        head = QHBoxLayout()
        head.addWidget(self._heading)
        head.addStretch()
        head.addWidget(self._back_up)
        self.body.addLayout(head)
        self.body.addWidget(self._known)
        self.body.addWidget(self._backup)

    def retranslate(self) -> None:
        """Word the card."""
        self._heading.setText(_("Data on this computer"))
        self._back_up.setText(_("Back up now"))

    def show_contents(self, contents: HomeContents) -> None:
        """Show the figures."""
        number = self._words.number
        institutions = ngettext("{n} institution", "{n} institutions", contents.institutions)
        people = ngettext("{n} person", "{n} people", contents.people)
        self._known.set(
            " · ".join(
                (
                    institutions.format(n=number(contents.institutions)),
                    people.format(n=number(contents.people)),
                )
            )
        )
        made = contents.last_backup
        if made is None:
            self._backup.set(_("No backup yet"), icon="triangle-alert", tint="warn")
            return
        when = self._when(made.astimezone(), contents.today)
        self._backup.set(
            _("Last backup: {when}").format(when=when),
            icon="shield-check",
            tint="ok",
        )

    def _when(self, made: datetime, today: date) -> str:
        time = self._words.clock(made.time())
        if made.date() == today:
            return _("Today at {time}").format(time=time)
        return f"{self._words.day(made.date())} {time}"
