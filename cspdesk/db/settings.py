"""What the workspace as a whole is set to: the names on its paper."""

from __future__ import annotations

from cspdesk.db.store import Store
from cspdesk.models.meetings import Organisation
from cspdesk.models.setting import Setting


def get_organisation(store: Store) -> Organisation:
    """Return whose workspace this is; empty names before the first run is over."""
    return Organisation(
        name_km=_get(store, "organisation.km"), name_en=_get(store, "organisation.en")
    )


def set_organisation(store: Store, organisation: Organisation) -> None:
    """Set the names on the letterhead."""
    _set(store, "organisation.km", organisation.name_km)
    _set(store, "organisation.en", organisation.name_en)


def column_mapping(store: Store, layout: str) -> str:
    """Return how the columns of a list with these headings were mapped last time (JSON), or ''."""
    return _get(store, f"columns.{layout}")


def remember_columns(store: Store, layout: str, mapping: str) -> None:
    """Remember how the columns of a list with these headings are mapped."""
    _set(store, f"columns.{layout}", mapping)


def _get(store: Store, key: str) -> str:
    setting = store.get(Setting, key)
    return setting.value if setting else ""


def _set(store: Store, key: str, value: str) -> None:
    store.save(Setting(id=key, value=value))
