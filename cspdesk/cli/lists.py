"""Listing and searching: lines for people, JSON for scripts."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from datetime import date, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cspdesk.cli.options import as_json, line, opened, show, unlocked
from cspdesk.models.meetings import ActionPoint, Meeting, Note
from cspdesk.models.people import Institution, Person

if TYPE_CHECKING:
    from cspdesk.db.meetings import MeetingRow
    from cspdesk.db.people import InstitutionRow, PersonRow
    from cspdesk.db.store import Store
    from cspdesk.models.record import Record

Row = dict[str, Any]
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "institutions": ("id", "name_km", "name_latin", "acronym", "place", "phones"),
    "people": ("id", "name_km", "name_latin", "sex", "phones", "institution", "position"),
    "meetings": ("id", "on", "kind", "title_km", "title_en", "counts"),
    "notes": ("id", "meeting", "kind", "text", "raised_by", "response"),
    "actions": ("id", "meeting", "text", "responsible", "due", "done_on"),
    "letters": ("id", "on", "kind", "language", "number", "subject", "addressee"),
}
"""What a line shows, in its order, divided by tabs. JSON holds every field."""


@click.command("list")
@unlocked
@as_json
@click.argument("what", type=click.Choice(list(_COLUMNS)))
def list_(data_dir: Path | None, passphrase_file: Path | None, *, as_json: bool, what: str) -> None:
    """List all of a kind."""
    listed: Mapping[str, Callable[[Store], list[Row]]] = {
        "institutions": _institutions,
        "people": _people,
        "meetings": _meetings,
        "notes": _notes,
        "actions": _actions,
        "letters": _letters,
    }
    with opened(data_dir, passphrase_file) as store:
        rows = listed[what](store)
    show(rows, (_line(what, row) for row in rows), as_json=as_json)


@click.command()
@unlocked
@as_json
@click.argument("text", type=line)
def search(
    data_dir: Path | None, passphrase_file: Path | None, *, as_json: bool, text: str
) -> None:
    """Find people, institutions and meetings, in either script."""
    if not text:
        raise click.UsageError("Say what to look for.")
    with opened(data_dir, passphrase_file) as store:
        found = {
            "people": _people(store, text),
            "institutions": _institutions(store, text),
            "meetings": _meetings(store, text),
        }
    lines = [f"{kind}\t{_line(kind, row)}" for kind, rows in found.items() for row in rows]
    show(found, lines or ["Nothing was found."], as_json=as_json)


def _institutions(store: Store, text: str = "") -> list[Row]:
    from cspdesk.db.people import list_institutions

    return [_institution_row(row) for row in list_institutions(store, text)]


def _institution_row(row: InstitutionRow) -> Row:
    return {
        **_fields(row.institution),
        "representative": _name(row.representative),
        "people": row.people,
    }


def _people(store: Store, text: str = "") -> list[Row]:
    from cspdesk.db.people import list_people

    return [_person_row(row) for row in list_people(store, text)]


def _person_row(row: PersonRow) -> Row:
    position = row.affiliation.position if row.affiliation else ""
    return {**_fields(row.person), "institution": _name(row.institution), "position": position}


def _meetings(store: Store, text: str = "") -> list[Row]:
    from cspdesk.db.meetings import list_meetings

    return [_meeting_row(row) for row in list_meetings(store, text)]


def _meeting_row(row: MeetingRow) -> Row:
    counts = {"total": row.counts.total, **dataclasses.asdict(row.counts)}
    return {**_fields(row.meeting), "invited": row.invited, "counts": counts}


def _notes(store: Store) -> list[Row]:
    return _with_meetings(store, store.find(Note))


def _actions(store: Store) -> list[Row]:
    return _with_meetings(store, store.find(ActionPoint))


def _letters(store: Store) -> list[Row]:
    from cspdesk.db.letters import list_letters

    return [
        {**_fields(row.letter), "meeting": _meeting_name(row.meeting) if row.meeting else None}
        for row in list_letters(store)
    ]


def _with_meetings(store: Store, parts: Iterable[Note | ActionPoint]) -> list[Row]:
    """Add the meeting to each part, those of the latest meeting first; not of deleted ones."""
    meetings = {meeting.id: meeting for meeting in store.find(Meeting)}
    listed = [(part, meetings[part.meeting_id]) for part in parts if part.meeting_id in meetings]
    listed.sort(key=lambda pair: pair[0].order)
    listed.sort(key=lambda pair: pair[1].on or date.max, reverse=True)
    return [{**_fields(part), "meeting": _meeting_name(meeting)} for part, meeting in listed]


def _meeting_name(meeting: Meeting) -> Row:
    return {
        "id": meeting.id,
        "on": _plain(meeting.on),
        "title_km": meeting.title_km,
        "title_en": meeting.title_en,
    }


def _name(record: Institution | Person | None) -> Row | None:
    if record is None:
        return None
    return {"id": record.id, "name_km": record.name_km, "name_latin": record.name_latin}


def _fields(record: Record) -> Row:
    """Return a record's fields as JSON has them. What is listed does not lie in the trash."""
    names = [field.name for field in dataclasses.fields(record) if field.name != "deleted_at"]
    return {name: _plain(getattr(record, name)) for name in names}


def _plain(value: object) -> object:
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    return value.isoformat() if isinstance(value, date) else value


def _line(what: str, row: Row) -> str:
    return "\t".join(_cell(row[name]) for name in _COLUMNS[what])


def _cell(value: Any) -> str:
    if isinstance(value, dict):
        if "total" in value:
            parts = ("total", "women", "men", "not_recorded")
            return ", ".join(f"{value[part]} {part.replace('_', ' ')}" for part in parts)
        return (
            str(value["on"] or value["title_km"])
            if "on" in value
            else str(value["name_km"] or value["name_latin"])
        )
    if isinstance(value, tuple | list):
        return ", ".join(map(str, value))
    return " ".join(str("" if value is None else value).split())
