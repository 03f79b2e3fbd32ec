"""To whom a letter goes: the lines of the address, and what the letter calls them."""

from __future__ import annotations

from dataclasses import dataclass

from cspdesk.khmer.clusters import is_khmer
from cspdesk.khmer.honorifics import in_language, leading_title, split_honorific
from cspdesk.models.people import Institution, Person, Sex, display_name
from cspdesk.paper.wording import DOTS, Wording

ANYONE = "លោក លោកស្រី"
"""What Khmer letters call somebody whose sex or title is not known; wordings are written so."""
_EITHER = "លោក/លោកស្រី"
_MAN, _WOMAN = "លោក", "លោកស្រី"


@dataclass(frozen=True)
class Addressee:
    """Somebody a letter goes to.

    ``lines`` are name, position and institution; ``title`` is what Khmer letters call them in a
    sentence, ``greeting`` begins English letters. ``id`` is of the person or institution.
    """

    lines: tuple[str, ...]
    title: str = ANYONE
    greeting: str = ""
    id: str = ""

    def called(self, text: str) -> str:
        """Return a text in which the addressee is called by their own title."""
        return text.replace(ANYONE, self.title)


def of_person(
    words: Wording, person: Person, position: str = "", institution: Institution | None = None
) -> Addressee:
    """Address a person: a title as typed or by sex; both titles where the sex is not recorded."""
    typed = in_language(person.honorific, words.language)
    usual = {Sex.MAN: _MAN, Sex.WOMAN: _WOMAN}.get(person.sex, "")
    title = typed or in_language(usual, words.language)
    name = display_name(person, words.language)
    first = f"{title or (_EITHER if words.khmer else '')} {name}".strip()
    lines = (first, position.strip(), words.name(institution))
    return Addressee(
        lines=tuple(line for line in lines if line),
        title=title if words.khmer and title else ANYONE,
        greeting=_greeting(words, title, name),
        id=person.id,
    )


def of_institution(words: Wording, institution: Institution) -> Addressee:
    """Address whoever speaks for an institution."""
    name = words.name(institution)
    line = words.pgettext("letter", "The representative of {institution}", institution=name)
    return Addressee((line,), greeting=_greeting(words), id=institution.id)


def of_lines(words: Wording, text: str) -> Addressee | None:
    """Address as typed, one line each; None where nothing is typed."""
    lines = tuple(line.strip() for line in text.splitlines() if line.strip())
    if not lines:
        return None
    title = "" if lines[0].startswith((ANYONE, _EITHER)) else leading_title(lines[0])
    name = split_honorific(lines[0])[1].split(",")[0] if title else ""
    known = in_language(title, words.language)
    return Addressee(
        lines, known if words.khmer and title else ANYONE, _greeting(words, known, name)
    )


def unknown(words: Wording) -> Addressee:
    """Leave room for an address to be written by hand."""
    first = f"{_EITHER} {DOTS * 2}" if words.khmer else DOTS * 3
    return Addressee((first, DOTS * 3), greeting=_greeting(words))


def typed_lines(
    language: str, person: Person, position: str = "", institution: Institution | None = None
) -> str:
    """Return the lines that stand for a person of the directory, to be edited."""
    return "\n".join(of_person(Wording(language), person, position, institution).lines)


def institution_lines(language: str, institution: Institution) -> str:
    """Return the line that stands for an institution of the directory, to be edited."""
    return "\n".join(of_institution(Wording(language), institution).lines)


def _greeting(words: Wording, title: str = "", name: str = "") -> str:
    """How an English letter begins; Khmer ones call nobody."""
    if words.khmer:
        return ""
    if title.startswith("H.E."):
        return words.pgettext("letter", "Your Excellency,")
    if not name or any(map(is_khmer, name)):
        return words.pgettext("letter", "Dear Sir or Madam,")
    return words.pgettext("letter", "Dear {name},", name=f"{title} {name}".strip())
