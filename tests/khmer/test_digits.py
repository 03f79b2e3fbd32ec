from __future__ import annotations

from cspdesk.khmer.digits import to_ascii_digits, to_khmer_digits


def test_numbers_and_texts_get_khmer_digits() -> None:
    assert to_khmer_digits(2026) == "២០២៦"
    assert to_khmer_digits("ថ្ងៃទី 13") == "ថ្ងៃទី ១៣"


def test_khmer_digits_become_ascii_and_all_else_stays() -> None:
    assert to_ascii_digits("០៨:៣០ a7") == "08:30 a7"
    assert to_ascii_digits("\u17f3") == "3"
