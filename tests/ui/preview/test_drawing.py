from __future__ import annotations

import subprocess
import sys

import pytest

from cspdesk.errors import PaperError
from cspdesk.paper.blocks import Document
from cspdesk.ui.preview import drawing

AFTER = """
import sys
from cspdesk.ui.preview.drawing import prepare
prepare()
from cspdesk.khmer.wordlist import words
from cspdesk.models.gazetteer import khmer_names
from cspdesk.paper.pdf.fontsets import shipped_face
print([found.cache_info().currsize > 0 for found in (words, khmer_names, shipped_face)])
print("khmercut" in sys.modules)
"""


def test_preparing_loads_what_the_first_document_needs() -> None:
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", AFTER], capture_output=True, text=True, check=True
    )
    assert done.stdout.split("\n") == ["[True, True, True]", "True", ""]


def test_preparing_leaves_it_to_drawing_to_complain(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(document: Document) -> bytes:
        raise PaperError("A font is missing", "It cannot be read.")

    monkeypatch.setattr("cspdesk.paper.pdf.render", refuse)
    drawing.prepare()
    with pytest.raises(PaperError):
        drawing.draw(Document("x", "km", []))
