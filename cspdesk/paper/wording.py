"""The words of one document, in its own language, whatever the interface speaks."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self

from cspdesk.i18n import catalog_for
from cspdesk.khmer.clusters import clusters, is_khmer
from cspdesk.khmer.digits import to_khmer_digits
from cspdesk.khmer.honorifics import in_language
from cspdesk.khmer.numbers import spelled
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Institution, Person, display_name
from cspdesk.models.phones import display

_NO_BREAK = "\u2060"
_LONGEST_NAME = 8
DOTS = "." * 18
"""Room to write by hand: full stops, which every face has, so that Word keeps them as wide."""


@dataclass(frozen=True)
class Wording:
    """Words, digits and names of a document in 'km' or 'en'.

    Numbers that cspdesk counts get the document's digits: Khmer ones in Khmer documents, unless the
    organisation wants them otherwise. Typed texts and phones stay as typed.
    """

    language: str
    khmer_digits: bool = True

    @classmethod
    def of(cls, organisation: Organisation, language: str) -> Self:
        """Return the words of a document of ``organisation``."""
        return cls(language, khmer_digits=organisation.khmer_digits)

    @property
    def khmer(self) -> bool:
        """Whether the document is in Khmer."""
        return self.language == "km"

    def gettext(self, text: str, /, **fields: object) -> str:
        """Return ``text`` in the document's language with its named fields filled."""
        return self._filled(catalog_for(self.language).gettext(text), fields)

    def pgettext(self, context: str, text: str, /, **fields: object) -> str:
        """Return ``text`` as meant in ``context`` with its named fields filled."""
        return self._filled(catalog_for(self.language).pgettext(context, text), fields)

    def ngettext(self, one: str, many: str, n: int) -> str:
        """Return the form for ``n`` things with {n} filled."""
        return self._filled(catalog_for(self.language).ngettext(one, many, n), {"n": n})

    def _filled(self, text: str, fields: dict[str, object]) -> str:
        if not fields:
            return text
        return text.format(
            **{
                name: self.digits(value) if isinstance(value, int) else value
                for name, value in fields.items()
            }
        )

    def digits(self, value: object) -> str:
        """Return a number, or a text with numbers, in the document's digits."""
        return to_khmer_digits(value) if self.khmer and self.khmer_digits else str(value)

    def spelled(self, number: int) -> str:
        """Return a number in words where Khmer papers spell it; as digits in English."""
        return spelled(number) if self.khmer else str(number)

    def name(self, record: Institution | Person | None) -> str:
        """Return a name in the document's language, or as it is known; a person's with title."""
        if record is None:
            return ""
        name = display_name(record, self.language)
        if isinstance(record, Institution):
            return name
        return f"{in_language(record.honorific, self.language)} {name}".strip()

    def kept(self, name: str) -> str:
        """Return a person's name so that no line ends inside one of its words.

        The dictionary of line breaks knows words, not names ('សុវណ្ណា|រិទ្ធ'). Longer words are
        titles or institutions and may be broken.
        """
        return " ".join(map(_unbroken, name.strip().split(" ")))

    def phones(self, phones: Iterable[str]) -> str:
        """Return phone numbers one below the other, as people write them in Cambodia."""
        return "\n".join(display(phone) for phone in phones)

    def place(self, code: str) -> str:
        """Return a place with the word for its kind, 'ស្រុកថ្មគោល'; '' for a code not known."""
        if not code:
            return ""
        from cspdesk.models import gazetteer

        place = gazetteer.place(code)
        return gazetteer.named(place, self.language) if place else ""

    def address(self, code: str) -> str:
        """Return a place with all it lies in; '' for a code that is not known."""
        if not code:
            return ""
        from cspdesk.models import gazetteer

        return gazetteer.full_name(code, self.language)

    def joined(self, parts: Iterable[str]) -> str:
        """Return the parts that are not empty as one text: commas in English, spaces in Khmer."""
        return (" " if self.khmer else ", ").join(part.strip() for part in parts if part.strip())

    def letter(self, number: int) -> str:
        """Return the label of point 1, 2, 3 …: ក. ខ. គ. or a. b. c.; doubled after the last."""
        letters = _KHMER_LETTERS if self.khmer else _LATIN_LETTERS
        times, index = divmod(number - 1, len(letters))
        return letters[index] * (times + 1) + "."


_KHMER_LETTERS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអ"
_LATIN_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _unbroken(word: str) -> str:
    parts = clusters(word)
    is_name = len(parts) <= _LONGEST_NAME and any(map(is_khmer, word))
    return _NO_BREAK.join(parts) if is_name else word
