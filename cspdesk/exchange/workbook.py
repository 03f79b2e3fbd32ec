"""Reading spreadsheets: workbooks (.xlsx) and text files (.csv, .tsv), by what they contain."""

from __future__ import annotations

import datetime
import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from cspdesk.errors import UnreadableFile
from cspdesk.exchange.delimited import sheet_from_bytes
from cspdesk.exchange.sheets import (
    BYTE_LIMIT,
    COLUMN_LIMIT,
    ROW_LIMIT,
    Sheet,
    column_letter,
    damaged,
    empty,
    not_a_workbook,
    too_big,
    too_long,
    trimmed,
)
from cspdesk.i18n import N_
from cspdesk.models.imports import Issue

if TYPE_CHECKING:
    from openpyxl import Workbook

_ZIP, _OLE = b"PK", bytes.fromhex("D0CF11E0")
_FOREIGN = (b"%PDF", b"{\\rtf", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")
"""How documents and pictures begin that can pass for text in an old encoding."""
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_OLD_BOOK = ("Workbook".encode("utf-16-le"), "Book".encode("utf-16-le"))
_FORMULA = re.compile(rb"<f[\s>/]")
_ERRORS = {"#REF!", "#N/A", "#VALUE!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!"}
_BEYOND_LIMIT = 50

# What openpyxl and the standard library raise on workbooks with missing or broken parts; a broken
# XML file is a SyntaxError in both XML libraries that openpyxl may use.
_BROKEN = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    OSError,
    SyntaxError,
    LookupError,
    ValueError,
    TypeError,
    AttributeError,
    NotImplementedError,
)


def read(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a file that show a filled cell; a text file has one.

    What the file is, is told from its first bytes and not from its name.

    Raises:
        UnreadableFile: no spreadsheet, locked with a password, of the old kind (.xls), cut short,
            empty, too big, or not to be read by this user; the message says which.
    """
    try:
        if path.stat().st_size > BYTE_LIMIT:
            raise too_big(path.name)
        data = path.read_bytes()
    except OSError as error:
        raise UnreadableFile(
            N_("The file cannot be opened"),
            N_("{file} cannot be read: {reason}."),
            N_("Close it in other programs and check that it is still there and may be read."),
            file=path.name,
            reason=error.strerror or type(error).__name__,
        ) from error
    if data.startswith(_OLE):
        raise _ole_error(data, path)
    if data.startswith(_FOREIGN):
        raise not_a_workbook(path.name)
    if not data.startswith(_ZIP):
        return (sheet_from_bytes(data, path.name),)
    try:
        sheets = _read_workbook(data, path.name)
    except UnreadableFile:
        raise
    except _BROKEN as error:
        raise damaged(path.name) from error
    if not sheets:
        raise empty(path.name)
    return sheets


def _ole_error(data: bytes, path: Path) -> UnreadableFile:
    """Return what to tell about the container that both locked and old workbooks use."""
    is_old = any(name in data for name in _OLD_BOOK) or path.suffix.lower() == ".xls"
    if _ENCRYPTED in data or not is_old:
        return UnreadableFile(
            N_("The workbook is locked with a password"),
            N_("{file} can only be opened with its password."),
            N_("Open it in a spreadsheet program, take the password off, save it and try again."),
            file=path.name,
        )
    return UnreadableFile(
        N_("This kind of workbook is too old"),
        N_("{file} is a workbook of the old kind (.xls)."),
        N_("Open it in a spreadsheet program and save it as .xlsx."),
        file=path.name,
    )


def _read_workbook(data: bytes, file: str) -> tuple[Sheet, ...]:
    import openpyxl

    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        if not any(part.filename.startswith("xl/") for part in parts):
            raise not_a_workbook(file)
        if sum(part.file_size for part in parts) > BYTE_LIMIT:
            raise too_big(file)
        sheet_parts = [part for part in parts if part.filename.startswith("xl/worksheets/")]
        has_formulas = any(_FORMULA.search(archive.read(part)) for part in sheet_parts)
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
    try:
        sheets = tuple(_read_sheets(book, file))
    finally:
        book.close()
    return _with_formulas(sheets, data) if has_formulas else sheets


def _read_sheets(book: Workbook, file: str) -> Iterator[Sheet]:
    for worksheet in book.worksheets:
        if worksheet.sheet_state != "visible":
            continue  # nobody saw what it holds: old copies, lists of choices
        worksheet.reset_dimensions()  # some programs write a wrong size, which hides rows
        rows: list[tuple[str, ...]] = []
        issues: list[Issue] = []
        last = ROW_LIMIT + _BEYOND_LIMIT
        values = worksheet.iter_rows(max_row=last, max_col=COLUMN_LIMIT, values_only=True)
        for number, cells in enumerate(values, start=1):
            texts = tuple(map(_text, cells))
            if number > ROW_LIMIT and any(texts):
                raise too_long(file, worksheet.title)
            for column, text in enumerate(texts):
                if text in _ERRORS:
                    issues.append(_cell_issue(_FORMULA_ERROR, number, column, value=text))
            rows.append(tuple("" if text in _ERRORS else text for text in texts))
        if filled := trimmed(rows):
            yield Sheet(worksheet.title, filled, tuple(issues))


_FORMULA_ERROR = N_("The formula in {cell} gives the error {value}; the cell counts as empty.")
_FORMULA_WITHOUT_VALUE = N_(
    "The formula in {cell} has no saved result; the cell counts as empty. "
    "Open the file in a spreadsheet program and save it to store the results."
)


def _with_formulas(sheets: tuple[Sheet, ...], data: bytes) -> tuple[Sheet, ...]:
    """Return the sheets with an issue for every formula that was saved without its result."""
    import openpyxl

    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    try:
        return tuple(
            Sheet(sheet.name, sheet.rows, (*sheet.issues, *_unsolved(book, sheet)))
            for sheet in sheets
        )
    finally:
        book.close()


def _unsolved(book: Workbook, sheet: Sheet) -> Iterator[Issue]:
    worksheet = book[sheet.name]
    worksheet.reset_dimensions()
    told = {issue.cell for issue in sheet.issues}
    limits = {"max_row": len(sheet.rows), "max_col": COLUMN_LIMIT}
    for row, cells in enumerate(worksheet.iter_rows(values_only=True, **limits)):
        for column, value in enumerate(cells):
            is_formula = isinstance(value, str) and value.startswith("=")
            if is_formula and not sheet.cell(row, column):
                issue = _cell_issue(_FORMULA_WITHOUT_VALUE, row + 1, column)
                if issue.cell not in told:
                    yield issue


def _cell_issue(text: str, row: int, column: int, **fields: str) -> Issue:
    letter = column_letter(column)
    return Issue(text=text, row=row, column=letter, fields={"cell": f"{letter}{row}", **fields})


def _text(value: object) -> str:
    """Return a cell as it reads: whole numbers without a point, dates as 2022-12-31."""
    if value is None:
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, datetime.datetime) and value.time() == datetime.time():
        return value.date().isoformat()
    return str(value)
