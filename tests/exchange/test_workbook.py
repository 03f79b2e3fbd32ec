import io
import zipfile

import openpyxl
import pytest

from cspdesk.errors import UnreadableFile
from cspdesk.exchange import sheets
from cspdesk.exchange.workbook import read


def saved(tmp_path, *rows, name="list.xlsx"):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    path = tmp_path / name
    book.save(path)
    return path


def refused(path):
    with pytest.raises(UnreadableFile) as caught:
        read(path)
    assert path.name in str(caught.value) or "list" in str(caught.value)
    return caught.value.title


def test_cells_are_text_as_they_read(tmp_path):
    path = saved(tmp_path, ["ឈ្មោះ", 10293179, 12.5, None, " a "], [], ["x"])
    (sheet,) = read(path)
    assert sheet.rows == (("ឈ្មោះ", "10293179", "12.5", "", " a "), (), ("x",))
    assert sheet.cell(0, 1) == "10293179"
    assert sheet.cell(2, 9) == sheet.cell(9, 0) == ""
    assert sheet.width == 5


def test_a_workbook_is_known_by_its_content_not_its_name(tmp_path):
    (sheet,) = read(saved(tmp_path, ["a", "b"], name="list.xlsx").rename(tmp_path / "list (2).dat"))
    assert sheet.rows == (("a", "b"),)


def test_empty_sheets_are_left_out_and_an_empty_book_is_refused(tmp_path):
    assert refused(saved(tmp_path)) == "The file is empty"
    book = openpyxl.Workbook()
    book.create_sheet("full").append(["x"])
    book.save(tmp_path / "two.xlsx")
    assert [sheet.name for sheet in read(tmp_path / "two.xlsx")] == ["full"]


def test_a_formula_without_its_result_is_named_by_its_cell(tmp_path):
    (sheet,) = read(saved(tmp_path, ["a", "b"], ["x", "=1+1"]))
    assert sheet.cell(1, 1) == ""
    (issue,) = sheet.issues
    assert issue.cell == "B2"
    assert "B2" in issue.text.format(**issue.fields)


def test_a_formula_with_its_result_reads_as_the_result(tmp_path):
    path = saved(tmp_path, ["a", "b"], ["x", "=1+1"])
    data = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(data, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(
                part,
                content.replace(b"<f>1+1</f><v />", b"<f>1+1</f><v>2</v>").replace(
                    b"<f>1+1</f><v></v>", b"<f>1+1</f><v>2</v>"
                ),
            )
    path.write_bytes(data.getvalue())
    (sheet,) = read(path)
    assert sheet.cell(1, 1) == "2"
    assert sheet.issues == ()


def test_an_error_value_is_named_by_its_cell(tmp_path):
    (sheet,) = read(saved(tmp_path, ["a", "#REF!"]))
    assert sheet.cell(0, 1) == ""
    assert [issue.cell for issue in sheet.issues] == ["B1"]


def test_a_locked_workbook_and_an_old_one_are_told_apart(tmp_path):
    ole = bytes.fromhex("D0CF11E0A1B11AE1") + bytes(600)
    locked, old = tmp_path / "list.xlsx", tmp_path / "list.xls"
    locked.write_bytes(ole + "EncryptedPackage".encode("utf-16-le"))
    old.write_bytes(ole + "Workbook".encode("utf-16-le"))
    assert refused(locked) == "The workbook is locked with a password"
    assert refused(old) == "This kind of workbook is too old"


@pytest.mark.parametrize("share", [0.3, 0.7, 0.95])
def test_a_file_cut_short(tmp_path, share):
    path = saved(tmp_path, *[[f"name {n}", n] for n in range(200)])
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    assert refused(path) == "The file is damaged"


def test_a_workbook_with_a_broken_part(tmp_path):
    path = saved(tmp_path, ["a"])
    data = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(data, "w") as new:
        for part in old.namelist():
            content = old.read(part)
            new.writestr(part, content[:-20] if part.endswith("sheet1.xml") else content)
    path.write_bytes(data.getvalue())
    assert refused(path) == "The file is damaged"


def test_other_files_are_no_spreadsheets(tmp_path):
    picture, document = tmp_path / "list.png", tmp_path / "list.docx"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20)
    with zipfile.ZipFile(document, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    assert refused(picture) == refused(document) == "This is not a spreadsheet"
    letter = tmp_path / "list.csv"
    letter.write_bytes(b"%PDF-1.4\n" + b"1 0 obj << /Type /Catalog >> endobj\n" * 9)
    assert refused(letter) == "This is not a spreadsheet"


def test_too_many_rows(tmp_path, monkeypatch):
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("long list")
    for number in range(100_000):
        sheet.append([number])
    book.save(tmp_path / "list.xlsx")
    assert refused(tmp_path / "list.xlsx") == "The sheet is too long"


def test_a_zip_bomb_is_not_unpacked(tmp_path):
    path = saved(tmp_path, ["a"])
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", bytes(sheets.BYTE_LIMIT + 1))
    assert path.stat().st_size < 1_000_000
    assert refused(path) == "The file is too big"


def test_a_file_that_is_not_there_or_a_folder(tmp_path):
    assert refused(tmp_path / "list.xlsx") == "The file cannot be opened"
    (tmp_path / "list").mkdir()
    assert refused(tmp_path / "list") == "The file cannot be opened"


def test_a_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = saved(tmp_path, ["a"])

    def denied(self):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(type(path), "read_bytes", denied)
    with pytest.raises(UnreadableFile, match="Permission denied"):
        read(path)


def test_what_a_hidden_sheet_holds_is_not_read(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["seen"])
    for title in ("hidden", "veryHidden"):
        sheet = book.create_sheet(title)
        sheet.append(["an old copy"])
        sheet.sheet_state = title
    book.save(tmp_path / "list.xlsx")
    assert [sheet.rows for sheet in read(tmp_path / "list.xlsx")] == [(("seen",),)]
