from hypothesis import example, given
from hypothesis import strategies as st

from cspdesk.khmer.text import clean, clean_line


def test_invisible_characters_go_and_spelling_stays():
    assert clean_line("\ufeff ភាសា\u200bខ្មែរ\u200d ") == "ភាសាខ្មែរ"
    assert clean("\ufeff ភាសា\u2060ខ្មែរ\u200d ") == "ភាសាខ្មែរ"
    assert clean("ស្រ្តី") == "ស្រ្តី"
    assert clean("ឲ្យ") == "ឲ្យ"


def test_running_text_keeps_the_breaks_that_were_typed():
    assert clean("ភាសា\u200bខ្មែរ") == "ភាសា\u200bខ្មែរ"
    assert (
        clean("\u200bភាសា\u200b\u200bខ្មែរ \u200b ល្អ\u200b\nណាស់\u200b") == "ភាសា\u200bខ្មែរ  ល្អ\nណាស់"
    )


def test_line_ends_become_one_kind_and_controls_go():
    assert clean("one\r\ntwo\rthree\u2028four\x00\x1f") == "one\ntwo\nthree\nfour"
    assert clean_line("one\r\n  two\tthree\u00a0four") == "one two three four"


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert clean_line(clean_line(text)) == clean_line(text)


@given(st.text(alphabet=st.characters(min_codepoint=0x1780, max_codepoint=0x17F9)))
@example("\u17dd\u17d2")
def test_no_khmer_character_is_lost(text):
    # Unicode has one order for a coeng beside an atthacan, two marks that no word has.
    assert sorted(clean(text)) == sorted(text)
    assert "\u17dd" in text or clean(text) == text
