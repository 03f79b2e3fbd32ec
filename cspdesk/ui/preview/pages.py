"""The pages of a PDF on the screen: fit, zoom, and from page to page by keyboard."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QPointF, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from cspdesk.errors import PaperError
from cspdesk.i18n import N_, _
from cspdesk.ui.widgets.buttons import IconButton, Segments
from cspdesk.ui.widgets.label import Label
from cspdesk.ui.words import Words

_STEP = 1.2
_LEAST, _MOST = 0.25, 4.0
_ZOOMS = {"width": QPdfView.ZoomMode.FitToWidth, "page": QPdfView.ZoomMode.FitInView}


class Paged(QPdfView):
    """Qt's view of a PDF, in which PgUp and PgDn turn pages."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        # A page fitted to the width may need a bar only because there is none, and none once
        # there is one: Qt then shows and hides it for ever.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def turn_to(self, page: int) -> None:
        """Show the top of a page, the first being 0."""
        pages = self.document().pageCount()
        if pages:
            self.pageNavigator().jump(max(0, min(page, pages - 1)), QPointF())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        here = self.pageNavigator().currentPage()
        goals = {
            Qt.Key.Key_PageUp: here - 1,
            Qt.Key.Key_PageDown: here + 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: self.document().pageCount() - 1,
        }
        goal = goals.get(Qt.Key(event.key()))
        if goal is None:
            super().keyPressEvent(event)
        else:
            self.turn_to(goal)


class PdfPages(QWidget):
    """A PDF with a line of buttons above it.

    Args:
        words: formats of the screen.
        compact: in a narrow panel; only the buttons that turn pages.
    """

    def __init__(
        self, words: Words, *, compact: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._words = words
        self.document = QPdfDocument(self)
        self._buffer: QBuffer | None = None
        self.view = Paged(self)
        self.view.setDocument(self.document)
        self._count = Label(role="muted")
        self._earlier = IconButton("chevron-left")
        self._later = IconButton("chevron-right")
        self._smaller = IconButton("zoom-out")
        self._larger = IconButton("zoom-in")
        self._percent = Label(role="muted")
        self._percent.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._fit = Segments(("width", "page"))
        self._earlier.clicked.connect(lambda: self._turn(-1))
        self._later.clicked.connect(lambda: self._turn(1))
        self._smaller.clicked.connect(lambda: self.zoom(1 / _STEP))
        self._larger.clicked.connect(lambda: self.zoom(_STEP))
        self._fit.chosen.connect(self.fit)
        # A click on the chosen one goes back to it after zooming by hand.
        self._fit.button("width").clicked.connect(lambda: self.fit("width"))
        self._fit.button("page").clicked.connect(lambda: self.fit("page"))
        self.view.pageNavigator().currentPageChanged.connect(self._show_place)
        self.view.zoomFactorChanged.connect(self._show_place)

        row = QHBoxLayout()
        row.setContentsMargins(12, 8, 12, 8)
        row.setSpacing(8)
        before: tuple[QWidget, ...] = (self._earlier, self._count, self._later)
        behind: tuple[QWidget, ...] = (self._smaller, self._percent, self._larger, self._fit)
        for widget in before:
            row.addWidget(widget)
        row.addStretch()
        for widget in behind:
            row.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(row)
        layout.addWidget(self.view, 1)
        # Only now: what has no parent yet would be shown as a window of its own.
        for widget in behind:
            widget.setVisible(not compact)

    def retranslate(self) -> None:
        """Word the buttons."""
        self._earlier.set_name(_("Previous page (PgUp)"))
        self._later.set_name(_("Next page (PgDn)"))
        self._smaller.set_name(_("Zoom out"))
        self._larger.set_name(_("Zoom in"))
        self._fit.set_text("width", _("Fit width"))
        self._fit.set_text("page", _("Fit to page"))
        self._show_place()

    def show_pdf(self, data: bytes) -> None:
        """Show another PDF at the page that was shown before.

        Raises:
            PaperError: ``data`` is no readable PDF.
        """
        page = self.view.pageNavigator().currentPage()
        buffer = QBuffer(self)
        buffer.setData(QByteArray(data))
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(buffer)
        before, self._buffer = self._buffer, buffer
        if before is not None:
            before.deleteLater()
        if self.document.status() != QPdfDocument.Status.Ready:
            raise PaperError(
                N_("The document cannot be shown"),
                N_("The pages could not be read back after they were drawn."),
                N_("Close the preview and try again."),
            )
        if page:
            self.view.turn_to(page)
        self._show_place()

    def fit(self, how: str) -> None:
        """Fit the page's 'width' or the whole 'page' into the view."""
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.setZoomMode(_ZOOMS[how])
        self._show_place()

    def zoom(self, by: float) -> None:
        """Show the pages larger (or smaller) by a factor."""
        factor = max(_LEAST, min(_MOST, self._factor() * by))
        self.view.setZoomMode(QPdfView.ZoomMode.Custom)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.view.setZoomFactor(factor)
        self._show_place()

    def _turn(self, by: int) -> None:
        self.view.turn_to(self.view.pageNavigator().currentPage() + by)

    def _factor(self) -> float:
        """Return what is shown as a share of the paper's size, whatever the fit."""
        if self.view.zoomMode() == QPdfView.ZoomMode.Custom or not self.document.pageCount():
            return self.view.zoomFactor()
        size = self.document.pagePointSize(self.view.pageNavigator().currentPage())
        dots = self.view.logicalDpiX() / 72
        margins = self.view.documentMargins()
        room = self.view.viewport().size()
        wide = (room.width() - margins.left() - margins.right()) / (size.width() * dots)
        if self.view.zoomMode() == QPdfView.ZoomMode.FitToWidth:
            return wide
        high = (room.height() - self.view.pageSpacing()) / (size.height() * dots)
        return min(wide, high)

    def _show_place(self) -> None:
        pages = self.document.pageCount()
        here = self.view.pageNavigator().currentPage()
        number = self._words.number
        self._count.setText(
            _("Page {page} of {pages}").format(page=number(here + 1), pages=number(pages))
            if pages
            else ""
        )
        self._earlier.setEnabled(here > 0)
        self._later.setEnabled(here + 1 < pages)
        self._percent.setText(
            _("{percent}%").format(percent=number(round(100 * self._factor()))) if pages else ""
        )
