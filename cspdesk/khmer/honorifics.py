"""The title before a name, which is stored apart from it and plays no part in sorting."""

from __future__ import annotations

import re

HONORIFICS = (
    "ឯកឧត្តម",
    "លោកជំទាវ",
    "លោកស្រី",
    "លោកគ្រូ",
    "អ្នកគ្រូ",
    "អ្នកស្រី",
    "អ្នកនាង",
    "អ្នកឧកញ៉ា",
    "ឧកញ៉ា",
    "លោក",
    "កញ្ញា",
    "បណ្ឌិត",
    "ព្រះតេជគុណ",
    "ព្រះមហាថេរ",
    "ឯ.ឧ.",
    "ឯ.ឧ",
    "ល.ជ.",
    "H.E.",
    "Excellency",
    "Venerable",
    "Ven.",
    "Mrs.",
    "Mrs",
    "Mr.",
    "Mr",
    "Ms.",
    "Ms",
    "Miss",
    "Dr.",
    "Dr",
    "Oknha",
)
_LEADING = re.compile(rf"(?:(?:{'|'.join(map(re.escape, HONORIFICS))})\s+)+", re.IGNORECASE)


_ENGLISH = {
    "លោក": "Mr",
    "លោកស្រី": "Ms",
    "អ្នកស្រី": "Ms",
    "អ្នកនាង": "Ms",
    "កញ្ញា": "Ms",
    "ឯកឧត្តម": "H.E.",
    "ឯ.ឧ": "H.E.",
    "excellency": "H.E.",
    "លោកជំទាវ": "Lok Chumteav",
    "ល.ជ": "Lok Chumteav",
    "បណ្ឌិត": "Dr",
    "ឧកញ៉ា": "Oknha",
    "អ្នកឧកញ៉ា": "Neak Oknha",
    "លោកគ្រូ": "Mr",
    "អ្នកគ្រូ": "Ms",
    "ព្រះតេជគុណ": "Venerable",
    "ព្រះមហាថេរ": "Venerable",
}
_KHMER = {
    "mr": "លោក",
    "ms": "លោកស្រី",
    "mrs": "លោកស្រី",
    "miss": "កញ្ញា",
    "h.e": "ឯកឧត្តម",
    "excellency": "ឯកឧត្តម",
    "lok chumteav": "លោកជំទាវ",
    "dr": "បណ្ឌិត",
    "oknha": "ឧកញ៉ា",
    "neak oknha": "អ្នកឧកញ៉ា",
    "ven": "ព្រះតេជគុណ",
    "venerable": "ព្រះតេជគុណ",
}
_BEFORE_ANYTHING = ("ឯកឧត្តម", "លោកជំទាវ", "លោកស្រី", "លោកគ្រូ", "អ្នកគ្រូ", "លោក", "ព្រះតេជគុណ")
"""Titles that stand before an office too, without a space; longer ones first."""


def in_language(honorific: str, language: str) -> str:
    """Return a title as a document in 'km' or 'en' writes it; one that is not known as typed.

    Of several titles ('ឯកឧត្តម បណ្ឌិត') each is written so.
    """
    known = _KHMER if language == "km" else _ENGLISH
    whole = known.get(_key(honorific))
    return whole or " ".join(known.get(_key(title), title) for title in honorific.split())


def _key(title: str) -> str:
    return title.strip().casefold().rstrip(".")


def leading_title(line: str) -> str:
    """Return the title that a line of an address begins with: 'លោក' of 'លោកនាយករដ្ឋបាល', or ''."""
    khmer = (title for title in _BEFORE_ANYTHING if line.startswith(title))
    return next(khmer, "") or split_honorific(line)[0]


def split_honorific(name: str) -> tuple[str, str]:
    """Return ('លោកស្រី', 'សុខ ភារៈ') for 'លោកស្រី សុខ ភារៈ'; the first part may be ''.

    A title counts only when a space and a name follow, since many names begin like a title.
    """
    name = name.strip()
    match = _LEADING.match(name)
    if not match:
        return "", name
    return match[0].strip(), name[match.end() :]
