"""The documents by their names."""

from __future__ import annotations

from datetime import date

import pytest

from cspdesk.db import attendance, meetings, people
from cspdesk.db.directory import Query
from cspdesk.db.settings import change_organisation
from cspdesk.db.store import Store
from cspdesk.models.letters import Letter, LetterKind
from cspdesk.models.meetings import ActionPoint, Meeting
from cspdesk.models.people import Institution, InstitutionKind, Person
from cspdesk.paper.blocks import Table
from cspdesk.paper.documents import DOCUMENTS, compose, compose_directory
from cspdesk.paper.wording import DOTS
from tests.paper.records import printed, said


@pytest.fixture
def meeting(store: Store) -> Meeting:
    made = meetings.add_meeting(store, Meeting(title_en="Forum", on=date(2022, 12, 13)), [])
    place = store.insert(Institution(name_latin="Village Group", place="0203"))
    person = people.add_person(store, Person(name_latin="Sokha"), place.id)
    attendance.invite_person(store, made.id, person.id)
    store.insert(ActionPoint(meeting_id=made.id, text="Write the letter"))
    return made


@pytest.mark.parametrize("language", ["km", "en"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_each_is_printed_of_a_meeting(
    store: Store, meeting: Meeting, name: str, language: str
) -> None:
    document = compose(store, name, meeting.id, language)
    assert document.language == language
    assert printed(document)


@pytest.mark.parametrize("name", ["contacts", "followup", "labels", "envelopes"])
def test_some_are_printed_of_everything(store: Store, meeting: Meeting, name: str) -> None:
    text = said(compose(store, name, "", "en"))
    assert "Write the letter" in text or "Village Group" in text


def test_the_sheet_of_institutions_is_to_be_signed_until_somebody_came(
    store: Store, meeting: Meeting
) -> None:
    assert "Signature / thumbprint" in said(compose(store, "institutions", meeting.id, "en"))
    someone = people.list_people(store)[0].person.id
    attendance.mark(store, meeting.id, someone)
    assert "Signature / thumbprint" not in said(compose(store, "institutions", meeting.id, "en"))


def test_follow_up_is_of_one_meeting_or_of_all(store: Store, meeting: Meeting) -> None:
    other = meetings.add_meeting(store, Meeting(title_en="Other"), [])
    store.insert(ActionPoint(meeting_id=other.id, text="Call the province"))
    one = said(compose(store, "followup", meeting.id, "en"))
    both = said(compose(store, "followup", meeting.id, "en", everything=True))
    assert "Call the province" not in one
    assert "Call the province" in both
    assert "Call the province" in said(compose(store, "followup", "", "en"))


def test_a_filtered_directory_says_what_it_is_filtered_by(store: Store, meeting: Meeting) -> None:
    store.insert(Institution(name_latin="Elsewhere", place="0204"))
    query = Query(district="0203", kind=InstitutionKind.OTHER)
    document = compose_directory(
        store, "contacts", "en", query, of_people=False, on=date(2023, 1, 1)
    )
    assert "Elsewhere" not in said(document)
    assert "Battambang" in said(document)
    assert "Other" in said(document)
    assert "1 January 2023" in said(document)
    labels = compose_directory(store, "labels", "en", Query(), of_people=True)
    assert "Sokha" in said(labels)


def test_a_letter_is_typeset_from_a_text(store: Store) -> None:
    document = compose(store, "letter", "", "km", text="សូមជម្រាបជូន", subject="ការអញ្ជើញ")
    assert "សូមជម្រាបជូន" in said(document)
    assert "ការអញ្ជើញ" in said(document)


def test_an_invitation_says_what_was_written_for_the_meeting(
    store: Store, meeting: Meeting
) -> None:
    assert "Sokha" in said(compose(store, "invitation", meeting.id, "en"))
    store.insert(
        Letter(
            kind=LetterKind.INVITATION, meeting_id=meeting.id, language="en", body="Bring the plan."
        )
    )
    assert "Bring the plan." in said(compose(store, "invitation", meeting.id, "en"))


def test_what_was_written_for_another_meeting_or_language_is_another_letter(
    store: Store, meeting: Meeting
) -> None:
    other = meetings.add_meeting(store, Meeting(title_en="Other"), [])
    for about, language in ((other.id, "en"), (meeting.id, "km")):
        store.insert(
            Letter(
                kind=LetterKind.INVITATION,
                meeting_id=about,
                language=language,
                body="Bring the plan.",
            )
        )
    assert "Bring the plan." not in said(compose(store, "invitation", meeting.id, "en"))


def test_a_letter_that_is_kept_nowhere_takes_no_number(store: Store, meeting: Meeting) -> None:
    change_organisation(store, number_en="{number}/{yy} NPDP")
    text = said(compose(store, "request", meeting.id, "en", on=date(2022, 12, 1)))
    assert f"No.: {DOTS}/22 NPDP" in text


def test_labels_are_for_those_invited_or_those_who_came(store: Store, meeting: Meeting) -> None:
    guest = people.add_person(store, Person(name_latin="Dara"))
    attendance.mark(store, meeting.id, guest.id)
    invited = said(compose(store, "labels", meeting.id, "en"))
    came = said(compose(store, "labels", meeting.id, "en", present=True))
    assert ("Sokha" in invited, "Dara" in invited) == (True, False)
    assert ("Sokha" in came, "Dara" in came) == (False, True)


def test_a_document_that_is_not_known_is_refused(store: Store) -> None:
    with pytest.raises(KeyError):
        compose(store, "poster", "", "km")
    with pytest.raises(KeyError):
        compose(store, "minutes", "no such meeting", "km")


def test_every_row_has_no_more_cells_than_columns(store: Store, meeting: Meeting) -> None:
    for name in DOCUMENTS:
        for block in compose(store, name, meeting.id, "km").blocks:
            if isinstance(block, Table):
                assert all(len(row) <= len(block.columns) for row in (*block.rows, *block.spare))
