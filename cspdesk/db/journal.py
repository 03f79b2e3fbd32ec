"""What was changed: by which replica, when, in which action, each field's old and new value.

One row a change of one record, written in the same transaction as the record itself. Every record
carries the stamp of its insert (``_st``) and of each field written since (``_clk``), so that a
change can name the stamps it overwrites (``base``): what two laptops did without knowing of each
other is told by that and never by a clock. Undo reads the journal now; history and bundles will.

Triggers refuse every write to a record that does not come through here.
"""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import IntEnum
from typing import TYPE_CHECKING, Any

from cspdesk.db.clock import Clock
from cspdesk.db.rows import Value
from cspdesk.i18n import N_
from cspdesk.models.record import new_id

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Value]
EDIT = N_("change")
_TYPING_SECONDS = 20


class Kind(IntEnum):
    """What a change did; the numbers are stored and never change."""

    INSERT = 0
    SET = 1
    DELETE = 2
    UNDELETE = 3


@dataclass(frozen=True)
class Action:
    """What a person did: one transaction, one step of undo."""

    label: str
    id: str = field(default_factory=new_id)


@dataclass(frozen=True)
class Change:
    """One change of one record; ``before`` None where the record was new."""

    table: str
    record: str
    before: Row | None
    after: Row


@dataclass(frozen=True)
class _Typing:
    """The last edit, which the next one of the same fields may go on with."""

    seq: int
    table: str
    record: str
    fields: frozenset[str]
    at: float

    def goes_on_in(self, change: Change) -> bool:
        """Return whether ``change`` is of the same fields, seconds later."""
        return (
            (self.table, self.record) == (change.table, change.record)
            and self.fields == change.after.keys()
            and time.monotonic() - self.at <= _TYPING_SECONDS
        )


class Journal:
    """The journal of an open store, and the only door to its records."""

    def __init__(self, database: Database, replica: bytes) -> None:
        self._database = database
        known = dict(database.execute("SELECT key, value FROM this_replica").fetchall())
        self._clock = Clock(replica, known.get("last", 0), known.get("ahead", 0))
        self._replica = replica
        self._first = int(self._one("SELECT coalesce(max(seq), 0) + 1 FROM change"))
        self._typing: _Typing | None = None
        self._writing = False
        database.conn.create_function("desk_writes", 0, lambda: self._writing)

    def insert(self, table: str, row: Row, action: Action) -> None:
        """Write a new record."""
        stamp = self._tick([])
        written = {**row, "_st": stamp, "_clk": "{}"}
        names = ", ".join(f'"{name}"' for name in written)
        marks = ", ".join("?" * len(written))
        with self._door_open():
            self._database.execute(
                f"INSERT INTO {table} ({names}) VALUES ({marks})", list(written.values())
            )
        self._add(Kind.INSERT, stamp, {}, Change(table, str(row["id"]), None, row), action)

    def update(self, change: Change, action: Action) -> None:
        """Write new values of a stored record's fields."""
        first, clocks = self._clocks(change.table, change.record)
        base = {name: clocks.get(name, first) for name in change.after}
        kind = _kind(change)
        if kind is Kind.DELETE:
            base = {"": first, **clocks}  # a delete names all it saw, to lose to what it did not
        stamp = self._tick(base.values())
        clocks.update(dict.fromkeys(change.after, stamp.hex()))
        values = {**change.after, "_clk": json.dumps(clocks)}
        sets = ", ".join(f'"{name}" = ?' for name in values)
        with self._door_open():
            self._database.execute(
                f"UPDATE {change.table} SET {sets} WHERE id = ?", [*values.values(), change.record]
            )
        if not self._go_on_typing(stamp, change, action):
            self._add(kind, stamp, base, change, action)

    def last_action(self) -> Action | None:
        """Return the last action of this session that is not undone."""
        found = self._database.execute(
            "SELECT label, action FROM change WHERE undone = 0 AND seq >= ? "
            "ORDER BY seq DESC LIMIT 1",
            [self._first],
        ).fetchone()
        return Action(*found) if found else None

    def changes(self, action: Action) -> list[Change]:
        """Return what an action changed, the last change first."""
        found = self._database.execute(
            "SELECT tbl, record, before, after FROM change WHERE action = ? ORDER BY seq DESC",
            [action.id],
        ).fetchall()
        return [
            Change(table, record, json.loads(before) if before else None, json.loads(after))
            for table, record, before, after in found
        ]

    def settle(self, action: Action) -> None:
        """Take an action out of what can be undone."""
        with self._door_open():
            self._database.execute("UPDATE change SET undone = 1 WHERE action = ?", [action.id])

    def _add(
        self, kind: Kind, stamp: bytes, base: dict[str, str], change: Change, action: Action
    ) -> None:
        row = {
            "stamp": stamp,
            "replica": self._replica,
            "kind": kind,
            "action": action.id,
            "label": action.label,
            "tbl": change.table,
            "record": change.record,
            "base": json.dumps(base),
            "before": None if change.before is None else _json(change.before),
            "after": _json(change.after),
        }
        marks = ", ".join("?" * len(row))
        with self._door_open():
            self._database.execute(
                f"INSERT INTO change ({', '.join(row)}) VALUES ({marks})", list(row.values())
            )
        typed = kind is Kind.SET and action.label == EDIT and self._stands_alone(action)
        self._typing = (
            _Typing(
                int(self._one("SELECT last_insert_rowid()")),
                change.table,
                change.record,
                frozenset(change.after),
                time.monotonic(),
            )
            if typed
            else None
        )

    def _go_on_typing(self, stamp: bytes, change: Change, action: Action) -> bool:
        """Fold an edit of the same fields, seconds later, into the edit before it."""
        last = self._typing
        if last is None or action.label != EDIT or not last.goes_on_in(change):
            return False
        with self._door_open():
            self._database.execute(
                "UPDATE change SET after = ?, stamp = ? WHERE seq = ? AND undone = 0",
                [_json(change.after), stamp, last.seq],
            )
        return bool(self._one("SELECT changes()"))

    def _stands_alone(self, action: Action) -> bool:
        """Return whether an action has one change: undo takes back all of an action."""
        return bool(self._one("SELECT count(*) FROM change WHERE action = ?", action.id) == 1)

    def _clocks(self, table: str, record: str) -> tuple[str, dict[str, str]]:
        first, clocks = self._database.execute(
            f"SELECT hex(_st), _clk FROM {table} WHERE id = ?", [record]
        ).fetchone()
        return first.lower(), json.loads(clocks)

    def _tick(self, overwritten: Any) -> bytes:
        stamp = self._clock.tick(map(bytes.fromhex, overwritten))
        with self._door_open():
            self._database.execute(
                "INSERT OR REPLACE INTO this_replica(key, value) VALUES ('last', ?), ('ahead', ?)",
                [self._clock.last, self._clock.ahead],
            )
        return stamp

    def _one(self, sql: str, *parameters: object) -> Any:
        return self._database.execute(sql, list(parameters)).fetchone()[0]

    @contextmanager
    def _door_open(self) -> Iterator[None]:
        self._writing = True
        try:
            yield
        finally:
            self._writing = False


def _kind(change: Change) -> Kind:
    if "deleted_at" not in change.after:
        return Kind.SET
    return Kind.DELETE if change.after["deleted_at"] else Kind.UNDELETE


def _json(values: Row) -> str:
    return json.dumps(values, ensure_ascii=False)
