"""How long the directory takes to answer a keystroke, over many people.

Each text below is typed letter by letter; each letter asks for the 50 rows that a page would show,
with where the person works, from an encrypted store on disk.
"""

from __future__ import annotations

import argparse
import itertools
import secrets
import statistics
import tempfile
import time
from pathlib import Path

from cspdesk.db.people import list_people
from cspdesk.db.store import Store
from cspdesk.models.people import Affiliation, Institution, InstitutionKind, Person, Sex

FAMILY = {
    "សុខ": "Sok", "ចាន់": "Chan", "កែវ": "Keo", "លី": "Ly", "ហេង": "Heng", "ឈឹម": "Chhim",
    "ទេព": "Tep", "ប៉ែន": "Pen", "អ៊ុក": "Ouk", "យិន": "Yin", "ម៉ៅ": "Mao", "ផល": "Phal",
    "នួន": "Nuon", "ស៊ឹម": "Sim", "តាន់": "Tan", "ជា": "Chea", "អ៊ឹម": "Im", "ឡុង": "Long",
}  # fmt: skip
GIVEN = {
    "ដារ៉ា": "Dara", "សុភា": "Sophea", "ស្រីមុំ": "Sreymom", "វណ្ណា": "Vanna", "ពិសិដ្ឋ": "Piseth",
    "បុប្ផា": "Bopha", "រតនា": "Ratana", "ចន្ថា": "Chantha", "ម៉ាលីស": "Malis", "វិចិត្រ": "Vichet",
    "សុវណ្ណ": "Sovan", "ធារី": "Theary", "មករា": "Makara", "នារី": "Neary", "សំណាង": "Samnang",
}  # fmt: skip
TYPED = ("សុខ ដារ៉ា", "ស្រីមុំ", "សំណាង", "sok dara", "sreymom", "theary keo", "012 34", "cbo 17", "zz")


def fill(store: Store, people: int) -> None:
    """Write ``people`` fictional people, each with a phone and a place of work."""
    names = itertools.cycle(itertools.product(FAMILY, GIVEN, GIVEN))
    with store.action("fill"):
        institutions = [
            store.insert(Institution(acronym=f"CBO {n}", kind=InstitutionKind.CBO))
            for n in range(max(1, people // 20))
        ]
        for n, (family, one, two) in enumerate(itertools.islice(names, people)):
            person = Person(
                name_km=f"{family} {one}{two}",
                name_latin=f"{FAMILY[family]} {GIVEN[one]}{GIVEN[two].lower()}",
                sex=(Sex.WOMAN, Sex.MAN, Sex.NOT_RECORDED)[n % 3],
                phones=(f"0{12 + n % 80} {n * 7919 % 1_000_000:06}",),
            )
            store.insert(person)
            work = institutions[n % len(institutions)]
            store.insert(Affiliation(person_id=person.id, institution_id=work.id))


def keystrokes(store: Store) -> dict[str, float]:
    """Return the milliseconds of each keystroke, the median of five."""
    beginnings = {text[:end] for text in TYPED for end in range(1, len(text) + 1)}
    times: dict[str, float] = {}
    for text in sorted(beginnings):
        runs = []
        for _run in range(5):
            started = time.perf_counter()
            list_people(store, text, limit=50)
            runs.append((time.perf_counter() - started) * 1000)
        times[text] = statistics.median(runs)
    return times


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=50_000)
    people = parser.parse_args().people
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder), secrets.token_bytes(32))
        try:
            started = time.perf_counter()
            fill(store, people)
            print(f"{people} people written in {time.perf_counter() - started:.0f} s")
            times = keystrokes(store)
        finally:
            store.close()
    slowest = sorted(times, key=times.__getitem__, reverse=True)[:5]
    print(f"{len(times)} keystrokes: median {statistics.median(times.values()):.1f} ms")
    print("slowest:", ", ".join(f"{text!r} {times[text]:.1f} ms" for text in slowest))


if __name__ == "__main__":
    main()
