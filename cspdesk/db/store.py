"""The one way to write: every change is journalled, undoable, and found by the search.

One user action is one :meth:`Store.action`: it is saved whole or not at all, and undone whole.
Typing in one field over a few seconds is one action.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from filelock import FileLock, Timeout

from cspdesk.db import search
from cspdesk.db.connection import connect, errors_of, unwritable
from cspdesk.db.journal import EDIT, Action, Change, Journal
from cspdesk.db.replica import replica_id
from cspdesk.db.rows import columns_of, from_row, select_list, table_of, to_column, to_row
from cspdesk.errors import StoreBusy
from cspdesk.i18n import N_
from cspdesk.models.record import Record

if TYPE_CHECKING:
    from sqlite_utils import Database

R = TypeVar("R", bound=Record)
FILE = "desk.db"

__all__ = ["EDIT", "Store", "Undone"]


@dataclasses.dataclass(frozen=True)
class Undone:
    """What :meth:`Store.undo` took back: the action's label and the records it touched."""

    label: str
    records: tuple[tuple[str, str], ...]


class Store:
    """An open workspace. Not for use by several threads at once: the runner owns it."""

    def __init__(self, folder: Path, database: Database, lock: FileLock) -> None:
        self.folder = folder
        self.database = database
        self._lock = lock
        self._journal = Journal(database, replica_id(folder))
        self._action: Action | None = None
        self._touched: dict[tuple[str, str], None] = {}
        self._changed: set[str] = set()

    @classmethod
    def create(cls, folder: Path, key: bytes) -> Store:
        """Make a new workspace's store in ``folder`` with the vault's 32-byte key."""
        return cls.open(folder, key)

    @classmethod
    def open(cls, folder: Path, key: bytes) -> Store:
        """Open the store in ``folder``; an older one is backed up, then brought up to date.

        Raises:
            StoreBusy: another cspdesk has it open.
            StoreDamaged, NewerVersion, DiskFull, DiskUnwritable: see :mod:`cspdesk.errors`.
        """
        from cspdesk.db import backup, migrations

        lock = FileLock(folder / "desk.lock")
        try:
            folder.mkdir(parents=True, exist_ok=True)
            lock.acquire(timeout=0)
        except Timeout as error:
            raise StoreBusy(
                N_("cspdesk is already open"),
                N_("Another window on this computer has this data open."),
                N_("Go to that window, or close it and start again."),
            ) from error
        except OSError as error:
            raise unwritable(folder / FILE, error.strerror or type(error).__name__) from error
        try:
            path = folder / FILE
            database = connect(path, key)
            try:
                with errors_of(path):
                    migrations.refuse_newer(database)
                    if database.table("person").exists() and migrations.steps.pending(database):
                        backup.make(database, folder)
                    migrations.bring_up_to_date(database)
                    return cls(folder, database, lock)
            except BaseException:
                database.conn.close()
                raise
        except BaseException:
            lock.release()
            raise

    def close(self) -> None:
        """Close the file and let others open it. Closing twice is harmless."""
        self.database.conn.close()
        self._lock.release()

    # Reading

    def rows(self, sql: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """Return the rows of a query."""
        with errors_of(self.folder / FILE):
            found: list[tuple[Any, ...]] = self.database.execute(sql, parameters).fetchall()
            return found

    def get(self, kind: type[R], record_id: str) -> R | None:
        """Return one record, also one in the trash; None where there is none."""
        found = self.find(kind, "id = ?", [record_id], trashed=None)
        return found[0] if found else None

    def find(
        self,
        kind: type[R],
        where: str = "1",
        parameters: Sequence[object] = (),
        *,
        order: str = "rowid",
        trashed: bool | None = False,
    ) -> list[R]:
        """Return the records that match; ``trashed`` None means both in and out of the trash."""
        trash = {False: " AND deleted_at = ''", True: " AND deleted_at <> ''", None: ""}[trashed]
        sql = (
            f"SELECT {select_list(kind)} FROM {table_of(kind)} WHERE ({where}){trash} "
            f"ORDER BY {order}"
        )
        return [from_row(kind, row) for row in self.rows(sql, parameters)]

    def changed_tables(self) -> frozenset[str]:
        """Return the tables written to since this was last asked."""
        changed, self._changed = frozenset(self._changed), set()
        return changed

    # Writing

    @contextmanager
    def action(self, label: str) -> Iterator[None]:
        """Save everything written inside as one action, or nothing of it.

        Args:
            label: what the person did, an English source text marked with ``N_``; Undo names it.

        An action inside an action is part of the outer one.
        """
        if self._action:
            yield
            return
        self._action, self._touched = Action(label), {}
        before = set(self._changed)
        try:
            with errors_of(self.folder / FILE), self.database.atomic():
                yield
                search.index(self, self._touched)
        except BaseException:
            self._changed = before
            raise
        finally:
            self._action = None

    def insert(self, record: R, label: str = N_("add")) -> R:
        """Save a new record and return it. An id that exists is a bug."""
        table = table_of(type(record))
        with self.action(label):
            self._journal.insert(table, to_row(record), self._current())
            self._touch(table, record.id)
        return record

    def update(self, kind: type[R], record_id: str, label: str = EDIT, /, **changes: object) -> R:
        """Change fields of a record and return it as it is then; equal values change nothing."""
        record = self.get(kind, record_id)
        if record is None:
            raise KeyError(f"no {table_of(kind)} {record_id}")
        after = {name: to_column(value) for name, value in changes.items()}
        before = {name: to_column(getattr(record, name)) for name in after}
        after = {name: value for name, value in after.items() if value != before[name]}
        if not after:
            return record
        kept = {name: before[name] for name in after}
        with self.action(label):
            self._change(Change(table_of(kind), record_id, kept, after))
        changed = self.get(kind, record_id)
        assert changed is not None  # noqa: S101 (it was there a line ago, in this thread)
        return changed

    def delete(self, kind: type[Record], record_id: str, label: str = N_("delete")) -> None:
        """Put a record in the trash, whence it can be restored."""
        self.update(kind, record_id, label, deleted_at=_now())

    def restore(self, kind: type[Record], record_id: str) -> None:
        """Take a record out of the trash."""
        self.update(kind, record_id, N_("restore"), deleted_at="")

    def save(self, record: R, label: str = EDIT) -> str:
        """Insert a record or bring the stored one up to it; return 'new', 'changed' or 'same'."""
        stored = self.get(type(record), record.id)
        if stored is None:
            self.insert(record, label)
            return "new"
        names = columns_of(type(record))
        changes = {n: getattr(record, n) for n in names if getattr(record, n) != getattr(stored, n)}
        self.update(type(record), record.id, label, **changes)
        return "changed" if changes else "same"

    def undo(self) -> Undone | None:
        """Take back the last action of this session; None where there is none left.

        What it does is journalled as well, and is itself never undone.
        """
        with errors_of(self.folder / FILE):
            last = self._journal.last_action()
            changes = self._journal.changes(last) if last else []
        if last is None:
            return None
        with self.action(last.label):
            self._journal.settle(last)
            for change in changes:
                values = change.before or {"deleted_at": _now()}
                was = {name: change.after[name] for name in values}
                self._change(Change(change.table, change.record, was, values))
            self._journal.settle(self._current())
        return Undone(last.label, tuple((change.table, change.record) for change in changes))

    def _change(self, change: Change) -> None:
        self._journal.update(change, self._current())
        self._touch(change.table, change.record)

    def _touch(self, table: str, record: str) -> None:
        self._touched[table, record] = None
        self._changed.add(table)

    def _current(self) -> Action:
        if self._action is None:
            raise RuntimeError("records are written inside an action")
        return self._action


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="milliseconds")
