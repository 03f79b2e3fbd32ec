import pytest

from cspdesk.models.gazetteer import (
    KRONG,
    all_places,
    children,
    full_name,
    place,
    search_places,
)
from cspdesk.models.places import PlaceKind


def test_every_level_has_its_kind():
    assert place("02").kind is PlaceKind.PROVINCE
    assert place("12").kind is PlaceKind.CAPITAL
    assert place("0202").kind is PlaceKind.DISTRICT
    assert place("0203").kind is PlaceKind.KRONG
    assert place("1201").kind is PlaceKind.KHAN
    assert place("020202").kind is PlaceKind.COMMUNE
    assert place("020308").kind is PlaceKind.SANGKAT
    assert place("120101").kind is PlaceKind.SANGKAT
    assert place("02030101").kind is PlaceKind.VILLAGE


def test_the_counts_are_the_official_ones():
    kinds = [found.kind for found in all_places()]
    assert kinds.count(PlaceKind.PROVINCE) + kinds.count(PlaceKind.CAPITAL) == 25
    assert kinds.count(PlaceKind.KRONG) == len(KRONG) == 33
    assert kinds.count(PlaceKind.KHAN) == 14
    assert kinds.count(PlaceKind.DISTRICT) == 163


def test_every_province_has_its_krong():
    provinces = {found.code for found in children()} - {"12"}
    assert {code[:2] for code in KRONG} == provinces


def test_unknown_codes():
    assert place("99") is None
    assert place("") is None
    assert full_name("", "km") == full_name("999999", "en") == ""
    assert children("999999") == ()


def test_full_names():
    assert full_name("020202", "km") == "ឃុំតាម៉ឺន ស្រុកថ្មគោល ខេត្តបាត់ដំបង"
    assert full_name("020202", "en") == "Ta Meun Commune, Thma Koul District, Battambang Province"
    assert full_name("12", "km") == "រាជធានីភ្នំពេញ"
    assert full_name("020308", "en").startswith("Wat Kor Sangkat, Battambang Municipality")


def test_english_names_are_tidy():
    for found in all_places():
        assert all(word[0].isupper() for word in found.name_latin.split()), found
        assert '"' not in found.name_latin


def test_children_are_in_the_order_of_their_codes():
    assert len(children("02")) == 14
    assert [found.code for found in children("0203")] == [f"0203{n:02}" for n in range(1, 11)]
    assert len(children("020301")) > 1


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("ថ្មគោល", "0202"),
        ("ស្រុកថ្មគោល", "0202"),
        ("thmar koul", "0202"),
        ("moung russei", "0206"),
        ("tameun", "020202"),
        ("វត្តគរ", "020308"),
        ("o mal", "020307"),
        ("battambang", "02"),
        ("ជ្រៃ មោង", "020605"),
    ],
)
def test_search_puts_the_meant_place_first(typed, code):
    assert search_places(typed)[0].code == code


def test_search_by_kind_parent_and_limit():
    found = search_places("", kinds={PlaceKind.COMMUNE, PlaceKind.SANGKAT}, within="0203", limit=3)
    assert [one.code for one in found] == ["020301", "020302", "020303"]
    assert all(one.code.startswith("03") for one in search_places("kampong", within="03"))
    villages = search_places("thmei", kinds={PlaceKind.VILLAGE}, within="0203")
    assert villages
    assert search_places("no such place") == []
