"""Reading single cells of a contact list: words for sex and kind, addresses in the net."""

from __future__ import annotations

import re

from cspdesk.khmer.fold import fold
from cspdesk.models.people import InstitutionKind, Sex

_EMAIL = re.compile(r"[^\s@,;/<>]+@[^\s@,;/<>]+\.[^\s@,;/<>]+")
_TELEGRAM = re.compile(r"(?:https?://)?t(?:elegram)?\.me/\+?\w+|@\w{2,}", re.I)
_BETWEEN = re.compile(r"\s*[,;|\n]\s*|\s+/\s+|\s+")

_SEX_WORDS = {
    **dict.fromkeys(("ស្រី", "ស", "ស្ត្រី", "នារី", "f", "female", "woman", "w"), Sex.WOMAN),
    **dict.fromkeys(("ប្រុស", "ប", "បុរស", "m", "male", "man"), Sex.MAN),
    **dict.fromkeys(("", "-", "?", "n/a", "មិនដឹង", "unknown"), Sex.NOT_RECORDED),
}
_SEXES = {fold(word): sex for word, sex in _SEX_WORDS.items()}

# The word that stands first decides: 'សហគមន៍ (CBO)' is a CBO, 'បណ្តាញអង្គការ' a network.
_KINDS = tuple(
    (kind, re.compile(fold(pattern)))
    for kind, pattern in (
        (InstitutionKind.CBO, r"\bcbo|សហគមន៍|community[- ]based|^community"),
        (InstitutionKind.NETWORK, "បណ្តាញ|សម្ព័ន្ធ|network|coalition|federation|alliance"),
        (InstitutionKind.COUNCIL, "ក្រុមប្រឹក្សា|council"),
        (InstitutionKind.ASSOCIATION, "សមាគម|association"),
        (InstitutionKind.NGO, r"\bl?ngos?\b|អង្គការ|organi[sz]ation|foundation|មូលនិធិ"),
        (InstitutionKind.LINE_OFFICE, "មន្ទីរ|ការិយាល័យ|department|line office|technical office"),
        (InstitutionKind.ADMINISTRATION, "រដ្ឋបាល|សាលា(?:ខេត្ត|ស្រុក|ក្រុង|ឃុំ|សង្កាត់)|administration"),
        (InstitutionKind.MEDIA, "ព័ត៌មាន|ប្រព័ន្ធផ្សព្វផ្សាយ|media|radio|press|television"),
        (InstitutionKind.PRIVATE, "ក្រុមហ៊ុន|ឯកជន|សហគ្រាស|private|company|enterprise|business"),
        (InstitutionKind.OTHER, "ផ្សេង|other"),
    )
)


def sex_of(cell: str) -> Sex | None:
    """Return the sex that a word or letter in either language tells, None for any other word."""
    return _SEXES.get(fold(cell).strip(" ."))


def kind_of(text: str) -> InstitutionKind | None:
    """Return the kind that a word, or the name of the institution, tells; None for neither."""
    folded = fold(text)
    found = [(match.start(), kind) for kind, pattern in _KINDS if (match := pattern.search(folded))]
    return min(found, key=lambda hit: hit[0])[1] if found else None


def is_email(text: str) -> bool:
    """Whether ``text`` has the form of one e-mail address."""
    return _EMAIL.fullmatch(text) is not None


def is_telegram(text: str) -> bool:
    """Whether ``text`` has the form of one Telegram name or link."""
    return _TELEGRAM.fullmatch(text) is not None


def email_and_telegram(cell: str) -> tuple[str, str, str]:
    """Return the first e-mail address, the first Telegram name, and the words that are neither."""
    email = telegram = ""
    rest: list[str] = []
    for part in filter(None, _BETWEEN.split(cell)):
        if is_email(part) and not email:
            email = part
        elif is_telegram(part) and not telegram:
            telegram = part
        elif part != "/":
            rest.append(part)
    return email, telegram, " ".join(rest)
