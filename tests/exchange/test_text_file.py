"""Only text becomes a letter; everything else is refused with a word about what to do."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest

from cspdesk.errors import UnreadableFile
from cspdesk.exchange.text_file import LARGEST, read_text

KHMER = "សូមជម្រាបជូន\u200bលោក\n\nLine two\t—"


@pytest.mark.parametrize(
    "data",
    [
        KHMER.encode(),
        codecs.BOM_UTF8 + KHMER.encode(),
        KHMER.replace("\n", "\r\n").encode(),
        KHMER.encode("utf-16"),
        codecs.BOM_UTF16_BE + KHMER.encode("utf-16-be"),
    ],
    ids=["utf-8", "with a mark", "windows line ends", "utf-16", "utf-16 big endian"],
)
def test_text_is_read_as_it_is(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(data)
    assert read_text(path) == KHMER


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (b"caf\xe9", "cannot be read"),
        (b"%PDF-1.7\n\x00\x01\x02", "cannot be read"),
        (KHMER.encode("utf-16")[:-1], "cannot be read"),
        (b"bell\x07", "cannot be read"),
        (b"", "empty"),
        (b" \r\n\t\n", "empty"),
        (b"a" * (LARGEST + 1), "too large"),
    ],
)
def test_anything_else_is_refused(tmp_path: Path, data: bytes, title: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_bytes(data)
    with pytest.raises(UnreadableFile) as caught:
        read_text(path)
    assert title in caught.value.title
    assert "letter.txt" in str(caught.value)
    assert caught.value.hint


def test_a_folder_and_a_missing_file_are_told_apart(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile, match="folder"):
        read_text(tmp_path)
    with pytest.raises(UnreadableFile, match="not there"):
        read_text(tmp_path / "none.txt")
