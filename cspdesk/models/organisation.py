"""Whose workspace this is, and what stands on its paper."""

from __future__ import annotations

from dataclasses import dataclass

FONTS = ("battambang", "khmer-os")
"""Faces of documents: Battambang and Moul come with the desk, Khmer OS where it is installed."""


@dataclass(frozen=True)
class Signatory:
    """Somebody who signs letters: name with honorific, and the role printed above it."""

    name_km: str = ""
    name_en: str = ""
    role_km: str = ""
    role_en: str = ""


@dataclass(frozen=True)
class Organisation:
    """The names and the letterhead of the workspace.

    ``address`` is the small print below the name (address, phone, e-mail; lines), ``logo`` a PNG or
    b"", ``number`` the pattern of letter numbers with {number} and {yy}, such as '{number}/{yy} ប.អ.'.
    ``national_header``, ``fonts`` (one of FONTS), ``khmer_digits`` and ``lunar_date`` are how Khmer
    documents look unless a document says otherwise. The first signatory signs by default.
    """

    name_km: str = ""
    name_en: str = ""
    address_km: str = ""
    address_en: str = ""
    logo: bytes = b""
    number_km: str = ""
    number_en: str = ""
    national_header: bool = True
    fonts: str = FONTS[0]
    khmer_digits: bool = True
    lunar_date: bool = True
    signatories: tuple[Signatory, ...] = ()
