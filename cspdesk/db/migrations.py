"""How the tables came to be: one ordered list, SQL only, never importing models.

A step, once released, is never edited: a change is a new step at the end. A file that knows a
step which is not in this list was written by a newer cspdesk and is refused, untouched.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Migrations

from cspdesk.errors import NewerVersion
from cspdesk.i18n import N_

if TYPE_CHECKING:
    from sqlite_utils import Database

steps = Migrations("cspdesk")

# The stamp of the insert, and JSON of the stamps of fields written since: see journal.py.
_RECORD = """
    "_st" BLOB NOT NULL, "_clk" TEXT NOT NULL,
    "id" TEXT PRIMARY KEY, "deleted_at" TEXT NOT NULL DEFAULT '',
"""
_GUARDED = (
    "institution", "person", "affiliation", "meeting", "invitation", "attendance", "headcount",
    "agenda_item", "action_point", "note", "letter", "setting", "change", "this_replica",
)  # fmt: skip


@steps(name="2026-11-22 0.1.0: directory")
def _directory(db: Database) -> None:
    db.execute(f"""CREATE TABLE institution ({_RECORD}
        "name_km" TEXT NOT NULL, "name_latin" TEXT NOT NULL, "acronym" TEXT NOT NULL,
        "kind" TEXT NOT NULL, "place" TEXT NOT NULL, "address" TEXT NOT NULL,
        "phones" TEXT NOT NULL, "email" TEXT NOT NULL, "telegram" TEXT NOT NULL,
        "sectors" TEXT NOT NULL, "verified_on" TEXT, "remarks" TEXT NOT NULL)""")
    db.execute(f"""CREATE TABLE person ({_RECORD}
        "honorific" TEXT NOT NULL, "name_km" TEXT NOT NULL, "name_latin" TEXT NOT NULL,
        "sex" TEXT NOT NULL, "birth_year" INTEGER, "phones" TEXT NOT NULL, "email" TEXT NOT NULL,
        "telegram" TEXT NOT NULL, "place" TEXT NOT NULL, "remarks" TEXT NOT NULL)""")
    db.execute(f"""CREATE TABLE affiliation ({_RECORD}
        "person_id" TEXT NOT NULL REFERENCES person(id),
        "institution_id" TEXT NOT NULL REFERENCES institution(id),
        "position" TEXT NOT NULL, "representative" INTEGER NOT NULL, "since" TEXT, "until" TEXT)""")
    db.execute("CREATE INDEX affiliation_person ON affiliation(person_id)")
    db.execute("CREATE INDEX affiliation_institution ON affiliation(institution_id)")


@steps(name="2026-11-22 0.1.0: meetings")
def _meetings(db: Database) -> None:
    meeting = '"meeting_id" TEXT NOT NULL REFERENCES meeting(id),'
    db.execute(f"""CREATE TABLE meeting ({_RECORD}
        "kind" TEXT NOT NULL, "title_km" TEXT NOT NULL, "title_en" TEXT NOT NULL, "on" TEXT,
        "starts" TEXT, "ends" TEXT, "place" TEXT NOT NULL, "venue" TEXT NOT NULL,
        "status" TEXT NOT NULL, "chair" TEXT NOT NULL, "note_taker" TEXT NOT NULL,
        "objective" TEXT NOT NULL, "number" TEXT NOT NULL, "national_header" INTEGER NOT NULL,
        "sheet_printed_at" TEXT NOT NULL, "minutes_approved_at" TEXT NOT NULL)""")
    db.execute(f"""CREATE TABLE invitation ({_RECORD} {meeting}
        "institution_id" TEXT NOT NULL REFERENCES institution(id))""")
    db.execute(f"""CREATE TABLE attendance ({_RECORD} {meeting}
        "person_id" TEXT NOT NULL REFERENCES person(id), "invited" INTEGER NOT NULL,
        "presence" TEXT NOT NULL, "arrived" TEXT, "institution_id" TEXT NOT NULL,
        "position" TEXT NOT NULL, "delegate_of" TEXT NOT NULL, "order" INTEGER NOT NULL)""")
    db.execute(f"""CREATE TABLE headcount ({_RECORD} {meeting}
        "label" TEXT NOT NULL, "women" INTEGER NOT NULL, "men" INTEGER NOT NULL,
        "not_recorded" INTEGER NOT NULL)""")
    db.execute(f"""CREATE TABLE agenda_item ({_RECORD} {meeting}
        "order" INTEGER NOT NULL, "title" TEXT NOT NULL, "presenter" TEXT NOT NULL, "starts" TEXT,
        "discussion" TEXT NOT NULL, "decision" TEXT NOT NULL)""")
    db.execute(f"""CREATE TABLE action_point ({_RECORD} {meeting}
        "agenda_item_id" TEXT NOT NULL, "order" INTEGER NOT NULL, "text" TEXT NOT NULL,
        "responsible" TEXT NOT NULL, "due" TEXT, "done_on" TEXT)""")
    db.execute(f"""CREATE TABLE note ({_RECORD} {meeting}
        "agenda_item_id" TEXT NOT NULL, "order" INTEGER NOT NULL, "kind" TEXT NOT NULL,
        "text" TEXT NOT NULL, "sector" TEXT NOT NULL, "place" TEXT NOT NULL,
        "raised_by" TEXT NOT NULL, "addressed_to" TEXT NOT NULL, "response" TEXT NOT NULL,
        "confidential" INTEGER NOT NULL)""")
    for table in ("invitation", "attendance", "headcount", "agenda_item", "action_point", "note"):
        db.execute(f"CREATE INDEX {table}_meeting ON {table}(meeting_id)")
    db.execute("CREATE INDEX attendance_person ON attendance(person_id)")
    db.execute('CREATE INDEX meeting_on ON meeting("on")')


@steps(name="2026-11-22 0.1.0: journal and settings")
def _journal(db: Database) -> None:
    db.execute("""CREATE TABLE change (
        seq INTEGER PRIMARY KEY, stamp BLOB NOT NULL, replica BLOB NOT NULL, kind INTEGER NOT NULL,
        action TEXT NOT NULL, label TEXT NOT NULL, tbl TEXT NOT NULL, record TEXT NOT NULL,
        base TEXT NOT NULL, before TEXT, after TEXT NOT NULL, undone INTEGER NOT NULL DEFAULT 0)""")
    db.execute("CREATE INDEX change_record ON change(tbl, record)")
    db.execute("CREATE INDEX change_action ON change(action)")
    db.execute("CREATE TABLE this_replica (key TEXT PRIMARY KEY, value INTEGER NOT NULL)")
    db.execute(f"""CREATE TABLE setting ({_RECORD} "value" TEXT NOT NULL)""")


@steps(name="2026-11-22 0.1.0: search")
def _search(db: Database) -> None:
    db.execute("""CREATE TABLE search_entry (
        n INTEGER PRIMARY KEY, tbl TEXT NOT NULL, record TEXT NOT NULL, name TEXT NOT NULL,
        key TEXT NOT NULL, UNIQUE (tbl, record))""")
    db.execute("CREATE INDEX search_entry_name ON search_entry(tbl, name)")
    db.execute("""CREATE VIRTUAL TABLE search_inside USING fts5(
        key, content='search_entry', content_rowid='n', columnsize=0,
        tokenize='trigram case_sensitive 1')""")
    db.execute("""CREATE VIRTUAL TABLE search_start USING fts5(
        key, content='search_entry', content_rowid='n', detail='none', columnsize=0,
        prefix='1 2 3', tokenize="unicode61 remove_diacritics 0 categories 'L* M* N* Co'")""")
    for name in ("search_inside", "search_start"):
        db.execute(f"""CREATE TRIGGER {name}_add AFTER INSERT ON search_entry BEGIN
            INSERT INTO {name}(rowid, key) VALUES (new.n, new.key); END""")
        db.execute(f"""CREATE TRIGGER {name}_drop AFTER DELETE ON search_entry BEGIN
            INSERT INTO {name}({name}, rowid, key) VALUES ('delete', old.n, old.key); END""")


@steps(name="2026-11-22 0.2.0: annexes of minutes")
def _annexes(db: Database) -> None:
    db.execute("ALTER TABLE meeting ADD COLUMN \"annexes\" TEXT NOT NULL DEFAULT ''")


@steps(name="2026-11-22 0.2.0: lunar date of minutes")
def _lunar_date(db: Database) -> None:
    db.execute("ALTER TABLE meeting ADD COLUMN \"lunar_date\" TEXT NOT NULL DEFAULT ''")


@steps(name="2026-11-22 0.2.0: letters")
def _letters(db: Database) -> None:
    # No foreign key: a letter about no meeting has ''.
    db.execute(f"""CREATE TABLE letter ({_RECORD}
        "kind" TEXT NOT NULL, "meeting_id" TEXT NOT NULL, "asks_for" TEXT NOT NULL,
        "language" TEXT NOT NULL, "number" TEXT NOT NULL, "place" TEXT NOT NULL, "on" TEXT,
        "lunar_date" TEXT NOT NULL, "addressee" TEXT NOT NULL, "subject" TEXT NOT NULL,
        "reference" TEXT NOT NULL, "body" TEXT NOT NULL, "enclosures" TEXT NOT NULL,
        "contact" TEXT NOT NULL, "signatory_role" TEXT NOT NULL, "signatory_name" TEXT NOT NULL,
        "national_header" INTEGER NOT NULL)""")


def bring_up_to_date(db: Database) -> None:
    """Go through the steps that are missing, and set the guards.

    A guard aborts a write that does not come through the journal. They are set at every opening,
    because rebuilding a table drops its triggers silently.
    """
    steps.apply(db)
    for table in _GUARDED:
        for verb in ("INSERT", "UPDATE", "DELETE"):
            db.execute(f"""CREATE TRIGGER IF NOT EXISTS guard_{table}_{verb.lower()}
                BEFORE {verb} ON "{table}" WHEN desk_writes() IS NOT 1
                BEGIN SELECT RAISE(ABORT, 'written outside the journal'); END""")


def refuse_newer(db: Database) -> None:
    """Raise :class:`NewerVersion` for a file that went through steps that are not known here."""
    known = {step.name for step in steps._migrations}
    if any(step.name not in known for step in steps.applied(db)):
        raise NewerVersion(
            N_("This data is from a newer cspdesk"),
            N_("A newer version of cspdesk has written this data. It was left as it is."),
            N_("Install the newer version on this computer, then open it again."),
        )
