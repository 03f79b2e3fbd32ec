"""Cards, rules and panels that scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget


class Card(QFrame):
    """A white sheet with a thin line around; put widgets into ``body``."""

    def __init__(
        self,
        *,
        margins: tuple[int, int, int, int] = (20, 12, 20, 12),
        spacing: int = 8,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(*margins)
        self.body.setSpacing(spacing)


class Rule(QFrame):
    """A hairline between parts of a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rule")


class ScrollPanel(QScrollArea):
    """A column that scrolls down when the window is too low; put widgets into ``body``."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._canvas = _Canvas()
        self._canvas.setProperty("role", "canvas")
        self.body = QVBoxLayout(self._canvas)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(8)
        self.setWidget(self._canvas)

    def minimumSizeHint(self) -> QSize:
        # As wide as what it holds (it never scrolls sideways), as low as one row.
        bar = self.verticalScrollBar().sizeHint().width()
        return QSize(self._canvas.minimumSizeHint().width() + bar, 80)


class _Canvas(QWidget):
    """What scrolls. Its height follows from its width."""

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            # A scroll area keeps to itself that what it holds needs another width.
            viewport = self.parentWidget()
            panel = viewport.parentWidget() if viewport else None
            if panel:
                panel.updateGeometry()
        return done

    def minimumSizeHint(self) -> QSize:
        # Wrapped texts ask for the height that they have at their narrowest: never shown so.
        hint = super().minimumSizeHint()
        return QSize(hint.width(), 0) if self.hasHeightForWidth() else hint
