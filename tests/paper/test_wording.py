"""Words, digits and names of a document, in its own language."""

from __future__ import annotations

from cspdesk.i18n import set_language
from cspdesk.models.organisation import Organisation
from cspdesk.models.people import Institution, Person
from cspdesk.paper.wording import Wording

KHMER, ENGLISH = Wording("km"), Wording("en")


def test_a_document_does_not_speak_the_language_of_the_interface() -> None:
    set_language("km")
    try:
        assert ENGLISH.gettext("Minutes") == "Minutes"
    finally:
        set_language("en")
    assert KHMER.gettext("Minutes") == "កំណត់ហេតុ"


def test_counted_numbers_get_the_digits_of_the_document_typed_ones_stay() -> None:
    assert KHMER.gettext("{a} {b}", a=330, b="VSG 24") == "៣៣០ VSG 24"
    assert ENGLISH.gettext("{a} {b}", a=330, b="២៤") == "330 ២៤"


def test_an_organisation_may_want_other_digits() -> None:
    words = Wording.of(Organisation(khmer_digits=False), "km")
    assert words.gettext("{a}", a=330) == words.digits("330") == "330"
    assert Wording.of(Organisation(), "km").digits(330) == "៣៣០"


def test_braces_in_typed_text_are_text() -> None:
    assert KHMER.gettext("{a}", a="{b} {") == "{b} {"


def test_a_name_in_the_other_language_is_better_than_none() -> None:
    assert KHMER.name(Institution(name_km="ក", name_latin="K")) == "ក"
    assert ENGLISH.name(Institution(name_km="ក")) == "ក"
    assert KHMER.name(Person(name_latin="Dara", honorific="ឯកឧត្តម")) == "ឯកឧត្តម Dara"
    assert KHMER.name(None) == ""


def test_phones_stay_in_latin_digits() -> None:
    assert KHMER.phones(("012345678", "096 123 4567")) == "012 345 678\n096 123 4567"


def test_places_say_what_they_are() -> None:
    assert KHMER.place("0203") == "ក្រុងបាត់ដំបង"
    assert KHMER.address("0202") == "ស្រុកថ្មគោល ខេត្តបាត់ដំបង"
    assert KHMER.place("") == KHMER.place("9999") == KHMER.address("") == ""


def test_points_have_letters_that_never_run_out() -> None:
    assert [KHMER.letter(n) for n in (1, 2, 3, 33, 34)] == ["ក.", "ខ.", "គ.", "អ.", "កក."]
    assert [ENGLISH.letter(n) for n in (1, 26, 27)] == ["a.", "z.", "aa."]
