"""What a record states, whatever its fields are called. The names are data: fields.yml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any, NamedTuple, cast

import yaml

from morgue.model import ContentType, Stated
from morgue.read.decoding import newlines

_TABLE: dict[str, Any] = yaml.safe_load(files("morgue.read").joinpath("fields.yml").read_text(encoding="utf-8"))
CONTENT: dict[str, ContentType] = {field["name"]: cast("ContentType", field["type"]) for field in _TABLE["content"]}
STATED: dict[str, list[str]] = _TABLE["stated"]
NAMES: list[str] = _TABLE["names"]
CAPTURED: list[str] = _TABLE["captured"]
MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.\d+)?(?:Z|\+00:?00)?")
NOTHING: Mapping[str, str] = MappingProxyType({})
MARKUP = re.compile(r"\s*<(?:!doctype|html|body|article|div|p)\b[^>]*>|.*(?:</p>|<br */?>)", re.IGNORECASE | re.DOTALL)


class Content(NamedTuple):
    """The text of a record, what it is written in, and the record's own name for that field."""

    text: str
    content_type: ContentType
    field: str


def content(record: Mapping[str, object], given: Mapping[str, str] = NOTHING) -> Content | None:
    """The article itself: the first field that holds any. Text that carries HTML marks is HTML.

    `given` is what a person said about the record's names: field of ours → name there. It goes before the table.
    """
    own = own_names(record)
    named = [(given[name], content_type) for name, content_type in CONTENT.items() if name in given]
    for name, content_type in (*named, *((own[name], kind) for name, kind in CONTENT.items() if name in own)):
        text = _text(record.get(name))
        if text.strip():
            marked = content_type == "text" and MARKUP.match(text)
            return Content(newlines(text), "html" if marked else content_type, name)
    return None


def stated(record: Mapping[str, object], without: str, given: Mapping[str, str] = NOTHING) -> Stated:
    """Everything else that the record says; `without` names the field that holds the article, `given` as above."""
    own = own_names(record)
    taken = {without}
    told: dict[str, Any] = {}
    for field, names in STATED.items():
        candidates = [*([given[field]] if field in given else []), *(own[name] for name in names if name in own)]
        between = "; " if field == "byline" else ", "  # "Lee, Ann" is one person
        values = ((name, words(record.get(name), between)) for name in candidates)
        name, value = next(((name, value) for name, value in values if value), ("", None))
        if value:
            told[field] = value
            taken.add(name)
    extra = {name: value for name, value in record.items() if name not in taken and value not in (None, "", [], {})}
    return Stated(**told, extra=extra)


def captured(record: Mapping[str, object]) -> str | None:
    """When the record says that it was fetched, as ISO 8601 in UTC. What has no zone is taken for UTC."""
    own = own_names(record)
    values = (record[own[name]] for name in CAPTURED if name in own)
    told = next((match for value in values if isinstance(value, str) and (match := MOMENT.fullmatch(value))), None)
    return f"{told[1]}T{told[2]}Z" if told else None


def _text(value: object) -> str:
    """A text, or the text in a record that wraps it, as WordPress does."""
    if isinstance(value, dict):
        return next((text for name in NAMES if isinstance(text := value.get(name), str)), "")
    return value if isinstance(value, str) else ""


def own_names(record: Mapping[str, object]) -> dict[str, str]:
    """The table's names → the record's own. Of two that differ in case only, the first counts."""
    own: dict[str, str] = {}
    for name in record:
        own.setdefault(_plain(name), name)
    return own


@lru_cache(maxsize=4_096)
def _plain(name: str) -> str:
    return re.sub(r"[\s-]", "_", name.lower())


def words(value: object, between: str = ", ") -> str | None:
    """A value as one line: lists joined, records by their name, numbers as they are written."""
    if isinstance(value, str):
        return " ".join(value.split()) or None
    if isinstance(value, int | float) and not isinstance(value, bool) and value == value:  # noqa: PLR0124 (not a number)
        return str(value)
    if isinstance(value, list):
        return between.join(filter(None, map(words, value))) or None
    if isinstance(value, dict):
        return next(filter(None, (words(value.get(name)) for name in NAMES)), None)
    return None
