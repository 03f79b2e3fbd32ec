from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from cspdesk.khmer.clusters import clusters

KHMER = st.text(
    st.sampled_from([chr(c) for c in range(0x1780, 0x1800)] + ["\u200c", "\u200d", " ", "a"])
)


def test_a_base_keeps_its_subscripts_vowels_and_signs() -> None:
    assert clusters("ស្ត្រីខ្មែរ") == ["ស្ត្រី", "ខ្មែ", "រ"]
    assert clusters("អ៊ីមែល។៖៛១២") == ["អ៊ី", "មែ", "ល", "។", "៖", "៛", "១", "២"]


def test_marks_without_a_base_stand_together() -> None:
    assert clusters("aី្ក") == ["a", "ី្ក"]


def test_accents_and_joined_emoji_stay_with_their_letter() -> None:
    assert clusters("e\u0301a") == ["e\u0301", "a"]
    assert clusters("👩\u200d👧!") == ["👩\u200d👧", "!"]


@given(st.one_of(st.text(), KHMER))
def test_nothing_is_lost_and_no_cluster_is_endless(text: str) -> None:
    pieces = clusters(text)
    assert "".join(pieces) == text
    assert all(1 <= len(piece) <= 30 for piece in pieces)


def test_a_subscript_never_begins_a_cluster_after_a_letter() -> None:
    pieces = clusters("ក្រុមប្រឹក្សាស្រុកព្រៃនប់")
    assert not [piece for piece in pieces if piece.startswith("\u17d2")]
