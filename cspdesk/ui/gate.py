"""What stands before the open desk: one card in the middle, used by unlocking and first run."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from cspdesk.i18n import LANGUAGES, _
from cspdesk.ui import icons, theme
from cspdesk.ui.widgets.buttons import Button, IconButton
from cspdesk.ui.widgets.card import Card, ScrollPanel
from cspdesk.ui.widgets.label import Label, WrapLabel

CARD_WIDTH = 480
"""Pixels; the card is as wide in every language and text size, and grows downwards."""


class GateCard(Card):
    """A card with a picture, a title and a sentence; the rest goes into ``body``."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(margins=(32, 24, 32, 24), spacing=12, parent=parent)
        self._icon = icon
        self._picture = QLabel()
        self._title = Label(role="title")
        self._sentence = WrapLabel(role="muted")
        self.setMinimumWidth(CARD_WIDTH)
        self.setMaximumWidth(CARD_WIDTH)
        self.body.addWidget(self._picture)
        self.body.addWidget(self._title)
        self.body.addWidget(self._sentence)
        self._paint_icon()

    def set_words(self, title: str, sentence: str = "") -> None:
        """Word the card's head."""
        self._title.setText(title)
        self._sentence.setText(sentence)
        self._sentence.setVisible(bool(sentence))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def _paint_icon(self) -> None:
        self._picture.setPixmap(icons.pixmap(self._icon, theme.tokens().primary, 32))


class Gate(QWidget):
    """A whole window with one card in the middle; it scrolls where the window is low."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._panel = ScrollPanel()
        self.language = Button(icon="languages", kind="link")
        top = QHBoxLayout()
        top.addStretch()
        top.addWidget(self.language)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 8, 12, 12)
        column.addLayout(top)
        column.addWidget(self._panel, 1)
        # Stretches instead of an alignment: an aligned widget is not given its height for width.
        self._middle = QHBoxLayout()
        self._middle.addStretch()
        self._middle.addStretch()
        self._panel.body.addStretch()
        self._panel.body.addLayout(self._middle)
        self._panel.body.addStretch()

    def put(self, card: QWidget) -> None:
        """Show a card in the middle, in place of the one before."""
        while self._middle.count() > 2:
            taken = self._middle.takeAt(1)
            before = taken.widget() if taken is not None else None
            if before is not None:
                before.hide()
                before.setParent(None)
        self._middle.insertWidget(1, card)
        card.show()

    def retranslate(self) -> None:
        """Word the gate; the languages are named in themselves."""
        self.language.setText(" | ".join(LANGUAGES.values()))
        self.language.setAccessibleName(_("Language"))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()


class PassphraseField(QWidget):
    """A hidden line with a button to show it; its state never leaves the widget."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._label = Label(role="caption")
        self.line = QLineEdit()
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, True)
        self._label.setBuddy(self.line)
        self.eye = IconButton("eye")
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._on_toggled)
        row = QHBoxLayout()
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._label)
        column.addLayout(row)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """Return what is typed."""
        return self.line.text()

    def clear(self) -> None:
        """Forget what is typed and hide the next one."""
        self.line.clear()
        self.eye.setChecked(False)

    def set_label(self, text: str) -> None:
        """Name the field."""
        self._label.setText(text)
        self.line.setAccessibleName(text)
        self.eye.set_name(_("Show password"))

    def _on_toggled(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)
        self.eye.set_icon("eye-off" if shown else "eye")
