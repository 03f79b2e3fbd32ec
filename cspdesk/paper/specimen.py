"""A short letter that shows the letterhead while it is being made."""

from __future__ import annotations

from datetime import datetime

from cspdesk.i18n import N_
from cspdesk.models.numbering import filled
from cspdesk.models.organisation import Organisation, Signatory
from cspdesk.paper import dates, parts
from cspdesk.paper.blocks import Document, Page, Paragraph, Signature, Signatures
from cspdesk.paper.wording import Wording

_NUMBER = "12"


def compose(organisation: Organisation, language: str) -> Document:
    """Return one page with everything that the letterhead decides."""
    words = Wording.of(organisation, language)
    today = datetime.now().astimezone().date()
    pattern = organisation.number_km if words.khmer else organisation.number_en
    number = words.digits(filled(pattern, _NUMBER, today.year))
    signatory = (*organisation.signatories, Signatory())[0]
    name, role = (
        (signatory.name_km, signatory.role_km)
        if words.khmer
        else (signatory.name_en, signatory.role_en)
    )
    blocks = (
        parts.letterhead(words, organisation, national=organisation.national_header, number=number),
        Paragraph(words.gettext(N_("The text of the letter stands here."))),
        Signatures(
            None,
            Signature(above=(dates.long_date(words, today),), role=role, below=(words.kept(name),)),
        ),
    )
    return parts.document(words, organisation, words.gettext("Letter"), blocks, Page())
