import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdesk.khmer.fold import fold, latin_key, name_key

TEXTS = Path(__file__).parents[1] / "data" / "khmer-texts"


def sil_pairs():
    bad, good = (
        (TEXTS / f"sil_normalizer_{name}.txt").read_text("utf-8-sig").split("\n")
        for name in ("bad", "good")
    )
    pairs = list(zip(filter(None, bad), filter(None, good), strict=True))
    assert len(pairs) == 85
    return pairs


def lookalikes():
    lines = (TEXTS / "lookalike_pairs.tsv").read_text("utf-8").splitlines()
    return [line.split("\t")[:2] for line in lines if not line.startswith("#")]


def test_badly_ordered_spellings_equal_their_normal_form():
    assert [pair for pair in sil_pairs() if fold(pair[0]) != fold(pair[1])] == []


@pytest.mark.parametrize(("typed", "canonical"), lookalikes())
def test_lookalikes_are_equal(typed, canonical):
    assert fold(typed) == fold(canonical)


@pytest.mark.parametrize(
    ("one", "other"),
    [("ក", "ខ"), ("កា", "កិ"), ("ស៊ី", "សី"), ("ស៊ី", "ស៉ី"), ("កុំ", "កំ"), ("ម៉ី", "ម៊ី"), ("ត", "ដ")],
)
def test_different_words_stay_different(one, other):
    assert fold(one) != fold(other)


def test_digits_spaces_and_latin_letters():
    assert fold("ឃុំ ១២\u00a0ABC") == fold("ឃុំ 12 abc")
    assert fold("អោយ") == fold("ឲ្យ") == fold("ឱ្យ")


@given(
    st.text(
        alphabet=st.one_of(
            st.characters(min_codepoint=0x1780, max_codepoint=0x17FF), st.characters()
        )
    )
)
def test_folding_twice_changes_nothing(text):
    assert fold(fold(text)) == fold(text)
    assert latin_key(latin_key(text)) == latin_key(text)


def test_folding_is_fast_enough_to_search_while_typing():
    text = "".join(canonical for _, canonical in lookalikes()) * 20
    fold(text)
    start = time.perf_counter()
    fold(text)
    assert (time.perf_counter() - start) / len(text) * 1000 < 0.02


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Phearak", "Pearak"),
        ("Sokha", "Soka"),
        ("Chhuon", "Chuon"),
        ("Thmar Koul", "Tmar Koul"),
        ("Sann-Ary", "Sanary"),
        ("S. Kéo", "s keo"),
    ],
)
def test_usual_spellings_of_latin_names_are_one(one, other):
    assert latin_key(one) == latin_key(other)


def test_a_name_is_the_same_with_and_without_its_space():
    assert name_key("ស៊ន ស្រីពៅ") == name_key("ស៊នស្រីពៅ")
