"""A network to try the desk with: the sample contact list and the meetings of the case study.

All people are fictional. The figures are those of the case study (``sample_meetings``).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from cspdesk.db import sample, settings
from cspdesk.db.imports import apply_import
from cspdesk.db.store import Store
from cspdesk.exchange import contacts, sample_letters, sample_people
from cspdesk.exchange import sample_texts as texts
from cspdesk.exchange.sample_meetings import Held, plan, write
from cspdesk.exchange.sample_people import Member
from cspdesk.models.gazetteer import named, place
from cspdesk.models.meetings import Headcount, Meeting, MeetingKind, MeetingStatus
from cspdesk.models.organisation import Organisation, Signatory
from cspdesk.models.people import Institution
from cspdesk.models.templates import USUAL_END, USUAL_START, default_title
from cspdesk.paths import shipped

ORGANISATION = Organisation(
    name_km="បណ្ដាញអង្គការ សមាគម ខេត្តបាត់ដំបង",
    name_en="Network of NGOs and Associations, Battambang Province",
    address_km="សង្កាត់ស្វាយប៉ោ ក្រុងបាត់ដំបង ខេត្តបាត់ដំបង\nទូរស័ព្ទ៖ 012 345 678",
    address_en="Sangkat Svay Por, Battambang City, Battambang Province\nPhone: 012 345 678",
    number_km="{number}/{yy} ប.អ.ស.",
    number_en="{number}/{yy}",
    signatories=(
        Signatory(
            name_km="លោកស្រី ប៉ែន សុភា",
            name_en="Ms Pen Sophea",
            role_km="ប្រធានបណ្ដាញ",
            role_en="Chair of the Network",
        ),
    ),
)
PEOPLE = 135
"""How many people the network has at scale 1: the listed, the officials, and their colleagues."""

_PROVINCE_HALL = "សាលប្រជុំសាលាខេត្តបាត់ដំបង"
_CHAIR = "លោក ហេង សុវណ្ណារិទ្ធ"
_KRONG, _THMA_KOUL, _BAVEL, _MOUNG = "0203", "0202", "0204", "0206"
_FORUMS = ((date(2022, 12, 13), 43, 54), (date(2023, 7, 27), 52, 58), (date(2024, 9, 27), 47, 53))
"""Day, named women, named men; at the first 14 women and 9 men more were counted."""
_QUARTERLIES = (
    (date(2023, 3, 23), 16, 39),
    (date(2023, 6, 22), 16, 38),
    (date(2023, 9, 21), 17, 38),
    (date(2023, 12, 21), 16, 38),
)
_DISTRICT_MEETINGS = (
    (date(2023, 2, 16), _THMA_KOUL),
    (date(2023, 5, 18), _BAVEL),
    (date(2023, 8, 17), _MOUNG),
    (date(2023, 11, 16), _KRONG),
    (date(2024, 2, 15), _BAVEL),
    (date(2024, 5, 16), _MOUNG),
)
_ORDINALS = ("first", "second", "third", "fourth")


def load(store: Store, today: date, scale: int = 1) -> None:
    """Fill an empty workspace with the sample, as one action, with a meeting a week from ``today``.

    Args:
        store: an open store.
        today: the latest meeting lies about twelve days before, its minutes still a draft.
        scale: how many times as many people and meetings; the institutions stay 66.
    """
    with store.action(sample.LABEL):
        path = shipped("resources", "sample", "npdp-contact-list.xlsx")
        apply_import(store, contacts.read_plan(path))
        if settings.get_organisation(store) == Organisation():
            settings.set_organisation(store, ORGANISATION)
        institutions = store.find(Institution)
        listed = sample_people.representatives(store)
        officials = sample_people.add_officials(store)
        fresh = sample_people.people({member.person.name_km for member in (*listed, *officials)})
        for round_ in range(scale):
            number = PEOPLE if round_ else PEOPLE - len(listed) - len(officials)
            members = sample_people.add_members(store, institutions, fresh, number)
            _Round(store, today, round_, institutions, listed, officials, members).write()


class _Round:
    """The meetings of one round; each round lies a week before the one before it."""

    def __init__(
        self,
        store: Store,
        today: date,
        number: int,
        institutions: Sequence[Institution],
        listed: Sequence[Member],
        officials: Sequence[Member],
        members: Sequence[Member],
    ) -> None:
        self._store = store
        self._today = today
        self._earlier = timedelta(weeks=number)
        self._latest = number == 0
        self._places = {institution.id: institution.place for institution in institutions}
        self._listed = listed
        self._officials = officials
        self._members = members
        self._raised: Iterator[texts.Raised] = itertools.cycle(texts.RAISED)
        self._agreed: Iterator[texts.Agreed] = itertools.cycle(texts.AGREED)

    def write(self) -> None:
        """Write the forums, the quarterly meetings, those of the districts and the next one."""
        for n, (day, women, men) in enumerate(_FORUMS):
            self._forum(n, day - self._earlier, women, men)
        for n, (day, women, men) in enumerate(_QUARTERLIES):
            self._quarterly(n, day - self._earlier, women, men)
        for n, (day, district) in enumerate(_DISTRICT_MEETINGS):
            self._district_meeting(n, day - self._earlier, district, done=True)
        last = _working_day(self._today - timedelta(days=12)) - self._earlier
        self._district_meeting(6, last, _THMA_KOUL, done=not self._latest)
        self._next_meeting()

    def _forum(self, n: int, day: date, women: int, men: int) -> None:
        first = n == 0
        forum = _meeting(
            MeetingKind.PARTNERSHIP_FORUM,
            day,
            done=True,
            venue=_PROVINCE_HALL,
            place=_KRONG,
            chair=_CHAIR,
            objective=texts.FORUM_OBJECTIVE,
            number=f"{45 + n:03}/{day:%y} ក.ហ.".translate(_KHMER_DIGITS),
        )
        counted = Headcount(meeting_id=forum.id, label="ប្រជាពលរដ្ឋ", women=14, men=9)
        held = Held(
            forum,
            women,
            men,
            headcount=counted if first else None,
            discussion=texts.FORUM_DISCUSSION if first else texts.DISCUSSIONS[forum.kind],
            decision=texts.FORUM_DECISION if first else texts.DECISION,
            raised=texts.FORUM_RAISED if first else self._some_raised(3),
            agreed=texts.FORUM_AGREED if first and self._latest else self._some_agreed(2),
            starts_at=n,
            invited=(*self._officials, *self._listed),
            others=self._members,
        )
        write(self._store, held)

    def _quarterly(self, n: int, day: date, women: int, men: int) -> None:
        kind = MeetingKind.PROVINCIAL_QUARTERLY
        year = str(day.year)
        meeting = _meeting(
            kind,
            day,
            done=True,
            title_km=f"{default_title(kind, 'km')}ទី{n + 1} ឆ្នាំ{year}".translate(_KHMER_DIGITS),
            title_en=f"{default_title(kind, 'en')}, {_ORDINALS[n]} quarter of {year}",
            venue=_PROVINCE_HALL,
            place=_KRONG,
            chair=self._listed[1].person.name_km,
        )
        held = Held(
            meeting,
            women,
            men,
            discussion=texts.DISCUSSIONS[kind],
            decision=texts.DECISION,
            raised=self._some_raised(2),
            agreed=self._some_agreed(2),
            starts_at=n,
            invited=self._listed,
            others=self._members,
        )
        write(self._store, held)

    def _district_meeting(self, n: int, day: date, district: str, *, done: bool) -> None:
        khmer, english = _unit(district)
        meeting = _meeting(
            MeetingKind.DM_NETWORK,
            day,
            done=done,
            title_km=f"កិច្ចប្រជុំបណ្ដាញ {khmer}",
            title_en=f"Network meeting, {english}",
            venue=f"សាលា{khmer}",
            place=district,
            chair=self._listed[1].person.name_km,
        )
        due = (self._today + timedelta(days=days) for days in (-3, 5))
        open_ = [replace(agreed, due=day) for agreed, day in zip(texts.OPEN, due, strict=True)]
        held = Held(
            meeting,
            discussion=texts.DISCUSSIONS[meeting.kind][: None if done else 3],
            decision=texts.DECISION if done else "",
            raised=self._some_raised(2),
            agreed=self._some_agreed(1) if done else open_,
            done=done,
            starts_at=n,
            invited=self._of(district, self._listed),
            others=self._of(district, self._members),
        )
        write(self._store, held)

    def _next_meeting(self) -> None:
        meeting = _meeting(
            MeetingKind.REFLECTION,
            _working_day(self._today + timedelta(days=7)) + self._earlier,
            done=False,
            status=MeetingStatus.PLANNED,
            venue=_PROVINCE_HALL,
            place=_KRONG,
            chair=self._listed[1].person.name_km,
        )
        plan(self._store, meeting, self._listed)
        if self._latest:
            sample_letters.write(self._store, meeting, self._today)

    def _of(self, district: str, members: Sequence[Member]) -> list[Member]:
        return [m for m in members if self._places[m.institution_id].startswith(district)]

    def _some_raised(self, number: int) -> list[texts.Raised]:
        return list(itertools.islice(self._raised, number))

    def _some_agreed(self, number: int) -> list[texts.Agreed]:
        return list(itertools.islice(self._agreed, number))


_KHMER_DIGITS = str.maketrans("0123456789", "០១២៣៤៥៦៧៨៩")


def _meeting(kind: MeetingKind, on: date, *, done: bool, **fields: object) -> Meeting:
    """Return a meeting of the usual hours; where it is ``done`` its minutes are approved."""
    usual: dict[str, object] = {
        "title_km": default_title(kind, "km"),
        "title_en": default_title(kind, "en"),
        "starts": USUAL_START,
        "ends": USUAL_END,
        "status": MeetingStatus.HELD,
        "note_taker": texts.NOTE_TAKER,
        "minutes_approved_at": (on + timedelta(days=7)).isoformat() if done else "",
    }
    return Meeting(kind=kind, on=on, **{**usual, **fields})  # type: ignore[arg-type]


def _unit(district: str) -> tuple[str, str]:
    """Return a district's name in Khmer and English; a municipality is called Krong, as there."""
    found = place(district)
    if found is None:
        raise KeyError(district)
    if district == _KRONG:
        return named(found, "km"), f"Krong {found.name_latin}"
    return named(found, "km"), named(found, "en")


def _working_day(day: date) -> date:
    """Return ``day``, or the Monday after it."""
    return day + timedelta(days=max(0, 8 - day.isoweekday()) if day.isoweekday() > 5 else 0)
