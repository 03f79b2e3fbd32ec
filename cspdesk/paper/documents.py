"""The documents by the names they have outside the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cspdesk.db.meetings import load_record
from cspdesk.db.people import contact_rows
from cspdesk.db.settings import get_organisation
from cspdesk.paper import attendance, contacts, minutes
from cspdesk.paper.parts import meeting_title
from cspdesk.paper.wording import Wording

if TYPE_CHECKING:
    from cspdesk.db.store import Store
    from cspdesk.paper.blocks import Document

NAMES = ("attendance", "attended", "minutes", "contacts")
"""The sheet to sign, who came, the minutes, and a contact list."""


def compose(store: Store, name: str, meeting_id: str, language: str) -> Document:
    """Return the document ``name``, one of ``NAMES``, in 'km' or 'en'.

    The contact list is that of the whole network where ``meeting_id`` is '', else of those invited.

    Raises:
        KeyError: there is no such meeting.
    """
    if name == "contacts" and not meeting_id:
        return contacts.compose(contact_rows(store), get_organisation(store), language)
    record = load_record(store, meeting_id)
    if name == "contacts":
        title = meeting_title(Wording.of(record.organisation, language), record.meeting)
        rows = contacts.invited(record)
        return contacts.compose(
            rows, record.organisation, language, title=title, on=record.meeting.on
        )
    if name == "minutes":
        return minutes.compose(record, language)
    return attendance.compose(record, language, attended=name == "attended")
