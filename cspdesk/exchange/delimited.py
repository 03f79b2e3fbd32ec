"""Lists as text: CSV and TSV files, and blocks copied from a spreadsheet."""

from __future__ import annotations

import codecs
import csv
import io

from cspdesk.errors import UnreadableFile
from cspdesk.exchange.sheets import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    Sheet,
    empty,
    not_a_workbook,
    too_long,
    trimmed,
)
from cspdesk.i18n import N_
from cspdesk.models.imports import Issue

_DELIMITERS = (",", ";", "\t", "|")
_SNIFFED_ROWS = 40
_END = "\0end"


def sheet_from_bytes(data: bytes, file: str) -> Sheet:
    """Return the one sheet of a text file.

    UTF-8 with or without a mark (and with NULs in it), UTF-16 and, as the last resort, Windows-1252 are understood; the
    delimiter is found out.

    Raises:
        UnreadableFile: it is no text, is empty, or has too many rows.
    """
    text, encoding = _decode(data, file)
    sheet = sheet_from_text(text, file)
    if encoding != "cp1252":
        return sheet
    guessed = Issue(
        text=N_(
            "The file does not say how its letters are coded; it was read as Windows-1252. "
            "Look at the names, and save it as 'CSV UTF-8' if they are wrong."
        )
    )
    return Sheet(sheet.name, sheet.rows, (guessed,))


def sheet_from_text(text: str, name: str) -> Sheet:
    """Return text with delimiters, such as cells pasted from a spreadsheet, as a sheet.

    Raises:
        UnreadableFile: it is empty, has too many rows, or is no list.
    """
    # A last row of our own: where it is not found again, a quotation mark before it is open.
    lines = io.StringIO(f"{text}\n{_END}", newline="")
    rows: list[tuple[str, ...]] = []
    try:
        for cells in csv.reader(lines, delimiter=_delimiter(text)):
            if len(rows) > ROW_LIMIT and any(cells) and cells != [_END]:
                raise too_long(name, name)
            rows.append(tuple(cells[:COLUMN_LIMIT]))
    except csv.Error as error:  # a cell without end
        raise _quote_not_closed(name, len(rows) + 1) from error
    if rows.pop() != (_END,):
        raise _quote_not_closed(name, len(rows) + 1)
    if not (filled := trimmed(rows)):
        raise empty(name)
    return Sheet(name, filled)


def _quote_not_closed(file: str, row: int) -> UnreadableFile:
    return UnreadableFile(
        N_("A quotation mark is not closed"),
        N_("In row {row} of {file} a cell begins with a quotation mark that has no end."),
        N_("Take the quotation mark out of that row, then try again."),
        file=file,
        row=row,
    )


def _decode(data: bytes, file: str) -> tuple[str, str]:
    for mark, encoding in ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return _decoded(data, (encoding,), file)
    if b"\0" in data:
        even, odd = data[:2000:2].count(0), data[1:2000:2].count(0)
        utf_16 = "utf-16-be" if even > odd else "utf-16-le"
        return _decoded(data, ("utf-8-sig", utf_16), file)
    return _decoded(data, ("utf-8-sig", "cp1252"), file)


def _decoded(data: bytes, encodings: tuple[str, ...], file: str) -> tuple[str, str]:
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if _is_readable(text):
            return text, encoding
    raise not_a_workbook(file)


def _is_readable(text: str) -> bool:
    """Tell text from what only happens to decode: few control or unassigned characters."""
    start = text[:10_000]
    odd = sum(not (character.isprintable() or character.isspace()) for character in start)
    odd -= sum(start.count(mark) for mark in "\u200b\u200c\u200d\ufeff\u00ad")
    return odd * 20 <= len(start)


def _delimiter(text: str) -> str:
    """Return the delimiter that cuts most of the first lines into most cells."""
    lines = text[:100_000].splitlines()[:_SNIFFED_ROWS]

    def cells(delimiter: str) -> int:
        counts = sorted(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
        return counts[len(counts) // 2] if counts else 0

    return max(_DELIMITERS, key=cells)
