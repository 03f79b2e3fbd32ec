"""What the import asks of the store and of the exchange, off the window's thread."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from cspdesk.db.imports import LABEL, ImportResult, apply_import
from cspdesk.exchange import contacts
from cspdesk.exchange.headings import Columns, Field
from cspdesk.exchange.sheets import Sheet
from cspdesk.khmer.text import clean_line
from cspdesk.models.imports import ImportPlan
from cspdesk.models.record import derived_id
from cspdesk.ui.runner import Cancelled

if TYPE_CHECKING:
    from cspdesk.db.store import Store

_REPORTS = 100


class _OnlyLooked(Exception):
    """Takes a trial import back."""


def read(path: Path) -> tuple[Sheet, ...]:
    """Return the sheets of a file."""
    return contacts.read(path)


def layout_of(sheet: Sheet, header: int) -> str:
    """Return a key that lists with the same headings share."""
    return derived_id("layout", *map(clean_line, sheet.rows[header]))


def remembered(store: Store, sheet: Sheet, header: int) -> Columns:
    """Return what the columns of such a list held last time, or a guess."""
    from cspdesk.db import settings

    kept = settings.column_mapping(store, layout_of(sheet, header))
    guess = contacts.guess_columns(sheet, header)
    if not kept:
        return guess
    try:
        return Columns(tuple(Field(name) for name in json.loads(kept)))
    except ValueError:  # written by a version with other fields
        return guess


def remember(store: Store, sheet: Sheet, header: int, columns: Columns) -> None:
    """Remember what the columns of such a list hold."""
    from cspdesk.db import settings

    settings.remember_columns(store, layout_of(sheet, header), json.dumps(columns.fields))


def look(store: Store, plan: ImportPlan) -> ImportResult:
    """Return what importing ``plan`` would do; the store stays as it is."""
    result = ImportResult()
    with contextlib.suppress(_OnlyLooked), store.action(LABEL):
        result = apply_import(store, plan)
        raise _OnlyLooked
    return result


def bring_in(
    store: Store, plan: ImportPlan, report: Callable[[int, int], None]
) -> ImportResult | None:
    """Import ``plan``; None where it was cancelled, then nothing was written."""

    def some(done: int, total: int) -> None:
        if done % max(1, total // _REPORTS) == 0 or done == total:
            report(done, total)

    try:
        return apply_import(store, plan, some)
    except Cancelled:
        return None
