"""What every command shares: where the data is, what unlocks it, and how it speaks."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from cspdesk.khmer.text import clean_line
from cspdesk.paths import DATA_DIR, default_workspace

if TYPE_CHECKING:
    from cspdesk.db.store import Store

F = TypeVar("F", bound=Callable[..., Any])
PASSPHRASE = "CSPDESK_PASSPHRASE"  # noqa: S105 (the variable's name)


def _or_before_the_command(
    context: click.Context, parameter: click.Parameter, value: Path | None
) -> Path | None:
    """Take an option from where it stands: after the command, or before it."""
    if value is None and parameter.name:
        value = context.find_root().params.get(parameter.name)
    return value


def line(value: str) -> str:
    """Return a text of the command line as it is stored: one line, '\ufffd' for what is no text."""
    return clean_line(value.encode("utf-8", "surrogatepass").decode("utf-8", "replace"))


data_dir = click.option(
    "--data-dir",
    metavar="DIR",
    type=click.Path(file_okay=False, path_type=Path),
    callback=_or_before_the_command,
    help="Folder of the data; without it this person's own.",
)
passphrase_file = click.option(
    "--passphrase-file",
    metavar="FILE",
    type=click.Path(dir_okay=False, exists=True, path_type=Path),
    callback=_or_before_the_command,
    help=f"File whose first line unlocks it; else ${PASSPHRASE}, else you are asked.",
)
as_json = click.option("--json", "as_json", is_flag=True, help="Write JSON.")


def unlocked(command: F) -> F:
    """Give a command the options ``data_dir`` and ``passphrase_file``."""
    return data_dir(passphrase_file(command))


def named_folder(data_dir: Path | None) -> Path | None:
    """Return the folder that the option or the environment names; None where neither does."""
    given = os.environ.get(DATA_DIR)
    return data_dir or (Path(given) if given else None)


def passphrase(file: Path | None, *, new: bool = False) -> str:
    """Return the passphrase from a file, the environment, or the keyboard; ``new`` asks twice.

    Raises:
        click.ClickException: there is none, it is empty, or no text.
    """
    given = _first_line(file) if file else os.environ.get(PASSPHRASE)
    if given is None:
        if sys.stdin is None or not sys.stdin.isatty():
            raise click.ClickException(
                f"No passphrase was given. Put it into a file for --passphrase-file or into the "
                f"variable {PASSPHRASE}."
            )
        given = str(click.prompt("Passphrase", hide_input=True, confirmation_prompt=new, err=True))
    try:
        given.encode()
    except UnicodeEncodeError as error:
        raise click.ClickException("The passphrase is no text in UTF-8.") from error
    if not given.strip():
        raise click.ClickException("The passphrase is empty.")
    return given


def _first_line(file: Path) -> str:
    try:
        text = file.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.ClickException(f"{file} is no text in UTF-8.") from error
    return text.partition("\n")[0].rstrip("\r")


@contextmanager
def opened(data_dir: Path | None, passphrase_file: Path | None) -> Iterator[Store]:
    """Unlock and open the store for the length of a block.

    Raises:
        click.ClickException: there is no workspace, or no passphrase.
        DeskError: it cannot be opened.
    """
    from cspdesk.db import vault
    from cspdesk.db.store import Store

    folder = workspace_in(data_dir)
    store = Store.open(folder, vault.unlock(folder, passphrase(passphrase_file)))
    try:
        yield store
    finally:
        store.close()


def workspace_in(data_dir: Path | None) -> Path:
    """Return the folder of the workspace; a click.ClickException tells where there is none."""
    from cspdesk.db import vault

    folder = data_dir or default_workspace()
    if not vault.exists(folder):
        raise click.ClickException(f"There is no workspace in {folder}. 'cspdesk init' makes one.")
    return folder


def show(data: object, lines: Iterable[str], *, as_json: bool) -> None:
    """Write ``data`` as JSON, or ``lines`` for people."""
    if as_json:
        click.echo(json.dumps(data, ensure_ascii=False, indent=1))
        return
    for line in lines:
        click.echo(line)
