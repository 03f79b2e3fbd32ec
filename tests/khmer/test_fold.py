import time
from itertools import accumulate, pairwise
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from cspdesk.khmer.clusters import clusters
from cspdesk.khmer.fold import (
    find_folded,
    fold,
    fold_with_offsets,
    latin_key,
    latin_with_offsets,
    name_key,
)

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
    pairs = [line.split("\t")[:2] for line in lines if not line.startswith("#")]
    assert len(pairs) == 15
    return pairs


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


KHMER = st.characters(min_codepoint=0x1780, max_codepoint=0x17FF)
MIXED = st.text(
    st.one_of(KHMER, st.sampled_from("abkhPT 012.-'\u200b\u200dអោយសស្ត"), st.characters())
)


@given(MIXED)
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


@given(MIXED)
@example("អោយ\u200b ឲ្យ")
@example("ខ\u200bែ្មរ ស\u200bុី")
@example("\u1100\u1161 e\u0301")
def test_offsets_agree_with_the_fold(text):
    key, spans = fold_with_offsets(text)
    assert key == fold(text)
    assert len(spans) == len(key)
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one == other or one[1] <= other[0] for one, other in pairwise(spans))


@given(MIXED, MIXED)
def test_a_text_is_found_where_its_fold_is(text, query):
    wanted = fold(query)
    assert bool(find_folded(text, query)) == bool(wanted and wanted in fold(text))


VISIBLE = st.characters(
    min_codepoint=0x1780, max_codepoint=0x17FF, exclude_characters="\u17b4\u17b5"
)


@given(st.text(st.one_of(VISIBLE, st.sampled_from("ab 1-")), min_size=1), st.data())
def test_what_is_found_is_whole_clusters(text, data):
    start = data.draw(st.integers(0, len(text) - 1))
    query = text[start : data.draw(st.integers(start + 1, len(text)))]
    ends = {0, *accumulate(map(len, clusters(text)))}
    assert all({*span} <= ends for span in find_folded(text, query))


@pytest.mark.parametrize(
    ("text", "query", "found"),
    [
        ("ស្រ្តី និង ស្ត្រី", "ស្ដ្រី", ["ស្រ្តី", "ស្ត្រី"]),
        ("សៀវភៅអោយគេ", "ឱ្យ", ["អោយ"]),
        ("ស\u200bុីថា", "ស៊ី", ["ស\u200bុី"]),
        ("ឃុំទី១២", "12", ["១២"]),
        ("Sok PHEARAK", "phea", ["PHEA"]),
        ("កាកា", "ក", ["កាកា"]),
        ("ក", "", []),
    ],
)
def test_what_is_found_is_shown_as_it_was_typed(text, query, found):
    assert [text[start:end] for start, end in find_folded(text, query)] == found


@given(st.text(st.one_of(KHMER, st.sampled_from("kphtcaé'.- "))))
def test_offsets_of_latin_keys_agree_too(text):
    key, spans = latin_with_offsets(*fold_with_offsets(text))
    assert key == latin_key(text)
    assert len(spans) == len(key)
