import pytest

from cspdesk.khmer.honorifics import in_language, leading_title, split_honorific


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


@pytest.mark.parametrize(
    ("typed", "khmer", "english"),
    [
        ("លោក", "លោក", "Mr"),
        ("Mrs.", "លោកស្រី", "Mrs."),
        ("ឯកឧត្តម", "ឯកឧត្តម", "H.E."),
        ("H.E.", "ឯកឧត្តម", "H.E."),
        ("លោកជំទាវ", "លោកជំទាវ", "Lok Chumteav"),
        ("Oknha", "ឧកញ៉ា", "Oknha"),
        ("Neak Oknha", "អ្នកឧកញ៉ា", "Neak Oknha"),
        ("បណ្ឌិត", "បណ្ឌិត", "Dr"),
        ("ឯកឧត្តម បណ្ឌិត", "ឯកឧត្តម បណ្ឌិត", "H.E. Dr"),
        ("ព្រះតេជគុណ", "ព្រះតេជគុណ", "Venerable"),
        ("ល.ជ.", "ល.ជ.", "Lok Chumteav"),
        ("Prof.", "Prof.", "Prof."),
        ("", "", ""),
    ],
)
def test_a_title_is_written_in_the_language_of_the_document(
    typed: str, khmer: str, english: str
) -> None:
    assert (in_language(typed, "km"), in_language(typed, "en")) == (khmer, english)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("លោកជំទាវអភិបាល", "លោកជំទាវ"),
        ("លោកស្រី សុខ ភារៈ", "លោកស្រី"),
        ("លោកនាយករដ្ឋបាល", "លោក"),
        ("Mr. Sok Phearak, Director", "Mr."),
        ("អង្គការ VSG", ""),
        ("Mrak", ""),
    ],
)
def test_an_address_begins_with_a_title(line: str, title: str) -> None:
    assert leading_title(line) == title
