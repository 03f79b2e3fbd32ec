"""A letter's text from a plain text file."""

from __future__ import annotations

import codecs
import re
from pathlib import Path

from cspdesk.errors import UnreadableFile
from cspdesk.i18n import N_

LARGEST = 2_000_000
"""Bytes: some 600 pages of Khmer, more than any letter."""
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
_LINE_END = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")


def read_text(path: Path) -> str:
    """Return what a text file says: UTF-8, with or without a mark, or UTF-16 with one.

    Line ends become one kind; everything else stays as it is in the file.

    Raises:
        UnreadableFile: there is no such file, it is no text, is empty, or too large.
    """
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except FileNotFoundError as error:
        raise UnreadableFile(
            N_("The file is not there"),
            N_("There is no file called {file}."),
            N_("Check the name and the folder, then try again."),
            file=path.name,
        ) from error
    except OSError as error:
        raise UnreadableFile(
            N_("The file cannot be opened"),
            N_("{file} is a folder, or may not be read on this computer."),
            N_("Choose a text file, or copy it to your own folder first."),
            file=path.name,
        ) from error
    if len(data) > LARGEST:
        raise UnreadableFile(
            N_("The file is too large"),
            N_("{file} holds more text than a letter can have."),
            N_("Choose a text file of less than 2 MB."),
            file=path.name,
        )
    text = _LINE_END.sub("\n", _decoded(data, path.name))
    if not text.strip():
        raise UnreadableFile(
            N_("The file is empty"),
            N_("There is no text in {file}."),
            N_("Choose another file, or type the text."),
            file=path.name,
        )
    return text


def _decoded(data: bytes, file: str) -> str:
    marked = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        text = data.decode("utf-16" if marked else "utf-8-sig")
    except UnicodeDecodeError as error:
        raise _no_text(file) from error
    if _CONTROL.search(text):
        raise _no_text(file)
    return text


def _no_text(file: str) -> UnreadableFile:
    return UnreadableFile(
        N_("This text cannot be read"),
        N_("{file} is not a plain text in UTF-8."),
        N_(
            "Open it in the program it was written with and save it as plain text (.txt) in"
            " UTF-8, then try again."
        ),
        file=file,
    )
