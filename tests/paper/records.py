"""A meeting to make documents of, and what a document says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, time
from typing import Any

import pypdfium2

from cspdesk.models.meetings import (
    ActionPoint,
    AgendaItem,
    Attendance,
    Attendee,
    Headcount,
    Meeting,
    MeetingKind,
    MeetingRecord,
    Note,
    NoteKind,
    Presence,
    Sector,
)
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Institution, InstitutionKind, Person, Sex
from cspdesk.paper.blocks import Document
from cspdesk.paper.pdf import render

ORGANISATION = Organisation("បណ្ដាញអង្គការ សមាគម ខេត្តបាត់ដំបង", "Network of Battambang")
VSG = Institution(
    name_km="អង្គការគាំទ្រភូមិ",
    name_latin="Village Support Group",
    acronym="VSG",
    kind=InstitutionKind.NGO,
    place="0203",
    phones=("053 952 123",),
)
PROVINCE = Institution(
    name_km="រដ្ឋបាលខេត្ត",
    name_latin="Provincial Administration",
    kind=InstitutionKind.ADMINISTRATION,
    address="ផ្លូវលេខ ៣ ក្រុងបាត់ដំបង",
)
COUNCIL = Institution(name_km="ក្រុមប្រឹក្សាឃុំតាម៉ឺន", kind=InstitutionKind.COUNCIL)
PLANNING = Institution(name_km="មន្ទីរផែនការ", kind=InstitutionKind.LINE_OFFICE)


def attendee(
    name_km: str,
    name_latin: str = "",
    sex: Sex = Sex.NOT_RECORDED,
    institution: Institution | None = None,
    presence: Presence = Presence.PRESENT,
    *,
    invited: bool = True,
    **more: Any,
) -> Attendee:
    """One line of the list; ``more`` are fields of the person, or ``position``, ``arrived``."""
    of_day = {name: more.pop(name) for name in ("position", "arrived") if name in more}
    person = Person(name_km=name_km, name_latin=name_latin, sex=sex, **more)
    attendance = Attendance(
        person_id=person.id,
        invited=invited,
        presence=presence,
        institution_id=institution.id if institution else "",
        **of_day,
    )
    return Attendee(attendance, person, institution)


ATTENDEES = (
    attendee("សុខ ភារៈ", "Sok Phearak", Sex.MAN, VSG, birth_year=1980, position="នាយក",
             phones=("012345678", "096 123 4567"), arrived=time(8, 5)),
    attendee("លឹម វណ្ណារី", "Lim Vannary", Sex.WOMAN, PROVINCE, honorific="ឯកឧត្តម"),
    attendee("ឃឹម ណារ៉ុង", "", Sex.MAN, COUNCIL, Presence.ABSENT, phones=("011 222 333",)),
    attendee("", "Chan Dara", Sex.NOT_RECORDED, None, invited=False),
)  # fmt: skip

OPENING = AgendaItem(title="Welcome and opening remarks", presenter="Lim Vannary")
ISSUES = AgendaItem(title="ការលើកឡើងបញ្ហា", discussion="ផ្លូវលំខូចខ្លាំង", decision="ឯកភាពជួសជុលផ្លូវ")
NEXT = AgendaItem(title="ផែនការ", discussion="ពិភាក្សាផែនការ")
AGENDA = (OPENING, ISSUES, NEXT)

ACTIONS = (
    ActionPoint(agenda_item_id=ISSUES.id, text="សរសេរលិខិត", responsible="សុខ ភារៈ",
                due=date(2023, 1, 5)),
    ActionPoint(agenda_item_id=ISSUES.id, text="ពិនិត្យផ្លូវ", responsible="មេឃុំ"),
    ActionPoint(text="ហៅទូរស័ព្ទ", due=date(2023, 2, 1)),
)  # fmt: skip
NOTES = (
    Note(agenda_item_id=ISSUES.id, text="ខ្វះទឹកស្អាត", raised_by="VSG", addressed_to="មន្ទីរ",
         response="នឹងដោះស្រាយ", sector=Sector.SOCIAL),
    Note(text="បណ្ណាល័យឃុំ", kind=NoteKind.GOOD_PRACTICE),
    Note(agenda_item_id=ISSUES.id, text="ពាក្យសម្ងាត់បំផុត", response="កុំបោះពុម្ព",
         raised_by="អ្នកលាក់ឈ្មោះ", confidential=True),
)  # fmt: skip

MEETING = Meeting(
    kind=MeetingKind.PARTNERSHIP_FORUM,
    title_km="វេទិកាស្ដីពីភាពជាដៃគូ",
    title_en="Forum on Partnership",
    on=date(2022, 12, 13),
    starts=time(8),
    ends=time(11, 30),
    place="0203",
    venue="សាលប្រជុំសាលាខេត្ត",
    chair="លោក ងួន រតនៈ",
    note_taker="យឹម ស្រីពេជ្រ",
    objective="ពង្រឹងកិច្ចសហការ",
)
HELD = MeetingRecord(
    meeting=MEETING,
    organisation=ORGANISATION,
    attendees=ATTENDEES,
    institutions_invited=(VSG, PLANNING),
    headcounts=(Headcount(label="សិស្ស", women=10, men=5, not_recorded=2),),
    agenda=AGENDA,
    actions=ACTIONS,
    notes=NOTES,
)
EMPTY = MeetingRecord(meeting=Meeting(), organisation=Organisation())


def with_meeting(**changes: Any) -> MeetingRecord:
    """The meeting that was held, with some fields changed."""
    return replace(HELD, meeting=replace(MEETING, **changes))


def texts(part: object) -> list[str]:
    """Return every text in a document, a block or a list of them, in reading order.

    The marks that keep a name on one line are left out: they never print.
    """
    if isinstance(part, str):
        return [part.replace("\u2060", "")]
    if isinstance(part, tuple | list):
        return [text for inner in part for text in texts(inner)]
    fields = getattr(part, "__dataclass_fields__", ())
    skipped = {"language", "author", "align"}
    return [t for name in fields if name not in skipped for t in texts(getattr(part, name))]


def said(document: Document) -> str:
    """Return all that a document says, a text a line."""
    return "\n".join(texts(document.blocks))


def squeezed(text: str) -> str:
    """Return a text without white space: lines end elsewhere on paper."""
    return "".join(text.split()).replace("\u200b", "")


def printed(document: Document) -> list[str]:
    """Render a document and return the text that PDFium reads on each page, squeezed."""
    pdf = pypdfium2.PdfDocument(render(document))
    try:
        return [squeezed(page.get_textpage().get_text_range()) for page in pdf]
    finally:
        pdf.close()
