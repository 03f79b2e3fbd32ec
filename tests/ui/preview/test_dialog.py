"""What somebody does with a document before it is on paper."""

from __future__ import annotations

import logging
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QCheckBox, QFileDialog, QSpinBox
from pytestqt.qtbot import QtBot

from cspdesk.db.store import Store
from cspdesk.errors import PaperError
from cspdesk.paper.blocks import Document, Paragraph
from cspdesk.paper.pdf import fontsets
from cspdesk.ui.desk import Desk
from cspdesk.ui.preview import SwitchOption, printing


def text_of(path: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def test_the_very_pdf_is_shown_and_saved(preview, tmp_path: Path) -> None:
    dialog = preview()
    assert dialog.pages.document.pageCount() == 1
    dialog.save_to(str(tmp_path / "minutes.pdf"))
    assert "A decision 2" in text_of(tmp_path / "minutes.pdf")
    assert "minutes.pdf" in dialog.notice.text()
    assert dialog.notice.button().isVisibleTo(dialog)


def test_another_language_composes_anew(preview, qtbot: QtBot, tmp_path: Path) -> None:
    dialog = preview()
    qtbot.mouseClick(dialog.languages.button("km"), Qt.MouseButton.LeftButton)
    dialog.save_to(str(tmp_path / "minutes.pdf"))
    assert "សេចក្តីសម្រេច" in text_of(tmp_path / "minutes.pdf")


def test_an_option_makes_more_pages_and_page_down_turns_them(preview, qtbot: QtBot) -> None:
    dialog = preview()
    with qtbot.waitSignal(dialog.options.changed):
        dialog.findChild(QSpinBox).setValue(40)
    qtbot.waitUntil(lambda: dialog.pages.document.pageCount() > 2)
    navigator = dialog.pages.view.pageNavigator()
    qtbot.keyClick(dialog.pages.view, Qt.Key.Key_PageDown)
    assert navigator.currentPage() == 1
    qtbot.keyClick(dialog.pages.view, Qt.Key.Key_End)
    assert navigator.currentPage() == dialog.pages.document.pageCount() - 1
    qtbot.keyClick(dialog.pages.view, Qt.Key.Key_PageUp)
    assert navigator.currentPage() == dialog.pages.document.pageCount() - 2


def test_pages_keep_their_width_when_there_are_more(preview, qtbot: QtBot) -> None:
    dialog = preview()
    before = dialog.pages.view.viewport().width()
    dialog.findChild(QSpinBox).setValue(40)
    qtbot.waitUntil(lambda: dialog.pages.document.pageCount() > 2)
    assert dialog.pages.view.viewport().width() == before


def test_a_folder_that_is_gone_leaves_nothing_and_says_so(preview, tmp_path: Path) -> None:
    dialog = preview()
    dialog.save_to(str(tmp_path / "gone" / "minutes.pdf"))
    assert "minutes.pdf" in dialog.notice.text()
    assert dialog.notice.title()
    assert dialog.save_button.isEnabled()
    assert list(tmp_path.glob("**/*minutes*")) == []


def test_a_document_that_cannot_be_made_is_explained(preview) -> None:
    def fail(store: Store, language: str, lines: int) -> Document:
        raise PaperError("No font", "A font is missing.", "Install again.")

    dialog = preview(fail)
    assert dialog.notice.title() == "No font"
    assert "Install again." in dialog.notice.text()
    assert not dialog.print_button.isEnabled()
    assert not dialog.save_button.isEnabled()


def test_without_a_printer_saving_is_offered(preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printers", list)
    dialog = preview()
    dialog.print_button.click()
    assert "Save the document as PDF" in dialog.notice.text()
    assert dialog.notice.button().isVisibleTo(dialog)


def test_copies_and_pages_are_in_sight(preview, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(printing, "printers", lambda: ["Office"])
    dialog = preview()
    dialog.print_button.click()
    chooser = dialog.findChild(QPrintDialog)
    assert any(spin.isVisible() for spin in chooser.findChildren(QSpinBox))
    assert (chooser.fromPage(), chooser.toPage(), chooser.maxPage()) == (1, 1, 1)
    assert chooser.printRange() == QPrintDialog.PrintRange.AllPages
    chooser.close()


def test_printing_tells_the_page_that_asked(preview, tmp_path: Path) -> None:
    printed: list[bool] = []
    dialog = preview(on_printed=lambda: printed.append(True))
    printer = printing.printer_for(dialog.pages.document, "Minutes")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    dialog.print_on(printer)
    assert printed == [True]
    assert (tmp_path / "out.pdf").stat().st_size > 1000


def test_zoom_stays_within_reason(preview) -> None:
    dialog = preview()
    for _ in range(30):
        dialog.pages.zoom(1.2)
    assert dialog.pages.view.zoomFactor() == pytest.approx(4.0)
    for _ in range(60):
        dialog.pages.zoom(1 / 1.2)
    assert dialog.pages.view.zoomFactor() == pytest.approx(0.25)


def test_locking_takes_the_document_off_the_screen(preview, desk: Desk, qtbot: QtBot) -> None:
    dialog = preview()
    with qtbot.waitSignal(dialog.finished):
        desk.lock_asked.emit()


def test_a_bug_in_a_composer_is_not_hidden(preview, caplog: pytest.LogCaptureFixture) -> None:
    def fail(store: Store, language: str, lines: int) -> Document:
        raise LookupError("bug")

    with caplog.at_level(logging.CRITICAL), pytest.raises(LookupError):
        preview(fail)


def test_the_two_languages_are_saved_beside_each_other(preview) -> None:
    for file_name, stem in (
        ("minutes-{language} 2022-12-13", "minutes-en 2022-12-13"),
        ("cspdesk recovery", "cspdesk recovery-en"),
        ("", "Minutes-en"),
    ):
        dialog = preview(file_name=file_name)
        assert dialog._stem() == stem
        dialog.languages.choose("km")
        assert dialog._stem() == stem.replace("-en", "-km")


def test_a_word_file_is_saved_where_the_name_says_so(preview, tmp_path: Path) -> None:
    import docx

    dialog = preview()
    dialog.save_to(str(tmp_path / "minutes.docx"))
    assert "minutes.docx" in dialog.notice.text()
    written = docx.Document(str(tmp_path / "minutes.docx"))
    assert "A decision 2" in [paragraph.text for paragraph in written.paragraphs]


def test_a_name_without_a_kind_gets_the_chosen_one_and_takes_nobodys_place(
    preview, tmp_path: Path
) -> None:
    dialog = preview()
    dialog.save_to(str(tmp_path / "minutes 13.12"), ".docx")
    made = tmp_path / "minutes 13.12.docx"
    before = made.read_bytes()
    assert before.startswith(b"PK")
    made.write_bytes(b"of somebody else")
    dialog.save_to(str(tmp_path / "minutes 13.12"), ".docx")
    assert made.read_bytes() == b"of somebody else"
    assert dialog.notice.title()


@pytest.mark.parametrize(("button", "suffix"), [("save_button", ".pdf"), ("word_button", ".docx")])
def test_each_button_proposes_its_kind_and_offers_the_other(
    preview, qtbot: QtBot, button: str, suffix: str
) -> None:
    dialog = preview()
    qtbot.mouseClick(getattr(dialog, button), Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert Path(chooser.selectedFiles()[0]).suffix == suffix
    assert len(chooser.nameFilters()) == 2
    other = chooser.nameFilters()[1]
    chooser.selectNameFilter(other)
    chooser.filterSelected.emit(other)
    assert {suffix, Path(chooser.selectedFiles()[0]).suffix} == {".pdf", ".docx"}
    chooser.close()


def test_after_a_disk_error_the_chosen_place_is_proposed_again(
    preview, qtbot: QtBot, tmp_path: Path
) -> None:
    dialog = preview()
    (tmp_path / "taken.pdf").mkdir()
    dialog.save_to(str(tmp_path / "taken.pdf"))
    assert dialog.notice.title()
    qtbot.mouseClick(dialog.save_button, Qt.MouseButton.LeftButton)
    chooser = dialog.findChild(QFileDialog)
    assert Path(chooser.directory().path()) == tmp_path
    assert Path(chooser.selectedFiles()[0]).name == "taken.pdf"
    chooser.close()


def test_characters_that_no_font_has_are_named_quietly(preview) -> None:
    def odd(store: Store, language: str, lines: int) -> Document:
        return Document("Odd", language, [Paragraph("Name: 漢")])

    dialog = preview(odd)
    assert "漢" in dialog.notice.text()
    assert dialog.print_button.isEnabled()


def test_typefaces_that_are_not_installed_are_told(
    preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fontsets, "problem", lambda name: PaperError("Gone", "It is gone."))
    assert "It is gone." in preview().notice.text()


def test_a_switch_acts_at_once(preview) -> None:
    asked: list[bool] = []

    def make(store: Store, language: str, phones: bool) -> Document:
        asked.append(phones)
        return Document("Sheet", language, [Paragraph("text")])

    dialog = preview(make, options=[SwitchOption("phones", lambda: "Phones", value=True)])
    dialog.findChild(QCheckBox).click()
    assert asked == [True, False]


def test_the_words_of_options_are_never_cut(preview, qtbot: QtBot) -> None:
    def make(store: Store, language: str, phones: bool) -> Document:
        return Document("Sheet", language, [Paragraph("text")])

    words = "What is chosen here can be long in some language, and larger than usual"
    dialog = preview(make, options=[SwitchOption("phones", lambda: words, value=True)])
    box = dialog.findChild(QCheckBox)
    qtbot.waitUntil(lambda: box.visibleRegion().boundingRect().width() >= box.sizeHint().width())
