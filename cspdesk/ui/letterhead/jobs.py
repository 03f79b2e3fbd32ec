"""What the letterhead page asks of the store and of the paper, on their workers."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from cspdesk.db.journal import EDIT
from cspdesk.db.letters import used_numbers
from cspdesk.db.settings import change_organisation, get_organisation
from cspdesk.db.store import Store
from cspdesk.errors import PaperError
from cspdesk.models.organisation import FONTS, Organisation


def read(store: Store) -> tuple[Organisation, list[str]]:
    """Return the organisation, and the numbers that letters have."""
    return get_organisation(store), used_numbers(store)


def change(store: Store, label: str, changes: dict[str, Any]) -> None:
    """Set fields of the organisation as one action; '' as its label is typing."""
    change_organisation(store, label or EDIT, **changes)


def draw(organisation: Organisation, language: str) -> bytes:
    """Return a letter under this letterhead as PDF. Needs no store; some 100 ms."""
    from cspdesk.paper import pdf
    from cspdesk.paper.specimen import compose

    return pdf.render(compose(organisation, language, datetime.now().astimezone().date()))


def missing_fonts() -> PaperError | None:
    """Return why documents cannot be set in Khmer OS on this computer; None where they can."""
    from cspdesk.paper.pdf import fontsets

    return fontsets.problem(FONTS[1])
