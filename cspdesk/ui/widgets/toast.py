"""A short message at the lower edge of the window, with Undo where something can be taken back."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from cspdesk.i18n import _
from cspdesk.ui import icons, theme
from cspdesk.ui.messages import Notice
from cspdesk.ui.widgets.buttons import Button, IconButton
from cspdesk.ui.widgets.label import ElidedLabel, WrapLabel

SECONDS = 10
_WIDEST = 720
_ICONS = {"info": ("circle-check", "ok"), "danger": ("circle-alert", "danger")}


class Toast(QFrame):
    """Shows one notice at a time over ``host``; errors stay until they are closed.

    ``lift`` is the room in pixels left free below it.
    """

    def __init__(self, host: QWidget, lift: int = 16) -> None:
        super().__init__(host)
        self._lift = lift
        self._host = host
        self.setProperty("role", "toast")
        self._notice = Notice("")
        self._picture = QLabel()
        self._text = ElidedLabel(role="strong")
        self._text.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._detail = WrapLabel(role="muted")
        self._undo = Button(icon="undo-2", kind="link")
        self._close = IconButton("x")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._text)
        words.addWidget(self._detail)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 3, 8, 3)
        row.setSpacing(12)
        row.addWidget(self._picture)
        row.addLayout(words, 1)
        row.addWidget(self._undo)
        row.addWidget(self._close)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SECONDS * 1000)
        self._timer.timeout.connect(self.hide)
        self._close.clicked.connect(self.hide)
        self._undo.clicked.connect(self.take_back)
        host.installEventFilter(self)
        self.hide()

    def say(self, notice: Notice) -> None:
        """Show a notice in place of the one before."""
        self._notice = notice
        self._text.setText(notice.text)
        self._detail.setText(notice.detail)
        self._detail.setVisible(bool(notice.detail))
        self._undo.setVisible(notice.undo is not None)
        self._undo.setText(_("Undo (F8)"))
        self._close.set_name(_("Close"))
        self._paint_icon()
        self.show()
        self.raise_()
        self._place()
        if notice.kind == "danger":
            self._timer.stop()
        else:
            self._timer.start()

    def is_error(self) -> bool:
        """Whether an error is shown, which waits to be closed."""
        return self.isVisible() and self._notice.kind == "danger"

    def forget_undo(self) -> None:
        """Take the Undo button away: another change came after, Undo would now mean that one."""
        if self._notice.undo is not None:
            self.hide()

    def take_back(self) -> None:
        """Undo, as the button does."""
        undo = self._notice.undo
        self.hide()
        if undo is not None:
            undo()

    def hideEvent(self, event: object) -> None:
        self._timer.stop()
        self._notice = Notice("")
        super().hideEvent(event)  # type: ignore[arg-type]

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._paint_icon()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def _paint_icon(self) -> None:
        name, tint = _ICONS[self._notice.kind]
        self._picture.setPixmap(icons.pixmap(name, getattr(theme.tokens(), tint), 20))

    def _place(self) -> None:
        host = self._host
        room = min(host.width() - 48, _WIDEST)
        wish = self.sizeHint().width() if not self._notice.detail else 560
        width = min(room, max(wish, 280))
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.resize(QSize(width, height))
        self.move((host.width() - width) // 2, host.height() - height - self._lift)
