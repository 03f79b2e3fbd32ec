"""A sheet as plain text, whatever file it came from, and the limits for such files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from cspdesk.errors import UnreadableFile
from cspdesk.i18n import N_
from cspdesk.models.imports import Issue

ROW_LIMIT = 20_000
COLUMN_LIMIT = 60
BYTE_LIMIT = 64 * 1024 * 1024


@dataclass(frozen=True)
class Sheet:
    """One sheet: its cells as text, row by row, and what was noticed while reading it.

    ``rows[0]`` is row 1 of the spreadsheet. Rows may differ in length; a cell that is missing is
    an empty one. Rows after the last filled one are left out.
    """

    name: str
    rows: tuple[tuple[str, ...], ...]
    issues: tuple[Issue, ...] = ()

    def cell(self, row: int, column: int) -> str:
        """Return the text at these indexes, both counted from 0; '' outside the sheet."""
        if not 0 <= row < len(self.rows):
            return ""
        cells = self.rows[row]
        return cells[column] if 0 <= column < len(cells) else ""

    @property
    def width(self) -> int:
        """How many columns the widest row has."""
        return max(map(len, self.rows), default=0)


def trimmed(rows: Iterable[Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Return ``rows`` without the empty cells after the last filled one, to the right and below."""
    kept = [tuple(row[: _filled(row)]) for row in rows]
    return tuple(kept[: _filled(kept)])


def _filled(items: Sequence[str] | Sequence[tuple[str, ...]]) -> int:
    length = len(items)
    while length and not "".join(items[length - 1]).strip():
        length -= 1
    return length


def column_letter(index: int) -> str:
    """Return 'A' for 0, 'Z' for 25, 'AA' for 26."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def too_long(file: str, sheet: str) -> UnreadableFile:
    """Return what to tell about a sheet with more rows than any contact list has."""
    return UnreadableFile(
        N_("The sheet is too long"),
        N_("The sheet '{sheet}' of {file} has more than {limit} rows."),
        N_("Copy the rows that you need into a new file, or split the list, then try again."),
        file=file,
        sheet=sheet,
        limit=f"{ROW_LIMIT:,}",
    )


def too_big(file: str) -> UnreadableFile:
    """Return what to tell about a file that would fill the memory."""
    return UnreadableFile(
        N_("The file is too big"),
        N_("{file} holds more than {limit} MB of data. A contact list is much smaller."),
        N_("Copy the rows that you need into a new file, then try again."),
        file=file,
        limit=BYTE_LIMIT // (1024 * 1024),
    )


def empty(file: str) -> UnreadableFile:
    """Return what to tell about a file in which no cell is filled."""
    return UnreadableFile(
        N_("The file is empty"),
        N_("There is no filled cell in {file}."),
        N_("Choose the file that holds your list."),
        file=file,
    )


def damaged(file: str) -> UnreadableFile:
    """Return what to tell about a workbook of which a part is missing or broken."""
    return UnreadableFile(
        N_("The file is damaged"),
        N_("{file} is a workbook, but a part of it is missing or broken. It may be cut short."),
        N_("Copy or download it again, or open it in a spreadsheet program and save it again."),
        file=file,
    )


def not_a_workbook(file: str) -> UnreadableFile:
    """Return what to tell about a file of another kind."""
    return UnreadableFile(
        N_("This is not a spreadsheet"),
        N_("{file} is neither a workbook (.xlsx) nor a text file (.csv, .tsv)."),
        N_("Open it in the program it was made with and save the list as .xlsx or .csv."),
        file=file,
    )
