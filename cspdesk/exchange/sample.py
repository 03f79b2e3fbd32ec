"""A network to try the desk with: the sample contact list and three of its meetings.

All people are fictional. The texts follow the forum of 13 December 2022 as it was published.
"""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from cspdesk.db import attendance, meetings, people, sample, settings
from cspdesk.db.imports import apply_import
from cspdesk.db.store import Store
from cspdesk.exchange import contacts
from cspdesk.i18n import catalog_for
from cspdesk.models.meetings import (
    ActionPoint,
    AgendaItem,
    Headcount,
    Meeting,
    MeetingKind,
    MeetingStatus,
    Note,
    Organisation,
    Presence,
    Sector,
)
from cspdesk.models.people import Institution, InstitutionKind, Person, Sex
from cspdesk.models.templates import (
    USUAL_END,
    USUAL_START,
    agenda_template,
    default_title,
)
from cspdesk.paths import shipped

ORGANISATION = Organisation(
    name_km="បណ្ដាញអង្គការ សមាគម ខេត្តបាត់ដំបង",
    name_en="Network of NGOs and Associations, Battambang Province",
)
_FORUM_DAY = date(2022, 12, 13)
_OFFICIALS = (
    ("ហេង សុវណ្ណារិទ្ធ", "HENG Sovannarith", Sex.MAN, "អភិបាលរងខេត្ត"),
    ("អ៊ុំ សុភ័ក្ត្រា", "UM Sopheaktra", Sex.WOMAN, "នាយករដ្ឋបាល"),
    ("ឈឹម ពិសិដ្ឋ", "CHHIM Piseth", Sex.MAN, "មន្ត្រីរាជការ"),
)
_DISCUSSION = (
    "លោកអភិបាលរងខេត្តបានស្វាគមន៍តំណាងអង្គការសង្គមស៊ីវិលទាំងអស់ និងបានសង្កត់ធ្ងន់លើសារៈសំខាន់នៃភាពជាដៃគូ"
    "រវាងរដ្ឋបាលខេត្ត និងសហគមន៍។",
    "តំណាងបណ្ដាញបានបង្ហាញពីលទ្ធផលនៃកិច្ចសហប្រតិបត្តិការក្នុងឆ្នាំ២០២២ និងផែនការសម្រាប់ឆ្នាំ២០២៣។",
    "តំណាងបណ្ដាញស្រុកបវេលបានលើកឡើងថា ការអញ្ជើញ និងព័ត៌មានពីថ្នាក់ខេត្តច្រើនមកដល់យឺត ហើយបញ្ជីទំនាក់ទំនងមិនទាន់ត្រឹមត្រូវ។",
    "អង្គវេទិកាបានសង្ខេបចំណុចឯកភាពទាំងអស់ និងបានអរគុណដល់អ្នកចូលរួម។",
)


def load(store: Store, today: date) -> None:
    """Fill an empty workspace with the sample, as one action, with a meeting a week from ``today``."""
    with store.action(sample.LABEL):
        path = shipped("resources", "sample", "npdp-contact-list.xlsx")
        apply_import(store, contacts.read_plan(path))
        if not settings.get_organisation(store).name_km:
            settings.set_organisation(store, ORGANISATION)
        officials = _add_officials(store)
        _add_forum(store, officials)
        _add_district_meeting(store, today)
        _add_next_meeting(store, today)


def _add_officials(store: Store) -> list[str]:
    office = store.insert(
        Institution(
            name_km="រដ្ឋបាលខេត្តបាត់ដំបង",
            name_latin="Battambang Provincial Administration",
            kind=InstitutionKind.ADMINISTRATION,
            place="02",
        )
    )
    return [
        people.add_person(
            store, Person(name_km=khmer, name_latin=latin, sex=sex), office.id, position
        ).id
        for khmer, latin, sex, position in _OFFICIALS
    ]


def _add_forum(store: Store, officials: list[str]) -> None:
    kind = MeetingKind.PARTNERSHIP_FORUM
    forum = _meeting(
        store,
        kind,
        on=_FORUM_DAY,
        venue="សាលប្រជុំសាលាខេត្តបាត់ដំបង",
        place="0203",
        status=MeetingStatus.HELD,
        chair="លោក ហេង សុវណ្ណារិទ្ធ",
        note_taker="ស៊ន ស្រីពៅ",
        objective="ពង្រឹងភាពជាដៃគូរវាងរដ្ឋបាលខេត្ត និងអង្គការសង្គមស៊ីវិល លើកជូនបញ្ហាដែលស្រុក ក្រុងមិនទាន់ដោះស្រាយ"
        " និងឯកភាពលើជំហានបន្ទាប់។",
        number="០៤៥/២២ ក.ហ.",
        minutes_approved_at="2022-12-20",
    )
    institutions = [row.institution.id for row in people.list_institutions(store)]
    attendance.invite_institutions(store, forum.id, institutions)
    for person in officials:
        attendance.invite_person(store, forum.id, person)
    for n, row in enumerate(attendance.attendees(store, forum.id)):
        if n % 7 == 5:
            attendance.mark(store, forum.id, row.person.id, Presence.ABSENT)
        else:
            minutes = 8 * 60 + n % 40
            attendance.mark(
                store, forum.id, row.person.id, arrived=time(minutes // 60, minutes % 60)
            )
    attendance.set_headcount(
        store, Headcount(meeting_id=forum.id, label="ប្រជាពលរដ្ឋ", women=14, men=9)
    )
    items = meetings.load_record(store, forum.id).agenda
    for item, text in zip(items, _DISCUSSION, strict=False):
        store.update(AgendaItem, item.id, discussion=text)
    issues = items[2].id
    store.update(
        AgendaItem,
        issues,
        decision="ឯកភាពបង្កើតក្រុម Telegram រួម សម្រាប់ការអញ្ជើញ និងការផ្ដល់ព័ត៌មានរវាងរដ្ឋបាលខេត្ត និងបណ្ដាញ។",
    )
    for text, by, response, sector in (
        (
            "ការទំនាក់ទំនង និងការអញ្ជើញរវាងរដ្ឋបាលខេត្ត និងអង្គការសង្គមស៊ីវិលនៅមានកម្រិត",
            "បណ្ដាញស្រុកបវេល",
            "ឯកភាពបង្កើតក្រុម Telegram រួម",
            Sector.ADMINISTRATION,
        ),
        (
            "ផ្លូវក្នុងឃុំតាពូងខូចខាត ពិបាកធ្វើដំណើរនៅរដូវវស្សា",
            "សហគមន៍កសិករ ស្រុកថ្មគោល",
            "នឹងដាក់បញ្ចូលក្នុងកម្មវិធីវិនិយោគបីឆ្នាំរំកិល",
            Sector.ECONOMIC,
        ),
    ):
        meetings.append(
            store,
            Note(
                meeting_id=forum.id,
                agenda_item_id=issues,
                text=text,
                raised_by=by,
                addressed_to="រដ្ឋបាលខេត្តបាត់ដំបង",
                response=response,
                sector=sector,
            ),
        )
    for text, who, due in (
        (
            "បង្កើតក្រុម Telegram «បណ្ដាញអង្គការ សមាគម និងរដ្ឋបាលខេត្តបាត់ដំបង»",
            "តំណាងបណ្ដាញ",
            date(2022, 12, 20),
        ),
        (
            "រៀបចំបញ្ជីទំនាក់ទំនងស្ថាប័នសមាជិកបណ្ដាញ និងធ្វើបច្ចុប្បន្នភាពជាប្រចាំ",
            "ស៊ន ស្រីពៅ",
            date(2022, 12, 31),
        ),
    ):
        action = ActionPoint(
            meeting_id=forum.id,
            agenda_item_id=issues,
            text=text,
            responsible=who,
            due=due,
            done_on=due,
        )
        meetings.append(store, action)


def _add_district_meeting(store: Store, today: date) -> None:
    meeting = _meeting(
        store,
        MeetingKind.DM_NETWORK,
        on=_weekday(today - timedelta(days=12)),
        venue="សាលាស្រុកថ្មគោល",
        place="0202",
        title_km="កិច្ចប្រជុំបណ្ដាញ ស្រុកថ្មគោល",
        title_en="Network meeting, Thma Koul District",
        status=MeetingStatus.HELD,
        chair="ម៉ៅ សំណាង",
        note_taker="ស៊ន ស្រីពៅ",
    )
    _invite_district(store, meeting.id, "0202")
    for row in attendance.attendees(store, meeting.id):
        attendance.mark(store, meeting.id, row.person.id, arrived=time(8, 15))
    for text, who, days in (
        ("ផ្ញើបញ្ជីទំនាក់ទំនងដែលបានធ្វើបច្ចុប្បន្នភាពទៅសាលាស្រុក", "ម៉ៅ សំណាង", -3),
        ("ប្រមូលបញ្ហាដែលមិនទាន់ដោះស្រាយពីឃុំទាំងអស់", "ស៊ន ស្រីពៅ", 5),
    ):
        action = ActionPoint(
            meeting_id=meeting.id, text=text, responsible=who, due=today + timedelta(days=days)
        )
        meetings.append(store, action)


def _add_next_meeting(store: Store, today: date) -> None:
    meeting = _meeting(
        store,
        MeetingKind.DM_NETWORK,
        on=_weekday(today + timedelta(days=7)),
        venue="សាលាស្រុកបវេល",
        place="0204",
        title_km="កិច្ចប្រជុំបណ្ដាញ ស្រុកបវេល",
        title_en="Network meeting, Bavel District",
        chair="លី គឹមហុង",
        note_taker="ស៊ន ស្រីពៅ",
    )
    _invite_district(store, meeting.id, "0204")


def _weekday(day: date) -> date:
    """Return ``day``, or the Monday after it."""
    return day + timedelta(days=max(0, 8 - day.isoweekday()) if day.isoweekday() > 5 else 0)


def _invite_district(store: Store, meeting_id: str, district: str) -> None:
    local = [
        row.institution.id
        for row in people.list_institutions(store)
        if row.institution.place.startswith(district)
    ]
    attendance.invite_institutions(store, meeting_id, local)


def _meeting(store: Store, kind: MeetingKind, **fields: object) -> Meeting:
    usual: dict[str, Any] = {
        "title_km": default_title(kind, "km"),
        "title_en": default_title(kind, "en"),
        "starts": USUAL_START,
        "ends": USUAL_END,
    }
    meeting = Meeting(kind=kind, **{**usual, **fields})
    khmer = catalog_for("km")
    return meetings.add_meeting(
        store, meeting, [khmer.gettext(title) for title in agenda_template(kind)]
    )
