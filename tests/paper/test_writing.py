from __future__ import annotations

from pathlib import Path

import pytest

from cspdesk.errors import DeskError
from cspdesk.paper.blocks import Document, Paragraph
from cspdesk.paper.writing import SUFFIXES, write

DOCUMENT = Document("x", "km", [Paragraph("ក")])


@pytest.mark.parametrize(
    ("name", "begins"),
    [("a.pdf", b"%PDF-"), ("a.PDF", b"%PDF-"), ("ក.docx", b"PK"), ("a.DocX", b"PK")],
)
def test_the_name_decides_the_kind_of_file(name: str, begins: bytes, tmp_path: Path) -> None:
    write(DOCUMENT, tmp_path / name)
    assert (tmp_path / name).read_bytes().startswith(begins)
    assert (tmp_path / name).suffix.lower() in SUFFIXES


@pytest.mark.parametrize("name", ["a.doc", "a", "a.odt", ".pdf", "pdf"])
def test_another_kind_is_refused_with_what_to_do(name: str, tmp_path: Path) -> None:
    with pytest.raises(DeskError) as caught:
        write(DOCUMENT, tmp_path / name)
    assert name in str(caught.value)
    assert all(suffix in caught.value.hint for suffix in SUFFIXES)
    assert not list(tmp_path.iterdir())
