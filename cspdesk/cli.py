"""The same desk without a window: set up, import, print, back up, check, and a demonstration.

What a page can do, a command can do: both call the same functions. The passphrase comes from a
file or the environment variable ``CSPDESK_PASSPHRASE``, or is asked for; never from the command
line, which other people on the computer can read.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from cspdesk import __version__, demo
from cspdesk.errors import DeskError
from cspdesk.i18n import LANGUAGES, _, set_language
from cspdesk.models.imports import ImportPlan
from cspdesk.models.meetings import Meeting, Organisation
from cspdesk.paths import default_workspace

_workspace = click.option(
    "--data-dir",
    "--workspace",
    "workspace",
    type=click.Path(file_okay=False, path_type=Path),
    default=default_workspace,
    help="Folder of the data; without it this person's own.",
)


def _passphrase_in(context: click.Context, _option: click.Parameter, file: Path | None) -> str:
    """Return the passphrase; a new one that is typed is typed twice."""
    if file is not None:
        return file.read_text("utf-8-sig").rstrip("\r\n")
    given = os.environ.get("CSPDESK_PASSPHRASE")
    is_new = context.info_name == "init"
    return given or str(
        click.prompt("Passphrase", hide_input=True, confirmation_prompt=is_new, err=True)
    )


_passphrase = click.option(
    "--passphrase-file",
    "passphrase",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    callback=_passphrase_in,
    help="File that holds what unlocks it; else CSPDESK_PASSPHRASE, else it is asked for.",
)
_language = click.option(
    "--lang", type=click.Choice(list(LANGUAGES)), default="km", show_default=True
)


class _Commands(click.Group):
    """Says what went wrong as the window would, and leaves with 1."""

    def invoke(self, context: click.Context) -> Any:
        try:
            return super().invoke(context)
        except DeskError as error:
            told = (error.message, error.hint)
            lines = (_(text).format(**error.fields) for text in told if text)
            click.echo("\n".join((_(error.title), *lines)), err=True)
            sys.exit(1)


@click.group(cls=_Commands)
@click.version_option(__version__, prog_name="cspdesk")
def main() -> None:
    """Contacts, attendance, minutes and paper of a civil society network."""
    set_language("en")
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in its own code page cannot print Khmer.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


@contextmanager
def _opened(workspace: Path, passphrase: str) -> Iterator[Any]:
    from cspdesk.db import vault
    from cspdesk.db.store import Store

    if not vault.exists(workspace):
        raise click.ClickException(f"There is no workspace in {workspace}. Make one with 'init'.")
    store = Store.open(workspace, vault.unlock(workspace, passphrase))
    try:
        yield store
    finally:
        store.close()


@main.command()
@_workspace
@_passphrase
@click.option("--name-km", default="", help="The organisation's name in Khmer.")
@click.option("--name-en", default="", help="The organisation's name in English.")
def init(workspace: Path, passphrase: str, name_km: str, name_en: str) -> None:
    """Make a new workspace and print its recovery code."""
    from cspdesk.db import settings, vault
    from cspdesk.db.store import Store

    if vault.exists(workspace):
        raise click.ClickException(f"There is a workspace in {workspace} already.")
    key, code = vault.create(workspace, passphrase)
    store = Store.create(workspace, key)
    settings.set_organisation(store, Organisation(name_km=name_km, name_en=name_en))
    store.close()
    click.echo(f"Recovery code, to keep on paper away from this computer:\n{code}")


@main.command("import")
@_workspace
@_passphrase
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.argument("file", type=click.Path(dir_okay=False, exists=True, path_type=Path))
def import_list(workspace: Path, passphrase: str, *, dry_run: bool, file: Path) -> None:
    """Bring in a contact list (xlsx, csv, tsv)."""
    from cspdesk.db.imports import apply_import
    from cspdesk.exchange.contacts import read_plan

    plan = read_plan(file)
    _tell_issues(plan)
    click.echo(f"{len(plan.institutions)} institutions, {len(plan.people)} people in {file.name}.")
    if dry_run:
        return
    with _opened(workspace, passphrase) as store:
        result = apply_import(store, plan)
    if result.nothing_changed:
        click.echo("Nothing changed: everything was here already.")
        return
    click.echo(
        f"Added {result.institutions_new} institutions and {result.people_new} people; "
        f"changed {result.institutions_changed} and {result.people_changed}."
    )


def _tell_issues(plan: ImportPlan) -> None:
    for issue in plan.issues:
        click.echo(f"{issue.cell}: {_(issue.text).format(**issue.fields)}", err=True)


@main.command("print")
@_workspace
@_passphrase
@_language
@click.option("--meeting", default="", help="Id of the meeting; without it the latest one held.")
@click.option(
    "--output", required=True, type=click.Path(dir_okay=False, path_type=Path), help="The PDF."
)
@click.argument("document", type=click.Choice(list(demo.DOCUMENTS)))
def print_document(
    workspace: Path, passphrase: str, lang: str, meeting: str, output: Path, document: str
) -> None:
    """Write a document as PDF."""
    from cspdesk.paper.pdf import render_to

    with _opened(workspace, passphrase) as store:
        if meeting and store.get(Meeting, meeting) is None:
            raise click.ClickException(f"There is no meeting {meeting}.")
        made = demo.DOCUMENTS[document](store, meeting or _latest(store, document), lang)
    render_to(made, output)
    click.echo(str(output))


def _latest(store: Any, document: str) -> str:
    from cspdesk.db.meetings import list_meetings

    if document == "contacts":
        return ""
    rows = list_meetings(store)
    held = [row for row in rows if row.counts.total] or rows
    if not held:
        raise click.ClickException("There is no meeting yet.")
    return held[0].meeting.id


@main.command()
@_workspace
@_passphrase
def backup(workspace: Path, passphrase: str) -> None:
    """Write an encrypted backup and say where."""
    from cspdesk.db import backup as backups

    with _opened(workspace, passphrase) as store:
        click.echo(str(backups.make(store.database, store.folder)))


@main.command()
@_workspace
@_passphrase
def check(workspace: Path, passphrase: str) -> None:
    """Read every page of the data and say whether all is whole."""
    from cspdesk.db.check import faults

    with _opened(workspace, passphrase) as store:
        found = faults(store)
    if found:
        raise click.ClickException("\n".join(found))
    click.echo("Everything is whole.")


@main.command("demo")
@click.option(
    "--output", default="sample", type=click.Path(file_okay=False, path_type=Path),
    help="Folder to write into.",
)  # fmt: skip
def make_demo(output: Path) -> None:
    """Make a sample workspace, print its documents, and take pictures of the window."""
    output.mkdir(parents=True, exist_ok=True)
    tell: Callable[[str], None] = click.echo
    demo.make(output, datetime.now().astimezone().date(), tell)


if __name__ == "__main__":
    main(prog_name="cspdesk")
