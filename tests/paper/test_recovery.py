"""The recovery sheet."""

from __future__ import annotations

from datetime import date

import pytest

from cspdesk.paper import recovery
from cspdesk.paper.blocks import Code
from tests.paper.records import ORGANISATION, printed, said

CODE = "8K3M-Q2VX-7T9N-HJ4C-5RWA-D6FP-2YZE-B8GS-X1K9"


@pytest.mark.parametrize("language", ["km", "en"])
def test_the_code_is_readable_in_groups_on_one_page(language: str) -> None:
    document = recovery.compose(CODE, ORGANISATION, language, on=date(2026, 11, 22))
    code = next(block for block in document.blocks if isinstance(block, Code))
    assert code.text == CODE
    assert len(code.groups) == 9
    (page,) = printed(document)
    assert all(group in page for group in code.groups)


def test_it_says_whose_it_is_and_when_it_was_made() -> None:
    document = recovery.compose(CODE, ORGANISATION, "km", on=date(2026, 11, 22))
    assert ORGANISATION.name_km in said(document)
    assert "ថ្ងៃទី២២ ខែវិច្ឆិកា ឆ្នាំ២០២៦" in said(document)
    assert "Made on" not in said(recovery.compose(CODE, ORGANISATION, "en"))


def test_it_warns_against_the_laptops_bag() -> None:
    assert "bag" in said(recovery.compose(CODE, ORGANISATION, "en"))
