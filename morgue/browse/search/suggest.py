"""What a reader may mean who has begun to type: people, bodies, places and sources, most mentioned first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass

from morgue.browse.addresses import Parameters, only
from morgue.browse.search.request import ENTITY_FACETS, Filter, Request
from morgue.browse.search.statement import Statement, listed
from morgue.model.names import LONGEST, lookup_key

MOST = 8
SHORTEST = 2  # letters; one begins half of all names
_FORMS = 5  # of one name that may begin alike
LATEST = "\U0010ffff"  # sorts behind every letter
PARAMETERS = (*ENTITY_FACETS, "source")  # the kinds that a search can be narrowed by

# Nothing but the key is asked, so this is one walk along the table.
_BEGINNING = f"""
SELECT kind, number, name, weight FROM name_keys WHERE key >= ? AND key < ?
ORDER BY weight DESC, kind, number, key LIMIT {MOST * _FORMS}
"""
_ENTITIES = Statement("SELECT id AS number, uid, name, article_count FROM entities WHERE id IN")
_SOURCES = Statement("""
SELECT s.id AS number, CAST(s.id AS TEXT) AS uid, s.name, f.article_count FROM sources s
JOIN facet_counts f ON f.facet = 'source' AND f.value = CAST(s.id AS TEXT) WHERE s.id IN""")


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entity or a source that may be meant.

    `note` tells the form of the name that begins so, where it is another; `count` is of articles. `address` is the
    search that `parameter` with `value` narrows to it, or its own `page` where no parameter does.
    """

    label: str
    kind: str
    note: str
    count: int
    parameter: str
    value: str
    address: str
    page: str


@dataclass(frozen=True, slots=True)
class Suggestions:
    """What may be meant by what was typed, as a file of JSON."""

    q: str
    suggestions: tuple[Suggestion, ...]
    name: str = "suggest.json"
    media_type: str = "application/json; charset=utf-8"

    def as_json(self) -> dict[str, object]:
        """The suggestions for programs."""
        return {"q": self.q, "suggestions": [asdict(each) for each in self.suggestions]}

    def text(self, _title: str, _root: str) -> str:
        """The file."""
        return json.dumps(self.as_json(), ensure_ascii=False)


def suggest(connection: sqlite3.Connection, _matched: Mapping[str, str], parameters: Parameters) -> Suggestions:
    """Whoever and whatever has a name with a word that begins with `q`, without regard to case and accents."""
    typed = only(parameters, "q")
    key = lookup_key(typed)[:LONGEST]
    return Suggestions(typed, tuple(_suggested(connection, key)) if len(key) >= SHORTEST else ())


def _suggested(connection: sqlite3.Connection, key: str) -> Iterator[Suggestion]:
    forms: dict[tuple[str, int], str] = {}
    for kind, number, name, _ in beginning(key).tuples(connection):
        forms.setdefault((kind, number), name)
    first = list(forms)[:MOST]
    entities = {row["number"]: row for row in named([n for kind, n in first if kind != "source"]).rows(connection)}
    sources = {row["number"]: row for row in publishing([n for kind, n in first if kind == "source"]).rows(connection)}
    for kind, number in first:
        row = (sources if kind == "source" else entities)[number]
        yield _suggestion(kind, row, forms[kind, number])


def beginning(key: str) -> Statement:
    """Names with a word that begins so, those with most mentions first."""
    return Statement(_BEGINNING, (key, key + LATEST))


def named(numbers: Sequence[int]) -> Statement:
    """These entities."""
    return _ENTITIES + listed(numbers)


def publishing(numbers: Sequence[int]) -> Statement:
    """These sources."""
    return _SOURCES + listed(numbers)


def _suggestion(kind: str, row: sqlite3.Row, form: str) -> Suggestion:
    page = f"/sources/{row['uid']}" if kind == "source" else f"/entities/{row['uid']}"
    parameter = kind if kind in PARAMETERS else ""
    return Suggestion(
        label=row["name"],
        kind=kind,
        note=f"also {form}" if form != row["name"] else "",
        count=row["article_count"],
        parameter=parameter,
        value=row["uid"] if parameter else "",
        address=Request(filters=(Filter(parameter, row["uid"]),)).address if parameter else page,
        page=page,
    )
