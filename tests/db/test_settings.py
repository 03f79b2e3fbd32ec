"""The letterhead in the store: each field by itself, and back again."""

from __future__ import annotations

import dataclasses

from cspdesk.db.settings import change_organisation, get_organisation
from cspdesk.db.store import Store
from cspdesk.models.organisation import Organisation, Signatory

SIGNATORY = Signatory(name_km="លោក សុខ", role_en="Chair")


def test_every_field_comes_back_as_it_was_set(store: Store) -> None:
    wanted = Organisation(
        name_km="បណ្ដាញ",
        name_en="Network",
        address_km="ភូមិ\nឃុំ",
        address_en="Street 3",
        logo=b"\x89PNG\x00",
        number_km="{number}/{yy} ប.អ.",
        number_en="{number}/{yy}",
        national_header=False,
        fonts="khmer-os",
        khmer_digits=False,
        lunar_date=False,
        signatories=(SIGNATORY,),
    )
    change_organisation(store, **{f.name: getattr(wanted, f.name) for f in _fields()})
    assert get_organisation(store) == wanted


def test_fields_that_stay_the_same_are_not_written(store: Store) -> None:
    change_organisation(store, name_en="Network", name_km="បណ្ដាញ")
    change_organisation(store, name_en="Network", name_km="សមាគម")
    written = store.rows("SELECT record FROM change WHERE tbl = 'setting'")
    assert sorted(record for (record,) in written) == [
        "organisation.en",
        "organisation.km",
        "organisation.km",
    ]


def test_undo_takes_a_first_value_away_and_it_can_be_set_again(store: Store) -> None:
    change_organisation(store, logo=b"PNG")
    store.undo()
    assert get_organisation(store) == Organisation()
    change_organisation(store, logo=b"PNG")
    assert get_organisation(store).logo == b"PNG"


def test_removing_is_undone_without_what_was_typed_before(store: Store) -> None:
    change_organisation(store, signatories=(SIGNATORY,))
    change_organisation(store, signatories=(SIGNATORY, Signatory(name_en="Dara")))
    change_organisation(store, "remove", signatories=(SIGNATORY,))
    store.undo()
    assert get_organisation(store).signatories[-1].name_en == "Dara"


def _fields() -> tuple[dataclasses.Field[object], ...]:
    return dataclasses.fields(Organisation)
