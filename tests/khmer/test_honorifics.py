import pytest

from cspdesk.khmer.honorifics import split_honorific


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("លោកស្រី សុខ ភារៈ", ("លោកស្រី", "សុខ ភារៈ")),
        ("ឯកឧត្តម បណ្ឌិត សុខ", ("ឯកឧត្តម បណ្ឌិត", "សុខ")),
        ("Mr. SOK Phearak", ("Mr.", "SOK Phearak")),
        ("Msa Lim", ("", "Msa Lim")),
        ("លោក", ("", "លោក")),
        ("លោកសុខ", ("", "លោកសុខ")),
    ],
)
def test_title_and_name(typed, expected):
    assert split_honorific(typed) == expected
