"""The questions of the first run, one card each. ``answered`` carries the answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from cspdesk.errors import DeskError
from cspdesk.i18n import LANGUAGES, _
from cspdesk.models.organisation import Organisation
from cspdesk.ui.gate import GateCard
from cspdesk.ui.passphrase import NewPassphrase
from cspdesk.ui.widgets.buttons import Button
from cspdesk.ui.widgets.form import FormField
from cspdesk.ui.widgets.label import Label, WrapLabel
from cspdesk.ui.words import error_text


class StepCard(GateCard):
    """One question.

    Signals:
        answered(object): the answer; its type is the card's own.
    """

    answered = Signal(object)
    step = 0
    """Its number among the four steps, 0 for none."""

    def __init__(self, icon: str) -> None:
        super().__init__(icon)
        self._step = Label(role="caption")
        self.body.insertWidget(1, self._step)
        # Only now: a label without a parent would be shown as a window of its own.
        self._step.setVisible(bool(self.step))

    def retranslate(self) -> None:
        """Word the card."""
        self._step.setText(_("Step {n} of {total}").format(n=self.step, total=4))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class LanguageCard(StepCard):
    """Answers 'km' or 'en'. Both languages speak, because none is chosen yet."""

    def __init__(self) -> None:
        super().__init__("languages")
        self.set_words("cspdesk", "ជ្រើសរើសភាសា · Choose your language")
        self.buttons: dict[str, Button] = {}
        for code, name in LANGUAGES.items():
            button = Button(name, kind="huge" if code == "km" else "large")
            button.clicked.connect(self._on_clicked)
            self.buttons[code] = button
            self.body.addWidget(button)
        self.setFocusProxy(self.buttons["km"])

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.answered.emit(next(code for code, item in self.buttons.items() if item is pressed))


class OrganisationCard(StepCard):
    """Answers an Organisation; one of the two names is enough."""

    step = 1

    def __init__(self) -> None:
        super().__init__("building-2")
        self.khmer = FormField(QLineEdit())
        self.english = FormField(QLineEdit())
        self.go = Button(kind="primary")
        for form in (self.khmer, self.english):
            form.field.textChanged.connect(lambda: self.khmer.complain(""))
        self.khmer.field.returnPressed.connect(self.english.setFocus)
        self.english.field.returnPressed.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        for widget in (self.khmer, self.english, self.go):
            self.body.addWidget(widget)
        self.setFocusProxy(self.khmer)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(
            _("Whose desk is this?"),
            _("The name stands at the head of your documents. You can change it in the settings."),
        )
        self.khmer.complain("")
        self.khmer.set_label(_("Name of the organisation in Khmer"))
        self.english.set_label(_("Name of the organisation in English"))
        self.go.setText(_("Continue"))

    def _on_go(self) -> None:
        names = self.khmer.field.text().strip(), self.english.field.text().strip()
        if any(names):
            self.answered.emit(Organisation(*names))
        else:
            self.khmer.complain(_("Type the name in Khmer, in English, or both."))
            self.khmer.setFocus()


class PassphraseCard(StepCard):
    """Answers the new passphrase."""

    step = 2

    def __init__(self) -> None:
        super().__init__("lock")
        self.passphrase = NewPassphrase()
        self._error: Exception | None = None
        self._complaint = WrapLabel(role="error")
        self._complaint.hide()
        self.go = Button(kind="primary")
        self.go.setEnabled(False)
        self.passphrase.changed.connect(self._on_changed)
        self.passphrase.entered.connect(self._on_go)
        self.go.clicked.connect(self._on_go)
        for widget in (self.passphrase, self._complaint, self.go):
            self.body.addWidget(widget)
        self.setFocusProxy(self.passphrase)
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(
            _("Choose a passphrase"),
            _("It locks the data on this computer. The next step gives you a recovery sheet."),
        )
        self.go.setText(_("Continue"))

    def fail(self, error: Exception) -> None:
        """Show why the workspace could not be made."""
        self.go.setEnabled(bool(self.passphrase.text()))
        if not isinstance(error, DeskError):
            raise error
        self._complaint.setText(
            _("{title}. {text}").format(title=_(error.title), text=error_text(error))
        )
        self._complaint.show()

    def _on_changed(self) -> None:
        self._complaint.hide()
        self.go.setEnabled(bool(self.passphrase.text()))

    def _on_go(self) -> None:
        if self.passphrase.text() and self.go.isEnabled():
            self.go.setEnabled(False)
            self.answered.emit(self.passphrase.text())


class BeginCard(StepCard):
    """Answers 'import', 'sample' or 'empty'."""

    step = 4

    def __init__(self) -> None:
        super().__init__("circle-check-big")
        self.buttons = {
            "import": Button(icon="file-spreadsheet", kind="huge"),
            "sample": Button(icon="lightbulb"),
            "empty": Button(icon="plus"),
        }
        self.body.addWidget(self.buttons["import"])
        row = QHBoxLayout()
        row.setSpacing(8)
        for name in ("sample", "empty"):
            row.addWidget(self.buttons[name], 1)
        self.body.addLayout(row)
        for button in self.buttons.values():
            button.clicked.connect(self._on_clicked)
        self.setFocusProxy(self.buttons["import"])
        self.retranslate()

    def retranslate(self) -> None:
        super().retranslate()
        self.set_words(
            _("The desk is ready"),
            _("Begin with your contact list, look around with sample data, or start empty."),
        )
        self.buttons["import"].setText(_("Import my contact list"))
        self.buttons["sample"].setText(_("Load sample data"))
        self.buttons["empty"].setText(_("Start empty"))

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.answered.emit(next(name for name, item in self.buttons.items() if item is pressed))
