"""Letters: a new one begins like the last, and a deleted one comes back."""

from __future__ import annotations

from datetime import date

import pytest

from cspdesk.db import letters, meetings, settings, trash
from cspdesk.db.check import faults
from cspdesk.db.store import Store
from cspdesk.models.letters import Asking, Letter, LetterKind
from cspdesk.models.meetings import Meeting

DAY = date(2022, 12, 1)


def letter(store: Store, **fields: object) -> Letter:
    return letters.add_letter(store, Letter(**fields))  # type: ignore[arg-type]


def subjects(store: Store, text: str = "") -> list[str]:
    return [row.letter.subject for row in letters.list_letters(store, text)]


def test_a_letter_is_kept_as_written(store: Store) -> None:
    written = letter(
        store,
        kind=LetterKind.REQUEST,
        asks_for=Asking.VENUE,
        language="en",
        number="012/22",
        on=DAY,
        addressee="ឯកឧត្តម អភិបាលខេត្ត\nសាលាខេត្ត",
        body="One\nTwo",
        national_header=False,
    )
    found = letters.get_letter(store, written.id)
    assert found is not None
    assert found.letter == written
    assert found.meeting is None
    assert letters.get_letter(store, "gone") is None


def test_the_latest_comes_first_and_one_without_a_date_before_all(store: Store) -> None:
    letter(store, subject="old", on=date(2021, 5, 1))
    letter(store, subject="new", on=DAY)
    letter(store, subject="draft")
    assert subjects(store) == ["draft", "new", "old"]


def test_letters_are_found_by_number_addressee_and_meeting(store: Store) -> None:
    forum = meetings.add_meeting(store, Meeting(title_km="វេទិកា", title_en="Forum"), [])
    letter(store, subject="a", number="០១២/២២")
    letter(store, subject="b", addressee="លោក សុខ ភារៈ\nនាយក")
    letter(store, subject="c", kind=LetterKind.INVITATION, meeting_id=forum.id)
    assert subjects(store, "012") == ["a"]
    assert subjects(store, "ភារៈ") == ["b"]
    assert subjects(store, "forum") == subjects(store, "វេទិកា") == ["c"]
    assert subjects(store, "nobody") == []


def test_a_new_letter_begins_like_the_last_one_in_its_language(store: Store) -> None:
    settings.change_organisation(store, number_km="{number}/{yy} ប.អ.", national_header=False)
    letter(store, number="០០៧/២២ ប.អ.", place="បាត់ដំបង", signatory_name="លោក ស៊ន ដារ៉ា", contact="012")
    letter(store, language="en", signatory_name="Mr Son Dara")
    new = letters.propose(store, LetterKind.REQUEST, "km", DAY)
    assert (new.number, new.on, new.kind) == ("០០៨/២២ ប.អ.", DAY, LetterKind.REQUEST)
    assert (new.place, new.contact, new.signatory_name) == ("បាត់ដំបង", "012", "លោក ស៊ន ដារ៉ា")
    assert not new.national_header
    assert not new.subject
    english = letters.propose(store, LetterKind.FREE, "en", DAY)
    assert (english.number, english.signatory_name) == ("008/22 ប.អ.", "Mr Son Dara")
    assert letters.last_language(store) == "en"


def test_the_first_letter_of_all_needs_nothing(store: Store) -> None:
    assert letters.last_language(store) == ""
    assert letters.propose(store, LetterKind.FREE, "km", DAY).number == ""


def test_a_copy_has_a_number_and_a_date_of_its_own(store: Store) -> None:
    settings.change_organisation(store, number_en="{number}/{yy}")
    old = letter(store, language="en", number="004/22", on=DAY, lunar_date="typed", body="Text")
    copy = letters.duplicate(store, old.id, date(2023, 1, 9))
    assert copy.id != old.id
    assert (copy.body, copy.number, copy.lunar_date) == ("Text", "001/23", "")
    with pytest.raises(KeyError):
        letters.duplicate(store, "gone", DAY)


def test_a_meeting_knows_its_invitation(store: Store) -> None:
    forum = meetings.add_meeting(store, Meeting(title_km="វេទិកា"), [])
    letter(store, kind=LetterKind.REQUEST, meeting_id=forum.id)
    assert letters.letter_about(store, LetterKind.INVITATION, forum.id) is None
    invitation = letter(store, kind=LetterKind.INVITATION, meeting_id=forum.id)
    assert letters.letter_about(store, LetterKind.INVITATION, forum.id) == invitation
    store.delete(Meeting, forum.id)
    row = letters.get_letter(store, invitation.id)
    assert row is not None
    assert row.meeting is not None, "the letter still says what it invited to"


def test_a_deleted_letter_lies_in_the_trash_and_comes_back(store: Store) -> None:
    settings.change_organisation(store, number_km="{number}")
    gone = letter(store, addressee="លោក សុខ\nនាយក", number="០០១")
    letters.move_to_trash(store, gone.id)
    assert letters.list_letters(store) == []
    assert [(t.kind, t.text) for t in trash.contents(store)] == [(Letter, "លោក សុខ នាយក")]
    assert letters.propose(store, LetterKind.FREE, "km", DAY).number == "០០១"
    store.undo()
    assert letters.list_letters(store)[0].letter == gone


def test_a_letter_about_a_meeting_that_never_was_is_a_fault(store: Store) -> None:
    letter(store)
    assert faults(store) == []
    lost = letter(store, meeting_id="nowhere")
    assert faults(store) == [f"letter {lost.id} points to no meeting"]
