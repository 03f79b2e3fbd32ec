from __future__ import annotations

from itertools import accumulate

import pytest

from cspdesk.khmer.breaks import LineBreaks, Rank
from cspdesk.khmer.clusters import clusters, is_khmer
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.styles import MM, justified
from cspdesk.paper.pdf.typeset import Line, split_lines, typeset, wrap
from tests.paper.texts import MINUTES, UDHR

BODY = font_set().body()
ARTICLE_1 = (
    "មនុស្ស|ទាំងអស់| |កើត|មក|មាន|សេរីភាព| |និង|សមភាព| |ក្នុង|ផ្នែក|សេចក្ដី|ថ្លៃថ្នូរ|និង|សិទ្ធិ|។| |"
    "មនុស្ស| |មាន|វិចារណញ្ញាណ|និង|សតិសម្បជញ្ញៈ|ជាប់|ពី|កំណើត| |ហើយ|គប្បី|ប្រព្រឹត្ត|ចំពោះ|គ្នា|ទៅ|វិញ|ទៅ|មក| |"
    "ក្នុង|ស្មារតី|ភាតរភាព|ជា|បង|ប្អូន|។"
)


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


def ends(text: str, width: float) -> list[int]:
    """Offsets where lines of ``text`` end at ``width`` mm, the last one left out."""
    lengths = [len(written(line)) for line in wrap(text, BODY, width * MM)]
    return list(accumulate(lengths))[:-1]


@pytest.mark.parametrize("width", [170, 76, 50, 40])
def test_lines_end_between_words(width: float) -> None:
    """Article 1 of the declaration, its words set apart by hand."""
    text = ARTICLE_1.replace("|", "")
    words = set(accumulate(map(len, ARTICLE_1.split("|"))))
    for start in range(0, len(text), 7):
        begin = min(at for at in words | {0} if at >= start)
        assert {begin + at for at in ends(text[begin:], width)} <= words


@pytest.mark.parametrize("width", [170, 76])
def test_hardly_a_line_ends_where_the_two_opinions_differ(width: float) -> None:
    unsure = every = 0
    for text in filter(None, UDHR.splitlines()):
        breaks = LineBreaks(text)
        for at in ends(text, width):
            if is_khmer(text[at - 1]) and is_khmer(text[at]):
                every += 1
                unsure += breaks.rank(at) is not Rank.WORD
    assert every > 50
    assert unsure <= 0.01 * every


@pytest.mark.parametrize("width", range(24, 90, 6))
def test_names_of_places_stay_whole(width: float) -> None:
    names = ["ផ្សារដេប៉ូ", "ព្រះសីហនុ", "ត្បូងឃ្មុំ", "បន្ទាយមានជ័យ", "ឧត្ដរមានជ័យ"]
    text = "នៅសង្កាត់{}និងខេត្ត{}ព្រមទាំងខេត្ត{}ហើយនឹងខេត្ត{}ដែលនៅជិតខេត្ត{}គឺល្អ".format(*names)
    found = ends(text, width)
    for name in names:
        start = text.index(name)
        assert not [at for at in found if start < at < start + len(name)]


@pytest.mark.parametrize("text", ["កម្ពុ\u200bជា", "012\u200b345", "ខេត្តព្រះសី\u200bហនុ"])
def test_a_typed_break_wins_and_never_prints(text: str) -> None:
    width = typeset(text, BODY).width - 1
    assert list(map(written, wrap(text, BODY, width))) == text.split("\u200b")


@pytest.mark.parametrize(
    "text",
    [
        "ក" * 10_000,
        "\u17d2" * 10_000,
        "ក្" * 5_000,
        "ខ\u200b\u200d" * 3_000,
        "👩\u200d👧" * 2_000,
        "".join(map(chr, [*range(0x1780, 0x1800), *range(0x19E0, 0x1A00)])) * 60,
        f"https://example.org/{'a' * 300}",
    ],
    ids=["letter", "coeng", "letter-coeng", "typed-breaks", "emoji", "block", "address"],
)
def test_hostile_paragraphs_fit(text: str) -> None:
    lines = wrap(text, BODY, 170 * MM)
    assert max(line.width for line in lines) <= 170 * MM
    shown = text.replace("\u200b", "")
    assert "".join(map(written, lines)).replace("\u200b", "") == shown


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


def test_the_last_line_reaches_past_the_indent_of_the_next_paragraph() -> None:
    words = ["បណ្ដាញអង្គការ", "សមាគម", "ខេត្តបាត់ដំបង"]
    for count in range(12, 60):
        lines = wrap(" ".join(words[n % 3] for n in range(count)), BODY, 400, indent=60)
        assert len(lines) == 1 or lines[-1].width > 60
        assert all(line.width <= 400 for line in lines)
