"""Who signs stands side by side, each side as wide as its lines need."""

from __future__ import annotations

import pytest

from cspdesk.paper.blocks import Signature, Signatures
from cspdesk.paper.pdf.fontsets import font_set
from cspdesk.paper.pdf.signatures import signature_pieces
from cspdesk.paper.pdf.styles import MM, Area

AREA = Area(165 * MM, 700, font_set())
LUNAR = "ថ្ងៃព្រហស្បតិ៍ ៨កើត ខែមិគសិរ ឆ្នាំខាល ចត្វាស័ក ព.ស.២៥៦៦"
"""Longer than half of the page is wide."""
SHORT = Signature(["seen"], "Chair", 22, ["name"])
LONG = Signature([LUNAR], "Chair", 22, ["name"])


def height(left: Signature | None, right: Signature | None) -> float:
    (piece,) = signature_pieces(Signatures(left, right), AREA)
    return piece.height


@pytest.mark.parametrize("other", [None, SHORT])
def test_a_long_date_takes_room_from_the_other_side(other: Signature | None) -> None:
    assert height(other, LONG) == height(SHORT, SHORT) == height(LONG, other)


def test_two_long_sides_share_the_width() -> None:
    assert height(LONG, LONG) > height(SHORT, SHORT)
