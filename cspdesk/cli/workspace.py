"""Making a workspace, demonstrating one, checking it and copying it."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path

import click

from cspdesk.cli.options import (
    PASSPHRASE,
    as_json,
    line,
    named_folder,
    opened,
    passphrase,
    show,
    unlocked,
)
from cspdesk.paths import default_workspace


@click.command()
@unlocked
@click.option(
    "--organisation", metavar="NAME", type=line, required=True,
    help="Whose desk it is, in Khmer or in English: for the head of its papers.",
)  # fmt: skip
def init(data_dir: Path | None, passphrase_file: Path | None, *, organisation: str) -> None:
    """Make a new workspace and print its recovery code."""
    from cspdesk.db import settings, vault, workspace
    from cspdesk.models.organisation import Organisation

    if not organisation:
        raise click.UsageError("Say the name of the organisation.")
    folder = data_dir or default_workspace()
    if vault.exists(folder):
        raise click.ClickException(f"There is a workspace in {folder} already.")
    store, code = workspace.make(folder, passphrase(passphrase_file, new=True))
    khmer = any("\u1780" <= letter <= "\u17ff" for letter in organisation)
    whose = Organisation(name_km=organisation) if khmer else Organisation(name_en=organisation)
    settings.set_organisation(store, whose)
    store.close()
    click.echo(f"Workspace: {folder}", err=True)
    click.echo("Recovery code, to keep on paper away from this computer:", err=True)
    click.echo(code)


@click.command()
@unlocked
@click.option(
    "--scale", metavar="N", type=click.IntRange(min=1), default=1, show_default=True,
    help="So many times the people and meetings.",
)  # fmt: skip
@click.option(
    "--output", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
    help="Also print its documents and take pictures of the window into this folder.",
)  # fmt: skip
def demo(
    data_dir: Path | None, passphrase_file: Path | None, *, scale: int, output: Path | None
) -> None:
    """Make a workspace with fictional people that adds up to the case study.

    With neither --data-dir nor --output everything goes into ./sample. The passphrase is 'sample'
    where none is given.
    """
    from cspdesk import demo as demonstration

    folder = named_folder(data_dir)
    if folder is None:
        output = output or Path("sample")
        folder = output / "workspace"
    own = passphrase_file is not None or PASSPHRASE in os.environ
    secret = passphrase(passphrase_file) if own else demonstration.PASSPHRASE
    today = datetime.now().astimezone().date()
    demonstration.make_workspace(folder, secret, today, scale)
    if output is not None:
        output.mkdir(parents=True, exist_ok=True)
        for path in demonstration.print_documents(folder, secret, output):
            click.echo(str(path))
        for path in demonstration.take_pictures(folder, secret, output):
            click.echo(str(path))
    told = "as given" if own else secret
    click.echo(f"Workspace: {folder} (passphrase: {told})")


@click.command()
@unlocked
@as_json
def check(data_dir: Path | None, passphrase_file: Path | None, *, as_json: bool) -> None:
    """Read all of the data and say whether everything is whole."""
    from cspdesk.db.check import faults, totals

    with opened(data_dir, passphrase_file) as store:
        found, counted = faults(store), totals(store)
    lines = [f"{number} {what.replace('_', ' ')}" for what, number in counted.items()]
    whole = [] if found else ["Everything is whole."]
    show({"whole": not found, "faults": found, **counted}, lines + whole, as_json=as_json)
    if found:
        raise click.ClickException("\n".join(found))


@click.command()
@unlocked
def backup(data_dir: Path | None, passphrase_file: Path | None) -> None:
    """Write an encrypted backup and say where."""
    from cspdesk.db import backup as backups

    with opened(data_dir, passphrase_file) as store:
        click.echo(str(backups.make(store.database, store.folder)))
