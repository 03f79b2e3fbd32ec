"""Writing a document as PDF or as Word file."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from cspdesk.cli.options import line, opened, unlocked
from cspdesk.i18n import LANGUAGES

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document

_DOCUMENTS = (
    "attendance", "attended", "institutions", "minutes", "contacts", "followup", "badges",
    "place-cards", "labels", "envelopes", "invitation", "request", "letter",
)  # fmt: skip
_LETTERS = ("invitation", "request", "letter")
_OF_NEXT = ("invitation", "request")
"""Letters that are written before a meeting."""


@click.command("print")
@unlocked
@click.option(
    "--meeting", metavar="ID", type=line, default="",
    help="Whose document; else the latest one held, of invitations and requests the next one.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(list(LANGUAGES)),
    help="Language of the document; else that of --letter, else km.",
)  # fmt: skip
@click.option(
    "--letter", "letter_id", metavar="ID", type=line, default="",
    help="A letter that was written.",
)  # fmt: skip
@click.option(
    "--text", metavar="FILE", type=click.Path(path_type=Path),
    help="A text in UTF-8 as the body of a letter; blank lines part its paragraphs.",
)  # fmt: skip
@click.option("--subject", metavar="TEXT", type=line, default="", help="What a letter is about.")
@click.option(
    "--to",
    metavar="TEXT",
    type=line,
    multiple=True,
    help="Whom a letter is to; once for each line.",
)
@click.option(
    "--output", metavar="FILE", required=True, type=click.Path(dir_okay=False, path_type=Path),
    help="What to write: .pdf to print, .docx to edit in Word.",
)  # fmt: skip
@click.argument("document", metavar="DOCUMENT", type=click.Choice(_DOCUMENTS))
def print_(
    data_dir: Path | None,
    passphrase_file: Path | None,
    *,
    document: str,
    meeting: str,
    lang: str | None,
    letter_id: str,
    output: Path,
    **words: Any,
) -> None:
    """Write a document as PDF or as Word file.

    DOCUMENT is one of attendance (the sheet to sign), attended (who came), institutions, minutes,
    contacts, followup, badges, place-cards, labels, envelopes, invitation, request, letter.
    """
    from cspdesk.paper.documents import compose
    from cspdesk.paper.writing import check_name, write

    check_name(output)
    typed = _typed(document, **words)
    _check_letter(document, meeting, letter_id, typed)
    with opened(data_dir, passphrase_file) as store:
        if letter_id:
            made = _written(store, letter_id, lang or "")
        else:
            of = _known(store, document, meeting)
            made = compose(store, document, of, lang or "km", **typed)
    write(made, output)
    _tell_missing(made, output)
    click.echo(str(output))


def _typed(
    document: str, *, text: Path | None, subject: str, to: tuple[str, ...]
) -> dict[str, str]:
    """Return what is said on the command line in place of a letter's usual words."""
    from cspdesk.exchange.text_file import read_text

    given = {
        "text": read_text(text.absolute()) if text and document in _LETTERS else str(text or ""),
        "subject": subject,
        "addressee": "\n".join(filter(None, to)),
    }
    return {name: value for name, value in given.items() if value}


def _check_letter(document: str, meeting: str, letter_id: str, typed: dict[str, str]) -> None:
    """Refuse options that would be passed over."""
    if document not in _LETTERS and (letter_id or typed):
        raise click.UsageError("--letter, --text, --subject and --to are for letters.")
    if document != "letter" and letter_id:
        raise click.UsageError(
            "A letter that was written is printed by 'print letter --letter ID'."
        )
    if letter_id and (typed or meeting):
        raise click.UsageError("A letter that was written has its own words and meeting.")
    if document == "invitation" and "addressee" in typed:
        raise click.UsageError("An invitation goes to those who are invited; leave out --to.")
    if document == "letter" and meeting:
        raise click.UsageError("Only invitations and requests are about a meeting.")


def _tell_missing(made: Document, output: Path) -> None:
    """Say what stands as boxes on the PDF; Word has other fonts for it."""
    from cspdesk.paper.pdf.coverage import missing_characters

    missing = missing_characters(made) if output.suffix.lower() == ".pdf" else ""
    if missing:
        click.echo(f"No font has these characters, boxes stand for them: {missing}", err=True)


def _written(store: Store, letter_id: str, language: str) -> Document:
    from cspdesk.paper.letters import compose_written

    try:
        return compose_written(store, letter_id, language)
    except KeyError as error:
        raise click.ClickException(
            f"There is no letter {letter_id}. 'cspdesk list letters' shows their ids."
        ) from error


def _known(store: Store, document: str, meeting_id: str) -> str:
    """Return the id of the meeting to print; '' where the document is about everything."""
    from cspdesk.db.meetings import latest_held, next_meeting
    from cspdesk.models.meetings import Meeting
    from cspdesk.paper.documents import DOCUMENTS

    if meeting_id:
        found = store.get(Meeting, meeting_id)
        if found is None or found.deleted_at:
            raise click.ClickException(
                f"There is no meeting {meeting_id}. 'cspdesk list meetings' shows their ids."
            )
        return meeting_id
    if not DOCUMENTS[document].of_meeting:
        return ""
    coming = (
        next_meeting(store, datetime.now().astimezone().date()) if document in _OF_NEXT else None
    )
    chosen = coming.meeting if coming else latest_held(store)
    if chosen is None:
        raise click.ClickException("There is no meeting yet: plan one in the window first.")
    return chosen.id
