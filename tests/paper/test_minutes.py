"""Minutes: all that was typed is in them, nothing confidential, nothing empty."""

from __future__ import annotations

import itertools
import re
from dataclasses import replace
from datetime import date

import pytest

from cspdesk.models.meetings import AgendaItem, Attendee, MeetingKind, MeetingRecord, Note
from cspdesk.models.people import Sex
from cspdesk.paper import minutes
from cspdesk.paper.blocks import Document, Heading, NumberedList, Paragraph, Signatures, Table
from tests.paper.records import (
    ACTIONS,
    AGENDA,
    EMPTY,
    HELD,
    MEETING,
    NOTES,
    VSG,
    attendee,
    printed,
    said,
    squeezed,
    texts,
    with_meeting,
)

LANGUAGES = pytest.mark.parametrize("language", ["km", "en"])


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def test_the_opening_is_worded_as_in_official_minutes() -> None:
    assert (
        "ឆ្នាំពីរពាន់ម្ភៃពីរ ខែធ្នូ ថ្ងៃទីដប់បី វេលាម៉ោង ០៨ និង ០០ នាទីព្រឹក"
        " នៅសាលប្រជុំសាលាខេត្ត ក្រុងបាត់ដំបង ខេត្តបាត់ដំបង"
        " បានបើកវេទិកាស្ដីពីភាពជាដៃគូ ក្រោមអធិបតីភាពលោក ងួន រតនៈ។"
    ) in said(minutes.compose(HELD, "km"))
    assert (
        "On 13 December 2022, at 08:00 in the morning, at សាលប្រជុំសាលាខេត្ត, Battambang"
        " Municipality, Battambang Province, “Forum on Partnership” was opened under the"
        " chairmanship of លោក ងួន រតនៈ."
    ) in said(minutes.compose(HELD, "en"))


def test_the_closing_names_the_hour() -> None:
    assert "វេទិកាបានបញ្ចប់នៅវេលាម៉ោង ១១ និង ៣០ នាទីព្រឹក ថ្ងៃ ខែ ឆ្នាំដដែល" in said(
        minutes.compose(HELD, "km")
    )
    record = with_meeting(kind=MeetingKind.DM_NETWORK)
    assert "The meeting ended at 11:30 in the morning" in said(minutes.compose(record, "en"))


def test_signatures_never_stand_on_a_page_of_their_own() -> None:
    for lines in range(1, 40):
        agenda = tuple(AgendaItem(title=f"ចំណុច {n}") for n in range(lines))
        pages = printed(minutes.compose(replace(HELD, agenda=agenda), "km"))
        assert squeezed("ថ្ងៃ ខែ ឆ្នាំដដែល") in pages[-1]


def test_participants_are_counted_and_their_groups_add_up() -> None:
    text = said(minutes.compose(HELD, "km"))
    assert "អ្នកចូលរួមសរុបចំនួន ២០នាក់ ស្រី ១១នាក់ (បញ្ជីវត្តមានភ្ជាប់)" in text
    english = said(minutes.compose(HELD, "en"))
    groups = re.findall(r"^[A-Z][^:\n]*: (\d+), women: (\d+)$", english, re.MULTILINE)
    assert [sum(map(int, numbers)) for numbers in zip(*groups, strict=True)] == [20, 11]
    assert "Sex not recorded: 3" in english
    assert all(int(total) for total, _women in groups), "a group of nobody is not listed"
    listed = next(b for b in minutes.compose(HELD, "en").blocks if isinstance(b, NumberedList))
    assert "Sex not recorded" not in "".join(texts(listed))


@LANGUAGES
def test_everything_typed_is_there_and_nothing_confidential(language: str) -> None:
    text = said(minutes.compose(HELD, language))
    typed = [
        MEETING.chair, MEETING.note_taker, MEETING.objective, MEETING.venue,
        *(t for item in AGENDA[1:] for t in (item.title, item.discussion, item.decision)),
        *(t for action in ACTIONS for t in (action.text, action.responsible)),
        *(t for n in NOTES[:2] for t in (n.text, n.raised_by, n.addressed_to, n.response)),
    ]  # fmt: skip
    assert not [wanted for wanted in typed if wanted not in text]
    secret = NOTES[2]
    assert not [t for t in (secret.text, secret.response, secret.raised_by) if t in text]


def test_a_confidential_note_alone_leaves_no_trace() -> None:
    quiet = replace(HELD, notes=NOTES[2:])
    assert minutes.compose(quiet, "km") == minutes.compose(replace(HELD, notes=()), "km")


def test_titles_of_a_template_follow_the_language_of_the_document() -> None:
    lists = [b for b in minutes.compose(HELD, "km").blocks if isinstance(b, NumberedList)]
    agenda = texts(lists[1])
    assert agenda[:4] == [
        "១.",
        "មតិស្វាគមន៍ និងមតិបើកកិច្ចប្រជុំ ដោយ Lim Vannary",
        "២.",
        "ការលើកឡើងបញ្ហា",
    ]


def test_the_table_follows_the_agenda_and_leaves_out_what_was_not_discussed() -> None:
    rows = [texts(row) for row in table(minutes.compose(HELD, "en")).rows]
    assert [row[0] for row in rows] == ["2.1", "2.2", "3", "4"]
    assert rows[0][1] == "ការលើកឡើងបញ្ហា:\nផ្លូវលំខូចខ្លាំង"
    assert rows[0][2] == "ឯកភាពជួសជុលផ្លូវ"
    assert rows[1][1].startswith("ខ្វះទឹកស្អាត\nRaised by: VSG · Raised to: មន្ទីរ · Sector: Social")
    assert rows[3][1] == "Other matters:\nGood practice: បណ្ណាល័យឃុំ"


def test_a_long_discussion_is_running_text_beside_its_decision_in_the_table() -> None:
    item = AgendaItem(title="ទឹក", discussion="ទឹកស្អាត " * 80, decision="ឯកភាព")
    document = minutes.compose(replace(HELD, agenda=(item,), notes=(), actions=()), "km")
    assert Paragraph(item.discussion.strip()) in document.blocks
    assert [[*row] for row in table(document).rows] == [["១", "ទឹក", "ឯកភាព", "", ""]]


def test_who_does_what_by_when_matches_the_agreed_points() -> None:
    document = minutes.compose(HELD, "en")
    row = texts(table(document).rows[0])
    assert row[3:] == ["b. សុខ ភារៈ\nc. មេឃុំ", "b. 05/01/2023"]
    points = [b for b in document.blocks if isinstance(b, NumberedList)][-1].items
    assert texts(points)[1::2] == [
        "ឯកភាពជួសជុលផ្លូវ",
        "សរសេរលិខិត (responsible: សុខ ភារៈ, deadline: 5 January 2023)",
        "ពិនិត្យផ្លូវ (responsible: មេឃុំ)",
        "ហៅទូរស័ព្ទ (deadline: 1 February 2023)",
    ]


def test_no_line_ends_inside_a_name() -> None:
    from cspdesk.khmer.breaks import break_opportunities
    from cspdesk.paper.wording import Wording

    name = Wording("km").kept("លោក ហេង សុវណ្ណារិទ្ធ Sok")
    found = break_opportunities(name)
    pieces = [0, *sorted(found.first | found.second), len(name)]
    lines = [name[a:b] for a, b in itertools.pairwise(pieces)]
    assert squeezed("|".join(lines)).replace("\u2060", "") == "លោក|ហេង|សុវណ្ណារិទ្ធ|Sok"


FILLED = ("on", "starts", "ends", "venue", "place", "chair", "note_taker", "objective", "number")
NOTHING = {"on": None, "starts": None, "ends": None}


@LANGUAGES
@pytest.mark.parametrize("missing", [*itertools.combinations(FILLED, 1), FILLED, FILLED[:5]])
def test_what_is_not_filled_in_leaves_no_hole(missing: tuple[str, ...], language: str) -> None:
    record = with_meeting(**{name: NOTHING.get(name, "") for name in missing})
    check_clean(minutes.compose(record, language))


@LANGUAGES
def test_minutes_of_nothing_are_a_form_to_fill_by_hand(language: str) -> None:
    document = minutes.compose(EMPTY, language)
    check_clean(document)
    assert table(document).row_height > 0
    assert "........." in said(document)
    assert printed(document)


def check_clean(document: Document) -> None:
    for part in texts(document.blocks):
        text = re.sub(r"\.{6,}", "…", part)
        assert "None" not in text
        assert "  " not in text
        assert not re.search(r"\(\s*\)|\{|\}| [,.។]|^[,.។ ]", text), text


def test_a_place_that_the_venue_names_is_not_named_again() -> None:
    record = with_meeting(venue="សាលប្រជុំ ក្រុងបាត់ដំបង", place="0203")
    opening = said(minutes.compose(record, "km"))
    assert "នៅសាលប្រជុំ ក្រុងបាត់ដំបង ខេត្តបាត់ដំបង បានបើក" in opening


def test_a_number_that_was_given_is_printed() -> None:
    assert "លេខ៖ ០២៤/២២ ក.ហ." in said(minutes.compose(with_meeting(number="០២៤/២២ ក.ហ."), "km"))
    assert "/22 MIN" in said(minutes.compose(HELD, "en"))


def test_minutes_of_twenty_pages_hold_every_word() -> None:
    agenda = tuple(
        AgendaItem(
            title=f"ចំណុចទី {n}",
            discussion=f"«{n}» " + "អង្គប្រជុំបានពិភាក្សាអំពីបញ្ហាផ្លូវ និងទឹកស្អាត។ " * 75,
            decision=f"សម្រេច «{n}»",
        )
        for n in range(20)
    )
    notes = tuple(Note(agenda_item_id=item.id, text=f"បញ្ហា «{item.title}»") for item in agenda)
    pages = printed(minutes.compose(replace(HELD, agenda=agenda, notes=notes), "km"))
    assert len(pages) >= 20
    everything = "".join(pages)
    short = [text for item in agenda for text in (item.title, item.decision)]
    assert not [text for text in short if squeezed(text) not in everything]
    assert everything.count("ពិភាក្សា") >= 20 * 75


@LANGUAGES
def test_the_printed_text_is_what_was_typed(language: str) -> None:
    everything = "".join(printed(minutes.compose(HELD, language)))
    items = [t for i in AGENDA[1:] for t in (i.title, i.discussion, i.decision)]
    wanted = [*items, MEETING.chair, MEETING.note_taker, MEETING.objective]
    assert not [text for text in wanted if squeezed(text) not in everything]


def test_a_chair_with_a_very_long_name_is_named_in_full() -> None:
    name = "ភារៈ" * 750
    everything = "".join(printed(minutes.compose(with_meeting(chair=name), "km")))
    assert everything.count("ភារៈ") >= 2 * 750


def one(sex: Sex) -> Attendee:
    return attendee("ក", "", sex, VSG)


def test_people_whose_sex_is_not_recorded_are_never_men() -> None:
    record = replace(HELD, attendees=(one(Sex.WOMAN), one(Sex.NOT_RECORDED)), headcounts=())
    text = said(minutes.compose(record, "en"))
    assert "Total participants: 2, of whom women: 1" in text
    assert "Sex not recorded: 1" in text


def test_a_date_in_another_year_is_spelled_too() -> None:
    assert "ឆ្នាំពីរពាន់ម្ភៃប្រាំមួយ ខែមីនា ថ្ងៃទីមួយ" in said(
        minutes.compose(with_meeting(on=date(2026, 3, 1)), "km")
    )


def test_the_lunar_date_stands_above_the_solar_one_where_it_is_wanted() -> None:
    solar = "ក្រុងបាត់ដំបង ថ្ងៃទី១៣ ខែធ្នូ ឆ្នាំ២០២២"
    reckoned = "ថ្ងៃអង្គារ ៥រោច ខែមិគសិរ ឆ្នាំខាល ចត្វាស័ក ព.ស.២៥៦៦"
    assert dates_signed(HELD) == [reckoned, solar]
    assert dates_signed(with_meeting(lunar_date="១៥កើត ពិសាខ")) == ["១៥កើត ពិសាខ", solar]
    without = replace(HELD, organisation=replace(HELD.organisation, lunar_date=False))
    assert dates_signed(without) == [solar]
    typed = replace(without, meeting=replace(MEETING, lunar_date="១៥កើត ពិសាខ"))
    assert dates_signed(typed) == ["១៥កើត ពិសាខ", solar]
    assert len(dates_signed(HELD, "en")) == 1


def dates_signed(record: MeetingRecord, language: str = "km") -> list[str]:
    blocks = minutes.compose(record, language).blocks
    signed = next(block for block in blocks if isinstance(block, Signatures))
    return list(signed.right.above)


def test_annexes_are_listed_after_the_attendance_list() -> None:
    annexes = "បទបង្ហាញ\n\n របាយការណ៍ \n"
    blocks = minutes.compose(with_meeting(annexes=annexes), "km").blocks
    at = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and "៥." in b.text)
    listed = blocks[at + 1]
    assert isinstance(listed, NumberedList)
    assert list(listed.items) == [("១.", "បញ្ជីវត្តមាន"), ("២.", "បទបង្ហាញ"), ("៣.", "របាយការណ៍")]
    assert "Annexes" not in said(minutes.compose(HELD, "en"))
