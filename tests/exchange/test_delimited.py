import pytest

from cspdesk.errors import UnreadableFile
from cspdesk.exchange.delimited import sheet_from_bytes, sheet_from_text

TEXT = 'ល.រ,ឈ្មោះ,Phone\r\n1,"សុខ, ភារៈ",012345678\r\n'
ROWS = (("ល.រ", "ឈ្មោះ", "Phone"), ("1", "សុខ, ភារៈ", "012345678"))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(encoding):
    sheet = sheet_from_bytes(TEXT.encode(encoding), "list.csv")
    assert sheet.rows == ROWS
    assert sheet.issues == ()


def test_windows_1252_is_read_and_said():
    sheet = sheet_from_bytes("Name;Café\r\nRené;1\r\n".encode("cp1252"), "list.csv")
    assert sheet.rows == (("Name", "Café"), ("René", "1"))
    assert "Windows-1252" in sheet.issues[0].text


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter):
    text = "\n".join(delimiter.join(row) for row in (("a", "b, c", "d"), ("1", "2", "3")))
    if delimiter == ",":
        text = text.replace("b, c", '"b, c"')
    assert sheet_from_text(text, "pasted").rows == (("a", "b, c", "d"), ("1", "2", "3"))


def test_a_block_copied_from_a_spreadsheet():
    assert sheet_from_text("ឈ្មោះ\tភេទ\nសុខ\tស\n\n", "pasted").rows == (("ឈ្មោះ", "ភេទ"), ("សុខ", "ស"))


@pytest.mark.parametrize("data", [b"", b"\xef\xbb\xbf", b" \r\n , ,\r\n"])
def test_nothing_in_it(data):
    with pytest.raises(UnreadableFile, match="empty"):
        sheet_from_bytes(data, "list.csv")


def test_too_many_rows():
    with pytest.raises(UnreadableFile, match="too long"):
        sheet_from_bytes(b"a,b\n" * 20_002, "list.csv")


def test_no_text():
    with pytest.raises(UnreadableFile, match="not a spreadsheet"):
        sheet_from_bytes(b"%PDF-1.4\n" + bytes(range(256)), "list.csv")


@pytest.mark.parametrize("after", ["Sok,M\n3,Org,So,F\n", "x" * 200_000])
def test_a_quotation_mark_without_end_is_named_by_its_row(after):
    text = 'No,Organization,Name,Sex\n1,"Org ""A"",\nB",Sok,M\n2,"Org,' + after
    with pytest.raises(UnreadableFile, match="In row 3 of list"):
        sheet_from_text(text, "list.csv")


def test_quotation_marks_inside_a_cell_are_its_text():
    assert sheet_from_text('a,5" pipe\nb,"c"d\n', "list.csv").rows == (
        ("a", '5" pipe'),
        ("b", "cd"),
    )


def test_a_nul_from_a_broken_export_costs_no_row():
    data = "ល.រ,ឈ្មោះ,Phone\n1,សុខ\0 ភារៈ,012345678\n".encode()
    assert sheet_from_bytes(data, "list.csv").rows[1] == ("1", "សុខ\0 ភារៈ", "012345678")
