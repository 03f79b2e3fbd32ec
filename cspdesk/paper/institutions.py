"""The institutions' sheet: an institution a row, whoever it sends."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from cspdesk.models.counts import Counts, count_present
from cspdesk.models.meetings import Attendee, MeetingRecord, Presence
from cspdesk.models.people import Institution
from cspdesk.models.words import word
from cspdesk.paper import parts, summary
from cspdesk.paper.blocks import Block, Column, Document, Paragraph, Table, Title
from cspdesk.paper.wording import DOTS, Wording

BLANK_ROWS = 4
"""For institutions that come uninvited, where nobody asks for more or fewer."""

_ROW_HEIGHT = 9.5
_MOST_ON_A_PAGE = 20


@dataclass
class _Delegation:
    """An institution with the people of it who are on the list."""

    institution: Institution
    invited: list[Attendee] = field(default_factory=list)
    came: list[Attendee] = field(default_factory=list)
    asked: bool = True


def compose(
    record: MeetingRecord,
    language: str,
    *,
    attended: bool,
    blank_rows: int = BLANK_ROWS,
    fill_page: bool = True,
    phones: bool = True,
) -> Document:
    """Return the sheet of institutions in 'km' or 'en', A4 landscape.

    Args:
        record: the meeting with its people.
        language: of the document.
        attended: who came of each, with counts that add up, and who did not; instead of who is
            expected, with room for the name, the number of people and a signature.
        blank_rows: rows for institutions that were not invited; only before the meeting.
        fill_page: as many more of them as there is room for on the last page.
        phones: False leaves the phone numbers off.
    """
    words = Wording.of(record.organisation, language)
    title, meeting = words.gettext("Sheet of institutions"), record.meeting
    delegations = _delegations(record)
    body: list[Block]
    if attended:
        body = [_attended(words, record, delegations, phones=phones)]
        body.append(Paragraph(_foot(words, delegations), bold=True))
    else:
        spare = _MOST_ON_A_PAGE if fill_page else 0
        body = [_to_sign(words, delegations, blank_rows, spare, phones=phones), _to_count(words)]
    details = [parts.meeting_title(words, meeting), parts.when_and_where(words, meeting)]
    blocks: list[Block] = [
        parts.letterhead(words, record.organisation, national=meeting.national_header),
        Title(title, details=details),
        *body,
    ]
    page = parts.wide_page(words, meeting.sheet_code)
    return parts.document(words, record.organisation, title, blocks, page)


def _delegations(record: MeetingRecord) -> list[_Delegation]:
    """The institutions in the order of the sheet: those of its people, then those without any."""
    found: dict[str, _Delegation] = {}
    asked = {institution.id for institution in record.institutions_invited}
    for row in record.attendees:
        if row.institution is None:
            continue
        one = found.setdefault(row.institution.id, _Delegation(row.institution))
        if row.attendance.invited:
            one.invited.append(row)
            asked.add(row.institution.id)
        if row.attendance.presence is Presence.PRESENT:
            one.came.append(row)
    for institution in record.institutions_invited:
        found.setdefault(institution.id, _Delegation(institution))
    for one in found.values():
        one.asked = one.institution.id in asked
    return [one for one in found.values() if one.asked or one.came]


def _first_columns(words: Wording) -> list[Column]:
    return [
        Column(words.pgettext("column", "No."), 10, align="center"),
        Column(words.pgettext("column", "Institution")),
        Column(words.gettext("Type"), 26),
    ]


def _first_cells(words: Wording, number: int, institution: Institution) -> list[str]:
    return [
        words.digits(number),
        parts.institution_name(words, institution),
        words.gettext(word(institution.kind)),
    ]


def _to_sign(
    words: Wording, delegations: Sequence[_Delegation], blank: int, spare: int, *, phones: bool
) -> Table:
    columns = [
        *_first_columns(words),
        Column(words.gettext("Representative"), 42, keep_together=True),
        Column(words.gettext("Sex"), 12, align="center"),
    ]
    if phones:
        phone = Column(words.gettext("Phone number"), 28, align="center", keep_together=True)
        columns.append(phone)
    columns += [
        Column(words.gettext("Name of participant"), 42),
        Column(words.pgettext("column", "People"), 14, align="center"),
        Column(words.gettext("Women"), 14, align="center"),
        Column(words.gettext("Signature / thumbprint"), 36),
    ]
    expected = [one for one in delegations if one.asked]
    rows = [_expected(words, n, one, phones=phones) for n, one in enumerate(expected, start=1)]
    rows += [[words.digits(len(rows) + n)] for n in range(1, blank + spare + 1)]
    shown = len(expected) + blank
    return Table(columns, rows[:shown], row_height=_ROW_HEIGHT, spare=rows[shown:])


def _expected(words: Wording, number: int, one: _Delegation, *, phones: bool) -> list[str]:
    """An institution with the first of those invited by name; the others are on the other sheet."""
    row = one.invited[0] if one.invited else None
    cells = [
        *_first_cells(words, number, one.institution),
        words.name(row.person) if row else "",
        parts.sex_letter(words, row.sex) if row else "",
    ]
    if phones:
        cells.append(words.phones((row.person.phones if row else ()) or one.institution.phones))
    return cells


def _attended(
    words: Wording, record: MeetingRecord, delegations: Sequence[_Delegation], *, phones: bool
) -> Table:
    columns = [
        *_first_columns(words),
        Column(words.gettext("Who came"), 92 if phones else 62),
        *summary.count_columns(words, 17),
    ]
    rows = [
        [
            *_first_cells(words, number, one.institution),
            "\n".join(_who(words, row, phones=phones) for row in one.came)
            or words.gettext("Nobody came"),
            *summary.count_cells(words, count_present(one.came)),
        ]
        for number, one in enumerate(delegations, start=1)
    ]
    blank = [""] * (len(columns) - 6)
    rows += [
        ["", name, *blank, *summary.count_cells(words, counts)]
        for name, counts in _others(words, record)
        if counts.total
    ]
    total = count_present(record.attendees, record.headcounts)
    totals = ["", words.gettext("Total"), *blank, *summary.count_cells(words, total)]
    return Table(columns, rows, totals=totals)


def _who(words: Wording, row: Attendee, *, phones: bool) -> str:
    """Somebody who came and the first of their numbers.

    A number stands behind its owner: in a column it could be taken for that of a neighbour.
    """
    number = words.phones(row.person.phones[:1]) if phones else ""
    return words.joined((words.name(row.person), row.attendance.position, number))


def _others(words: Wording, record: MeetingRecord) -> list[tuple[str, Counts]]:
    alone = (row for row in record.attendees if row.institution is None)
    return [
        (words.gettext("Without an institution"), count_present(alone)),
        (
            words.gettext("Participants counted without names"),
            count_present((), record.headcounts),
        ),
    ]


def _foot(words: Wording, delegations: Sequence[_Delegation]) -> str:
    asked = [one for one in delegations if one.asked]
    return words.gettext(
        "Institutions invited: {invited} · Of these came: {came} · Came uninvited: {uninvited}",
        invited=len(asked),
        came=sum(bool(one.came) for one in asked),
        uninvited=len(delegations) - len(asked),
    )


def _to_count(words: Wording) -> Paragraph:
    """Room for the totals that are counted by hand."""
    foot = words.gettext(
        "Institutions present: {dots} · Participants: {dots} · Women: {dots} ·"
        " Attendance taken by: {dots}",
        dots=DOTS,
    )
    return Paragraph(foot)
