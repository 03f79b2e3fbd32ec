"""What is typed is what readers find, search and copy."""

from __future__ import annotations

import re

import pytest

from cspdesk.models.organisation import FONTS
from cspdesk.paper.blocks import (
    Align,
    Block,
    Code,
    Column,
    Document,
    Heading,
    Page,
    Paragraph,
    Table,
)
from cspdesk.paper.pdf import render
from tests.paper.texts import ATTENDANCE, MINUTES, READERS, UDHR

MIXED = [
    "គណៈកម្មាធិការ",
    "ប្រជុំ",
    "(VSG)",
    "Siem",
    "២០២៥",
    "café",
    "😀",
    "ស្ត្រី",
    "អ៊ឹម",
    "១២,៥០០៛",
    "“ល្អ”",
    "–",
    "ក្នុង",
    "漢",
    "A/B",
    "12:30",
]
MARKED = ["ប្រជុំ", "ស្ត្រី", "ក្នុង", "ទីតាំង", "ព្រឹត្តិ\xa0"]
"""Clusters with combining marks, one after the other."""


def document(*blocks: Block) -> Document:
    return Document("x", "km", blocks)


def joined(text: str) -> str:
    """Leave out line and page ends: the reader's and the typed ones."""
    return re.sub("[\r\n\f]", "", text)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("align", ["left", "justify"])
@pytest.mark.parametrize("text", [UDHR, MINUTES], ids=["udhr", "minutes"])
def test_paragraphs_read_back_as_typed(reader: str, align: Align, text: str) -> None:
    pdf = render(document(*[Paragraph(line, align=align) for line in text.splitlines()]))
    assert joined(READERS[reader](pdf)) == joined(text)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("fonts", FONTS)
@pytest.mark.parametrize("language", ["km", "en"])
def test_mixed_justified_paragraphs_read_back_as_typed(
    language: str, fonts: str, reader: str
) -> None:
    texts = [" ".join((MIXED[start:] + MIXED[:start]) * 3) for start in range(len(MIXED))]
    texts += ["".join(MARKED[start:] + MARKED[:start] * 9) for start in range(len(MARKED))]
    blocks = [Paragraph(text, align="justify") for text in texts]
    pdf = render(Document("x", language, blocks, fonts=fonts))
    assert joined(READERS[reader](pdf)) == "".join(texts)


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("text", ["a follow-up is here ", "x", "សៀមរាប-ភ្នំពេញ ជាផ្លូវ "])
def test_hyphens_do_not_end_lines(text: str, reader: str) -> None:
    whole = (text * 40 + "follow-up@example-site.org " * 9 + "https://a-b.org/x-y-z ") * 3
    assert joined(READERS[reader](render(document(Paragraph(whole.strip()))))) == whole.strip()


@pytest.mark.parametrize("reader", READERS)
def test_table_cells_read_back_as_typed(reader: str) -> None:
    table = Table([Column(title) for title in ATTENDANCE[0]], ATTENDANCE[1:], size=8)
    pdf = render(Document("x", "km", [table], Page(landscape=True)))
    lines = READERS[reader](pdf).splitlines()
    cells = [cell for row in ATTENDANCE for cell in row if cell]
    assert [cell for cell in cells if not any(cell in line for line in lines)] == []


@pytest.mark.parametrize("reader", READERS)
def test_every_look_of_text_reads_back(reader: str) -> None:
    pdf = render(
        document(
            Heading("១. សមាសភាពចូលរួម – “café”"),
            Paragraph("អ៊ីមែល អ៊ឹម អ៊ិន naïve… 😀 ᧠ ស្ត្រី", bold=True, align="center"),
            Code("K7QX-2MPA", ("K7QX", "2MPA")),
        )
    )
    text = READERS[reader](pdf)
    for typed in ("១. សមាសភាពចូលរួម – “café”", "អ៊ីមែល អ៊ឹម អ៊ិន naïve… 😀 ᧠ ស្ត្រី", "K7QX 2MPA"):
        assert typed in text


@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("fonts", FONTS)
def test_no_space_comes_between_lines(fonts: str, reader: str) -> None:
    # In Khmer OS its first line ends with ឈ្មោះ, wider than the distance of lines.
    text = (
        "លិខិត សូមដំឡើងកំណែថ្មីក្នុងកុំព្យូទ័រនេះ រួចបើកម្ដងទៀត។ សូមប្រាប់ថាជួរឈរណាមានឈ្មោះស្ថាប័ន ឬបុគ្គល។ "
        "ព្យាយាមម្ដងទៀត មិនទាន់ដឹងភេទ៖ អាសយដ្ឋាន រូបសញ្ញា លេខលិខិត អ្នកចុះហត្ថលេខា និងរូបរាងឯកសារ។"
    )
    pdf = render(Document("x", "km", [Paragraph(text, "justify", indent=12.7)], fonts=fonts))
    assert joined(READERS[reader](pdf)) == text


@pytest.mark.parametrize("reader", READERS)
def test_zero_width_spaces_leave_no_trace(reader: str) -> None:
    pdf = render(document(Paragraph("ភាសា\u200bខ្មែរ\u200b។ ល្អ\u2060ណាស់")))
    assert READERS[reader](pdf).strip() == "ភាសាខ្មែរ។ ល្អណាស់"


@pytest.mark.parametrize("reader", READERS)
def test_twins_that_look_alike_copy_as_they_were_typed(reader: str) -> None:
    pdf = render(document(Paragraph("បណ្តាញ បណ្ដាញ")))
    assert READERS[reader](pdf).strip() == "បណ្តាញ បណ្ដាញ"
