"""The content of a page as JSON types. What is told here is what openapi.json describes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import fields
from functools import cache, partial
from types import NoneType
from typing import Any

from morgue.browse.addresses import is_only_on_page

_PLAIN = frozenset({str, int, float, bool, NoneType})


def as_json(content: Any) -> Any:
    """Content as JSON types: a dataclass as an object of its fields and of the addresses that are made from them.

    Fields that only serve the page are left out. Content with a way of its own to be told is told in that way.
    """
    return _way(content.__class__)(content)


@cache
def _way(kind: Any) -> Callable[[Any], Any]:
    """How content of a type is told. Found once: a long article is made of thousands of pieces."""
    if issubclass(kind, str | int | float | NoneType):
        return _itself
    if hasattr(kind, "as_json"):
        return lambda content: as_json(content.as_json())
    if hasattr(kind, "__dataclass_fields__"):
        return partial(_fields, told(kind))
    if issubclass(kind, Mapping):
        return lambda content: {str(name): as_json(value) for name, value in content.items()}
    if issubclass(kind, Sequence):
        return lambda content: [as_json(value) for value in content]
    raise TypeError(f"{kind.__name__} can't be told as JSON")


def _fields(names: Sequence[str], content: Any) -> Any:
    """Most fields are words and numbers, which are told as they are: they are spared a call each."""
    return {name: value if (value := getattr(content, name)).__class__ in _PLAIN else as_json(value) for name in names}


def _itself(content: Any) -> Any:
    return content


@cache
def told(kind: type) -> tuple[str, ...]:
    """What is told of a dataclass: its fields, and the properties that are addresses."""
    own = [each.name for each in fields(kind) if not is_only_on_page(each)]
    return (*own, *(name for name in addresses(kind) if name not in own))


@cache
def addresses(kind: type) -> tuple[str, ...]:
    """The properties of a class that are addresses, in the order in which they are written."""
    members = {name: member for base in reversed(kind.__mro__) for name, member in vars(base).items()}
    return tuple(
        name
        for name, member in members.items()
        if isinstance(member, property) and (name == "address" or name.endswith("_address"))
    )
