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


def split_honorific(name: str) -> tuple[str, str]:
    """Return ('លោកស្រី', 'សុខ ភារៈ') for 'លោកស្រី សុខ ភារៈ'; the first part may be ''.

    A title counts only when a space and a name follow, since many names begin like a title.
    """
    name = name.strip()
    match = _LEADING.match(name)
    if not match:
        return "", name
    return match[0].strip(), name[match.end() :]
