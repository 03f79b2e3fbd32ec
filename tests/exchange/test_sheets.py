import pytest

from cspdesk.exchange.sheets import column_letter, trimmed


@pytest.mark.parametrize(
    ("index", "letter"), [(0, "A"), (10, "K"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA")]
)
def test_column_letters(index, letter):
    assert column_letter(index) == letter


def test_only_empty_ends_are_trimmed():
    assert trimmed([["", "a", "", " "], [], ["b"], ["", ""], []]) == (("", "a"), (), ("b",))
