"""Reading one row of a contact list: what it says of an institution and a person."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cspdesk.exchange.cells import email_and_telegram, kind_of, sex_of
from cspdesk.exchange.headings import Columns, Field, goes_on_below
from cspdesk.exchange.sheets import Sheet, column_letter
from cspdesk.i18n import N_
from cspdesk.khmer.fold import fold
from cspdesk.khmer.honorifics import split_honorific
from cspdesk.khmer.text import INVISIBLE, clean_line
from cspdesk.models.addresses import find_in
from cspdesk.models.gazetteer import full_name
from cspdesk.models.imports import Change, Issue, Severity
from cspdesk.models.people import Institution, InstitutionKind, Person, Sex
from cspdesk.models.phones import normalise, split

NAME_LIMIT = 200
TEXT_LIMIT = 1_000

_KHMER = re.compile("[\u1780-\u17ff]")
_TOTALS = re.compile(fold("^(?:ចំនួន)?(?:សរុប|សរុបរួម|(?:grand |sub-?)?total)"))
_FEW_CELLS = 4
_PARTS = (
    (Field.VILLAGE, "ភូមិ", "Village"),
    (Field.COMMUNE, "ឃុំ", "Commune"),
    (Field.DISTRICT, "ស្រុក", "District"),
    (Field.PROVINCE, "ខេត្ត", "Province"),
)

_LEVEL = re.compile("ភូមិ|ឃុំ|សង្កាត់|ស្រុក|ក្រុង|ខណ្ឌ|ខេត្ត|រាជធានី")

BLANK = N_("Blank row")
TOTALS = N_("Row of totals")
REPEATED = N_("Headings repeated")
NOTE = N_("Heading or note without a name")


@dataclass
class RowReader:
    """One row of ``sheet`` while it is read, and what was noticed and changed on the way."""

    sheet: Sheet
    columns: Columns
    index: int
    issues: list[Issue] = field(default_factory=list)
    changes: list[Change] = field(default_factory=list)

    def skipped(self, header: int) -> str:
        """Return why the row is no record (a source text), '' where it is one."""
        cells = [clean_line(cell) for cell in self.sheet.rows[self.index]]
        filled = [cell for cell in cells if cell]
        if not filled:
            return BLANK
        if self.index == header + 1 and goes_on_below(self.sheet, header):
            return REPEATED
        headings = {fold(clean_line(cell)) for cell in self.sheet.rows[header]} - {""}
        if len(filled) > 1 and sum(fold(cell) in headings for cell in filled) * 2 > len(filled):
            return REPEATED
        has_person = self._is_filled(Field.PERSON, Field.PERSON_LATIN)
        begins_as_total = any(_TOTALS.search(fold(cell)) for cell in filled[:2])
        if begins_as_total and len(filled) <= _FEW_CELLS and not has_person:
            return TOTALS
        is_named = has_person or self._is_filled(Field.INSTITUTION, Field.INSTITUTION_LATIN)
        return NOTE if len(filled) == 1 and not is_named else ""

    def institution(self) -> Institution | None:
        """Return the institution that the row names, without contact details; None for none."""
        khmer, latin = self._names(Field.INSTITUTION, Field.INSTITUTION_LATIN)
        address, place = self._address()
        acronym, kind = self._text(Field.ACRONYM), self._kind(khmer, latin)
        if not khmer and not latin:
            return None
        return Institution(
            id="",
            name_km=khmer,
            name_latin=latin,
            acronym=acronym,
            kind=kind,
            address=address,
            place=place,
        )

    def person(self) -> Person | None:
        """Return the person that the row names, without contact details; None for none."""
        khmer, latin = self._names(Field.PERSON, Field.PERSON_LATIN)
        told, sex = self._text(Field.HONORIFIC), self._sex()
        (title_km, name_km), (title_latin, name_latin) = map(split_honorific, (khmer, latin))
        if not khmer and not latin:
            return None
        return Person(
            id="",
            honorific=told or title_km or title_latin,
            name_km=name_km,
            name_latin=name_latin,
            sex=sex,
        )

    def position(self) -> str:
        """Return what the person does in the institution."""
        return self._text(Field.POSITION)

    def remarks(self) -> str:
        """Return what the row says besides."""
        return self._text(Field.REMARKS, TEXT_LIMIT)

    def phones(self) -> tuple[str, ...]:
        """Return the phone numbers in the form in which they are stored, each once."""
        phones: dict[str, None] = {}
        for column in self.columns.of(Field.PHONE):
            for typed in split(self._cell(column, NAME_LIMIT)):
                phone = normalise(typed)
                phones[phone.text] = None
                if phone.zero_restored:
                    text = N_("The first 0 of the phone number was put back: {phone}")
                    self._change(column, text, phone=phone.text)
                elif not phone.recognised:
                    text = N_("'{typed}' is not a phone number that is known; it is kept as typed.")
                    self._notice(column, text, typed=typed)
        return tuple(phones)

    def email_and_telegram(self) -> tuple[str, str, str]:
        """Return e-mail address, Telegram name and what is neither, told apart by what they hold."""
        email = telegram = ""
        rests: list[str] = []
        for held in (Field.EMAIL, Field.TELEGRAM, Field.CONTACT):
            for column in self.columns.of(held):
                found_email, found_telegram, rest = email_and_telegram(
                    self._cell(column, NAME_LIMIT)
                )
                if held is Field.TELEGRAM and not found_telegram:
                    found_telegram, rest = rest, ""
                if rest:
                    self._notice(column, _NO_ADDRESS, typed=rest)
                    rests.append(rest)
                email, telegram = email or found_email, telegram or found_telegram
        return email, telegram, ", ".join(rests)

    def problem(self, text: str, column: int | None = None, **fields: str) -> None:
        """Keep the row out of the desk because of ``text``."""
        self._notice(column, text, Severity.PROBLEM, **fields)

    def _notice(
        self, column: int | None, text: str, severity: Severity = Severity.NOTICE, **fields: str
    ) -> None:
        row, letter = self.index + 1, "" if column is None else column_letter(column)
        self.issues.append(
            Issue(text=text, row=row, column=letter, fields=fields, severity=severity)
        )

    def _change(self, column: int, text: str, **fields: str) -> None:
        row, letter = self.index + 1, column_letter(column)
        self.changes.append(Change(text=text, row=row, column=letter, fields=fields))

    def _is_filled(self, *held: Field) -> bool:
        columns = [column for each in held for column in self.columns.of(each)]
        return any(clean_line(self.sheet.cell(self.index, column)) for column in columns)

    def _cell(self, column: int, limit: int) -> str:
        """Return one cell as it is stored; one that is too long keeps its row out."""
        typed = self.sheet.cell(self.index, column)
        text = clean_line(typed)
        if INVISIBLE.search(typed):
            self._change(column, N_("Invisible spaces were taken out: {kept}"), kept=text)
        if len(text) > limit:
            length = str(len(text))
            self.problem(_TOO_LONG, column, length=length, limit=str(limit))
            return ""
        return text

    def _text(self, held: Field, limit: int = NAME_LIMIT) -> str:
        return next(filter(None, (self._cell(at, limit) for at in self.columns.of(held))), "")

    def _names(self, khmer_field: Field, latin_field: Field) -> tuple[str, str]:
        """Return the Khmer and the Latin name by their letters, whichever column they stand in."""
        khmer, latin = self._text(khmer_field), self._text(latin_field)
        if (khmer and not _KHMER.search(khmer) and not latin) or (
            _KHMER.search(latin) and not _KHMER.search(khmer)
        ):
            return latin, khmer
        return khmer, latin

    def _kind(self, *names: str) -> InstitutionKind:
        """Return the kind as told, or as the name tells it where no column does."""
        told = self._text(Field.KIND)
        if told and (kind := kind_of(told)) is not None:
            return kind
        if told:
            text = N_("'{typed}' is not a kind of institution that is known; it became 'Other'.")
            self._notice(self.columns.of(Field.KIND)[0], text, typed=told)
            return InstitutionKind.OTHER
        found = (kind_of(name) for name in names if name)
        return next((kind for kind in found if kind), InstitutionKind.OTHER)

    def _sex(self) -> Sex:
        typed = self._text(Field.SEX)
        sex = sex_of(typed)
        column = next(iter(self.columns.of(Field.SEX)), 0)
        if sex is None:
            self._notice(
                column, N_("'{typed}' does not tell a sex; it is not recorded."), typed=typed
            )
        elif sex is Sex.WOMAN and len(typed) == 1:
            self._change(column, N_("'{typed}' was read as female"), typed=typed)
        elif sex is Sex.MAN and len(typed) == 1:
            self._change(column, N_("'{typed}' was read as male"), typed=typed)
        return sex or Sex.NOT_RECORDED

    def _address(self) -> tuple[str, str]:
        """Return the address as typed, and the code of the deepest place recognised in it."""
        address = self._text(Field.ADDRESS, TEXT_LIMIT)
        column = next(iter(self.columns.of(Field.ADDRESS)), None)
        if not address:
            return self._address_of_parts()
        found = find_in(address)
        if found is None:
            self._notice(column, _NO_PLACE, address=address)
        return address, found.code if found else ""

    def _address_of_parts(self) -> tuple[str, str]:
        """Return the address where village, commune, district and province have own columns."""
        parts = [(self._text(held), khmer, latin) for held, khmer, latin in _PARTS]
        given = [part for part in parts if part[0]]
        if not given:
            return "", ""
        is_khmer = any(_KHMER.search(text) for text, *_words in given)
        named = [_with_level(text, khmer, latin) for text, khmer, latin in given]
        address = (" " if is_khmer else ", ").join(named)
        found = find_in(address)
        if found is None:
            self._notice(None, _NO_PLACE, address=address)
            return address, ""
        is_whole = len(found.code) == 8 - 2 * parts.index(given[0])
        return full_name(
            found.code, "km" if is_khmer else "en"
        ) if is_whole else address, found.code


_TOO_LONG = N_("The text has {length} characters, at most {limit} fit. The row is not imported.")
_NO_PLACE = N_("No place was recognised in '{address}'; choose it by hand.")
_NO_ADDRESS = N_(
    "'{typed}' is neither an e-mail address nor a Telegram name; it is kept in the remarks."
)


def _with_level(name: str, khmer: str, latin: str) -> str:
    """Return a place's name with the word for its level, which the column's heading told."""
    if not _KHMER.search(name):
        return name if latin.lower() in name.lower() else f"{name} {latin}"
    return name if _LEVEL.match(name) else khmer + name
