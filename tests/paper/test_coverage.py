from __future__ import annotations

from cspdesk.paper.blocks import Column, Document, Paragraph, Table
from cspdesk.paper.pdf.coverage import missing_characters


def test_what_no_font_has_is_named_once() -> None:
    rows = [["ខ្មែរ “quoted” – é ១២៣", "漢字 漢"]]
    table = Table([Column("Name"), Column("Note")], rows)
    assert missing_characters(Document("T", "km", [table])) == "漢字"


def test_marks_that_are_never_drawn_are_not_missed() -> None:
    text = "ក\u200bខ\u2060គ\u00ad line\nend\ttab\u0007"
    assert missing_characters(Document("T", "km", [Paragraph(text)])) == ""
