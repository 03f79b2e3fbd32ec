"""Bringing in a contact list."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from cspdesk.cli.options import as_json, opened, show, unlocked
from cspdesk.i18n import _

if TYPE_CHECKING:
    from cspdesk.db.imports import ImportResult
    from cspdesk.models.imports import ImportPlan, Issue


@click.group("import")
def import_() -> None:
    """Bring in a list."""


@import_.command("contacts")
@unlocked
@as_json
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
def contacts(
    data_dir: Path | None, passphrase_file: Path | None, *, as_json: bool, dry_run: bool, file: Path
) -> None:
    """Bring in a contact list (xlsx, csv, tsv); the same list again changes nothing."""
    from cspdesk.db.imports import apply_import, rehearse_import
    from cspdesk.exchange.contacts import read_plan

    with opened(data_dir, passphrase_file) as store:
        plan = read_plan(file)
        result = (rehearse_import if dry_run else apply_import)(store, plan)
    data = {
        "file": str(file),
        "dry_run": dry_run,
        "institutions": len(plan.institutions),
        "people": len(plan.people),
        **dataclasses.asdict(result),
        "nothing_changed": result.nothing_changed,
        "issues": [
            {"cell": issue.cell, "severity": issue.severity, "text": _worded(issue)}
            for issue in plan.issues
        ],
    }
    if not as_json:
        for issue in plan.issues:
            where = issue.cell or "the sheet"
            click.echo(f"{issue.severity}, {where}: {_worded(issue)}", err=True)
    show(data, _told(file, plan, result, dry_run=dry_run), as_json=as_json)


def _told(file: Path, plan: ImportPlan, result: ImportResult, *, dry_run: bool) -> Iterator[str]:
    yield f"{len(plan.institutions)} institutions, {len(plan.people)} people in {file.name}."
    if result.nothing_changed:
        yield "Nothing changes: everything is here already."
        return
    added, changed = ("Would add", "would change") if dry_run else ("Added", "changed")
    yield (
        f"{added} {result.institutions_new} institutions and {result.people_new} people; "
        f"{changed} {result.institutions_changed} and {result.people_changed}."
    )


def _worded(issue: Issue) -> str:
    return _(issue.text).format(**issue.fields)
