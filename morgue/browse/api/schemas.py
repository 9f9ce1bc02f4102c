"""JSON Schemas of what pages answer, from the types of their content.

A class is described by the very list of names that `answers.as_json` tells of it, so that the two can't come apart.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import is_dataclass
from functools import cache
from importlib.resources import files
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints, is_typeddict

import yaml

from morgue.browse.api.answers import addresses, told
from morgue.browse.api.declared import ANSWERS

Schema = dict[str, Any]
REF = "#/components/schemas/"

_PLAIN: Mapping[object, Schema] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    float: {"type": "number"},
    bool: {"type": "boolean"},
    NoneType: {"type": "null"},
    Any: {},
    object: {},
}


class Schemas:
    """The schemas of classes by name: each class that is met on the way is written down once."""

    def __init__(self) -> None:
        """Begin with none."""
        self._names: dict[type, str] = {}
        self._found: dict[str, Schema] = {}

    @property
    def components(self) -> Mapping[str, Schema]:
        """Every schema by its name, sorted."""
        return dict(sorted(self._found.items()))

    def of(self, hint: Any) -> Schema:
        """The schema of a type."""
        hint = answer(hint)
        if hint in _PLAIN:
            return dict(_PLAIN[hint])
        if is_dataclass(hint) or is_typeddict(hint):
            return {"$ref": REF + self._named(hint)}
        made = self._made(get_origin(hint), get_args(hint))
        if made is None:
            raise TypeError(f"{hint} has no JSON Schema here: say in {__name__} what it is told as")
        return made

    def _made(self, kind: Any, parts: Sequence[Any]) -> Schema | None:
        """The schema of a type that is made of others."""
        if kind is Literal:
            return {"enum": list(parts)}
        if kind in (Union, UnionType):
            return self._either([self.of(part) for part in parts])
        if kind is tuple and Ellipsis not in parts:
            each = [self.of(part) for part in parts]
            return {"type": "array", "prefixItems": each, "minItems": len(each), "maxItems": len(each)}
        if kind in (tuple, list, Sequence):
            return {"type": "array", "items": self.of(parts[0])}
        return {"type": "object", "additionalProperties": self.of(parts[1])} if kind in (dict, Mapping) else None

    @staticmethod
    def _either(schemas: Sequence[Schema]) -> Schema:
        """One of several, plain types in the short form."""
        if all(each.keys() == {"type"} for each in schemas):
            return {"type": [each["type"] for each in schemas]}
        return {"anyOf": list(schemas)}

    def _named(self, kind: type) -> str:
        if kind not in self._names:
            taken = kind.__name__ in self._found
            name = (
                kind.__module__.rpartition(".")[2].title().replace("_", "") + kind.__name__ if taken else kind.__name__
            )
            self._names[kind] = name
            self._found[name] = {}  # a class may hold others of its kind
            self._found[name] = self._written(kind)
        return self._names[kind]

    def _written(self, kind: type) -> Schema:
        hints = members(kind)
        properties = {name: self._noted(kind, name, self.of(hint)) for name, hint in hints.items()}
        about = inspect.cleandoc(kind.__doc__ or "")
        return {"type": "object", "description": about, "properties": properties, "required": list(properties)}

    @staticmethod
    def _noted(kind: type, name: str, schema: Schema) -> Schema:
        note = notes().get(f"{kind.__name__}.{name}") or notes().get(name)
        return {**schema, "description": note} if note else schema


def answer(hint: Any) -> Any:
    """The type of what a class says by `as_json`, where it has a way of its own to be told."""
    own = getattr(hint, "as_json", None) if isinstance(hint, type) else None
    return ANSWERS.get(hint) or (get_type_hints(own)["return"] if own else hint)


def members(kind: type) -> Mapping[str, Any]:
    """The type of everything that is told of a class, by name."""
    hints = get_type_hints(kind)
    if is_typeddict(kind):
        return hints
    made = {name: get_type_hints(getattr(kind, name).fget)["return"] for name in addresses(kind)}
    return {name: (made | hints)[name] for name in told(kind)}


@cache
def notes() -> Mapping[str, str]:
    """What each field is: by "Class.field", or by "field" where it is the same wherever it stands."""
    found: dict[str, str] = yaml.safe_load((files("morgue.browse.api") / "fields.yml").read_text("utf-8"))
    return found


def unnoted(components: Mapping[str, Schema]) -> Iterator[str]:
    """The fields of which nobody has said what they are, as "Class.field"."""
    for name, schema in components.items():
        yield from (f"{name}.{each}" for each, told in schema["properties"].items() if "description" not in told)
