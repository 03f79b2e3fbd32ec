"""Numbers of letters: a pattern with {number} and {yy}, '{number}/{yy} ប.អ.' for instance."""

from __future__ import annotations

import re

from cspdesk.i18n import N_

_FIELD = re.compile(r"\{([^{}]*)\}")
_KNOWN = ("number", "yy")


def complaint(pattern: str) -> tuple[str, str]:
    """Return what is wrong with a pattern, as an English source text, and the part it is about.

    The text may hold {part}; ('', '') where nothing is wrong. No pattern at all is none: such
    letters have dots to write in.
    """
    if not pattern.strip():
        return "", ""
    for name in _FIELD.findall(pattern):
        if name.strip() not in _KNOWN:
            return N_("{part} is not known here: use {{number}} and {{yy}}."), f"{{{name}}}"
    bare = _FIELD.sub("", pattern)
    for brace in "{}":
        if brace in bare:
            return N_("A {part} has no partner: write {{number}} or {{yy}}."), brace
    if "number" not in {name.strip() for name in _FIELD.findall(pattern)}:
        return N_("Without {part} all letters have the same number."), "{number}"
    return "", ""


def filled(pattern: str, number: str, yy: str) -> str:
    """Return the number of a letter: ``number`` and ``yy``, the year's last digits, in its pattern.

    What is no field of the pattern stays as it is.
    """
    values = {"number": number, "yy": yy}
    return _FIELD.sub(lambda field: values.get(field[1].strip(), field[0]), pattern)
