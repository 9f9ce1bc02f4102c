"""The description of the API: valid, whole, and what the code does."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from typing import Any

import pytest
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types
from openapi_spec_validator import validate

from morgue.browse.api.answers import as_json
from morgue.browse.api.openapi import document
from morgue.browse.api.parameters import path
from morgue.browse.api.reference import reference
from morgue.browse.api.schemas import Schemas, notes, unnoted
from morgue.browse.pages import PAGES
from morgue.commands.api import written
from tests.served import ROOT

pytestmark = pytest.mark.unit

DOCUMENT = document(PAGES)
SCHEMAS = DOCUMENT["components"]["schemas"]
UIDS = {
    "articles": "SELECT uid FROM articles",
    "stories": "SELECT uid FROM stories",
    "entities": "SELECT uid FROM entities",
    "quotes": "SELECT uid FROM utterances UNION SELECT uid FROM quotes",
}
ASKED: tuple[Mapping[str, list[str]], ...] = (
    {}, {"q": ["Putin ships"]}, {"in": ["quotes"]}, {"in": ["entities"], "q": ["Port"]}, {"fold": ["0"]},
    {"q": ["xylophone"]}, {"page": ["2"]},
)  # fmt: skip


def test_the_description_is_valid() -> None:
    """By the specification of OpenAPI 3.1."""
    validate(DOCUMENT)


@pytest.mark.parametrize("name", sorted(written()))
def test_what_is_written_down_is_what_the_code_does(name: str) -> None:
    """`morgue api` writes the files anew."""
    assert (ROOT / name).read_text("utf-8") == written()[name], "run: .venv/bin/python -m morgue.commands.api"


def test_every_field_is_documented() -> None:
    """Each has a line in morgue/browse/api/fields.yml."""
    own = {name: schema for name, schema in SCHEMAS.items() if name != "Error"}
    assert list(unnoted(own)) == []


def test_nothing_is_documented_that_is_not_there() -> None:
    """A line that names its class names a field of it."""
    stale = [line for line in notes() if "." in line and not _is_there(line)]
    assert stale == []


def _is_there(line: str) -> bool:
    name, _, field = line.partition(".")
    return field in SCHEMAS.get(name, {"properties": {}})["properties"]


def test_every_parameter_is_documented() -> None:
    """What it is and what it may be, once for each address."""
    for address, item in DOCUMENT["paths"].items():
        names = [each["name"] for each in item["get"]["parameters"]]
        assert len(names) == len(set(names)), address
        assert all(each["description"] for each in item["get"]["parameters"]), address


def test_the_reference_names_every_address() -> None:
    """And every object that answers are made of."""
    told = reference(DOCUMENT)
    assert [address for address in DOCUMENT["paths"] if f"### `{address}`" not in told] == []
    assert [name for name in SCHEMAS if f"### {name}\n" not in told] == []


@pytest.mark.parametrize("page", [page for page in PAGES if page.has_json], ids=lambda page: page.pattern)
def test_answers_are_as_described(page: Any, db: sqlite3.Connection) -> None:
    """Every field that is promised, of the type that is promised, and none besides."""
    told = DOCUMENT["paths"][f"{path(page)}.json"]["get"]["responses"]["200"]
    schema = told["content"]["application/json"]["schema"]
    validator = Draft202012Validator({**schema, "components": {"schemas": _closed(SCHEMAS)}})
    answered = 0
    for matched in _places(page.pattern, db):
        for asked in ASKED:
            content = page.content(db, matched, asked)
            if content is not None:
                validator.validate(json.loads(json.dumps(as_json(content))))
                answered += 1
    assert answered


def test_a_type_without_a_schema_is_refused() -> None:
    """Whoever brings it is told where to say what it is told as."""
    with pytest.raises(TypeError, match="bytes"):
        Schemas().of(bytes)


def _closed(schemas: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same schemas, without room for what they don't name."""
    return {name: {**schema, "additionalProperties": False} for name, schema in schemas.items()}


def _places(pattern: str, db: sqlite3.Connection) -> Iterator[Mapping[str, str]]:
    """Parts of paths that lead somewhere in the sample."""
    uids = [row[0] for row in db.execute(UIDS.get(pattern.split("/")[1], "SELECT ''"))]
    for uid in uids:
        yield {"uid": uid, "other": uids[0], "id": "1", "period": "2022", "letter": "p"}
