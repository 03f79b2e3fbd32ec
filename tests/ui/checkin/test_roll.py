"""The roll: who two letters mean, and how many are here."""

from __future__ import annotations

from datetime import time

from cspdesk.models.meetings import (
    Attendance,
    Attendee,
    Headcount,
    Meeting,
    MeetingRecord,
    Presence,
)
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Institution, Person, Sex
from cspdesk.ui.checkin.roll import Roll, RollRow

VSG = Institution(name_km="អង្គការ វី អេស ជី", acronym="VSG")
NAMES = (("សុខ ចាន់ធី", "Sok Chanthy"), ("កែវ សុគន្ធា", "Keo Sokunthea"), ("ឈឹម ពិសិដ្ឋ", "Chhim Piseth"))


def roll(*names: tuple[str, str], invited: bool = True) -> Roll:
    people = [
        Person(name_km=khmer, name_latin=latin, sex=Sex.WOMAN, phones=(f"012 345 67{at}",))
        for at, (khmer, latin) in enumerate(names or NAMES)
    ]
    rows = [Attendee(Attendance(person_id=p.id, invited=invited), p, VSG) for p in people]
    return Roll.of(MeetingRecord(Meeting(), Organisation(), tuple(rows)))


def latin(rows: list[RollRow]) -> list[str]:
    return [row.person.name_latin for row in rows]


def test_names_that_begin_so_come_before_words_inside() -> None:
    assert latin(roll().find("sok")) == ["Sok Chanthy", "Keo Sokunthea"]
    assert latin(roll().find("សុ")) == ["Sok Chanthy", "Keo Sokunthea"]


def test_phone_acronym_and_joined_names_find() -> None:
    assert latin(roll().find("5672")) == ["Chhim Piseth"]
    assert latin(roll().find("chimpiset")) == ["Chhim Piseth"]
    assert len(roll().find("vsg")) == 3


def test_a_letter_or_two_inside_a_word_mean_nobody() -> None:
    assert latin(roll().find("it")) == []
    assert latin(roll().find("ise")) == ["Chhim Piseth"]


def test_nothing_typed_shows_all_in_the_order_of_the_sheet() -> None:
    assert [row.number for row in roll().find("  ")] == [1, 2, 3]


def test_those_still_awaited_come_first_among_equals() -> None:
    two = roll(("សុខ ក", "Sok A"), ("សុខ ខ", "Sok B"))
    two.mark(two.rows[0], Presence.PRESENT, time(8, 2))
    assert latin(two.find("sok")) == ["Sok B", "Sok A"]


def test_people_of_the_directory_follow_unless_they_are_on_the_list() -> None:
    here = roll()
    stranger = RollRow(Person(name_latin="Sok Dara"), None)
    found = here.find("sok", [RollRow(here.rows[0].person, None), stranger])
    assert latin(found) == ["Sok Chanthy", "Keo Sokunthea", "Sok Dara"]


def test_marking_somebody_of_the_directory_puts_them_on_the_list() -> None:
    here = roll()
    marked = here.mark(RollRow(Person(sex=Sex.MAN), None), Presence.PRESENT, time(8, 0))
    assert marked.number == 4
    assert here.rows[-1] == marked
    assert here.counts().men == 1


def test_counts_add_head_counts_and_name_those_whose_sex_is_missing() -> None:
    here = roll()
    here.headcounts = [Headcount(women=10, men=5)]
    for row in list(here.rows):
        here.mark(row, Presence.PRESENT, None)
    unknown = here.mark(RollRow(Person(), None), Presence.PRESENT, None)
    counts = here.counts()
    assert (counts.total, counts.women, counts.men, counts.not_recorded) == (19, 13, 5, 1)
    assert here.sex_unknown() == [unknown]


def test_numbers_are_those_of_the_printed_sheet() -> None:
    guest = Person(name_latin="Guest")
    invited = roll().rows[0]
    record = MeetingRecord(
        Meeting(),
        Organisation(),
        (
            Attendee(Attendance(person_id=guest.id, presence=Presence.PRESENT), guest, None),
            Attendee(Attendance(person_id=invited.person.id, invited=True), invited.person, VSG),
        ),
        institutions_invited=(VSG, Institution(name_km="គ្មានឈ្មោះ")),
    )
    rows = Roll.of(record).rows
    assert [(row.person.name_latin, row.number) for row in rows] == [
        ("Sok Chanthy", 1),
        ("Guest", 3),
    ]
