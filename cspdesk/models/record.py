"""The part every record shares.

A record is one row of one table. Its dataclass fields *are* the table's columns: the store reads
the types below to turn values into columns and back (see ``db/rows.py``), so that a new field is
one line here and one migration there.
"""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field

NAMESPACE = uuid.UUID("6f2d6a0e-6b1f-5c9e-9d54-3c1a1b6a7f10")


def new_id() -> str:
    """Return a fresh random id (RFC 9562 version 4, text)."""
    return str(uuid.uuid4())


def derived_id(*parts: str) -> str:
    """Return the id that the same parts give on every laptop (RFC 9562 version 5, text).

    For rows that two laptops may make independently and that are one thing: the attendance of one
    person at one meeting, one line of one imported list.
    """
    return str(uuid.uuid5(NAMESPACE, "\x1f".join(parts)))


@dataclass(frozen=True, kw_only=True)
class Record:
    """One row: its id, and when it was put in the trash (UTC, ISO 8601; '' where it was not).

    Who wrote which field when is told by the store's journal.
    """

    id: str = field(default_factory=new_id)
    deleted_at: str = ""
