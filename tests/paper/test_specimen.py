from __future__ import annotations

import dataclasses
from datetime import date

from cspdesk.models.organisation import Organisation, Signatory
from cspdesk.paper.blocks import Letterhead
from cspdesk.paper.specimen import compose

DAY = date(2026, 11, 22)
WHOSE = Organisation(
    name_km="បណ្ដាញ",
    name_en="Network",
    address_en="Battambang",
    number_en="{number}/{yy} NW",
    signatories=(Signatory(name_en="Mr Sok", role_en="Chair"),),
)


def test_the_sample_shows_all_of_the_letterhead() -> None:
    made = compose(WHOSE, "en", DAY)
    (head,) = [block for block in made.blocks if isinstance(block, Letterhead)]
    assert (head.body, head.address) == ("Network", "Battambang")
    assert "001/26 NW" in head.number
    assert head.nation
    said = repr(made)
    assert "Chair" in said
    assert "Mr Sok" in said


def test_the_national_header_is_left_out_where_it_is_not_wanted() -> None:
    made = compose(dataclasses.replace(WHOSE, national_header=False), "km", DAY)
    (head,) = [block for block in made.blocks if isinstance(block, Letterhead)]
    assert not head.nation
