"""Requests and free letters, in the order and wording of official letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest

from cspdesk.models.letters import Asking, Letter, LetterKind
from cspdesk.models.meetings import Meeting
from cspdesk.models.organisation import Organisation, Signatory
from cspdesk.paper.blocks import Document, NumberedList, Paragraph, Signatures
from cspdesk.paper.letter import compose, default_body
from tests.paper.records import MEETING, ORGANISATION, printed, said, squeezed

NETWORK = replace(
    ORGANISATION,
    number_km="{number}/{yy} ប.អ.",
    number_en="{number}/{yy} NPDP",
    signatories=(
        Signatory("លោក ស៊ន ដារ៉ា", "Mr Son Dara", "ប្រធានបណ្ដាញ", "Chair of the Network"),
        Signatory("លោកស្រី ចាន់ ធីតា", "Ms Chan Thida", "អនុប្រធាន", "Deputy Chair"),
    ),
)
DAY = date(2022, 12, 1)


def request(**fields: Any) -> Letter:
    return Letter(**{"kind": LetterKind.REQUEST, "on": DAY, **fields})


def free(**fields: Any) -> Letter:
    return Letter(**{"on": DAY, **fields})


def labels(document: Document) -> dict[str, str]:
    lists = [block for block in document.blocks if isinstance(block, NumberedList)]
    return dict(lists[0].items) if lists else {}


def paragraphs(document: Document) -> list[str]:
    return [block.text for block in document.blocks if isinstance(block, Paragraph)]


def signed(document: Document) -> tuple[list[str], str, list[str]]:
    (block,) = [block for block in document.blocks if isinstance(block, Signatures)]
    assert block.right is not None
    return list(block.right.above), block.right.role, list(block.right.below)


def test_the_parts_of_a_letter_stand_in_their_order() -> None:
    letter = free(
        number="012/22",
        place="Battambang",
        addressee="Mr Sok Phearak, Director\nVillage Support Group",
        subject="Thanks",
        reference="Your letter of May",
        enclosures="Two photographs",
        body="Thank you.",
        contact="012 345 678",
    )
    text = said(compose(letter, NETWORK, "en"))
    parts = (
        "Kingdom of Cambodia", "Network of Battambang", "No.: 012/22", "To:", "Village Support",
        "Subject:", "Thanks", "Reference:", "Enclosures:", "Dear Mr Sok Phearak,", "Thank you.",
        "please contact: 012 345 678", "Yours sincerely,", "Battambang, 1 December 2022",
        "Chair of the Network", "Mr Son Dara",
    )  # fmt: skip
    places = [text.index(part) for part in parts]
    assert places == sorted(places)


def test_a_free_letter_has_only_what_was_typed() -> None:
    document = compose(free(body="One\n\nTwo", national_header=False), Organisation(), "en")
    assert labels(document) == {}
    assert paragraphs(document) == ["One", "Two"]
    assert "Kingdom" not in said(document)


def test_a_letter_without_a_text_has_room_to_write() -> None:
    (written,) = paragraphs(compose(free(), NETWORK, "en"))
    assert set(written) == {".", "\n"}


@pytest.mark.parametrize(
    ("asks_for", "says"),
    [
        (Asking.PERMISSION, "permission to hold"),
        (Asking.VENUE, "to use this venue"),
        (Asking.PARTICIPATION, "send a representative"),
    ],
)
def test_a_request_says_what_is_asked_for_when_and_where(asks_for: Asking, says: str) -> None:
    document = compose(request(asks_for=asks_for), NETWORK, "en", meeting=MEETING)
    assert "Forum on Partnership" in labels(document)["Subject:"]
    text = said(document)
    assert says in text
    assert "Tuesday 13 December 2022, from 8:00 a.m. to 11:30 a.m., at សាលប្រជុំសាលាខេត្ត" in text


def test_what_is_not_known_is_left_to_be_written_by_hand() -> None:
    document = compose(Letter(kind=LetterKind.REQUEST), Organisation(), "en", meeting=Meeting())
    text = said(document)
    for part in ("No.: ...", " on ...", "at ...", "contact: ...", "Date: ..."):
        assert part in text
    without_meeting = compose(Letter(kind=LetterKind.REQUEST), Organisation(), "en")
    assert set(labels(without_meeting)["Subject:"]) == {"."}


def test_a_number_not_yet_given_follows_the_pattern() -> None:
    assert "/22 NPDP" in said(compose(free(), NETWORK, "en"))
    assert "/២២ ប.អ." in said(compose(free(language="km"), NETWORK, "km"))
    assert "/2" not in said(compose(Letter(), NETWORK, "en"))


def test_who_signs_is_named_in_the_language_of_the_document() -> None:
    second = free(signatory_name="លោកស្រី ចាន់ ធីតា", signatory_role="អនុប្រធាន")
    assert signed(compose(second, NETWORK, "en"))[1:] == ("Deputy Chair", ["Ms Chan Thida"])
    typed = free(signatory_name="Ms Deputy", signatory_role="Acting Chair")
    assert signed(compose(typed, NETWORK, "km"))[1:] == ("Acting Chair", ["Ms Deputy"])
    assert signed(compose(free(), NETWORK, "km"))[1:] == ("ប្រធានបណ្ដាញ", ["លោក ស៊ន ដារ៉ា"])
    nobody = signed(compose(free(), Organisation(), "en"))
    assert set(nobody[1]) == {"."}
    assert nobody[2] == ["(signature, seal and name)"]


def test_the_lunar_date_stands_above_the_solar_one_in_khmer() -> None:
    above, _role, _name = signed(compose(free(place="បាត់ដំបង"), NETWORK, "km"))
    assert above[0].endswith("ព.ស.២៥៦៦")
    assert above[1].startswith("បាត់ដំបង ")
    typed = signed(compose(free(lunar_date="ថ្ងៃវាយដៃ"), NETWORK, "km"))[0]
    assert typed[0] == "ថ្ងៃវាយដៃ"
    assert len(signed(compose(free(), replace(NETWORK, lunar_date=False), "km"))[0]) == 1
    assert len(signed(compose(free(), NETWORK, "en"))[0]) == 1


def test_the_usual_wording_can_be_taken_and_changed() -> None:
    letter = request(addressee="H.E. Sok, Governor")
    body = default_body(letter, NETWORK, "en", meeting=MEETING)
    assert "Network of Battambang plans to hold" in body
    started = replace(letter, body=body.replace("respectfully", "kindly"))
    text = said(compose(started, NETWORK, "en", meeting=MEETING))
    assert "kindly ask" in text
    assert "respectfully ask" not in text
    assert default_body(free(), NETWORK, "en") == ""


@pytest.mark.parametrize(
    ("first_line", "greeting"),
    [
        ("H.E. Sok Lou, Governor", "Your Excellency,"),
        ("Ms. Lim Vannary", "Dear Ms. Lim Vannary,"),
        ("ឯកឧត្តម សុខ លូ", "Your Excellency,"),
        ("The Governor", "Dear Sir or Madam,"),
        ("លោក សុខ", "Dear Sir or Madam,"),
        ("Mr René Müller", "Dear Mr René Müller,"),
        ("H.E. Dr. Lim Vannary", "Your Excellency,"),
    ],
)
def test_an_english_letter_greets_as_the_address_does(first_line: str, greeting: str) -> None:
    assert greeting in paragraphs(compose(free(addressee=first_line), NETWORK, "en"))
    assert greeting not in paragraphs(compose(free(addressee=first_line), NETWORK, "km"))


@pytest.mark.parametrize(
    ("first_line", "title"),
    [
        ("លោកស្រី លឹម វណ្ណារី", "លោកស្រី"),
        ("លោក លោកស្រី តំណាងស្ថាប័នសមាជិក", "លោក លោកស្រី"),
        ("លោក/លោកស្រី អភិបាលស្រុក", "លោក លោកស្រី"),
    ],
)
def test_a_khmer_letter_calls_its_addressee_as_the_address_does(
    first_line: str, title: str
) -> None:
    closing = paragraphs(compose(free(addressee=first_line), NETWORK, "km"))[-1]
    assert closing.startswith(f"សូម{title} ទទួល")


def test_blank_lines_part_the_paragraphs_of_a_letter() -> None:
    text = "First line\nsecond line\n\n \nNext paragraph\n"
    document = compose(free(body=text, subject="Report"), NETWORK, "en")
    assert paragraphs(document) == ["First line\nsecond line", "Next paragraph"]
    assert labels(document) == {"Subject:": "Report"}
    assert "Report" in document.title
    assert squeezed("Next paragraph") in printed(document)[0]


def test_lines_are_paragraphs_where_no_line_is_blank() -> None:
    assert paragraphs(compose(free(body="ក\n  ខ\nគ"), NETWORK, "km"))[:3] == ["ក", "ខ", "គ"]


def test_a_letter_ends_with_the_contact_in_khmer_and_with_the_formula_in_english() -> None:
    ends = {}
    for language in ("km", "en"):
        document = compose(request(contact="012 345 678", body="-"), NETWORK, language)
        texts = [block for block in document.blocks if isinstance(block, Paragraph)]
        assert texts[-1].keep_with_next, "no signature stands on a page alone"
        ends[language] = ["012 345 678" in block.text for block in texts[-2:]]
    assert ends == {"km": [False, True], "en": [True, False]}


def test_a_typed_lunar_date_stands_also_where_none_is_reckoned() -> None:
    plain = replace(NETWORK, lunar_date=False)
    assert len(signed(compose(free(), plain, "km"))[0]) == 1
    assert signed(compose(free(lunar_date="១៥កើត"), plain, "km"))[0][0] == "១៥កើត"


@pytest.mark.parametrize(
    ("hour", "said_as"), [(0, "១២:០០ ព្រឹក"), (16, "០៤:០០ រសៀល"), (17, "០៥:០០ ល្ងាច")]
)
def test_the_part_of_the_day_is_said(hour: int, said_as: str) -> None:
    meeting = Meeting(starts=time(hour))
    assert said_as in said(compose(request(), NETWORK, "km", meeting=meeting))
