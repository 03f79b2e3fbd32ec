"""Minutes of a meeting, in the order and wording of official Khmer minutes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from cspdesk.i18n import N_
from cspdesk.models.counts import Counts, count_present
from cspdesk.models.meetings import Attendee, Meeting, MeetingKind, MeetingRecord
from cspdesk.models.people import InstitutionKind
from cspdesk.paper import dates, discussion, parts
from cspdesk.paper.blocks import (
    Block,
    Document,
    Heading,
    NumberedList,
    Page,
    Paragraph,
    Signature,
    Signatures,
    Title,
)
from cspdesk.paper.wording import DOTS, Wording

_FIRST_LINE = 10.0
_MEETING = N_("The meeting")
_SUBJECTS = {
    MeetingKind.PARTNERSHIP_FORUM: N_("The forum"),
    MeetingKind.INTEGRATION_WORKSHOP: N_("The workshop"),
    MeetingKind.TRAINING: N_("The training"),
}
_TOTAL = N_("Total participants: {total}, of whom women: {women} (attendance list attached)")
_TOTAL_OF_GROUPS = N_(
    "Total participants: {total}, of whom women: {women} (attendance list attached), namely:"
)
_ADMINISTRATION = {InstitutionKind.ADMINISTRATION}
_COUNCILS = {InstitutionKind.COUNCIL, InstitutionKind.LINE_OFFICE}
_SOCIETY = {
    InstitutionKind.NGO,
    InstitutionKind.CBO,
    InstitutionKind.ASSOCIATION,
    InstitutionKind.NETWORK,
}


def compose(record: MeetingRecord, language: str) -> Document:
    """Return the minutes of a meeting in 'km' or 'en', A4 portrait.

    What is not filled in is left out; where a person must write by hand there are dots.
    Confidential notes are never printed.
    """
    words = Wording.of(record.organisation, language)
    meeting = record.meeting
    name = words.gettext("Minutes")
    title = parts.meeting_title(words, meeting)
    blocks: list[Block] = [
        parts.letterhead(
            words,
            record.organisation,
            national=meeting.national_header,
            number=_number(words, meeting),
        ),
        Title(name, title),
        *_opening(words, meeting, title),
        *_sections(words, record),
        Paragraph(_closing(words, meeting), indent=_FIRST_LINE, space_after=4, keep_with_next=True),
        _signatures(words, record),
    ]
    page = Page(footer=parts.page_number(words))
    return parts.document(words, record.organisation, f"{name} - {title}", blocks, page)


def _number(words: Wording, meeting: Meeting) -> str:
    """The number line; a number not yet given is written by hand into the dots."""
    if meeting.number.strip():
        return words.gettext("No.: {number}", number=meeting.number.strip())
    year = words.digits(f"{meeting.on:%y}") if meeting.on else DOTS[:9]
    return words.gettext("No.: {dots}/{year} MIN", dots=DOTS, year=year)


def _opening(words: Wording, meeting: Meeting, title: str) -> Iterator[Block]:
    where = parts.venue(words, meeting)
    circumstances = words.joined(
        (
            dates.spelled_date(words, meeting.on) if meeting.on else "",
            _at_time(words, meeting),
            words.pgettext("opening of minutes", "at {venue}", venue=where) if where else "",
        )
    )
    fields = {"title": title, "chair": words.kept(meeting.chair), "circumstances": circumstances}
    if circumstances and fields["chair"]:
        text = words.gettext(
            "{circumstances}, “{title}” was opened under the chairmanship of {chair}.", **fields
        )
    elif circumstances:
        del fields["chair"]
        text = words.gettext("{circumstances}, “{title}” was opened.", **fields)
    elif fields["chair"]:
        text = words.gettext("“{title}” was opened under the chairmanship of {chair}.", **fields)
    else:
        text = words.gettext("“{title}” was opened.", title=title)
    yield Paragraph(text[:1].upper() + text[1:], indent=_FIRST_LINE)
    if meeting.objective.strip():
        yield Paragraph(
            words.gettext("Objective: {objective}", objective=meeting.objective.strip()),
            indent=_FIRST_LINE,
        )


def _at_time(words: Wording, meeting: Meeting) -> str:
    if meeting.starts is None:
        return ""
    return words.pgettext(
        "opening of minutes", "at {time}", time=dates.clock(words, meeting.starts)
    )


def _sections(words: Wording, record: MeetingRecord) -> Iterator[Block]:
    """The numbered sections; one that has nothing to say is not there and leaves no gap."""
    number = count(1)

    def heading(text: str) -> Heading:
        return Heading(f"{words.digits(next(number))}. {text}")

    yield heading(words.gettext("Composition of participants"))
    yield from _participants(words, record)
    titled = zip(record.agenda, parts.agenda_titles(words, record), strict=True)
    agenda = [
        (f"{words.digits(n)}.", _agenda_line(words, title, item.presenter.strip()))
        for n, (item, title) in enumerate(titled, start=1)
    ]
    if agenda:
        yield heading(words.gettext("Agenda"))
        yield NumberedList(agenda)
    text = list(discussion.running_text(words, record))
    table = discussion.table(words, record)
    if text or table.rows:
        yield heading(words.gettext("Discussion and responses"))
        yield from text
    if table.rows:
        yield table
    points = discussion.agreed_points(words, record)
    if points.items:
        yield heading(words.gettext("Agreed points and follow-up actions"))
        yield points
    annexes = [line.strip() for line in record.meeting.annexes.splitlines() if line.strip()]
    if annexes:
        yield heading(words.gettext("Annexes"))
        annexes.insert(0, words.gettext("Attendance list"))
        yield NumberedList([(f"{words.digits(n)}.", text) for n, text in enumerate(annexes, 1)])


def _agenda_line(words: Wording, title: str, presenter: str) -> str:
    if not presenter:
        return title
    return words.gettext("{title}, by {presenter}", title=title, presenter=words.kept(presenter))


def _participants(words: Wording, record: MeetingRecord) -> Iterator[Block]:
    counts = count_present(record.attendees, record.headcounts)
    if not counts.total:
        yield Paragraph(words.gettext(_TOTAL, total=DOTS, women=DOTS))
        return
    groups = [
        words.gettext("{group}: {total}, women: {women}", group=group, total=n.total, women=n.women)
        for group, n in _groups(words, record)
        if n.total
    ]
    yield Paragraph(
        words.gettext(_TOTAL_OF_GROUPS, total=counts.total, women=counts.women),
        keep_with_next=True,
    )
    yield NumberedList([("-", line) for line in groups])
    if counts.not_recorded:
        # Not one of the groups, which add up to the total.
        yield Paragraph(words.gettext("Sex not recorded: {total}", total=counts.not_recorded))


def _groups(words: Wording, record: MeetingRecord) -> Iterable[tuple[str, Counts]]:
    """Those present by what they come from; the parts add up to the total."""

    def of(*kinds: InstitutionKind) -> Counts:
        return count_present(row for row in record.attendees if _kind(row) in kinds)

    grouped = _ADMINISTRATION | _COUNCILS | _SOCIETY
    others = (row for row in record.attendees if _kind(row) not in grouped)
    return (
        (words.gettext("Administrations"), of(*_ADMINISTRATION)),
        (words.gettext("Councils, departments and technical units"), of(*_COUNCILS)),
        (words.gettext("Organisations, associations and communities"), of(*_SOCIETY)),
        (words.gettext("Other participants"), count_present(others)),
        (words.gettext("Participants counted without names"), count_present((), record.headcounts)),
    )


def _kind(row: Attendee) -> InstitutionKind | None:
    return row.institution.kind if row.institution else None


def _closing(words: Wording, meeting: Meeting) -> str:
    subject = words.gettext(_SUBJECTS.get(meeting.kind, _MEETING))
    if meeting.ends is None:
        return words.gettext(
            "{meeting} ended in a friendly atmosphere and with responsibility.", meeting=subject
        )
    return words.gettext(
        "{meeting} ended at {time} on the same day, in a friendly atmosphere and with"
        " responsibility.",
        meeting=subject,
        time=dates.clock(words, meeting.ends),
    )


def _signatures(words: Wording, record: MeetingRecord) -> Signatures:
    """The chair's approval at the left, place, dates and the note-taker at the right."""
    meeting = record.meeting
    forum = meeting.kind is MeetingKind.PARTNERSHIP_FORUM
    on = dates.long_date(words, meeting.on) or dates.date_to_write(words)
    wanted = record.organisation.lunar_date or meeting.lunar_date
    lunar = dates.lunar_line(words, meeting.on, meeting.lunar_date) if wanted else ""
    chair = meeting.chair.strip() or words.gettext("(signature, seal and name)")
    note_taker = meeting.note_taker.strip() or words.gettext("(signature and name)")
    return Signatures(
        left=Signature(
            above=[words.gettext("Seen and approved")],
            role=words.gettext("Chair of the forum")
            if forum
            else words.gettext("Chair of the meeting"),
            below=[chair],
        ),
        right=Signature(
            above=[
                *([lunar] if lunar else []),
                words.joined((words.place(meeting.place), on)),
            ],
            role=words.gettext("Minutes taken by"),
            below=[note_taker],
        ),
    )
