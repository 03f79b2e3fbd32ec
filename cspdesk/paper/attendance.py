"""The attendance sheet: before a meeting, to be signed; after it, as attended."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cspdesk.models.counts import count_present
from cspdesk.models.meetings import Attendee, MeetingRecord, Presence
from cspdesk.paper import dates, parts, sheet_columns, summary
from cspdesk.paper.blocks import Block, Column, Document, Paragraph, Table, Title
from cspdesk.paper.sheet_columns import Cell, Line
from cspdesk.paper.wording import DOTS, Wording

ROW_HEIGHT = 9.5
"""Millimetres: room for a signature or the thumb of somebody who does not sign."""

BLANK_ROWS = 8
"""For those who come uninvited, where nobody asks for more or fewer."""

_NARROW_ROW_HEIGHT = 12.0
"""Where the cells are too narrow for a thumb laid on its side."""
_MOST_ON_A_PAGE = 20


def compose(
    record: MeetingRecord,
    language: str,
    *,
    names: bool = True,
    blank_rows: int = BLANK_ROWS,
    fill_page: bool = True,
    phones: bool = True,
    days: int = 1,
    half_days: bool = False,
) -> Document:
    """Return the sheet of those invited in 'km' or 'en', A4 landscape, with room to sign.

    Args:
        record: the meeting with its people.
        language: of the document.
        names: False leaves the rows of those invited blank, for a door where all write themselves.
        blank_rows: numbered rows for people who were not invited.
        fill_page: as many more of them as there is room for on the last page.
        phones: phones and ages are personal data; False leaves both columns off a sheet that
            goes round the room.
        days: 1 to 5, each with a column to sign in; see :func:`sheet_columns.widths`.
        half_days: a column for each morning and each afternoon.
    """
    words = Wording.of(record.organisation, language)
    days = min(max(days, 1), sheet_columns.MOST_DAYS)
    signed = sheet_columns.signature_columns(words, record.meeting.on, days, half_days=half_days)
    chosen = sheet_columns.widths(len(signed), phones=phones)
    left = sheet_columns.person_columns(words, chosen)
    table = _table(
        words,
        [*left, *((column, _nothing) for column in signed)],
        _expected(words, record, blank_rows, names=names),
        spare=_MOST_ON_A_PAGE if fill_page else 0,
        row_height=_NARROW_ROW_HEIGHT
        if sheet_columns.room(chosen, len(signed)) < sheet_columns.ROOM_TO_SIGN
        else ROW_HEIGHT,
    )
    several = words.gettext("Each column is signed, or marked with the thumb, on its day.")
    notes = [several] if len(signed) > 1 else []
    return _document(words, record, [table, *_to_count(words)], days, notes)


def compose_attended(
    record: MeetingRecord, language: str, *, phones: bool = True, by_kind: bool = True
) -> Document:
    """Return the list of those who came, with the time of arrival and the totals.

    Args:
        record: the meeting with its people.
        language: 'km' or 'en'.
        phones: False leaves phones and ages off.
        by_kind: a summary by kind of institution with a chart below the list.
    """
    words = Wording.of(record.organisation, language)
    chosen = {**sheet_columns.widths(1, phones=phones), "institution": 0.0}
    left = sheet_columns.person_columns(words, chosen)
    arrived = Column(words.pgettext("column", "Arrived"), 22, align="center")
    lines = [
        _line(words, record, row)
        for row in record.attendees
        if row.attendance.presence is Presence.PRESENT
    ]
    table = _table(words, [*left, (arrived, lambda line: line.arrived)], lines)
    blocks: list[Block] = [table, *_counted(words, record)]
    return _document(
        words, record, [*blocks, *summary.blocks(words, record)] if by_kind else blocks
    )


def _document(
    words: Wording,
    record: MeetingRecord,
    body: Sequence[Block],
    days: int = 1,
    notes: Sequence[str] = (),
) -> Document:
    title, meeting = words.gettext("Attendance list"), record.meeting
    details = [
        parts.meeting_title(words, meeting),
        parts.when_and_where(words, meeting, days),
        *notes,
    ]
    blocks: list[Block] = [
        parts.letterhead(words, record.organisation, national=meeting.national_header),
        Title(title, details=details),
        *body,
    ]
    page = parts.wide_page(words, meeting.sheet_code)
    return parts.document(words, record.organisation, title, blocks, page)


def _expected(words: Wording, record: MeetingRecord, blank_rows: int, *, names: bool) -> list[Line]:
    """People invited in the order of the sheet, institutions still without a name, blank rows."""
    people = [row for row in record.attendees if row.attendance.invited]
    named = {row.institution.id for row in people if row.institution}
    unnamed = [place for place in record.institutions_invited if place.id not in named]
    lines = [
        *(_line(words, record, row) for row in people),
        *(Line(institution=words.name(place)) for place in unnamed),
    ]
    return [*(lines if names else [Line()] * len(lines)), *([Line()] * blank_rows)]


def _line(words: Wording, record: MeetingRecord, row: Attendee) -> Line:
    birth, on = row.person.birth_year, record.meeting.on
    return Line(
        name=words.name(row.person),
        sex=parts.sex_letter(words, row.sex),
        age=words.digits(on.year - birth) if birth and on and birth <= on.year else "",
        position=row.attendance.position,
        institution=words.name(row.institution),
        phones=words.phones(row.person.phones),
        arrived=dates.times(words, row.attendance.arrived, None),
    )


def _nothing(_line: Line) -> str:
    return ""


def _table(
    words: Wording,
    columns: Sequence[tuple[Column, Cell]],
    lines: Sequence[Line],
    *,
    spare: int = 0,
    row_height: float = ROW_HEIGHT,
) -> Table:
    number = Column(words.pgettext("column", "No."), 10, align="center")
    rows = [
        [words.digits(n), *(cell(line) for _column, cell in columns)]
        for n, line in enumerate([*lines, *([Line()] * spare)], start=1)
    ]
    return Table(
        columns=[number, *(column for column, _cell in columns)],
        rows=rows[: len(lines)],
        row_height=row_height,
        spare=rows[len(lines) :],
    )


def _to_count(words: Wording) -> Iterable[Block]:
    """Room for the totals that are counted by hand."""
    foot = words.gettext(
        "Total participants: {dots} · Women: {dots} · Youth: {dots} · People with disability: {dots}"
        " · Elderly: {dots} · Attendance taken by: {dots}",
        dots=DOTS,
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
