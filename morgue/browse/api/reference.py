"""The API as a page to read: docs/api.md, from the same document as openapi.json."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from morgue.browse.api.schemas import REF

HEAD = """\
# The API

*Made from the code by `morgue api`: change the code, or the words in `morgue/browse/api/*.yml`, not this file.*
The same for machines: `openapi.json` here, and `/openapi.json` on every server.

"""
MORE = """
Errors are objects with `ok` (false), `error`, `status` and, at times, `title`, with the status that they tell.

Pages of other origins can read the answers where the server is started with Datasette's `--cors`
([hosting](hosting.md) says when to). [Exports](exports.md) tells how to take whole tables away, and
`/archive` has Datasette's own JSON API for every table and query.

"""


def reference(document: Mapping[str, Any]) -> str:
    """The document in Markdown."""
    return "".join((HEAD, document["info"]["description"], MORE, *_parts(document)))


def _parts(document: Mapping[str, Any]) -> Iterator[str]:
    yield "## Addresses\n"
    for path, item in document["paths"].items():
        yield from _operation(path, item["get"])
    yield "\n## Objects\n"
    for name, schema in document["components"]["schemas"].items():
        yield f"\n### {name}\n\n{' '.join(schema['description'].split())}\n\n{_table('field')}"
        for field, told in schema["properties"].items():
            yield f"| `{field}` | {kind(told)} | {_cell(told.get('description', ''))} |\n"


def _operation(path: str, told: Mapping[str, Any]) -> Iterator[str]:
    yield f"\n### `{path}`\n\n{told['summary']}"
    yield f" {' '.join(told['description'].split())}\n" if "description" in told else "\n"
    answers = told["responses"]["200"]["content"]
    schema = answers.get("application/json", {}).get("schema", {})
    yield f"\nAnswers {kind(schema) if '$ref' in schema else ' or '.join(f'`{name}`' for name in answers)}.\n"
    if asked := [each for each in told["parameters"] if each["in"] == "query"]:
        yield f"\n{_table('parameter')}"
        for names, each in _together(asked):
            yield f"| {names} | {kind(each['schema'])} | {_cell(each['description'])} |\n"


def _table(of: str) -> str:
    return f"| {of} | type | what it is |\n|---|---|---|\n"


def _together(parameters: list[Mapping[str, Any]]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The parameters, those that mean the same in one line."""
    lines: dict[str, list[Mapping[str, Any]]] = {}
    for each in parameters:
        lines.setdefault(each["description"], []).append(each)
    yield from ((", ".join(f"`{each['name']}`" for each in same), same[0]) for same in lines.values())


def kind(schema: Mapping[str, Any]) -> str:
    """A schema in words: "string or null", "list of [Card](#card)"."""
    if "$ref" in schema:
        name = schema["$ref"].removeprefix(REF)
        return f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(map(kind, schema["anyOf"]))
    if "enum" in schema:
        return ", ".join(f"`{value}`" for value in schema["enum"])
    if schema.get("type") in ("array", "object"):
        return _gathered(schema)
    told = schema.get("type", "anything")
    return told if isinstance(told, str) else " or ".join(told)


def _gathered(schema: Mapping[str, Any]) -> str:
    if "prefixItems" in schema:
        return f"list of {len(schema['prefixItems'])}: {', '.join(map(kind, schema['prefixItems']))}"
    if schema["type"] == "array":
        return f"list of {kind(schema['items'])}"
    return f"object of {kind(schema['additionalProperties'])} by name"


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")
