"""The command line: one group of commands, each in the file of its family."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from cspdesk import __version__
from cspdesk.cli.contacts import import_
from cspdesk.cli.lists import list_, search
from cspdesk.cli.options import unlocked
from cspdesk.cli.papers import print_
from cspdesk.cli.smoke import smoke
from cspdesk.cli.workspace import backup, check, demo, init
from cspdesk.errors import DeskError
from cspdesk.i18n import _, set_language


class _Commands(click.Group):
    """Says on stderr what went wrong and leaves with 1; only a bug leaves a traceback."""

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run a command and leave with 0 or 1."""
        try:
            code = super().main(*args, **{**extra, "standalone_mode": False})
        except click.ClickException as error:
            error.show()
            code = 1
        except click.Abort:
            click.echo("Stopped.", err=True)
            code = 1
        except DeskError as error:
            told = (error.message, error.hint)
            lines = (_(text).format(**error.fields) for text in told if text)
            click.echo("\n".join((_(error.title), *lines)), err=True)
            code = 1
        except OSError as error:
            click.echo(f"{error.filename or 'cspdesk'}: {error.strerror or error}", err=True)
            code = 1
        sys.exit(code or 0)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@unlocked
@click.version_option(__version__, prog_name="cspdesk")
def main(data_dir: Path | None, passphrase_file: Path | None) -> None:
    """Contacts, attendance, minutes and paper of a civil society network.

    Without a command the window opens; 'cspdesk --data-dir DIR' opens it on other data.
    """
    del data_dir, passphrase_file  # the commands ask for them
    set_language("en")
    for stream in (sys.stdout, sys.stderr):
        # A Windows console in its own code page cannot print Khmer.
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")


for _command in (init, demo, import_, list_, search, print_, check, smoke, backup):
    main.add_command(_command)
