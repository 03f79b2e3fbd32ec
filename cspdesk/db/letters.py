"""Letters: the list, a new one that begins like the last, and the letter of a meeting."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from cspdesk.db import settings
from cspdesk.db.store import Store
from cspdesk.i18n import N_
from cspdesk.khmer.digits import to_khmer_digits
from cspdesk.khmer.search import query_terms, search_key
from cspdesk.models.letters import Letter, LetterKind, next_number
from cspdesk.models.meetings import Meeting
from cspdesk.models.organisation import Organisation
from cspdesk.models.record import new_id

_LATEST = '"on" IS NOT NULL, "on" DESC, rowid DESC'
_SENDER = ("place", "contact", "signatory_role", "signatory_name")
"""What stays the same from one letter to the next in its language."""


@dataclass(frozen=True)
class LetterRow:
    """A letter with the meeting it is about."""

    letter: Letter
    meeting: Meeting | None


def list_letters(store: Store, text: str = "") -> list[LetterRow]:
    """Return letters, the latest first; those without a date come before all.

    ``text`` is looked for in number, subject, addressee and the meeting's titles.
    """
    letters = store.find(Letter, order=_LATEST)
    meetings = {meeting.id: meeting for meeting in store.find(Meeting, trashed=None)}
    rows = [LetterRow(letter, meetings.get(letter.meeting_id)) for letter in letters]
    wanted = query_terms(text)
    if not wanted:
        return rows
    keys = map(_key, rows)
    return [row for row, key in zip(rows, keys, strict=True) if all(t in key for t in wanted)]


def _key(row: LetterRow) -> str:
    letter, meeting = row.letter, row.meeting
    titles = (meeting.title_km, meeting.title_en) if meeting else ()
    return search_key(letter.number, letter.subject, letter.addressee, *titles)


def get_letter(store: Store, letter_id: str) -> LetterRow | None:
    """Return one letter; None where it is gone or in the trash."""
    letter = store.get(Letter, letter_id)
    if letter is None or letter.deleted_at:
        return None
    return LetterRow(letter, store.get(Meeting, letter.meeting_id) if letter.meeting_id else None)


def propose(
    store: Store, kind: LetterKind, language: str, on: date, meeting_id: str = ""
) -> Letter:
    """Return a new letter, not yet saved: the next number, and signed as the last one was."""
    organisation = settings.get_organisation(store)
    letter = Letter(
        kind=kind,
        meeting_id=meeting_id,
        language=language,
        number=_next(store, organisation, language, on),
        on=on,
        national_header=organisation.national_header,
    )
    last = store.find(Letter, "language = ?", [language], order="rowid DESC LIMIT 1")
    return replace(letter, **{name: getattr(last[0], name) for name in _SENDER}) if last else letter


def add_letter(store: Store, letter: Letter) -> Letter:
    """Save a new letter."""
    return store.insert(letter, N_("add a letter"))


def duplicate(store: Store, letter_id: str, on: date) -> Letter:
    """Save a letter like an earlier one, with the next number and another date.

    Raises:
        KeyError: there is no such letter.
    """
    old = store.get(Letter, letter_id)
    if old is None:
        raise KeyError(letter_id)
    number = _next(store, settings.get_organisation(store), old.language, on)
    fresh = replace(old, id=new_id(), deleted_at="", number=number, on=on, lunar_date="")
    return store.insert(fresh, N_("copy a letter"))


def letter_about(
    store: Store, kind: LetterKind, meeting_id: str, language: str = ""
) -> Letter | None:
    """Return the letter of a kind about a meeting, the latest of several; None where none is.

    ``language`` '' finds one in any language.
    """
    found = store.find(
        Letter,
        "kind = ? AND meeting_id = ? AND ? IN ('', language)",
        [kind, meeting_id, language],
        order=f"{_LATEST} LIMIT 1",
    )
    return found[0] if found else None


def last_language(store: Store) -> str:
    """Return the language of the letter that was made last; '' where there is none."""
    found = store.find(Letter, order="rowid DESC LIMIT 1")
    return found[0].language if found else ""


def move_to_trash(store: Store, letter_id: str) -> None:
    """Put a letter in the trash."""
    store.delete(Letter, letter_id, N_("delete a letter"))


def used_numbers(store: Store) -> list[str]:
    """Return the numbers of all letters that are not in the trash."""
    return [text for (text,) in store.rows("SELECT number FROM letter WHERE deleted_at = ''")]


def _next(store: Store, organisation: Organisation, language: str, on: date) -> str:
    """The number after the largest; that of a letter in the trash is free again."""
    khmer = language == "km"
    patterns = organisation.number_km, organisation.number_en
    pattern = (patterns[0] or patterns[1]) if khmer else (patterns[1] or patterns[0])
    number = next_number(pattern, used_numbers(store), on.year)
    return to_khmer_digits(number) if khmer and organisation.khmer_digits else number
