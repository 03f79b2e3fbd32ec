"""A short letter that shows the letterhead while it is being made."""

from __future__ import annotations

from datetime import date

from cspdesk.models.letters import Letter, next_number
from cspdesk.models.organisation import Organisation
from cspdesk.paper import letter
from cspdesk.paper.blocks import Document
from cspdesk.paper.wording import Wording


def compose(organisation: Organisation, language: str, on: date) -> Document:
    """Return a letter of the day ``on`` with everything that the letterhead decides."""
    words = Wording.of(organisation, language)
    patterns = organisation.number_km, organisation.number_en
    pattern = (patterns[0] or patterns[1]) if words.khmer else (patterns[1] or patterns[0])
    sample = Letter(
        language=language,
        number=words.digits(next_number(pattern, (), on.year)),
        on=on,
        subject=words.gettext("Sample of our letters"),
        body=words.gettext(
            "The text of a letter stands here. Above it are the name, the address and the logo of"
            " the organisation and the letter's number, below it the date and who signs."
        ),
        national_header=organisation.national_header,
    )
    return letter.compose(sample, organisation, language)
