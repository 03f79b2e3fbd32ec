"""Institutions, people, and who works where."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from cspdesk.models.record import Record


class Sex(StrEnum):
    """As recorded. Unknown is its own answer and never counts as men."""

    WOMAN = "woman"
    MAN = "man"
    NOT_RECORDED = ""


class InstitutionKind(StrEnum):
    """What sort of institution it is."""

    NGO = "ngo"
    CBO = "cbo"
    ASSOCIATION = "association"
    NETWORK = "network"
    ADMINISTRATION = "administration"
    LINE_OFFICE = "line_office"
    COUNCIL = "council"
    PRIVATE = "private"
    MEDIA = "media"
    OTHER = "other"


@dataclass(frozen=True, kw_only=True)
class Institution(Record):
    """An organisation, office or group. Names as typed; ``place`` is an official code or ''."""

    name_km: str = ""
    name_latin: str = ""
    acronym: str = ""
    kind: InstitutionKind = InstitutionKind.OTHER
    place: str = ""
    address: str = ""
    phones: tuple[str, ...] = ()
    email: str = ""
    telegram: str = ""
    sectors: tuple[str, ...] = ()
    verified_on: date | None = None
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class Person(Record):
    """Somebody we meet. Family name first; one-part names are fine."""

    honorific: str = ""
    name_km: str = ""
    name_latin: str = ""
    sex: Sex = Sex.NOT_RECORDED
    birth_year: int | None = None
    phones: tuple[str, ...] = ()
    email: str = ""
    telegram: str = ""
    place: str = ""
    remarks: str = ""


@dataclass(frozen=True, kw_only=True)
class Affiliation(Record):
    """A person holds a position in an institution; ``representative`` speaks for it."""

    person_id: str = ""
    institution_id: str = ""
    position: str = ""
    representative: bool = False
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True)
class ContactRow:
    """One line of a contact list: an institution, whom to call, and as what they work there."""

    institution: Institution
    person: Person | None = None
    position: str = ""


def display_name(record: Institution | Person, language: str) -> str:
    """Return the name in ``language`` ('km' or 'en'), or the other one where that is missing."""
    if language == "km":
        return record.name_km or record.name_latin
    return record.name_latin or record.name_km
