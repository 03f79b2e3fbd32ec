"""Places of the official gazetteer: province, district or krong, commune or sangkat, village."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class PlaceKind(StrEnum):
    """The kinds that the Khmer word before a place's name tells."""

    PROVINCE = "province"
    CAPITAL = "capital"
    DISTRICT = "district"
    KRONG = "krong"
    KHAN = "khan"
    COMMUNE = "commune"
    SANGKAT = "sangkat"
    VILLAGE = "village"


@dataclass(frozen=True)
class Place:
    """One place. ``code`` has 2, 4, 6 or 8 digits; a parent's code is a child's prefix."""

    code: str
    kind: PlaceKind
    name_km: str
    name_latin: str

    @property
    def parent(self) -> str:
        """Code of the place this one lies in; '' for a province."""
        return self.code[:-2]
