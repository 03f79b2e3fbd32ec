"""The preview of a letter, and of the invitations to a meeting."""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from cspdesk.i18n import _, ngettext
from cspdesk.models.letters import LetterKind
from cspdesk.models.meetings import MeetingRecord
from cspdesk.models.words import word
from cspdesk.ui.letters import jobs
from cspdesk.ui.meetings.papers import open_paper
from cspdesk.ui.preview import ChoiceOption, Option, SwitchOption, open_preview

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from cspdesk.db.store import Store
    from cspdesk.paper.addressee import Addressee
    from cspdesk.paper.blocks import Document
    from cspdesk.ui.desk import Desk
    from cspdesk.ui.preview.dialog import PreviewDialog

_STEMS = {
    LetterKind.INVITATION: "invitation",
    LetterKind.REQUEST: "request",
    LetterKind.FREE: "letter",
}
"""How the name of a letter's file begins."""


def open_letter(
    desk: Desk, detail: jobs.Detail, parent: QWidget, *, then: str = ""
) -> PreviewDialog:
    """Open the preview of a letter in its language; ``then`` goes on to 'print' or 'save'."""
    letter = detail.letter
    inviting = letter.kind is LetterKind.INVITATION
    named = " ".join(part for part in (letter.on.isoformat() if letter.on else "", letter.number))
    return open_preview(
        desk,
        _(word(letter.kind)),
        functools.partial(_compose, letter_id=letter.id),
        parent,
        language=letter.language,
        options=invitation_options(desk, detail.addressees, annex=detail.annex) if inviting else (),
        file_name=f"{_STEMS[letter.kind]}-{{language}} {named}".strip(),
        then=then,
    )


def open_invitations(
    desk: Desk, record: MeetingRecord, parent: QWidget, *, language: str, then: str = ""
) -> PreviewDialog:
    """Open the preview of the invitations to a meeting, written on the letters page or not."""
    from cspdesk.paper.invitation import addressees

    options = invitation_options(desk, addressees(record, language), annex=jobs.annex_of(record))
    return open_paper(
        desk, record.meeting, "invitation", parent, language=language, options=options, then=then
    )


def invitation_options(
    desk: Desk, addressees: Sequence[Addressee], *, annex: bool | None
) -> list[Option]:
    """Return what may be chosen about invitations: to whom, and where the agenda stands.

    ``annex`` is where it begins; None where there is no agenda.
    """
    apart: list[Option] = []
    if annex is not None:
        apart.append(
            SwitchOption("annex", lambda: _("The agenda on a page of its own"), value=annex)
        )
    if not addressees:
        return apart

    def everybody() -> str:
        n = len(addressees)
        text = ngettext("{n} addressee", "All {n} addressees", n)
        return text.format(n=desk.words.number(n))

    choices: list[tuple[str | bool, Callable[[], str]]] = [("", everybody)]
    choices += [(one.id, functools.partial(_said, one)) for one in addressees]
    return [ChoiceOption("only", lambda: _("Letters to"), choices, ""), *apart]


def _compose(store: Store, language: str, *, letter_id: str, **options: Any) -> Document:
    from cspdesk.paper.letters import compose_written

    return compose_written(store, letter_id, language, **options)


def _said(addressee: Addressee) -> str:
    return addressee.lines[0]
