"""Where the lines of a paragraph may end, asked of the dictionary or moved along with typing."""

from __future__ import annotations

from itertools import accumulate

from hypothesis import given
from hypothesis import strategies as st

from cspdesk.khmer.clusters import clusters
from cspdesk.ui.widgets.line_ends import LineEnds

TEXT = "កិច្ចប្រជុំបណ្ដាញអង្គការ សមាគម និងរដ្ឋបាលខេត្តបាត់ដំបង"
KHMER = st.text(
    st.one_of(
        st.characters(min_codepoint=0x1780, max_codepoint=0x17FF), st.sampled_from("ab 1។\u200b👩")
    )
)


def test_a_line_ends_after_the_last_word_that_fits() -> None:
    ends = LineEnds(TEXT)
    assert TEXT[: ends.last(0, 14)] == "កិច្ចប្រជុំ"
    assert TEXT[: ends.last(0, len("កិច្ចប្រជុំបណ្ដាញអង្គការ ") + 2)] == "កិច្ចប្រជុំបណ្ដាញអង្គការ "


def test_a_word_longer_than_the_line_ends_after_a_cluster() -> None:
    ends = LineEnds("ប្រជុំ")
    assert "ប្រជុំ"[: ends.last(0, 4)] == "ប្រ"


def test_words_stay_whole_while_somebody_types_before_and_behind_them() -> None:
    ends = LineEnds(TEXT)
    whole = ends.last(0, 14)
    for typed, by in ((f"ក{TEXT}", 1), (f"{TEXT}ខ", 0), (TEXT[1:], -1)):
        moved = ends.moved_to(typed)
        assert moved is not None
        assert not moved.asks
        assert moved.last(0, 14 + by) == whole + by


def test_a_pasted_text_is_not_typed() -> None:
    assert LineEnds(TEXT).moved_to(TEXT + "ការចែករំលែកបទពិសោធន៍") is None
    moved = LineEnds(TEXT).moved_to(TEXT[:10])
    assert moved is not None
    assert moved.text == TEXT[:10]


@given(KHMER, KHMER, st.data())
def test_a_line_is_never_empty_nor_ends_in_a_cluster(text: str, typed: str, data: st.DataObject):
    at = data.draw(st.integers(0, len(text)))
    changed = text[:at] + typed[:8] + text[at + data.draw(st.integers(0, 4)) :]
    for ends in (LineEnds(text), LineEnds(text).moved_to(changed)):
        if ends is None or not ends.text:
            continue
        whole = set(accumulate(map(len, clusters(ends.text))))
        start = data.draw(st.integers(0, len(ends.text) - 1))
        full = data.draw(st.integers(start + 1, len(ends.text)))
        end = ends.last(start, full)
        assert start < end <= full
        assert end in whole or not any(start < place <= full for place in whole)
