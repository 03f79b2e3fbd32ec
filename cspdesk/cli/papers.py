"""Writing a document as PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from cspdesk.cli.options import opened, unlocked
from cspdesk.i18n import LANGUAGES

if TYPE_CHECKING:
    from cspdesk.db.store import Store

_DOCUMENTS = ("attendance", "attended", "minutes", "contacts")


@click.command("print")
@unlocked
@click.option("--meeting", metavar="ID", default="", help="Without it the latest one held.")
@click.option(
    "--lang", type=click.Choice(list(LANGUAGES)), default="km", show_default=True,
    help="Language of the document.",
)  # fmt: skip
@click.option(
    "--output", metavar="FILE", required=True, type=click.Path(dir_okay=False, path_type=Path),
    help="The PDF to write.",
)  # fmt: skip
@click.argument("document", type=click.Choice(_DOCUMENTS))
def print_(
    data_dir: Path | None,
    passphrase_file: Path | None,
    *,
    meeting: str,
    lang: str,
    output: Path,
    document: str,
) -> None:
    """Write a document as PDF: the sheet to sign, who came, the minutes, the contact list."""
    from cspdesk.paper.documents import compose
    from cspdesk.paper.pdf import render_to

    with opened(data_dir, passphrase_file) as store:
        made = compose(store, document, _known(store, document, meeting), lang)
    render_to(made, output)
    click.echo(str(output))


def _known(store: Store, document: str, meeting_id: str) -> str:
    """Return the id of the meeting to print; '' for the contact list of the whole network."""
    from cspdesk.db.meetings import latest_held
    from cspdesk.models.meetings import Meeting

    if meeting_id:
        found = store.get(Meeting, meeting_id)
        if found is None or found.deleted_at:
            raise click.ClickException(
                f"There is no meeting {meeting_id}. 'cspdesk list meetings' shows their ids."
            )
        return meeting_id
    if document == "contacts":
        return ""
    latest = latest_held(store)
    if latest is None:
        raise click.ClickException("There is no meeting yet.")
    return latest.id
