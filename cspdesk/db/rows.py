"""Records to rows and back, by the types of the dataclass fields."""

from __future__ import annotations

import dataclasses
import functools
import json
import re
import types
import typing
from collections.abc import Callable
from datetime import date, time
from enum import StrEnum
from typing import Any, TypeVar, cast

from cspdesk.models.record import Record

R = TypeVar("R", bound=Record)
F = TypeVar("F", bound=Callable[..., Any])
Value = str | int | None


def _cached(function: F) -> F:
    """Cache by arguments and keep the signature: mypy sees no hash in a dataclass's class."""
    return cast(F, functools.cache(function))


@_cached
def table_of(kind: type[Record]) -> str:
    """Return the table of a record type: ``AgendaItem`` lives in ``agenda_item``."""
    return re.sub(r"(?<!^)(?=[A-Z])", "_", kind.__name__).lower()


def kind_of(table: str) -> type[Record]:
    """Return the record type that lives in ``table``."""
    return next(kind for kind in Record.__subclasses__() if table_of(kind) == table)


@_cached
def columns_of(kind: type[Record]) -> tuple[str, ...]:
    """Return the column names, in the order of the fields."""
    return tuple(field.name for field in dataclasses.fields(kind))


@_cached
def _readers(kind: type[Record]) -> tuple[Callable[[Any], Any], ...]:
    hints = typing.get_type_hints(kind)
    return tuple(_reader(hints[name]) for name in columns_of(kind))


def _reader(hint: Any) -> Callable[[Any], Any]:
    if isinstance(hint, types.UnionType):
        inner = _reader(next(arg for arg in typing.get_args(hint) if arg is not types.NoneType))
        return lambda value: None if value is None else inner(value)
    if typing.get_origin(hint) is tuple:
        return lambda value: tuple(json.loads(value))
    if hint in (date, time):
        return hint.fromisoformat  # type: ignore[no-any-return]
    if hint is bool:
        return bool
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return functools.partial(_known, hint)
    return _as_is


def _known(words: type[StrEnum], value: str) -> StrEnum | str:
    """Keep a word that only a newer version knows, so that saving does not lose it."""
    try:
        return words(value)
    except ValueError:
        return value


def _as_is(value: Any) -> Any:
    return value


def to_column(value: object) -> Value:
    """Return a field's value as SQLite keeps it: ISO dates, JSON lists, 0 and 1."""
    if value is None or isinstance(value, int | str):
        if isinstance(value, bool):
            return int(value)
        return str(value) if isinstance(value, StrEnum) else value
    if isinstance(value, time):
        return value.isoformat(timespec="minutes")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return json.dumps(value, ensure_ascii=False)
    raise TypeError(f"no column holds a {type(value).__name__}")


def to_row(record: Record) -> dict[str, Value]:
    """Return all columns of a record."""
    return {name: to_column(getattr(record, name)) for name in columns_of(type(record))}


def from_row(kind: type[R], values: typing.Sequence[Any]) -> R:
    """Return the record of a row selected with :func:`select_list`."""
    pairs = zip(columns_of(kind), _readers(kind), values, strict=True)
    return kind(**{name: read(value) for name, read, value in pairs})


@_cached
def select_list(kind: type[Record], alias: str = "") -> str:
    """Return the columns for a SELECT, quoted and in the order that :func:`from_row` reads."""
    prefix = f"{alias}." if alias else ""
    return ", ".join(f'{prefix}"{name}"' for name in columns_of(kind))
