from __future__ import annotations

import pytest

from cspdesk.models.organisation import FONTS
from cspdesk.paper.blocks import Document, NumberedList
from cspdesk.paper.pdf import render
from tests.paper.texts import READERS

ITEMS = [
    (label, text)
    for label in ("១.", "ក.", "-", "10.", "(a)")
    for text in ("ពិភាក្សាអំពី WASH ក្នុងខេត្ត " * 9, "Reap ស្ត្រី", "“ល្អ”")
]


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("bold", [False, True])
def test_items_of_lists_read_in_order_behind_their_labels(
    bold: bool, fonts: str, reader: str
) -> None:
    pdf = render(Document("x", "km", [NumberedList(ITEMS, bold_labels=bold)], fonts=fonts))
    lines = [line.strip() for line in READERS[reader](pdf).splitlines() if line.strip("\f ")]
    typed = " ".join(f"{label} {text.strip()}" for label, text in ITEMS)
    assert " ".join(lines) == typed


def test_a_list_without_labels_or_items_is_drawn() -> None:
    blocks = [NumberedList([]), NumberedList([("", "ក"), (" \n ", ""), ("", "")])]
    text = READERS["pdfium"](render(Document("x", "km", blocks)))
    assert text.strip() == "ក"
