"""Parts that several documents share: the letterhead, the meeting's title, place and time."""

from __future__ import annotations

from collections.abc import Sequence

from cspdesk.i18n import N_
from cspdesk.models.meetings import Meeting, MeetingRecord
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Institution, Sex
from cspdesk.models.templates import default_title, in_language
from cspdesk.paper import dates
from cspdesk.paper.blocks import Block, Document, Letterhead, Page
from cspdesk.paper.wording import Wording

NATION = (N_("Kingdom of Cambodia"), N_("Nation Religion King"))


def body_name(words: Wording, organisation: Organisation) -> str:
    """Return whose document it is, in its language or else in the other."""
    names = organisation.name_km, organisation.name_en
    return (names[0] or names[1]) if words.khmer else (names[1] or names[0])


def letterhead(
    words: Wording, organisation: Organisation, *, national: bool, number: str = ""
) -> Letterhead:
    """Return the letterhead; ``national`` puts the country and its motto above."""
    addresses = organisation.address_km, organisation.address_en
    address = (addresses[0] or addresses[1]) if words.khmer else (addresses[1] or addresses[0])
    return Letterhead(
        nation=[words.gettext(line) for line in NATION] if national else [],
        body=body_name(words, organisation),
        number=number,
        address=address,
        logo=organisation.logo,
    )


def meeting_title(words: Wording, meeting: Meeting) -> str:
    """Return the typed title in the document's language or the other, or that of the kind."""
    typed = meeting.title_km, meeting.title_en
    first, second = typed if words.khmer else reversed(typed)
    usual = default_title(meeting.kind, words.language)
    return first.strip() or second.strip() or usual or words.gettext("Meeting")


def agenda_titles(words: Wording, record: MeetingRecord) -> list[str]:
    """Return the titles of the agenda as typed; those of a template in the document's language."""
    return [in_language(item.title.strip(), words.language) for item in record.agenda]


def venue(words: Wording, meeting: Meeting) -> str:
    """Return where it is held: the venue as typed, then what it does not name of the place."""
    codes = (meeting.place[:length] for length in range(len(meeting.place), 0, -2))
    places = (words.place(code) for code in codes)
    return words.joined((meeting.venue, *(name for name in places if name not in meeting.venue)))


def when_and_where(words: Wording, meeting: Meeting, days: int = 1) -> str:
    """Return date, times and place on one line, each only where it is known."""
    times = dates.times(words, meeting.starts, meeting.ends)
    where = venue(words, meeting)
    parts = (
        dates.days(words, meeting.on, days),
        words.gettext("Time: {times}", times=times) if times else "",
        words.gettext("Venue: {venue}", venue=where) if where else "",
    )
    return " · ".join(part for part in parts if part)


def wide_page(words: Wording, code: str = "") -> Page:
    """Return the page of a list: wide, with the ``code`` by which a scan of it is filed."""
    return Page(
        landscape=True,
        left=15,
        right=15,
        top=15,
        bottom=15,
        footer=page_number(words),
        code=code,
    )


def institution_name(words: Wording, institution: Institution) -> str:
    """Return the name in the document's language with the acronym behind it."""
    name, acronym = words.name(institution), institution.acronym
    return f"{name} ({acronym})" if name and acronym and acronym not in name else name or acronym


def address(words: Wording, institution: Institution) -> str:
    """Return the address as typed, or else the place with all it lies in."""
    return institution.address.strip() or words.address(institution.place)


def sex_letter(words: Wording, sex: Sex) -> str:
    """Return the word of a narrow column; '' where it is not recorded, to be filled by hand."""
    if sex is Sex.WOMAN:
        return words.pgettext("column", "F")
    return words.pgettext("column", "M") if sex is Sex.MAN else ""


def document(
    words: Wording, organisation: Organisation, title: str, blocks: Sequence[Block], page: Page
) -> Document:
    """Return a document in the language and with the digits of ``words``."""
    return Document(
        title=title,
        language=words.language,
        blocks=blocks,
        page=page,
        author=body_name(words, organisation),
        khmer_digits=words.khmer and words.khmer_digits,
        fonts=organisation.fonts,
    )


def page_number(words: Wording) -> str:
    """Return the footer: 'Page {page} of {pages}', filled by the renderer."""
    return words.gettext("Page {page} of {pages}")
