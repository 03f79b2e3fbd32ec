"""What the workspace as a whole is set to: the names and the look of its paper."""

from __future__ import annotations

import base64
import dataclasses
import json
from typing import Any

from cspdesk.db.journal import EDIT
from cspdesk.db.store import Store
from cspdesk.models.organisation import Organisation, Signatory
from cspdesk.models.setting import Setting

_NAMES = {"name_km": "km", "name_en": "en"}
"""Fields whose settings are called otherwise."""


def get_organisation(store: Store) -> Organisation:
    """Return whose workspace this is; empty names before the first run is over.

    Each field is a setting of its own, so that two laptops can change two of them.
    """
    found = {one.id: one.value for one in store.find(Setting, "id LIKE 'organisation.%'")}
    read = {
        field.name: _read(field, found[key])
        for field in dataclasses.fields(Organisation)
        if (key := _key(field.name)) in found
    }
    return Organisation(**read)


def set_organisation(store: Store, organisation: Organisation, label: str = EDIT) -> None:
    """Set the letterhead; fields that stay the same are not written."""
    before = get_organisation(store)
    with store.action(label):
        for field in dataclasses.fields(Organisation):
            value = getattr(organisation, field.name)
            if value != getattr(before, field.name):
                _set(store, _key(field.name), _written(value), label)


def change_organisation(store: Store, label: str = EDIT, /, **changes: Any) -> None:
    """Set some fields of the organisation, by their names, as one action called ``label``."""
    set_organisation(store, dataclasses.replace(get_organisation(store), **changes), label)


def column_mapping(store: Store, layout: str) -> str:
    """Return how the columns of a list with these headings were mapped last time (JSON), or ''."""
    return _get(store, f"columns.{layout}")


def remember_columns(store: Store, layout: str, mapping: str) -> None:
    """Remember how the columns of a list with these headings are mapped."""
    _set(store, f"columns.{layout}", mapping)


def _key(field: str) -> str:
    return f"organisation.{_NAMES.get(field, field)}"


def _written(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    if isinstance(value, tuple):
        return json.dumps([dataclasses.asdict(one) for one in value], ensure_ascii=False)
    return str(value)


def _read(field: dataclasses.Field[Any], text: str) -> Any:
    default = field.default
    if isinstance(default, bool):
        return text == "yes"
    if isinstance(default, bytes):
        return base64.b64decode(text)
    if isinstance(default, tuple):
        return tuple(Signatory(**one) for one in json.loads(text))
    return text


def _get(store: Store, key: str) -> str:
    """Return a setting; one whose first value was undone is none."""
    found = store.find(Setting, "id = ?", [key])
    return found[0].value if found else ""


def _set(store: Store, key: str, value: str, label: str = EDIT) -> None:
    store.save(Setting(id=key, value=value), label)
