"""The follow-up table: what was agreed and is not yet done, the most urgent first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from cspdesk.models.meetings import ActionPoint, Meeting
from cspdesk.models.organisation import Organisation
from cspdesk.paper import dates, parts
from cspdesk.paper.blocks import Block, Column, Document, Paragraph, Table, Title
from cspdesk.paper.wording import Wording


def compose(
    actions: Sequence[tuple[ActionPoint, Meeting]],
    organisation: Organisation,
    language: str,
    *,
    on: date,
    title: str = "",
    room_to_write: bool = True,
) -> Document:
    """Return the table in 'km' or 'en', A4 landscape.

    Args:
        actions: open ones with the meetings that agreed on them, in any order.
        organisation: whose table it is.
        language: of the document.
        on: the day as of which an action is late.
        title: a line below the document's name, such as whose meeting's actions these are.
        room_to_write: a column for what became of each, to be filled at the next meeting.
    """
    words = Wording.of(organisation, language)
    name = words.gettext("Follow-up table")
    ordered = sorted(actions, key=lambda found: found[0].due or date.max)
    as_of = words.gettext("As of {date}", date=dates.long_date(words, on))
    blocks: list[Block] = [
        parts.letterhead(words, organisation, national=False),
        Title(name, title, [as_of]),
        _table(words, ordered, on, room_to_write=room_to_write)
        if ordered
        else Paragraph(words.gettext("All actions are done."), align="center"),
    ]
    if ordered:
        blocks.append(Paragraph(_foot(words, ordered, on), bold=True))
    return parts.document(words, organisation, name, blocks, parts.wide_page(words))


def _table(
    words: Wording,
    actions: Sequence[tuple[ActionPoint, Meeting]],
    on: date,
    *,
    room_to_write: bool,
) -> Table:
    columns = [
        Column(words.pgettext("column", "No."), 10, align="center"),
        Column(words.pgettext("column", "Action"), weight=1.6),
        Column(words.gettext("Responsible person"), 36),
        Column(words.gettext("Deadline"), 26, align="center", keep_together=True),
        Column(words.gettext("State"), 30, align="center"),
        Column(words.gettext("Agreed at")),
    ]
    if room_to_write:
        columns.append(Column(words.gettext("Progress"), 44))
    rows = [
        [
            words.digits(number),
            action.text.strip(),
            words.kept(action.responsible),
            dates.short_date(words, action.due),
            _state(words, action, on),
            _agreed(words, meeting),
        ]
        for number, (action, meeting) in enumerate(actions, start=1)
    ]
    return Table(columns, rows, row_height=9.5 if room_to_write else 0.0)


def _state(words: Wording, action: ActionPoint, on: date) -> str:
    if action.due is None:
        return words.gettext("No deadline")
    late = (on - action.due).days
    if late > 0:
        return words.ngettext("{n} day late", "{n} days late", late)
    return words.gettext("Due today") if not late else words.gettext("Not yet due")


def _agreed(words: Wording, meeting: Meeting) -> str:
    day = dates.short_date(words, meeting.on)
    return "\n".join(part for part in (parts.meeting_title(words, meeting), day) if part)


def _foot(words: Wording, actions: Sequence[tuple[ActionPoint, Meeting]], on: date) -> str:
    return words.gettext(
        "Open actions: {total} · Overdue: {late} · Without a deadline: {undated}",
        total=len(actions),
        late=sum(action.due is not None and action.due < on for action, _meeting in actions),
        undated=sum(action.due is None for action, _meeting in actions),
    )
