"""What was said at a meeting and what follows from it: the heart of its minutes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from cspdesk.models.meetings import ActionPoint, AgendaItem, MeetingRecord, Note, NoteKind, Sector
from cspdesk.models.words import word
from cspdesk.paper import dates, parts
from cspdesk.paper.blocks import Block, Column, NumberedList, Paragraph, Table
from cspdesk.paper.wording import DOTS, Wording

_ROOM_TO_WRITE = 14.0
_BLANK_POINTS = 3
_LONGEST_IN_TABLE = 400
"""Characters of a discussion that a column still holds well; longer ones are running text."""
_Row = Sequence[str]


def open_notes(record: MeetingRecord) -> list[Note]:
    """Return the notes that may be printed: no confidential one ever is."""
    return [note for note in record.notes if not note.confidential and note.text.strip()]


def said_anything(record: MeetingRecord) -> bool:
    """Tell whether anything was noted, or the minutes are still to be written by hand."""
    written = any(item.discussion.strip() or item.decision.strip() for item in record.agenda)
    return written or bool(open_notes(record)) or any(a.text.strip() for a in record.actions)


def running_text(words: Wording, record: MeetingRecord) -> Iterator[Block]:
    """Return what is too long for a column, under the titles of its agenda items."""
    titles = parts.agenda_titles(words, record)
    for number, (item, title) in enumerate(zip(record.agenda, titles, strict=True), start=1):
        if _is_long(item):
            heading = f"{words.digits(number)}. {title}"
            yield Paragraph(heading, bold=True, keep_with_next=True)
            yield Paragraph(item.discussion.strip())


def _is_long(item: AgendaItem) -> bool:
    return len(item.discussion.strip()) > _LONGEST_IN_TABLE


def table(words: Wording, record: MeetingRecord) -> Table:
    """Return the table of discussion and responses, in the order of the agenda.

    An item of which nothing was noted has no row; of minutes without a word every item has one,
    with room to write.
    """
    noted = said_anything(record)
    rows = list(_rows(words, record)) if noted else list(_blank_rows(words, record))
    return Table(
        columns=[
            Column(words.pgettext("column", "No."), 12, align="center"),
            Column(words.gettext("Issue or request raised"), weight=1.15),
            Column(words.gettext("Response or decision")),
            Column(words.gettext("Responsible person"), 27),
            Column(words.gettext("Deadline"), 26, align="center", keep_together=True),
        ],
        rows=rows,
        row_height=0.0 if noted else _ROOM_TO_WRITE,
    )


def _blank_rows(words: Wording, record: MeetingRecord) -> Iterator[_Row]:
    titles = parts.agenda_titles(words, record) or [""] * _BLANK_POINTS
    for number, title in enumerate(titles, start=1):
        yield words.digits(number), title, "", "", ""


def _rows(words: Wording, record: MeetingRecord) -> Iterator[_Row]:
    notes = open_notes(record)
    known = {item.id for item in record.agenda}
    labels = _labels(words, record)
    agenda = zip(record.agenda, parts.agenda_titles(words, record), strict=True)
    for number, (item, item_title) in enumerate(agenda, start=1):
        said = [_note(words, note) for note in notes if note.agenda_item_id == item.id]
        discussion = "" if _is_long(item) else item.discussion.strip()
        if discussion or item.decision.strip():
            said.insert(0, (discussion, item.decision.strip()))
        actions = [a for a in record.actions if a.agenda_item_id == item.id and a.text.strip()]
        yield from _item(words, number, item_title, said, _who_and_when(words, actions, labels))
    others = [_note(words, note) for note in notes if note.agenda_item_id not in known]
    title = words.gettext("Other matters") if record.agenda else ""
    yield from _item(words, len(record.agenda) + 1, title, others, ("", ""))


def _item(
    words: Wording,
    number: int,
    title: str,
    said: Sequence[tuple[str, str]],
    who_and_when: tuple[str, str],
) -> Iterator[_Row]:
    """One row for each thing said; the first names the item and who does what follows from it."""
    for part, (raised, response) in enumerate(said, start=1):
        label = words.digits(f"{number}.{part}" if len(said) > 1 else number)
        first = part == 1
        heading = words.gettext("{title}:", title=title) if raised else title
        text = f"{heading}\n{raised}".strip() if first and title else raised
        yield label, text, response, *(who_and_when if first else ("", ""))


def _note(words: Wording, note: Note) -> tuple[str, str]:
    text = note.text.strip()
    if note.kind is not NoteKind.ISSUE:
        text = words.gettext("{kind}: {text}", kind=words.gettext(word(note.kind)), text=text)
    sector = words.gettext(word(note.sector)) if note.sector is not Sector.NONE else ""
    place = words.place(note.place)
    lines = (
        (words.gettext("Raised by: {name}", name=words.kept(note.raised_by)), note.raised_by),
        (words.gettext("Raised to: {name}", name=note.addressed_to), note.addressed_to),
        (words.gettext("Sector: {sector}", sector=sector), sector),
        (words.gettext("Place: {place}", place=place), place),
    )
    details = " · ".join(line for line, value in lines if value.strip())
    return f"{text}\n{details}".strip(), note.response.strip()


def _who_and_when(
    words: Wording, actions: Sequence[ActionPoint], labels: dict[str, str]
) -> tuple[str, str]:
    """Who and by when; of several actions each with its label in the list of agreed points."""
    marks = [f"{labels[action.id]} " if len(actions) > 1 else "" for action in actions]
    who = [mark + words.kept(a.responsible) for mark, a in zip(marks, actions, strict=True)]
    due = [mark + dates.short_date(words, a.due) for mark, a in zip(marks, actions, strict=True)]
    return (
        "\n".join(line for line, a in zip(who, actions, strict=True) if a.responsible.strip()),
        "\n".join(line for line, a in zip(due, actions, strict=True) if a.due),
    )


def agreed_points(words: Wording, record: MeetingRecord) -> NumberedList:
    """Return what was decided and what will be done; room to write where nothing was noted yet."""
    if not said_anything(record):
        return NumberedList([(words.letter(n), DOTS * 3) for n in range(1, _BLANK_POINTS + 1)])
    points = _decisions(record) + [_action(words, a) for a in record.actions if a.text.strip()]
    return NumberedList([(words.letter(n), text) for n, text in enumerate(points, start=1)])


def _decisions(record: MeetingRecord) -> list[str]:
    return [item.decision.strip() for item in record.agenda if item.decision.strip()]


def _labels(words: Wording, record: MeetingRecord) -> dict[str, str]:
    """The label of each action in the list of agreed points, by its id."""
    first = len(_decisions(record)) + 1
    actions = [action for action in record.actions if action.text.strip()]
    return {action.id: words.letter(n) for n, action in enumerate(actions, start=first)}


def _action(words: Wording, action: ActionPoint) -> str:
    text, who = action.text.strip(), words.kept(action.responsible)
    due = dates.long_date(words, action.due)
    if who and due:
        return words.gettext(
            "{action} (responsible: {responsible}, deadline: {due})",
            action=text,
            responsible=who,
            due=due,
        )
    if who:
        return words.gettext("{action} (responsible: {responsible})", action=text, responsible=who)
    if due:
        return words.gettext("{action} (deadline: {due})", action=text, due=due)
    return text
