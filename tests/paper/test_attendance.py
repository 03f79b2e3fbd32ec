"""The attendance sheet, before a meeting and after it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from cspdesk.models.meetings import MeetingRecord
from cspdesk.models.people import Sex
from cspdesk.paper import attendance
from cspdesk.paper.blocks import Chart, Document, Table
from tests.paper.records import (
    COUNCIL,
    EMPTY,
    HELD,
    attendee,
    printed,
    said,
    squeezed,
    texts,
    with_meeting,
)


def table(document: Document) -> Table:
    return next(block for block in document.blocks if isinstance(block, Table))


def before(record: MeetingRecord, language: str = "km", **options: object) -> Document:
    return attendance.compose(record, language, **options)  # type: ignore[arg-type]


def after(record: MeetingRecord, language: str = "km", **options: bool) -> Document:
    return attendance.compose_attended(record, language, **options)


def test_before_the_meeting_the_invited_come_first_then_room_for_others() -> None:
    rows = table(before(HELD, blank_rows=5)).rows
    assert [row[1] for row in rows[:4]] == ["សុខ ភារៈ", "ឯកឧត្តម លឹម វណ្ណារី", "ឃឹម ណារ៉ុង", ""]
    assert rows[3][5] == "មន្ទីរផែនការ"  # invited, but nobody of it by name
    assert [row[0] for row in rows] == list("១២៣៤៥៦៧៨៩")
    assert all(not any(row[1:]) for row in rows[4:])


def test_rows_that_fill_the_page_go_on_with_the_numbers() -> None:
    filled = table(before(HELD, "en"))
    numbers = [row[0] for row in (*filled.rows, *filled.spare)]
    assert numbers == [str(n) for n in range(1, len(numbers) + 1)]
    assert not table(before(HELD, fill_page=False)).spare
    assert not table(after(HELD)).spare


def test_before_the_meeting_there_is_room_to_sign() -> None:
    sheet = table(before(HELD))
    assert sheet.row_height >= 9.5
    assert sheet.columns[-1].title == "ហត្ថលេខា/ស្នាមមេដៃ"
    fixed = sum(column.width for column in sheet.columns)
    assert 297 - 30 - fixed >= 35
    assert not any(row[-1] for row in sheet.rows)
    assert "........." in said(before(HELD))


def room_to_sign(document: Document) -> tuple[int, float]:
    """How many columns share what the others leave, and how wide each is in mm."""
    columns = table(document).columns
    signed = [column for column in columns if not column.width]
    return len(signed), (267 - sum(column.width for column in columns)) / len(signed)


@pytest.mark.parametrize("phones", [True, False])
@pytest.mark.parametrize("half_days", [True, False])
@pytest.mark.parametrize("days", [1, 2, 3, 4, 5])
def test_every_day_has_its_column_and_room_for_a_thumb(
    days: int, half_days: bool, phones: bool
) -> None:
    document = before(HELD, days=days, half_days=half_days, phones=phones)
    count, room = room_to_sign(document)
    assert count == days * (1 + half_days)
    assert room >= 17
    assert table(document).row_height >= (9.5 if room >= 24 else 12)
    assert all(len(row) == len(table(document).columns) for row in table(document).rows)
    name, institution = table(document).rows[0][1], table(document).rows[3]
    assert name == "សុខ ភារៈ"
    assert "មន្ទីរផែនការ" in institution


def test_what_gives_way_to_signatures_goes_in_a_known_order() -> None:
    def titles(**options: object) -> list[str]:
        return [column.title for column in table(before(HELD, "en", **options)).columns]

    assert "Age" in titles(days=2)
    assert {"Age", "Position"} & set(titles(days=3)) == {"Position"}
    assert {"Position", "Phone number"} & set(titles(days=4)) == {"Phone number"}
    assert "Phone number" not in titles(days=5)
    assert titles(days=2, half_days=True)[-4:] == [
        "13/12\na.m.", "13/12\np.m.", "14/12\na.m.", "14/12\np.m."
    ]  # fmt: skip


def test_the_last_days_of_the_calendar_break_nothing() -> None:
    assert before(with_meeting(on=date(9999, 12, 30)), days=5)


def test_a_year_of_birth_after_the_meeting_is_no_age() -> None:
    unborn = replace(HELD, attendees=(attendee("ក", birth_year=2023),))
    assert "-" not in "".join(table(before(unborn)).rows[0])


def test_a_sheet_of_several_days_says_from_when_to_when() -> None:
    assert "13 December 2022 to 15 December 2022" in said(before(HELD, "en", days=3))
    undated = table(before(with_meeting(on=None), days=2))
    assert all("..." in column.title for column in undated.columns[-2:])


def test_the_code_at_the_foot_is_that_of_the_meeting() -> None:
    assert before(HELD).page.code == HELD.meeting.sheet_code == after(HELD).page.code


def test_the_columns_are_those_of_the_model() -> None:
    titles = [column.title for column in table(before(HELD)).columns]
    assert titles == [
        "ល.រ",
        "គោត្តនាម និងនាម",
        "ភេទ",
        "អាយុ",
        "តួនាទី",
        "ស្ថាប័ន/អង្គភាព",
        "លេខទូរស័ព្ទ",
        "ហត្ថលេខា/ស្នាមមេដៃ",
    ]


def test_age_is_that_of_the_year_of_the_meeting() -> None:
    assert table(before(HELD, "en")).rows[0][3] == "42"
    assert table(before(with_meeting(on=None), "en")).rows[0][3] == ""


def test_a_sheet_for_the_room_has_no_phones_and_no_ages() -> None:
    document = before(HELD, phones=False)
    assert "012" not in said(document)
    assert "៤២" not in said(document)
    assert len({len(table(document).columns), *map(len, table(document).rows)}) == 1


def test_after_the_meeting_only_those_who_came_are_listed() -> None:
    rows = table(after(HELD, "en")).rows
    assert [row[1] for row in rows] == ["Sok Phearak", "H.E. Lim Vannary", "Chan Dara"]
    assert rows[0][-1] == "08:05"
    assert "ឃឹម ណារ៉ុង" not in said(after(HELD))


def test_after_the_meeting_the_counts_add_up() -> None:
    assert (
        "Total participants: 20 · Women: 11 · Men: 6 · Sex not recorded: 3 ·"
        " Institutions represented: 2"
    ) in said(after(HELD, "en"))
    assert "អ្នកចូលរួមសរុប៖ ២០នាក់ ស្រី ១១នាក់" in said(after(HELD))
    assert "សិស្ស៖ ១៧នាក់ ស្រី ១០នាក់" in said(after(HELD))


def test_the_summary_by_kind_adds_up_to_the_total() -> None:
    summary = [block for block in after(HELD, "en").blocks if isinstance(block, Table)][1]
    assert summary.rows == [
        ["NGO", "1", "0", "1", "0", "1"],
        ["Administration", "1", "1", "0", "0", "1"],
        ["Without an institution", "0", "0", "0", "1", "1"],
        ["Participants counted without names", "0", "10", "5", "2", "17"],
    ]
    assert summary.totals == ["Total", "2", "11", "6", "3", "20"]
    sums = [sum(int(row[at]) for row in summary.rows) for at in range(1, 6)]
    assert [str(n) for n in sums] == list(summary.totals[1:])


def test_the_chart_has_a_bar_for_each_kind_and_a_part_for_each_sex() -> None:
    (chart,) = (block for block in after(HELD).blocks if isinstance(block, Chart))
    assert len(chart.labels) == len(chart.values) == 4
    assert [sum(parts) for _name, parts in chart.series] == [11, 6, 3]
    assert chart.values[-1] == "១៧"
    assert not any(isinstance(b, Chart) for b in after(HELD, by_kind=False).blocks)
    assert not any(isinstance(b, Chart) for b in after(EMPTY).blocks)


def test_the_country_stands_above_only_if_the_meeting_says_so() -> None:
    nation = "ព្រះរាជាណាចក្រកម្ពុជា"
    assert nation in said(before(HELD))
    assert nation not in said(before(with_meeting(national_header=False)))
    assert "បណ្ដាញអង្គការ" in said(before(with_meeting(national_header=False)))


@pytest.mark.parametrize("language", ["km", "en"])
@pytest.mark.parametrize("attended", [False, True])
def test_an_empty_meeting_gives_a_sheet_without_rubbish(language: str, attended: bool) -> None:
    document = after(EMPTY, language) if attended else before(EMPTY, language)
    assert "None" not in said(document)
    assert "  " not in said(document)
    assert all(text == text.strip() for text in texts(document.blocks))
    assert printed(document)


def test_330_people_are_all_on_paper_and_the_header_on_every_page() -> None:
    people = tuple(
        attendee(f"សុខ ភារៈ {n:03}", f"Sok {n:03}", Sex.WOMAN, COUNCIL) for n in range(330)
    )
    document = after(replace(HELD, attendees=people, headcounts=()), "en")
    pages = printed(document)
    everything = "".join(pages)
    assert all(f"Sok{n:03}" in everything for n in range(330))
    assert "Totalparticipants:330·Women:330" in everything
    assert all("Surnameandgivenname" in page for page in pages)
    assert f"Page2of{len(pages)}" in pages[1]


def test_a_very_long_name_is_never_cut() -> None:
    name = "សុខភារៈ " * 375
    person = attendee(name.strip(), "", Sex.MAN, COUNCIL)
    pages = printed(after(replace(HELD, attendees=(person,))))
    assert "".join(pages).count("សុខភារៈ") == squeezed(name).count("សុខភារៈ") == 375


def test_a_sheet_without_names_has_as_many_rows_to_write_in() -> None:
    named, blank = (table(before(HELD, names=names)) for names in (True, False))
    assert len(blank.rows) == len(named.rows)
    assert not any(cell for row in blank.rows for cell in row[1:])
    assert [row[0] for row in blank.rows] == [row[0] for row in named.rows]
