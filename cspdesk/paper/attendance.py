"""The attendance sheet: before a meeting, to be signed; after it, as attended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from cspdesk.models.counts import count_present
from cspdesk.models.meetings import Attendee, MeetingRecord, Presence
from cspdesk.models.people import Sex
from cspdesk.paper import dates, parts
from cspdesk.paper.blocks import Block, Column, Document, Page, Paragraph, Table, Title
from cspdesk.paper.wording import DOTS, Wording

ROW_HEIGHT = 9.5
"""Millimetres: room for a signature or the thumb of somebody who does not sign."""

BLANK_ROWS = 8
"""For those who come uninvited, where nobody asks for more or fewer."""

_CODE_LENGTH = 8
_MOST_ON_A_PAGE = 20


@dataclass(frozen=True)
class _Line:
    """The texts of one row."""

    name: str = ""
    sex: str = ""
    age: str = ""
    position: str = ""
    institution: str = ""
    phones: str = ""
    arrived: str = ""


_Cell = Callable[[_Line], str]


def compose(
    record: MeetingRecord,
    language: str,
    *,
    attended: bool,
    blank_rows: int = BLANK_ROWS,
    fill_page: bool = True,
    phones: bool = True,
) -> Document:
    """Return the attendance sheet of a meeting in 'km' or 'en', A4 landscape.

    Args:
        record: the meeting with its people.
        language: of the document.
        attended: who was present, with counts, instead of who is invited, with room to sign.
        blank_rows: numbered rows for people who were not invited; only before the meeting.
        fill_page: as many more of them as there is room for on the last page.
        phones: phones and ages are personal data; False leaves both columns off a sheet that
            goes round the room.
    """
    words = Wording.of(record.organisation, language)
    title = words.gettext("Attendance list")
    meeting = record.meeting
    lines = _attended(words, record) if attended else _expected(words, record, blank_rows)
    spare = _MOST_ON_A_PAGE if fill_page and not attended else 0
    blocks: list[Block] = [
        parts.letterhead(words, record.organisation, national=meeting.national_header),
        Title(
            title,
            details=[parts.meeting_title(words, meeting), parts.when_and_where(words, meeting)],
        ),
        _table(words, lines, spare, signed=not attended, phones=phones),
        *(_counted(words, record) if attended else _to_count(words)),
    ]
    page = Page(
        landscape=True,
        left=15,
        right=15,
        top=15,
        bottom=15,
        footer=parts.page_number(words),
        code=meeting.id[:_CODE_LENGTH].upper(),  # so that a scan finds its meeting
    )
    return parts.document(words, record.organisation, title, blocks, page)


def _expected(words: Wording, record: MeetingRecord, blank_rows: int) -> list[_Line]:
    """People invited in the order of the sheet, institutions still without a name, blank rows."""
    people = [row for row in record.attendees if row.attendance.invited]
    named = {row.institution.id for row in people if row.institution}
    unnamed = [place for place in record.institutions_invited if place.id not in named]
    return [
        *(_line(words, record, row) for row in people),
        *(_Line(institution=words.name(place)) for place in unnamed),
        *([_Line()] * blank_rows),
    ]


def _attended(words: Wording, record: MeetingRecord) -> list[_Line]:
    present = Presence.PRESENT
    came = [row for row in record.attendees if row.attendance.presence is present]
    return [_line(words, record, row) for row in came]


def _line(words: Wording, record: MeetingRecord, row: Attendee) -> _Line:
    birth, on = row.person.birth_year, record.meeting.on
    return _Line(
        name=words.name(row.person),
        sex=sex_letter(words, row.sex),
        age=words.digits(on.year - birth) if birth and on else "",
        position=row.attendance.position,
        institution=words.name(row.institution),
        phones=words.phones(row.person.phones),
        arrived=dates.times(words, row.attendance.arrived, None),
    )


def sex_letter(words: Wording, sex: Sex) -> str:
    """Return the word of a narrow column; '' where it is not recorded, to be filled by hand."""
    if sex is Sex.WOMAN:
        return words.pgettext("column", "F")
    return words.pgettext("column", "M") if sex is Sex.MAN else ""


def _table(
    words: Wording, lines: Sequence[_Line], spare: int, *, signed: bool, phones: bool
) -> Table:
    columns: list[tuple[Column, _Cell]] = [
        (
            Column(words.gettext("Surname and given name"), 50, keep_together=True),
            lambda line: line.name,
        ),
        (Column(words.gettext("Sex"), 12, align="center"), lambda line: line.sex),
    ]
    if phones:
        columns.append((Column(words.gettext("Age"), 12, align="center"), lambda line: line.age))
    columns += [
        (Column(words.gettext("Position"), 36), lambda line: line.position),
        (
            Column(words.gettext("Institution/unit"), 52 if signed else 0),
            lambda line: line.institution,
        ),
    ]
    if phones:
        phone = Column(words.gettext("Phone number"), 30, align="center", keep_together=True)
        columns.append((phone, lambda line: line.phones))
    if signed:
        columns.append((Column(words.gettext("Signature / thumbprint")), lambda _line: ""))
    else:
        arrived = Column(words.pgettext("column", "Arrived"), 22, align="center")
        columns.append((arrived, lambda line: line.arrived))
    number = Column(words.pgettext("column", "No."), 10, align="center")
    rows = [
        [words.digits(n), *(cell(line) for _column, cell in columns)]
        for n, line in enumerate([*lines, *([_Line()] * spare)], start=1)
    ]
    return Table(
        columns=[number, *(column for column, _cell in columns)],
        rows=rows[: len(lines)],
        row_height=ROW_HEIGHT,
        spare=rows[len(lines) :],
    )


def _to_count(words: Wording) -> Iterable[Block]:
    """Room for the totals that are counted by hand."""
    foot = words.gettext(
        "Total participants: {dots} · Women: {dots} · Youth: {dots} · People with disability: {dots}"
        " · Elderly: {dots} · Attendance taken by: {dots}",
        dots=DOTS[:9],
    )
    yield Paragraph(foot)


def _counted(words: Wording, record: MeetingRecord) -> Iterable[Block]:
    """The people counted without names, and the totals with them."""
    for count in record.headcounts:
        label = count.label.strip() or words.gettext("Participants counted without names")
        line = words.gettext(
            "{label}: {total}, women: {women} (without names)",
            label=label,
            total=count.women + count.men + count.not_recorded,
            women=count.women,
        )
        yield Paragraph(line, keep_with_next=True)
    counts = count_present(record.attendees, record.headcounts)
    total = words.gettext(
        "Total participants: {total} · Women: {women} · Men: {men} · Sex not recorded:"
        " {not_recorded} · Institutions represented: {institutions}",
        total=counts.total,
        women=counts.women,
        men=counts.men,
        not_recorded=counts.not_recorded,
        institutions=counts.institutions,
    )
    yield Paragraph(total, bold=True)
