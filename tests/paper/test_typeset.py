from __future__ import annotations

import pytest

from cspdesk.khmer.clusters import clusters
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.styles import MM, justified
from cspdesk.paper.pdf.typeset import Line, split_lines, typeset, wrap
from tests.paper.texts import MINUTES, UDHR

BODY = font_set().body()


def written(line: Line) -> str:
    return "".join(glyph.text for glyph in line.glyphs)


@pytest.mark.parametrize("width", [170, 76, 30, 12])
@pytest.mark.parametrize("text", [UDHR, MINUTES], ids=["udhr", "minutes"])
def test_lines_fit_and_begin_well(text: str, width: float) -> None:
    lines = wrap(text, BODY, width * MM)
    assert max(line.width for line in lines) <= width * MM
    assert not [line for line in map(written, lines) if line[:1] in set("។៕ៗ៖!?)»%៛ ")]
    assert not [line for line in map(written, lines) if line[:1] == "\u17d2"]


def test_the_text_is_kept_and_clusters_are_whole() -> None:
    lines = wrap(UDHR, BODY, 76 * MM)
    paragraphs = [line for line in UDHR.splitlines() if line]
    assert "".join(map(written, lines)) == "".join(paragraphs)
    pieces = {piece.strip() for paragraph in paragraphs for piece in clusters(paragraph)}
    assert {glyph.text.strip() for line in lines for glyph in line.glyphs} <= pieces


def test_phones_and_amounts_stay_whole_in_a_narrow_cell() -> None:
    lines = [written(line).strip() for line in wrap("ទូរស័ព្ទ 012 345 678", BODY, 24 * MM)]
    assert "012 345 678" in lines


def test_a_word_without_a_break_is_wrapped_at_clusters() -> None:
    lines = wrap("ក្រុំ" * 2000 + "a" * 2000, BODY, 50 * MM)
    assert max(line.width for line in lines) <= 50 * MM
    assert sum(len(line.glyphs) for line in lines) == 4000


def test_only_the_first_line_is_indented() -> None:
    free, indented = wrap(UDHR[:900], BODY, 100 * MM), wrap(UDHR[:900], BODY, 100 * MM, 40 * MM)
    first = next(i for i, line in enumerate(free) if line.width > 60 * MM)
    assert first == 0 or free[0].width <= 60 * MM
    assert indented[0].width <= 60 * MM


def test_controls_never_print_and_tabs_are_spaces() -> None:
    assert split_lines("a\x00b\tc\u202ed\r\ne\ud800") == ["ab cd", "e\ufffd"]


def test_trailing_spaces_have_no_width() -> None:
    assert typeset("ក ", BODY).width == pytest.approx(typeset("ក", BODY).width)


def test_justified_lines_reach_the_margin() -> None:
    width = 170 * MM
    for line in wrap(UDHR, BODY, width):
        filled, gap = justified(line, width - line.width)
        reach = filled.width + (len(filled.glyphs) - 1) * gap
        full = reach == pytest.approx(width)
        assert full or (filled is line and gap == 0)
        assert full or line.ends_paragraph or line.width < 0.985 * width
