"""Who came, counted by kind of institution: a table that adds up, and a chart."""

from __future__ import annotations

from collections.abc import Iterator

from cspdesk.models.counts import Counts, count_present
from cspdesk.models.meetings import MeetingRecord
from cspdesk.models.people import InstitutionKind
from cspdesk.models.words import word
from cspdesk.paper.blocks import Block, Chart, Column, Heading, Table
from cspdesk.paper.wording import Wording

_FEWEST_BARS = 2


def blocks(words: Wording, record: MeetingRecord) -> Iterator[Block]:
    """Return heading, table and chart; nothing of a meeting that nobody came to."""
    groups = counted(words, record)
    if not groups:
        return
    yield Heading(words.gettext("Participants by kind of institution"))
    yield _table(words, groups, count_present(record.attendees, record.headcounts))
    if len(groups) >= _FEWEST_BARS:
        yield _chart(words, groups)


def counted(words: Wording, record: MeetingRecord) -> list[tuple[str, Counts]]:
    """Return those present by kind of institution, every one in exactly one group.

    People of no institution and people counted without names are groups of their own, so that the
    parts add up to the total of the whole list.
    """
    kinds = [
        (
            words.gettext(word(kind)),
            count_present(
                r for r in record.attendees if r.institution and r.institution.kind is kind
            ),
        )
        for kind in InstitutionKind
    ]
    alone = count_present(row for row in record.attendees if not row.institution)
    groups = [
        *kinds,
        (words.gettext("Without an institution"), alone),
        (
            words.gettext("Participants counted without names"),
            count_present((), record.headcounts),
        ),
    ]
    return [(name, counts) for name, counts in groups if counts.total]


def count_columns(words: Wording, width: float) -> list[Column]:
    """Return the columns women, men, not recorded and total, each ``width`` mm wide."""
    titles = (
        words.gettext("Women"),
        words.gettext("Men"),
        words.gettext("Not recorded"),
        words.gettext("Total"),
    )
    return [Column(title, width, align="right") for title in titles]


def count_cells(words: Wording, counts: Counts) -> list[str]:
    """Return what stands in those columns."""
    numbers = counts.women, counts.men, counts.not_recorded, counts.total
    return [words.digits(number) for number in numbers]


def _table(words: Wording, groups: list[tuple[str, Counts]], total: Counts) -> Table:
    return Table(
        [
            Column(words.gettext("Kind of institution")),
            Column(words.gettext("Institutions"), 30, align="right"),
            *count_columns(words, 30),
        ],
        [
            [name, words.digits(counts.institutions), *count_cells(words, counts)]
            for name, counts in groups
        ],
        totals=[
            words.gettext("Total"),
            words.digits(total.institutions),
            *count_cells(words, total),
        ],
    )


def _chart(words: Wording, groups: list[tuple[str, Counts]]) -> Chart:
    series = [
        (words.gettext("Women"), [counts.women for _name, counts in groups]),
        (words.gettext("Men"), [counts.men for _name, counts in groups]),
        (words.gettext("Not recorded"), [counts.not_recorded for _name, counts in groups]),
    ]
    return Chart(
        words.gettext("Participants by kind of institution and sex"),
        [name for name, _counts in groups],
        [part for part in series if any(part[1])],
        [words.digits(counts.total) for _name, counts in groups],
    )
