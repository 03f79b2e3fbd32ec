import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdesk.khmer.search import found_in, query_terms, search_key

KEY = search_key(
    "សុខ ភារៈ", "SOK Phearak", "012 345 678", "096 123 4567", "+33 6 12 34 56 78",
    "sok.phearak@example.org", "@sok_phearak", "ឃុំអូរដំបង ១", "O'Mal", "ស្រុកថ្មគោល",
)  # fmt: skip


@pytest.mark.parametrize(
    "typed",
    [
        "Sok Phearak", "sokpearak", "pearak sok", "SOKPH", "សុខ", "សុខភា", "ភារៈ",
        "012345", "012 345", "012-345-678", "12 345 678", "5678", "០១២៣៤៥", "+855 12 345 678",
        "+855 12", "85512345678", "0961234567", "+33 6 12", "sok.phearak@ex", "@sok_ph",
        "អូរដំបង 1", "omal", "o'mal", "ថ្មគោល", "ថ្មគោល\u200b", "",
    ],
)  # fmt: skip
def test_found(typed):
    assert all(term in KEY for term in query_terms(typed))


@pytest.mark.parametrize("typed", ["sokha", "ចាន់", "999", "5679"])
def test_not_found(typed):
    assert not all(term in KEY for term in query_terms(typed))


def test_words_stand_alone_and_joined():
    assert search_key("SON Sreypov") == "son sreypov sonsreypov"
    assert search_key("", " ") == ""


@given(st.lists(st.text(), max_size=3), st.data())
def test_every_text_finds_its_own_record(texts, data):
    key = search_key(*texts)
    for text in texts:
        assert all(term in key for term in query_terms(text))


@pytest.mark.parametrize(
    ("text", "typed", "found"),
    [
        ("Sok Phearak", "pearak so", ["So", "Phearak"]),
        ("Sok Phearak", "sokpea", ["Sok Phea"]),
        ("Sok Khim", "kim", ["Khim"]),
        ("Phanna", "ph", ["Ph"]),
        ("Phanna", "pan", ["Phann"]),
        ("O'Mal Kéo", "omal keo", ["O'Mal", "Kéo"]),
        ("012 345 678", "012345", ["012 345"]),
        ("012 345 678", "+855 12", ["012"]),
        ("012 345 678", "0៣៤", []),
        ("ឃុំអូរដំបង ១", "អូរដំបង 1", ["អូរដំបង", "១"]),
        ("ស៊ន ស្រីពៅ", "សុនស្រី", []),
        ("ស៊ន ស្រីពៅ", "ស៊នស្រី", ["ស៊ន ស្រី"]),
        ("លោកស្រី សុខ ភារៈ", "ស", ["សុ"]),
        ("Sok", " ", []),
        ("", "a", []),
    ],
)
def test_what_is_highlighted(text, typed, found):
    assert [text[start:end] for start, end in found_in(text, typed)] == found


@given(st.text(max_size=30), st.text(max_size=10))
def test_highlights_are_parts_in_order(text, typed):
    ends = [place for span in found_in(text, typed) for place in span]
    assert ends == sorted(set(ends))
    assert not ends or 0 <= ends[0] <= ends[-1] <= len(text)
