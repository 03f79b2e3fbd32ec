"""Finding the heading row of a contact list, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from cspdesk.exchange.cells import is_email, is_telegram, sex_of
from cspdesk.exchange.sheets import Sheet
from cspdesk.i18n import N_
from cspdesk.khmer.fold import fold
from cspdesk.khmer.text import clean_line
from cspdesk.models.addresses import find_in
from cspdesk.models.people import Sex
from cspdesk.models.phones import normalise, split


class Field(StrEnum):
    """What a column of a contact list may hold."""

    IGNORED = ""
    NUMBER = "number"
    INSTITUTION = "institution"
    INSTITUTION_LATIN = "institution_latin"
    ACRONYM = "acronym"
    KIND = "kind"
    ADDRESS = "address"
    VILLAGE = "village"
    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    HONORIFIC = "honorific"
    PERSON = "person"
    PERSON_LATIN = "person_latin"
    SEX = "sex"
    POSITION = "position"
    PHONE = "phone"
    EMAIL = "email"
    TELEGRAM = "telegram"
    CONTACT = "contact"
    REMARKS = "remarks"


FIELD_WORDS: Mapping[Field, str] = {
    Field.IGNORED: N_("Not imported"),
    Field.NUMBER: N_("No."),
    Field.INSTITUTION: N_("Organization"),
    Field.INSTITUTION_LATIN: N_("Organization in Latin letters"),
    Field.ACRONYM: N_("Acronym"),
    Field.KIND: N_("Type"),
    Field.ADDRESS: N_("Address"),
    Field.VILLAGE: N_("Village"),
    Field.COMMUNE: N_("Commune/Sangkat"),
    Field.DISTRICT: N_("District/Municipality"),
    Field.PROVINCE: N_("Province"),
    Field.HONORIFIC: N_("Title before the name"),
    Field.PERSON: N_("Contact person"),
    Field.PERSON_LATIN: N_("Name in Latin letters"),
    Field.SEX: N_("Sex"),
    Field.POSITION: N_("Position"),
    Field.PHONE: N_("Phone number"),
    Field.EMAIL: N_("Email"),
    Field.TELEGRAM: N_("Telegram"),
    Field.CONTACT: N_("Email or Telegram"),
    Field.REMARKS: N_("Remarks"),
}

_LATIN_NAME = "latin|english|roman|ឡាតាំង|អង់គ្លេស"
_INSTITUTION = r"ស្ថាប័ន|អង្គការ|អង្គភាព|សមាគម|organi[sz]ation|institution|\bngo|\bcbo|\bcso"
_PERSON = "អ្នកទំនាក់ទំនង|អ្នកតំណាង|contact person|representative|focal|គោត្តនាម|នាមខ្លួន"
_NAME = "ឈ្មោះ|name|នាម"

# The first pattern that is found in a heading decides. Plain names and Latin names depend on the
# columns beside them and are settled last.
_PATTERNS: tuple[tuple[Field | None, str], ...] = (
    (Field.NUMBER, r"^(?:ល\.? ?រ\.?|លរ|no\.?|n°|nº|#|លេខរៀង|number)$"),
    (Field.CONTACT, "(?=.*(?:mail|អ៊ីមែល|អ៊ីម៉ែល))(?=.*(?:telegram|តេឡេក្រាម))"),
    (Field.EMAIL, "mail|អ៊ីមែល|អ៊ីម៉ែល"),
    (Field.TELEGRAM, "telegram|តេឡេក្រាម|តេលេក្រាម"),
    (Field.PHONE, r"ទូរស័ព្ទ|ទូរសព្ទ|phone|mobile|\btel\b|លេខទំនាក់ទំនង|contact n|contact detail"),
    (Field.ACRONYM, "អក្សរកាត់|acronym|abbrev|short name"),
    (Field.KIND, r"ប្រភេទ|\btype|\bkind|categor"),
    (Field.SEX, r"^ភេទ|\bsex\b|gender|^[mf] ?/ ?[mf]$"),
    (Field.HONORIFIC, "គោរមងារ|honorific|salutation"),
    (Field.POSITION, "តួនាទី|មុខងារ|មុខតំណែង|position|title|role|function"),
    (Field.ADDRESS, "អាសយដ្ឋាន|អាស័យដ្ឋាន|address|ទីតាំង|ទីកន្លែង|location"),
    (Field.VILLAGE, r"^ភូមិ$|^village|^phum$"),
    (Field.COMMUNE, "^ឃុំ|^សង្កាត់|^commune|^sangkat|^khum$"),
    (Field.DISTRICT, "^ស្រុក|^ក្រុង|^ខណ្ឌ|^district|^municipality|^srok$|^krong$"),
    (Field.PROVINCE, "^ខេត្ត|^រាជធានី|^province"),
    (Field.REMARKS, r"ផ្សេងៗ|កំណត់សម្គាល់|remark|\bnotes?\b|comment|^other"),
    (Field.INSTITUTION_LATIN, f"(?=.*(?:{_INSTITUTION}))(?=.*(?:{_LATIN_NAME}))"),
    (Field.PERSON_LATIN, f"(?=.*(?:{_PERSON}))(?=.*(?:{_LATIN_NAME}))"),
    (Field.PERSON, _PERSON),
    (Field.INSTITUTION, _INSTITUTION),
)
_COMPILED = tuple((field, re.compile(fold(pattern))) for field, pattern in _PATTERNS)
_LATIN_HEADING = re.compile(fold(f"(?:{_LATIN_NAME})"))
_NAME_HEADING = re.compile(fold(f"^(?:{_NAME})|name|^contact$|តំណាង"))
_LONGEST_HEADING = 60
_SEARCHED_ROWS = 60
_SAMPLE_ROWS = 200


@dataclass(frozen=True)
class Columns:
    """What each column holds, by its index from 0; columns after the last are not imported."""

    fields: tuple[Field, ...]

    def of(self, field: Field) -> tuple[int, ...]:
        """Return the columns that hold ``field``, from left to right."""
        return tuple(index for index, held in enumerate(self.fields) if held is field)

    def with_field(self, index: int, field: Field) -> Columns:
        """Return the columns as corrected by hand: column ``index`` holds ``field``."""
        fields = [*self.fields, *[Field.IGNORED] * (index + 1 - len(self.fields))]
        fields[index] = field
        return Columns(tuple(fields))

    @property
    def are_enough(self) -> bool:
        """Whether there is a name to import."""
        return any(self.of(name) for name in _NAMES)


_NAMES = (Field.INSTITUTION, Field.INSTITUTION_LATIN, Field.PERSON, Field.PERSON_LATIN)


def guess_header(sheet: Sheet) -> int | None:
    """Return the index of the row with the most headings, or None where no row has any.

    Two headings are needed, a name among them: letterheads and titles are not mistaken for one.
    Of headings over two rows it is the first.
    """
    best: tuple[int, int] | None = None
    for index, row in enumerate(sheet.rows[:_SEARCHED_ROWS]):
        fields = {field for field in _by_heading(row) if field}
        if len(fields) >= 2 and fields.intersection(_NAMES) and (not best or len(fields) > best[0]):
            best = len(fields), index
    if best is None:
        return None
    above = best[1] - 1
    return above if above >= 0 and goes_on_below(sheet, above) else best[1]


def goes_on_below(sheet: Sheet, header: int) -> bool:
    """Whether the headings go on in the next row, as below a cell over several columns."""
    upper, lower = (
        [fold(clean_line(sheet.cell(row, column))) for column in range(sheet.width)]
        for row in (header, header + 1)
    )
    below = [heading for heading in lower if heading]
    above = [not low for up, low in zip(upper, lower, strict=True) if _is_heading(up)]
    return min(len(below), len(above)) >= 2 and any(above) and all(map(_is_heading, below))


def guess_columns(sheet: Sheet, header: int) -> Columns:
    """Return what the columns hold, from their headings and, where those are silent, the cells."""
    last = header + goes_on_below(sheet, header)
    rows = range(header, last + 1)
    fields = _by_heading(
        [" ".join(sheet.cell(row, column) for row in rows) for column in range(sheet.width)]
    )
    cells = sheet.rows[last + 1 : last + 1 + _SAMPLE_ROWS]
    for index, field in enumerate(fields):
        if field is Field.IGNORED:
            column = [clean_line(row[index]) for row in cells if index < len(row)]
            guess = _by_content([cell for cell in column if cell])
            fields[index] = Field.IGNORED if guess in fields else guess
    return Columns(tuple(fields))


def _by_heading(row: Sequence[str]) -> list[Field]:
    """Return a field for each heading; only phones may have several columns."""
    headings = [fold(clean_line(cell)) for cell in row]
    fields = [_heading_field(heading) for heading in headings]
    for index, heading in enumerate(headings):
        if fields[index] is not None or not heading or len(heading) > _LONGEST_HEADING:
            continue
        if _LATIN_HEADING.search(heading):
            fields[index] = _latin_of(fields[:index])
        elif _NAME_HEADING.search(heading):
            fields[index] = _plain_name(fields)
    seen: set[Field] = set()
    result: list[Field] = []
    for field in fields:
        is_new = field is not None and (field not in seen or field is Field.PHONE)
        result.append(field if field is not None and is_new else Field.IGNORED)
        seen.add(result[-1])
    return result


def _heading_field(heading: str) -> Field | None:
    if not heading or len(heading) > _LONGEST_HEADING:
        return None
    return next((field for field, pattern in _COMPILED if pattern.search(heading)), None)


def _is_heading(heading: str) -> bool:
    is_name = len(heading) <= _LONGEST_HEADING and _NAME_HEADING.search(heading) is not None
    return is_name or _heading_field(heading) is not None


def _latin_of(before: list[Field | None]) -> Field:
    """Return which name a plain 'Name in English' is: that of the name column left of it."""
    for field in reversed(before):
        if field is Field.INSTITUTION:
            return Field.INSTITUTION_LATIN
        if field is Field.PERSON:
            return Field.PERSON_LATIN
    return Field.PERSON_LATIN


def _plain_name(fields: list[Field | None]) -> Field:
    """Return whose a plain 'Name' is: an institution's only where nothing speaks of people."""
    of_people = {Field.SEX, Field.POSITION, Field.INSTITUTION, Field.HONORIFIC}
    return Field.PERSON if of_people.intersection(filter(None, fields)) else Field.INSTITUTION


def _by_content(cells: list[str]) -> Field:
    tests: tuple[tuple[Field, Callable[[str], bool]], ...] = (
        (Field.EMAIL, is_email),
        (Field.TELEGRAM, is_telegram),
        (Field.CONTACT, lambda cell: is_email(cell) or is_telegram(cell)),
        (Field.SEX, lambda cell: sex_of(cell) not in (None, Sex.NOT_RECORDED)),
        (Field.PHONE, lambda cell: all(normalise(phone).recognised for phone in split(cell))),
        (Field.ADDRESS, lambda cell: len(cell) < 300 and find_in(cell) is not None),
    )
    for field, fits in tests:
        if cells and sum(map(fits, cells)) >= 0.8 * len(cells):
            return field
    return Field.IGNORED
