"""The content of a page as JSON types. What is told here is what openapi.json describes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Protocol, runtime_checkable

from morgue.browse.addresses import is_only_on_page


@runtime_checkable
class HasJson(Protocol):
    """Content that says itself how it is told to programs."""

    def as_json(self) -> Mapping[str, Any]:
        """The content as JSON types."""


def as_json(content: Any) -> Any:
    """Content as JSON types: a dataclass as an object of its fields and of the addresses that are made from them.

    Fields that only serve the page are left out. Content with a way of its own to be told is told in that way.
    """
    if content is None or isinstance(content, str | int | float):
        return content
    if isinstance(content, HasJson):
        return as_json(content.as_json())
    if is_dataclass(content) and not isinstance(content, type):
        return {name: as_json(getattr(content, name)) for name in told(type(content))}
    if isinstance(content, Mapping):
        return {str(name): as_json(value) for name, value in content.items()}
    if isinstance(content, Sequence):
        return [as_json(value) for value in content]
    raise TypeError(f"{type(content).__name__} can't be told as JSON")


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
