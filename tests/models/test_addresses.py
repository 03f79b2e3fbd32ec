import pytest
from hypothesis import given
from hypothesis import strategies as st

from cspdesk.models.addresses import find_in
from cspdesk.models.gazetteer import all_places, full_name


@pytest.mark.parametrize(
    ("address", "code"),
    [
        ("ឃុំតាម៉ឺន ស្រុកថ្មគោល ខេត្តបាត់ដំបង", "020202"),
        ("ឃុំតាម៉ឺនស្រុកថ្មគោលខេត្តបាត់ដំបង", "020202"),
        ("តាម៉ឺន ថ្មគោល បាត់ដំបង", "020202"),
        ("សង្កាត់វត្ដគរ ក្រុងបាត់ដំបង", "020308"),
        ("សង្កាត់វត្តគរ ក្រុងបាត់ដំបង", "020308"),
        ("ឃុំអូរដំបង ១ ស្រុកសង្កែ ខេត្តបាត់ដំបង", "020808"),
        ("ឃុំអូរដំបង២ ស្រុកសង្កែ", "020809"),
        ("ឃុំបវេល ស្រុកបវេល", "020401"),
        ("ឃុំជ្រៃ ស្រុកមោងឫស្សី", "020605"),
        ("#12 ផ្លូវលេខ៣ ភូមិរំចេក៤ សង្កាត់រតនៈ ក្រុងបាត់ដំបង", "02030304"),
        ("ភូមិមិនដឹង សង្កាត់រតនៈ ក្រុងបាត់ដំបង", "020303"),
        ("ក្រុងខេមរភូមិន្ទ ខេត្តកោះកុង", "0904"),
        ("ខណ្ឌ៧មករា រាជធានីភ្នំពេញ", "1203"),
        ("Thmar Koul district, Battambang", "0202"),
        ("Thmar Koul District Battambang Province", "0202"),
        ("Srok Thma Koul, Khet Battambang", "0202"),
        ("No 12, St 3, Sangkat Svay Por, Krong Battambang, Battambang Province", "020310"),
        ("Moung Russei", "0206"),
        ("Bavel, Battambang", "0204"),
        ("Battambang", "02"),
        ("Krong Battambang", "0203"),
        ("Battambang City", "0203"),
        ("Phnom Penh City", "12"),
        ("Ta Meun", "020202"),
    ],
)
def test_recognised(address, code):
    assert find_in(address).code == code


@pytest.mark.parametrize("address", ["", "ផ្ទះលេខ ១២", "hello world", "ឃុំជ្រៃ", "ភូមិថ្មី"])
def test_not_recognised_rather_than_guessed(address):
    assert find_in(address) is None


def test_what_several_places_have_in_common_is_the_answer():
    assert find_in("ឃុំជ្រៃ ខេត្តបាត់ដំបង").code == "02"


def test_a_commune_that_is_not_in_the_district_named_is_not_believed():
    assert find_in("ឃុំតាម៉ឺន ស្រុកបាណន់").code == "0201"


def test_every_full_name_finds_its_place_or_a_namesake_beside_it():
    wrong = [
        (found.code, language)
        for found in all_places()
        for language in ("km", "en")
        if (hit := find_in(full_name(found.code, language))) is None
        or (hit.code != found.code and not found.code.startswith(hit.code))
    ]
    assert wrong == []


@given(st.text())
def test_any_text_is_survived(text):
    find_in(text)
