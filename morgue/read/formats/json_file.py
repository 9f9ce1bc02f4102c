"""JSON: one article, a list of articles, or such a list inside an answer of some service. Its names: item_lists.yml."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from importlib.resources import files
from typing import Any, NamedTuple

import yaml

from morgue.model import Original, Problem
from morgue.read import problems
from morgue.read.decoding import decode
from morgue.read.depth import too_deep
from morgue.read.fields import content
from morgue.read.form import Format, Found, Options
from morgue.read.formats import json_feed
from morgue.read.formats.jsonl import JSONL, TOO_DEEP
from morgue.read.limits import all_bytes
from morgue.read.mapped import Record, document, written

_NAMES: dict[str, list[str]] = yaml.safe_load(
    files("morgue.read").joinpath("item_lists.yml").read_text(encoding="utf-8")
)
MEDIA_TYPE = "application/json"
DEEPEST = 3  # {"response": {"docs": [ … is two


class Whole(NamedTuple):
    """The file's own bytes and what they are written in."""

    raw: bytes
    encoding: str


def _articles(found: Found, options: Options) -> Iterator[Original | Problem | Found]:
    raw = all_bytes(found, options)
    decoded = decode(raw)
    if decoded is None:
        yield problems.binary(found.place)
    elif not decoded.text.strip():
        yield problems.empty(found.place)
    else:
        try:
            value = _value(decoded.text)
        except (ValueError, RecursionError) as error:
            yield from _broken(found, options, error)
        else:
            yield from _records(found, options, value, Whole(raw, decoded.encoding))


def _broken(found: Found, options: Options, error: Exception) -> Iterator[Original | Problem | Found]:
    """JSON lines under the wrong name are told by a whole value with more after it."""
    if isinstance(error, json.JSONDecodeError) and error.msg == "Extra data":
        yield from JSONL.read(found, options)
    else:
        yield problems.bad_json_file(found.place, str(error))


def _value(text: str) -> Any:
    value = json.loads(text)
    if too_deep(value):
        raise ValueError(TOO_DEEP)
    # Half a surrogate pair is legal in JSON, and no database takes it.
    return json.loads(written(value)) if "\\ud" in text.lower() else value


def _records(found: Found, options: Options, value: Any, whole: Whole) -> Iterator[Original | Problem]:
    if json_feed.is_feed(value):
        yield from json_feed.documents(found, value, whole.encoding)
        return
    if isinstance(value, dict) and content(fields := _fields(value), options.map):
        yield document(found, Record("", fields, whole.raw, MEDIA_TYPE, whole.encoding), options)
        return
    items = _list(value, DEEPEST)
    if not items:
        yield problems.no_records(found.place)
    for number, item in enumerate(items, start=1):
        part = f"item {number}"
        if isinstance(item, dict):
            yield document(found, Record(part, _fields(item), written(item), MEDIA_TYPE, whole.encoding), options)
        else:
            yield problems.bad_json(found.path, found.inside(part), f"it is a {type(item).__name__}")


def _list(value: Any, depth: int) -> list[Any]:
    """The first list of records, however it is wrapped."""
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or not depth:
        return []
    inner = (_list(value[name], depth - 1) for name in _NAMES["lists"] if name in value)
    return next(filter(None, inner), [])


def _fields(record: Mapping[str, object]) -> dict[str, object]:
    """The record with the fields of the records that it wraps; its own go first."""
    wrapped = (record.get(name) for name in _NAMES["wrappers"])
    told = dict(record)
    for inner in wrapped:
        if isinstance(inner, dict):
            told = {**inner, **told}
    return {name: value for name, value in told.items() if name not in _NAMES["wrappers"]}


JSON = Format("json", (".json",), (b"[", b"{\n", b"{\r\n"), _articles)
