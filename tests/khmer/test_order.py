from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from cspdesk.khmer.fold import fold
from cspdesk.khmer.order import sort_key

# Each row is in the order of the CLDR collation for Khmer.
ROWS = [
    "កក កា កិ កី កុ កូ កេ កែ កៃ កោ កៅ កៅស៊ូ កុំ កុំព្យូទ័រ កំ កាំ កះ ក្ក ក្រ ក្រុង ខ",
    "យ រ រក ឫស ល វ ស ហ ឡ អ",
    "អា អិ ឥឡូវ អីវ៉ាន់ ឧត្តម ឯក អៃ ឱ អោង",
    "ធន ធម ធម្ម ធរ្ម ធម៌ ធល",
    "បន្ទប់ បាត់ដំបង ប៊ុន បុប្ផា ព",
    "1 2 ក ខ a b z",
]


def in_order(words):
    return all(sort_key(one) < sort_key(next_one) for one, next_one in pairwise(words))


def test_dictionary_order():
    for row in ROWS:
        assert in_order(row.split()), row


def test_a_shorter_word_and_a_space_come_first():
    words = ["សុខ", "សុខ ន", "សុខន", "សុខា"]
    assert in_order(words)


def test_signs_only_break_ties():
    words = ["ហង", "ហ៊ង", "ហងក"]
    assert in_order(words)


def test_a_leading_honorific_does_not_count():
    assert sort_key("លោកស្រី សុខ ភារៈ") == sort_key("សុខ ភារៈ")
    assert sort_key("Ms. SOK Phearak") == sort_key("sok phearak")


@given(st.text())
def test_lookalikes_sort_as_equals(text):
    assert sort_key(fold(text)) == sort_key(fold(fold(text)))
