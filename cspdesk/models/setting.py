"""What a workspace as a whole is set to."""

from __future__ import annotations

from dataclasses import dataclass

from cspdesk.models.record import Record


@dataclass(frozen=True, kw_only=True)
class Setting(Record):
    """One value; the id is its name, such as 'organisation.km'."""

    value: str = ""
