"""What a planned row says about itself, in words."""

from __future__ import annotations

from cspdesk.i18n import _
from cspdesk.models.imports import PlannedRow, Remark


def remark_text(remark: Remark) -> str:
    """Return a remark with its cell: 'K12: the first 0 was put back: 012 345 678'."""
    text = _(remark.text).format(**remark.fields)
    return f"{remark.cell}: {text}" if remark.column else text


def row_remarks(row: PlannedRow) -> list[str]:
    """Return all that is said about a row, what needs a look first."""
    skipped = [_(row.skipped)] if row.skipped else []
    return [*skipped, *map(remark_text, row.issues), *map(remark_text, row.changes)]
