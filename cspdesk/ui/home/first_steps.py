"""The three steps from an empty desk to a printed sheet, each with the button that does it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.ui import icons, theme
from cspdesk.ui.home.contents import HomeContents
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.card import Card, Rule
from cspdesk.ui.widgets.flow import FlowLayout
from cspdesk.ui.widgets.label import Label, WrapLabel


class FirstSteps(Card):
    """What to do first; a step that is done is ticked.

    Signals:
        add_asked(), import_asked(): fill the directory.
        meeting_asked(): plan a meeting. print_asked(): print its sheet.
    """

    add_asked = Signal()
    import_asked = Signal()
    meeting_asked = Signal()
    print_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(20, 14, 20, 16), spacing=12, parent=parent)
        self._heading = Label(role="section")
        self._import = Button(icon="file-spreadsheet", kind="primary")
        self._add = Button(icon="plus")
        self._plan = Button(icon="calendar-plus")
        self._print = Button(icon="printer")
        self._directory = _Step((self._import, self._add))
        self._meeting = _Step((self._plan,))
        self._sheet = _Step((self._print,))
        self.body.addWidget(self._heading)
        for step in (self._directory, self._meeting, self._sheet):
            self.body.addWidget(Rule())
            self.body.addWidget(step)
        self._import.clicked.connect(self.import_asked)
        self._add.clicked.connect(self.add_asked)
        self._plan.clicked.connect(self.meeting_asked)
        self._print.clicked.connect(self.print_asked)

    def retranslate(self) -> None:
        """Word the steps."""
        self._heading.setText(_("Three steps to your first meeting"))
        self._import.setText(_("Import my list"))
        self._add.setText(_("Add an institution"))
        self._plan.setText(_("New meeting (F4)"))
        self._print.setText(_("Print the list (F7)"))
        self._directory.set_text(
            _("Add institutions and people"),
            _("From the Excel list that you keep now, or one by one."),
        )
        self._meeting.set_text(
            _("Plan the first meeting"), _("Its kind fills in the title, the agenda and the times.")
        )
        self._sheet.set_text(
            _("Print its attendance list"),
            _("With the names of those invited and blank rows for others."),
        )

    def show_contents(self, contents: HomeContents) -> None:
        """Tick what is done; the next step's button is the prominent one."""
        states = (
            bool(contents.institutions),
            bool(contents.meetings),
            contents.sheet_printed,
        )
        self._directory.set_done(states[0])
        self._meeting.set_done(states[1])
        self._sheet.set_done(states[2])
        self._print.setEnabled(contents.next_meeting is not None)
        following = states.index(False) if False in states else -1
        for at, button in enumerate((self._import, self._plan, self._print)):
            button.set_kind("primary" if at == following else "")


class _Step(QWidget):
    """A circle to be ticked, what the step is, and its buttons."""

    def __init__(self, buttons: tuple[Button, ...]) -> None:
        super().__init__()
        self._done = False
        self._picture = QLabel()
        self._title = WrapLabel(role="strong")
        self._hint = WrapLabel(role="muted")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._hint)
        actions = FlowLayout()
        for button in buttons:
            actions.addWidget(button)
        # Stretches, because an aligned layout is not given its height for width.
        middle = QVBoxLayout()
        middle.addStretch()
        middle.addLayout(actions)
        middle.addStretch()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addLayout(middle, 1)
        self._paint_icon()

    def set_text(self, title: str, hint: str) -> None:
        """Word the step."""
        self._title.setText(title)
        self._hint.setText(hint)

    def set_done(self, done: bool) -> None:
        """Tick it, in a word for screen readers too."""
        self._done = done
        self._picture.setAccessibleName(_("Done") if done else _("Not started"))
        self._picture.setToolTip(self._picture.accessibleName())
        self._paint_icon()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        colours = theme.tokens()
        name, colour = ("circle-check", colours.ok) if self._done else ("circle", colours.muted)
        self._picture.setPixmap(icons.pixmap(name, colour, 24))
