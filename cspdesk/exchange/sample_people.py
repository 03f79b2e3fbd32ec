"""Fictional people for the sample: names in both scripts, sex, position, phone, place of work."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from cspdesk.db.store import Store
from cspdesk.models.people import Affiliation, Institution, Person, Sex

OFFICIALS = (
    ("ហេង សុវណ្ណារិទ្ធ", "HENG Sovannarith", Sex.MAN, "អភិបាលរងខេត្តបាត់ដំបង"),
    ("អ៊ុំ សុភ័ក្ត្រា", "UM Sopheaktra", Sex.WOMAN, "នាយករដ្ឋបាលសាលាខេត្តបាត់ដំបង"),
    ("ឈឹម ពិសិដ្ឋ", "CHHIM Piseth", Sex.MAN, "មន្ត្រីរាជការសាលាខេត្តបាត់ដំបង"),
)
"""Who comes from the provincial administration: Khmer name, Latin name, sex, position."""

_FAMILIES = {
    "សុខ": "SOK", "ចាន់": "CHAN", "កែវ": "KEO", "លី": "LY", "ហេង": "HENG", "ឈឹម": "CHHIM",
    "ទេព": "TEP", "ប៉ែន": "PEN", "អ៊ុក": "OUK", "យិន": "YIN", "ម៉ៅ": "MAO", "ផល": "PHAL",
    "នួន": "NUON", "ស៊ឹម": "SIM", "តាន់": "TAN", "ជា": "CHEA", "ឡុង": "LONG", "ស៊ន": "SON",
    "ឃឹម": "KHIM", "វ៉ាន់": "VAN", "សេង": "SENG", "ប៊ុន": "BUN", "អ៊ុំ": "UM", "ព្រំ": "PROM",
    "មាស": "MEAS", "ញ៉ែម": "NHEM", "ទូច": "TOUCH", "រស់": "ROS", "ឌុច": "DUCH", "គង់": "KONG",
    "ឆាយ": "CHHAY",
}  # fmt: skip
_GIVEN = {
    Sex.WOMAN: {
        "ស្រីមុំ": "Sreymom", "សុភា": "Sophea", "បុប្ផា": "Bopha", "ចន្ថា": "Chantha",
        "ម៉ាលីស": "Malis", "ធារី": "Theary", "នារី": "Neary", "កញ្ញា": "Kanha", "សុខា": "Sokha",
        "ស្រីនាង": "Sreyneang", "ពិសី": "Pisey", "មុន្នី": "Mony", "រស្មី": "Reaksmey",
        "វណ្ណារី": "Vannary", "ច័ន្ទរី": "Chanry", "សុធារី": "Sotheary", "ស្រីល័ក្ខ": "Sreyleak",
        "គន្ធា": "Kunthea", "លក្ខិណា": "Leakhena", "សោភ័ណ": "Sophorn",
    },
    Sex.MAN: {
        "ដារ៉ា": "Dara", "វណ្ណា": "Vanna", "ពិសិដ្ឋ": "Piseth", "វិចិត្រ": "Vichet",
        "សំណាង": "Samnang", "សុវណ្ណ": "Sovann", "មករា": "Makara", "រិទ្ធី": "Rithy",
        "ណារ៉ុង": "Narong", "ចំរើន": "Chamroeun", "សុភ័ក្រ": "Sopheak", "បូរី": "Borey",
        "វិសាល": "Visal", "រដ្ឋា": "Ratha", "សារ៉ាត់": "Sarath", "ភារុណ": "Phearun",
        "កុសល": "Kosal", "វីរៈ": "Vireak", "សុផល": "Sophal", "ធារ៉ា": "Theara",
    },
}  # fmt: skip
_POSITIONS = (
    "អនុប្រធាន", "មន្ត្រីកម្មវិធី", "លេខាធិការ", "អ្នកសម្របសម្រួល", "បេឡាករ", "អ្នកស្ម័គ្រចិត្ត", "តំណាងសហគមន៍",
)  # fmt: skip
_PREFIXES = ("010", "011", "012", "015", "016", "017", "069", "070", "077", "078", "081", "085",
             "086", "087", "089", "092", "093", "098")  # fmt: skip
"""Mobile ranges of Cambodia whose numbers have six more digits."""

_EVERY, _WOMEN = 11, 7
"""Of eleven added people seven are women: of the listed representatives most are men."""


@dataclass(frozen=True)
class Member:
    """Somebody who may come to a meeting. Officials have a position and no institution."""

    person: Person
    institution_id: str = ""
    position: str = ""


def representatives(store: Store) -> list[Member]:
    """Return the first person of every institution, in the order of the list they came from."""
    people = {person.id: person for person in store.find(Person)}
    members: dict[str, Member] = {}
    for work in store.find(Affiliation):
        if work.person_id in people:
            members.setdefault(
                work.institution_id,
                Member(people[work.person_id], work.institution_id, work.position),
            )
    return list(members.values())


def add_officials(store: Store) -> list[Member]:
    """Add who comes from the administration, which is no institution of the network."""
    return [
        Member(store.insert(Person(name_km=km, name_latin=latin, sex=sex)), position=position)
        for km, latin, sex, position in OFFICIALS
    ]


def add_members(
    store: Store, institutions: Sequence[Institution], fresh: Iterator[Person], number: int
) -> list[Member]:
    """Add ``number`` people from ``fresh``, spread over the institutions one after the other."""
    members = []
    for n, person in enumerate(itertools.islice(fresh, number)):
        institution = institutions[n % len(institutions)]
        position = _POSITIONS[n % len(_POSITIONS)]
        added = store.insert(person)
        store.insert(
            Affiliation(person_id=added.id, institution_id=institution.id, position=position)
        )
        members.append(Member(added, institution.id, position))
    return members


def people(taken: set[str]) -> Iterator[Person]:
    """Yield people without end, the same ones each time; none has a Khmer name in ``taken``."""
    names = {sex: _names(sex) for sex in _GIVEN}
    for n in itertools.count():
        sex = Sex.WOMAN if n * _WOMEN % _EVERY < _WOMEN else Sex.MAN
        khmer, latin = next(name for name in names[sex] if name[0] not in taken)
        phone = f"{_PREFIXES[n % len(_PREFIXES)]} {_six_digits(n)}"
        yield Person(name_km=khmer, name_latin=latin, sex=sex, phones=(phone,))


def _names(sex: Sex) -> Iterator[tuple[str, str]]:
    """Yield names in both scripts; once all pairs are used, with two given names."""
    families, given = list(_FAMILIES.items()), list(_GIVEN[sex].items())
    pairs = len(families) * len(given)
    for n in itertools.count():
        # The two lengths have no common divisor, so that every pair occurs once.
        family, first = families[n % len(families)], given[n % len(given)]
        more = given[(n // pairs - 1) % len(given)] if n >= pairs else ("", "")
        yield (f"{family[0]} {first[0]}{more[0]}", f"{family[1]} {first[1]}{more[1].lower()}")


def _six_digits(n: int) -> str:
    digits = f"{(n + 1) * 7919 % 1_000_000:06}"
    return f"{digits[:3]} {digits[3:]}"
