"""Minutes from the first letter to paper: what is typed is what the PDF says."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest

from cspdesk.db import attendance, invitations, meetings, people
from cspdesk.db.store import Store
from cspdesk.i18n import LANGUAGES, _
from cspdesk.models import gazetteer
from cspdesk.models.meetings import Attendee, Meeting, MeetingRecord, Presence, Sector
from cspdesk.models.people import ContactRow, display_name
from cspdesk.models.phones import display
from cspdesk.ui.pages.checkin_page import CheckinPage
from cspdesk.ui.pages.directory_page import DirectoryPage
from cspdesk.ui.pages.minutes_page import MinutesPage
from cspdesk.ui.preview.dialog import PreviewDialog
from tests.e2e.conftest import ORGANISATION_EN, ORGANISATION_KM, Computer, bring_in_list, first_run
from tests.e2e.hands import Hands

ON = date(2026, 11, 20)
DISCUSSION = (
    "អង្គប្រជុំបានពិភាក្សាអំពីទឹកស្អាតនៅឃុំតាម៉ឺន និងការជួសជុលផ្លូវលំពីភូមិអូរតាគីទៅសាលាបឋមសិក្សា។ "
    "Three villages asked for a well before the dry season."
)
DECISION = "បង្កើតក្រុមការងារ ៥ រូប to visit the three villages."
ACTION = "ចុះពិនិត្យអណ្ដូងទឹក and report to the network."
ISSUE = "ទឹកអណ្ដូងមានជាតិកាល្ស្យូមច្រើន and cannot be drunk."
RAISED_BY = "ក្រុមស្ត្រីភូមិអូរតាគី"
ADDRESSED_TO = "រដ្ឋបាលស្រុកថ្មគោល"
RESPONSE = "ស្រុកនឹងយកទឹកទៅពិសោធន៍ before the end of the year."
CHAIR = "លោក ហេង សុវណ្ណារិទ្ធ"
RESPONSIBLE = "CHHUON Oudom"
PLACE = "0202"
PRESENT = 5

Saved = dict[str, Path]
"""A document's files by language."""


def hold_meeting(store: Store) -> str:
    """Store a forum with everybody invited, of whom five came; return its id."""
    meeting = meetings.add_meeting(
        store,
        Meeting(
            title_km="វេទិកាភាពជាដៃគូ", title_en="Partnership forum", on=ON,
            starts=time(8), ends=time(11, 30), venue="សាលាស្រុកថ្មគោល", chair=CHAIR,
        ),
        ["ទឹកស្អាត", "ផ្សេងៗ"],
    )  # fmt: skip
    invitations.invite_all(store, meeting.id)
    for row in attendance.attendees(store, meeting.id)[:PRESENT]:
        attendance.mark(store, meeting.id, row.person.id, Presence.PRESENT)
    return meeting.id


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def missing(path: Path, words: list[str]) -> list[str]:
    """Return which of ``words`` the PDF does not say whole; ends of lines say nothing."""
    text = re.sub("[\r\n]", "", text_of(path))
    return [word for word in words if word not in text]


# The offscreen platform has no keyboard for a menu to grab, and says so.
@pytest.mark.qt_log_ignore("grabbing the keyboard", r"raise\(\)", extend=True)
def test_minutes_and_lists_say_on_paper_what_was_typed(
    computer: Computer, choose_file: Callable[[Path], None], tmp_path: Path
) -> None:
    choose_file(tmp_path)
    hands = computer.start()
    first_run(hands, "en", "Start empty")
    bring_in_list(hands)
    hands.built.desk.change(hold_meeting, owner=hands.built.desk)
    hands.press("Ctrl+2")
    hands.settle()
    hands.go_to(_("Information"))
    hands.press("Right", times=3)
    hands.choose(_("Write the minutes (F2)"))
    hands.wait_for(MinutesPage)
    hands.settle()
    write(hands)

    (row,) = hands.store(meetings.list_meetings)
    record = hands.store(functools.partial(meetings.load_record, meeting_id=row.meeting.id))
    check_stored(record)
    check_minutes(save_both(hands, "F7", choose_file, tmp_path / "minutes"))
    invited = [row for row in record.attendees if row.attendance.invited]
    came = [row for row in invited if row.attendance.presence is Presence.PRESENT]
    assert (len(invited), len(came)) == (66, PRESENT)
    hands.press("Alt+Left")
    hands.settle()
    check_sheet(save_both(hands, "F7", choose_file, tmp_path / "before"), invited)
    hands.press("F6")
    hands.wait_for(CheckinPage)
    hands.settle()
    after = save_both(hands, "F7", choose_file, tmp_path / "after")
    check_sheet(after, came)
    for language, path in after.items():
        stayed_away = {display_name(row.person, language) for row in invited}
        stayed_away -= {display_name(row.person, language) for row in came}
        assert len(missing(path, [*stayed_away])) == len(stayed_away), language
    hands.press("Esc")  # at the door Ctrl+3 is a mark
    hands.press("Ctrl+3")
    hands.wait_for(DirectoryPage)
    hands.settle()
    contacts = hands.store(people.contact_rows)
    hands.press("F7")
    check_contacts(save_both(hands, "Return", choose_file, tmp_path / "contacts"), contacts)


def write(hands: Hands) -> None:
    """Type a discussion, a decision, an action and a consultation note."""
    hands.type(DISCUSSION)
    hands.press("F3")
    hands.type(DECISION)
    hands.press("F4")
    hands.type(ACTION)
    hands.go_to(_("Responsible person"))
    hands.type("chhu")
    hands.press("Down")
    hands.press("Return")
    hands.go_to(_("Due date"))
    hands.type("31/12/26")
    hands.press("F2")
    hands.type(ISSUE)
    for name, text in ((_("Raised by"), RAISED_BY), (_("Raised to"), ADDRESSED_TO)):
        hands.go_to(name)
        hands.type(text)
    hands.go_to(_("Sector"))
    hands.press("Down", times=1 + list(Sector).index(Sector.ENVIRONMENT) - 1)
    hands.go_to(_("Place"))
    hands.type("Thma Koul")
    hands.press("Down")
    hands.press("Return")
    hands.go_to(_("Response"))
    hands.type(RESPONSE)
    hands.settle()


def check_stored(record: MeetingRecord) -> None:
    item = record.agenda[0]
    assert (item.discussion, item.decision) == (DISCUSSION, DECISION)
    (action,) = record.actions
    assert (action.text, action.responsible) == (ACTION, RESPONSIBLE)
    assert action.due == date(2026, 12, 31)
    (note,) = record.notes
    assert (note.text, note.response) == (ISSUE, RESPONSE)
    assert (note.raised_by, note.addressed_to) == (RAISED_BY, ADDRESSED_TO)
    assert (note.sector, note.place) == (Sector.ENVIRONMENT, PLACE)


def save_both(hands: Hands, keys: str, choose: Callable[[Path], None], folder: Path) -> Saved:
    """Open a preview by its keys, save the document in both languages, and close."""
    hands.press(keys)
    dialog = hands.wait_for(PreviewDialog)
    saved = {}
    for language, key in (("km", "Left"), ("en", "Right")):
        hands.go_to(LANGUAGES[dialog.languages.current()])
        hands.press(key)
        assert dialog.languages.current() == language
        hands.wait(dialog.save_button.isEnabled)
        place = folder / language
        place.mkdir(parents=True, exist_ok=True)
        choose(place)
        hands.press("F2")
        hands.wait(lambda: hands.says(_("Open folder")))
        (saved[language],) = place.iterdir()
    hands.close(dialog)
    return saved


def check_minutes(saved: Saved) -> None:
    typed = [DISCUSSION, DECISION, ACTION, ISSUE, RAISED_BY, ADDRESSED_TO, RESPONSE]
    place = gazetteer.place(PLACE)
    assert place is not None
    heads = {
        "km": [ORGANISATION_KM, "វេទិកាភាពជាដៃគូ", "ទឹកស្អាត", "៣១ ខែធ្នូ ឆ្នាំ២០២៦"],
        "en": [ORGANISATION_EN, "Partnership forum", "ទឹកស្អាត", "31 December 2026"],
    }
    for language, path in saved.items():
        words = [*typed, *heads[language], CHAIR, RESPONSIBLE, gazetteer.named(place, language)]
        assert missing(path, words) == [], language


def check_sheet(saved: Saved, rows: list[Attendee]) -> None:
    for language, path in saved.items():
        words = [display_name(row.person, language) for row in rows]
        words += [display_name(row.institution, language) for row in rows if row.institution]
        words += [display(phone) for row in rows for phone in row.person.phones]
        assert missing(path, words) == [], language


def check_contacts(saved: Saved, rows: list[ContactRow]) -> None:
    assert len(rows) == 66
    for language, path in saved.items():
        words = [display_name(row.institution, language) for row in rows]
        words += [display_name(row.person, language) for row in rows if row.person]
        words += [display(phone) for row in rows if row.person for phone in row.person.phones]
        assert missing(path, words) == [], language
