from __future__ import annotations

import sys
from itertools import accumulate

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cspdesk.khmer.breaks import break_opportunities
from cspdesk.khmer.clusters import clusters

HOSTILE = st.text(
    st.sampled_from(
        [chr(c) for c in range(0x1780, 0x1800)] + list(" a1.,()/-\u200b\u200d\u2060\u00a0👩")
    ),
    max_size=60,
)


def marked(text: str, names: frozenset[str] = frozenset()) -> str:
    """Write first choices as |, second ones as ^, last ones as ~."""
    found = break_opportunities(text, names)
    signs = [(found.first, "|"), (found.second, "^"), (found.last, "~")]
    return "".join(
        next((sign for offsets, sign in signs if at in offsets), "") + character
        for at, character in enumerate(text)
    )


@pytest.mark.parametrize(
    "expected",
    [
        "របស់|ផ្សេងៗ|ទៀត",
        "របស់|ផ្សេង ៗ |ទៀត",
        "ប្រជាជន ។ |បន្ទាប់",
        "ប្រជាជន\u200b។ |បន្ទាប់",
        "ប្រធានបទ ៖ |ការប្រជុំ",
        "កាល|កំណត់៖ |ថ្ងៃទី~៣១",
        "ថា|«សួស្តី»|ហើយ",
        "ថា |« សួស្តី » |ហើយ",
        "ចំនួន^៧៥%^នៃ|ប្រជាជន",
        "ម៉ោង^១២:៣០^នាទី",
        "លេខ |012 ~345 ~678 |របស់",
        "លេខ |+855 ~23 ~456 ~789 |របស់",
        "ថ្ងៃទី~១៤^ខែតុលា|ឆ្នាំ^២០២៥",
        "អង្គការ |UNICEF^និង^WASH^កម្ពុជា",
        "ភាសា\u200b|ខ្មែរ",
        "ស្រុក|ព្រៃនប់\u2060ខេត្ត",
        "USD ~1,250.50 |(៥.១២៥.០០០៛) |ត្រូវ",
        "info@~example.~org |និង",
        "ហត្ថលេខា/|ស្នាម|មេដៃ",
        "self-^help |word(s) |“a |b” |end.",
        "ប្រជាជន  ។ |បន្ទាប់",
        "ម៉ោង |08:30 |ដល់ |៨ : ~៣០ |ព្រឹក",
        "ល.រ |ឈ្មោះ",
        "ព.ស.២៥៦៩^ត្រូវ|នឹង |ព.ស. ~២៥៦៩",
        "ឯ. ~ឧ. |សុខ |ឯ.ឧ. |សុខ",
        "គ.ជ.ប |បាន|បញ្ជាក់",
        "(+855) ~12 ~345 ~678 |ទូរស័ព្ទ |+855 ~(0)12 ~345 ~678",
        "ចំនួន |1 ~250 ~000 ~រៀល|ក្នុង",
        "ក. |គម្រោង",
        "012\u200b|345 ~678",
    ],
)
def test_rules(expected: str) -> None:
    text = expected.translate(dict.fromkeys(map(ord, "|^~")))
    assert marked(text) == expected


@settings(max_examples=60, deadline=None)
@given(HOSTILE)
def test_no_break_lies_inside_a_cluster_or_before_a_sign(text: str) -> None:
    found = break_opportunities(text)
    boundaries = set(accumulate(map(len, clusters(text))))
    every = found.first | found.second | found.last
    assert every <= boundaries
    assert all(0 < at < len(text) and text[at] not in "។៕ៗ៖!?)» " for at in every)


def test_a_long_text_without_a_space_is_split_by_words() -> None:
    text = "ស្វ័យប្រវត្តិកម្ពុជា" * 2000
    assert len(break_opportunities(text).first) > 2000


def test_joiners_inside_a_word_hide_no_word_end() -> None:
    assert marked("រដ្ឋាភិបាល\u200dនិង") == "រដ្ឋាភិបាល\u200d|និង"
    assert marked("សាលា\u200cរៀន\u200cនិង") == "សាលា\u200cរៀន\u200c|និង"


def test_names_are_not_broken_inside() -> None:
    names = frozenset({"ផ្សារដេប៉ូ", "អ បួនលើ"})
    assert marked("សង្កាត់ផ្សារដេប៉ូនិង") == "សង្កាត់|ផ្សារ|ដេប៉ូ|និង"
    assert marked("សង្កាត់ផ្សារដេប៉ូនិង", names) == "សង្កាត់|ផ្សារដេប៉ូ|និង"
    assert "អ បួនលើ|" in marked("ឃុំអ បួនលើនិងស្រុក", names)
    assert marked("ផ្សារ\u200bដេប៉ូ", names) == "ផ្សារ\u200b|ដេប៉ូ"


def test_without_the_model_the_list_is_a_second_choice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "khmercut", None)
    break_opportunities.cache_clear()
    assert marked("ភាសានិងសាលា") == "ភាសា^និង^សាលា"
    break_opportunities.cache_clear()
