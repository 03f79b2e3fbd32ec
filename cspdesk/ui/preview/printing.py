"""A PDF onto paper: its very pages, drawn dot for dot as the printer has them."""

from __future__ import annotations

import math
from collections.abc import Callable

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QRectF, QSize
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument, QPdfDocumentRenderOptions
from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo
from PySide6.QtWidgets import QPushButton

from cspdesk.errors import PaperError
from cspdesk.i18n import N_

_SHARPEST_DPI = 600
_BAND = 1024
"""Rows of dots drawn at a time: a whole page at 600 dpi would be 140 MB."""


def printers() -> list[str]:
    """Return the names of the printers set up on this computer."""
    return QPrinterInfo.availablePrinterNames()


def printer_for(pdf: QPdfDocument, name: str) -> QPrinter:
    """Return a printer set up for ``pdf``: its paper, upright or lying as its first page does."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(name)
    printer.setFullPage(True)
    size = pdf.pagePointSize(0)
    lying = size.width() > size.height()
    upright = size.transposed() if lying else size
    printer.setPageSize(QPageSize(upright, QPageSize.Unit.Point))
    printer.setPageOrientation(
        QPageLayout.Orientation.Landscape if lying else QPageLayout.Orientation.Portrait
    )
    return printer


def unfold(dialog: QPrintDialog) -> None:
    """Show copies, pages and both sides in a dialog that Qt draws, and folds them away at first."""
    for button in dialog.findChildren(QPushButton):
        if button.text().endswith(">>"):
            button.click()


def print_pdf(data: bytes, printer: QPrinter, report: Callable[[int, int], None]) -> int:
    """Print the pages that were asked for in the print dialog.

    Runs on a worker: it takes about a second a page.

    Args:
        data: the whole PDF.
        printer: as the dialog left it (pages, copies, paper).
        report: told how many sheets of how many are done; may raise to stop.

    Returns:
        How many pages were sent, copies counted.

    Raises:
        PaperError: the printer does not take the document.
    """
    pdf, buffer = QPdfDocument(), QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf.load(buffer)
    pages = _asked_for(printer, pdf.pageCount())
    copies = 1 if printer.supportsMultipleCopies() else printer.copyCount()
    sheets = pages * copies
    if not printer.collateCopies():
        sheets.sort(key=pages.index)
    painter = QPainter()
    try:
        _begin(painter, printer, bool(sheets))
        for done, page in enumerate(sheets):
            report(done, len(sheets))
            if done:
                _accepted(printer.newPage())
            _draw(painter, pdf, page, printer)
    except BaseException:
        printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
        pdf.close()
    return len(sheets)


def _begin(painter: QPainter, printer: QPrinter, something: bool) -> None:
    _accepted(something and painter.begin(printer))
    # Else Qt compresses as JPEG, which leaves dust around letters.
    painter.setRenderHint(QPainter.RenderHint.LosslessImageRendering)


def _accepted(answer: bool) -> None:
    if not answer:
        raise PaperError(
            N_("The document was not printed"),
            N_("The printer did not take the document."),
            N_("Check that it is switched on and has paper, or save the document as PDF."),
        )


def _asked_for(printer: QPrinter, count: int) -> list[int]:
    """Return the pages to print, from 0.

    Where CUPS picks the pages itself the dialog says 'all', and all is what it must be given.
    """
    pages = list(range(count))
    if printer.printRange() == QPrinter.PrintRange.PageRange:
        ranges = printer.pageRanges()
        pages = [page for page in pages if ranges.contains(page + 1)]
    if printer.pageOrder() == QPrinter.PageOrder.LastPageFirst:
        pages.reverse()
    return pages


def _draw(painter: QPainter, pdf: QPdfDocument, page: int, printer: QPrinter) -> None:
    """Draw one page in its true size, or smaller where the paper is."""
    paper = printer.paperRect(QPrinter.Unit.DevicePixel)
    points = pdf.pagePointSize(page)
    dots = printer.resolution() / 72
    scale = min(
        1.0, paper.width() / (points.width() * dots), paper.height() / (points.height() * dots)
    )
    # A whole number of printer dots for each drawn one, so that bands meet without a seam.
    coarse = math.ceil(printer.resolution() / _SHARPEST_DPI)
    wide = max(1, int(points.width() * dots * scale / coarse))
    high = max(1, int(points.height() * dots * scale / coarse))
    left = (paper.width() - wide * coarse) / 2
    top = (paper.height() - high * coarse) / 2
    for begin in range(0, high, _BAND):
        rows = min(_BAND, high - begin)
        picture = _band(pdf, page, QSize(wide, high), QRect(0, begin, wide, rows))
        target = QRectF(left, top + begin * coarse, wide * coarse, rows * coarse)
        painter.drawImage(target, picture, QRectF(picture.rect()))


def _band(pdf: QPdfDocument, page: int, whole: QSize, part: QRect) -> QImage:
    """Return some rows of a page on white: what is transparent would double the spool file."""
    options = QPdfDocumentRenderOptions()
    options.setScaledSize(whole)
    options.setScaledClipRect(part)
    drawn = pdf.render(page, part.size(), options)
    sheet = QImage(part.size(), QImage.Format.Format_RGB32)
    sheet.fill(0xFFFFFFFF)
    brush = QPainter(sheet)
    brush.drawImage(0, 0, drawn)
    brush.end()
    return sheet
