"""Finding people, institutions and meetings while somebody types.

Each record has one entry: its folded name and a folded key of everything it is looked for by
(Khmer and Latin names, acronym, phone digits, place, institution). Three questions are asked in
turn until there are enough answers: names that begin so, words that begin so, anything inside
(three letters or more: fewer have no index and would read every key). Each stops at its limit, so
that two letters over 50,000 people cost no more than ten.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from cspdesk.khmer.search import query_terms, search_key

if TYPE_CHECKING:
    from cspdesk.db.store import Store

_LAST = "\U0010ffff"
_MOST_TERMS = 16  # of a page that was pasted the first words tell enough


def ids(store: Store, table: str, text: str, limit: int = 50) -> list[str]:
    """Return ids of records of ``table`` that match all words of ``text``, the best first.

    Records in the trash are not found. An empty text finds nothing.
    """
    terms = query_terms(text)[:_MOST_TERMS]
    if not terms:
        return []
    found: dict[str, None] = {}
    for sql, parameters in _questions(table, terms):
        if len(found) >= limit:
            break
        for (record,) in store.rows(f"{sql} LIMIT {limit}", parameters):
            found.setdefault(record)
    return list(found)[:limit]


def _questions(table: str, terms: Sequence[str]) -> Iterable[tuple[str, list[Any]]]:
    """Yield the questions, each with its parameters."""
    whole = " ".join(terms)
    yield (
        "SELECT record FROM search_entry WHERE tbl = ? AND name >= ? AND name < ? ORDER BY name",
        [table, whole, whole + _LAST],
    )
    quoted = ['"' + term.replace('"', '""') + '"' for term in terms]
    yield _matching("search_start", " AND ".join(f"{term}*" for term in quoted), table)
    long = [term for term, bare in zip(quoted, terms, strict=True) if len(bare) >= 3]
    short = [term for term in terms if len(term) < 3]
    if long:
        sql, parameters = _matching("search_inside", " AND ".join(long), table)
        yield sql + " AND instr(e.key, ?) > 0" * len(short), [*parameters, *short]


def _matching(index: str, query: str, table: str) -> tuple[str, list[Any]]:
    return (
        f"SELECT e.record FROM {index} i JOIN search_entry e ON e.n = i.rowid "
        f"WHERE {index} MATCH ? AND e.tbl = ?",
        [query, table],
    )


def index(store: Store, touched: Iterable[tuple[str, str]]) -> None:
    """Bring the entries of the touched records, and of those named after them, up to date."""
    wanted: dict[str, dict[str, None]] = {}
    for table, record in touched:
        if table in ("person", "institution", "meeting"):
            wanted.setdefault(table, {})[record] = None
        if table == "institution":
            people = store.rows(
                "SELECT person_id FROM affiliation WHERE institution_id = ?", [record]
            )
            wanted.setdefault("person", {}).update({row[0]: None for row in people})
        if table in ("affiliation", "person"):
            column = "id" if table == "affiliation" else "person_id"
            for person, institution in store.rows(
                f"SELECT person_id, institution_id FROM affiliation WHERE {column} = ?", [record]
            ):
                wanted.setdefault("person", {})[person] = None
                wanted.setdefault("institution", {})[institution] = None
    for table, records in wanted.items():
        for record in records:
            _index_one(store, table, record)


def _index_one(store: Store, table: str, record: str) -> None:
    store.database.execute("DELETE FROM search_entry WHERE tbl = ? AND record = ?", [table, record])
    texts = store.rows(_TEXTS[table], [record])
    if not texts:
        return
    name, other, place, *rest = (text or "" for text in texts[0])
    places = _place_names(place) if place else ()
    store.database.execute(
        "INSERT INTO search_entry(tbl, record, name, key) VALUES (?, ?, ?, ?)",
        [table, record, search_key(name or other), search_key(name, other, *rest, *places)],
    )


def _place_names(code: str) -> tuple[str, str]:
    from cspdesk.models.gazetteer import full_name

    return full_name(code, "km"), full_name(code, "en")


_TEXTS = {
    "person": """
        SELECT p.name_km, p.name_latin, coalesce(nullif(p.place, ''), max(i.place)), p.email, p.telegram,
               (SELECT group_concat(replace(value, ' ', ''), ' ') FROM json_each(p.phones)),
               group_concat(i.name_km || ' ' || i.name_latin || ' ' || i.acronym, ' ')
        FROM person p
        LEFT JOIN affiliation a ON a.person_id = p.id AND a.deleted_at = ''
        LEFT JOIN institution i ON i.id = a.institution_id AND i.deleted_at = ''
        WHERE p.id = ? AND p.deleted_at = '' GROUP BY p.id""",
    # The number to call is the representative's; lists show it in the institution's row.
    "institution": """
        SELECT i.name_km, i.name_latin, i.place, i.acronym, i.email, i.telegram, i.address,
               (SELECT group_concat(replace(value, ' ', ''), ' ') FROM json_each(i.phones)),
               (SELECT (SELECT group_concat(replace(value, ' ', ''), ' ') FROM json_each(p.phones))
                FROM affiliation a JOIN person p ON p.id = a.person_id
                WHERE a.institution_id = i.id AND a.deleted_at = '' AND p.deleted_at = ''
                ORDER BY a.until IS NOT NULL, a.representative DESC, a.rowid LIMIT 1)
        FROM institution i WHERE i.id = ? AND i.deleted_at = ''""",
    "meeting": """
        SELECT title_km, title_en, place, venue, "on"
        FROM meeting WHERE id = ? AND deleted_at = ''""",
}
