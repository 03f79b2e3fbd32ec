"""What comes out of the printer is what was shown."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QPageLayout, QPageRanges, QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from cspdesk.paper.blocks import Document, Page, Paragraph
from cspdesk.paper.pdf import render
from cspdesk.ui.preview.printing import print_pdf, printer_for


@pytest.fixture(scope="module")
def content() -> bytes:
    blocks = [Paragraph(f"Page of line {n}", size=20 + 5 * n, space_after=150) for n in range(3)]
    return render(Document("Sheet", "en", blocks, Page(landscape=True)))


@pytest.fixture
def shown(qtbot: QtBot, content: bytes) -> QPdfDocument:
    return opened(content)


def opened(content: bytes) -> QPdfDocument:
    pdf = QPdfDocument()
    buffer = QBuffer(pdf)
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    pdf.load(buffer)
    return pdf


def to_file(shown: QPdfDocument, path: Path) -> QPrinter:
    printer = printer_for(shown, "Sheet")
    printer.setResolution(150)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    return printer


def darkness(pdf: QPdfDocument, page: int) -> list[bool]:
    from PySide6.QtCore import QSize

    picture = pdf.render(page, QSize(120, 85))
    return [
        picture.pixelColor(x, y).alpha() > 60 and picture.pixelColor(x, y).lightness() < 200
        for y in range(85)
        for x in range(120)
    ]


def test_the_pages_are_the_same(content: bytes, shown: QPdfDocument, tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    sheets = print_pdf(content, to_file(shown, tmp_path / "a.pdf"), lambda *done: told.append(done))
    printed = opened((tmp_path / "a.pdf").read_bytes())
    assert sheets == printed.pageCount() == shown.pageCount() == 3
    assert told == [(0, 3), (1, 3), (2, 3)]
    for page in range(3):
        before, after = darkness(shown, page), darkness(printed, page)
        assert any(before)
        assert sum(a != b for a, b in zip(before, after, strict=True)) < 40


def test_only_the_pages_asked_for_in_all_copies(
    content: bytes, shown: QPdfDocument, tmp_path: Path
) -> None:
    printer = to_file(shown, tmp_path / "a.pdf")
    ranges = QPageRanges()
    ranges.addPage(3)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(ranges)
    printer.setCopyCount(2)
    assert print_pdf(content, printer, lambda *_done: None) == 2
    printed = opened((tmp_path / "a.pdf").read_bytes())
    assert printed.pageCount() == 2
    expected = darkness(shown, 2)
    assert sum(a != b for a, b in zip(darkness(printed, 1), expected, strict=True)) < 40


def test_a_lying_page_lies(shown: QPdfDocument) -> None:
    layout = printer_for(shown, "Sheet").pageLayout()
    assert layout.orientation() == QPageLayout.Orientation.Landscape


@pytest.mark.parametrize(("collated", "order"), [(True, [0, 1, 0, 1]), (False, [0, 0, 1, 1])])
def test_copies_lie_as_the_dialog_says(
    content: bytes, shown: QPdfDocument, tmp_path: Path, collated: bool, order: list[int]
) -> None:
    printer = to_file(shown, tmp_path / "a.pdf")
    ranges = QPageRanges()
    ranges.addRange(1, 2)
    printer.setPrintRange(QPrinter.PrintRange.PageRange)
    printer.setPageRanges(ranges)
    printer.setCopyCount(2)
    printer.setCollateCopies(collated)
    assert print_pdf(content, printer, lambda *_done: None) == 4
    printed = opened((tmp_path / "a.pdf").read_bytes())
    for at, page in enumerate(order):
        expected = darkness(shown, page)
        assert sum(a != b for a, b in zip(darkness(printed, at), expected, strict=True)) < 40


def test_an_envelope_is_printed_on_an_envelope(qtbot: QtBot) -> None:
    page = Page(landscape=True, width=110.0, height=220.0)
    pdf = opened(render(Document("Envelope", "en", [Paragraph("To")], page)))
    layout = printer_for(pdf, "Envelope").pageLayout()
    assert layout.pageSize().id() == QPageSize.PageSizeId.DLE
    assert layout.orientation() == QPageLayout.Orientation.Landscape


def test_stopping_stops(content: bytes, shown: QPdfDocument, tmp_path: Path) -> None:
    class Enough(Exception):
        pass

    def stop(done: int, total: int) -> None:
        if done == 1:
            raise Enough

    with pytest.raises(Enough):
        print_pdf(content, to_file(shown, tmp_path / "a.pdf"), stop)
