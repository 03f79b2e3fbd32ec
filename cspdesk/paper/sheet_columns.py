"""The columns of an attendance sheet: as many as leave room to sign."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from cspdesk.paper import dates
from cspdesk.paper.blocks import Align, Column
from cspdesk.paper.wording import DOTS, Wording

PAPER_WIDTH = 267.0
"""Millimetres between the margins of the sheet."""

MOST_DAYS = 5
ROOM_TO_SIGN = 24.0
"""Where several signatures stand side by side; that of a single column gets all that is left."""


@dataclass(frozen=True)
class Line:
    """The texts of one row."""

    name: str = ""
    sex: str = ""
    age: str = ""
    position: str = ""
    institution: str = ""
    phones: str = ""
    arrived: str = ""


Cell = Callable[[Line], str]

_WIDTHS = {"name": 50.0, "sex": 12.0, "age": 12.0, "position": 36.0, "institution": 52.0, "phones": 30.0}  # fmt: skip
_NARROW = {"name": 42.0, "sex": 10.0, "institution": 35.0}
_NUMBER = 10.0
_GIVEN_UP = ("age", "position", "phones")
"""What many signatures take the place of, one after the other."""


def widths(signatures: int, *, phones: bool) -> dict[str, float]:
    """Return the columns that stand left of the signatures with their widths in mm.

    A single signature leaves all columns as they are. Several need 24 mm each: age, position and
    phone go, in this order, then names and institutions get narrower. Ten half-days still have
    17 mm each, the width of a thumb.
    """
    chosen = {k: v for k, v in _WIDTHS.items() if phones or k not in ("age", "phones")}
    for column in _GIVEN_UP:
        if signatures == 1 or room(chosen, signatures) >= ROOM_TO_SIGN:
            return chosen
        chosen.pop(column, None)
    return chosen if room(chosen, signatures) >= ROOM_TO_SIGN else dict(_NARROW)


def room(chosen: dict[str, float], signatures: int) -> float:
    """Return the millimetres that each of ``signatures`` columns has beside ``chosen``."""
    return (PAPER_WIDTH - _NUMBER - sum(chosen.values())) / signatures


def person_columns(words: Wording, chosen: dict[str, float]) -> list[tuple[Column, Cell]]:
    """Return the columns about a person with what stands in each; a width of 0 shares the rest."""

    def column(name: str, title: str, *, centred: bool = False, kept: bool = False) -> Column:
        align: Align = "center" if centred else "left"
        return Column(title, chosen[name], align=align, keep_together=kept)

    known: dict[str, Callable[[], tuple[Column, Cell]]] = {
        "name": lambda: (
            column("name", words.gettext("Surname and given name"), kept=True),
            lambda line: line.name,
        ),
        "sex": lambda: (column("sex", words.gettext("Sex"), centred=True), lambda line: line.sex),
        "age": lambda: (column("age", words.gettext("Age"), centred=True), lambda line: line.age),
        "position": lambda: (
            column("position", words.gettext("Position")),
            lambda line: line.position,
        ),
        "institution": lambda: (
            column("institution", words.gettext("Institution/unit")),
            lambda line: line.institution,
        ),
        "phones": lambda: (
            column("phones", words.gettext("Phone number"), centred=True, kept=True),
            lambda line: line.phones,
        ),
    }
    return [known[name]() for name in known if name in chosen]


def signature_columns(
    words: Wording, first: date | None, days: int, *, half_days: bool
) -> list[Column]:
    """Return a column to sign in for each day, or for its morning and afternoon.

    A day without a date has dots in its place, to be written by hand.
    """
    if days == 1 and not half_days:
        return [Column(words.gettext("Signature / thumbprint"))]
    halves: Sequence[str] = [""]
    if half_days:
        halves = words.pgettext("half a day", "a.m."), words.pgettext("half a day", "p.m.")
    return [
        Column("\n".join(filter(None, (_day(words, first, n), half))))
        for n in range(days)
        for half in halves
    ]


def _day(words: Wording, first: date | None, number: int) -> str:
    if first is None:
        return f"{DOTS[:6]}/{DOTS[:6]}"
    return dates.day_and_month(words, dates.later(first, number))
