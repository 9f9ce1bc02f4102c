"""One field of a verdict: words, an entity, articles, a date. What is amiss is told with its line and the remedy."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Final, TypeGuard, TypeVar, get_args

from morgue.corrections.entries import Entry, Field
from morgue.model import Cited, EntityKind, MadeKind, Named, Scope, Signed

Found = TypeVar("Found")

KINDS: Final[tuple[str, ...]] = get_args(EntityKind)
UID: Final = re.compile(r"[0-9a-f]{12}")
MADE: Final[tuple[str, ...]] = get_args(MadeKind)
NAMING: Final = "name it by kind and name, as in {person: Ada Lovelace}, or by the 12 letters and digits of its address"

_OURS: Final = re.compile(rf"(?:/articles/)?({UID.pattern})")
_ADDRESS: Final = re.compile(r"https?://\S+")
CITING: Final = "name it by the 12 letters and digits of its address here, or by the URL that it was published at"


def required(entry: Entry, name: str) -> Field:
    """The field of this name.

    Raises:
        InputError: There is none, or it is empty.
    """
    field = entry.fields.get(name)
    if field is None:
        raise entry.fault(f"“{name}” is missing; add a line “{name}: …” to this verdict.")
    if not field.value:
        raise field.fault(f"“{name}” is empty; say it, as in “{_EXAMPLES.get(name, name + ': …')}”.")
    return field


_EXAMPLES: Final[Mapping[str, str]] = {
    "note": "note: One person, spelt in two ways.",
    "author": "author: Ada Lovelace",
    "date": "date: 2026-11-22",
}


def words(field: Field) -> str:
    """A field that is words."""
    if not isinstance(field.value, str) or not field.value:
        raise field.fault("words are wanted here, no list and no fields; write them behind the colon.")
    return field.value


def strings(field: Field) -> tuple[str, ...]:
    """A field that is words, or a list of such."""
    each = field.value if isinstance(field.value, tuple) else (field,)
    return tuple(dict.fromkeys(words(one) for one in each))


def entity(field: Field) -> Named:
    """A field that names an entity."""
    if isinstance(field.value, str):
        if not UID.fullmatch(field.value):
            raise field.fault(f"“{field.value}” could be anything; {NAMING}.")
        return Named(uid=field.value)
    if not isinstance(field.value, Mapping) or len(field.value) != 1:
        raise field.fault(f"one entity is wanted here; {NAMING}.")
    ((name, value),) = field.value.items()
    if not is_kind(name):
        raise field.fault(f"“{name}” is no kind of entity; the kinds are {', '.join(KINDS)}.")
    return Named(name=words(value), kind=name)


def entities(field: Field) -> tuple[Named, ...]:
    """A field that names two entities or more."""
    return _several(field, entity, f"a list of two entities or more is wanted here; {NAMING}.")


def article(field: Field) -> Cited:
    """A field that names an article."""
    named = words(field)
    if ours := _OURS.fullmatch(named):
        return Cited(uid=ours[1])
    if not _ADDRESS.fullmatch(named):
        raise field.fault(f"“{named}” could be any article; {CITING}.")
    return Cited(url=named)


def articles(field: Field) -> tuple[Cited, ...]:
    """A field that names two articles or more."""
    return _several(field, article, f"a list of two articles or more is wanted here; {CITING}.")


def _several(field: Field, one: Callable[[Field], Found], wanted: str) -> tuple[Found, ...]:
    found = tuple(dict.fromkeys(map(one, field.value))) if isinstance(field.value, tuple) else ()
    if len(found) < 2:  # noqa: PLR2004 - a pair
        raise field.fault(wanted)
    return found


def made(field: Field) -> MadeKind:
    """A field that says how an article was made from another."""
    found = words(field)
    if not _is_made(found):
        raise field.fault(f"“{found}” is no way to make an article from another; the ways are {', '.join(MADE)}.")
    return found


def _is_made(word: str) -> TypeGuard[MadeKind]:
    return word in MADE


def kind(field: Field) -> EntityKind:
    """A field that is a kind of entity."""
    found = words(field)
    if not is_kind(found):
        raise field.fault(f"“{found}” is no kind of entity; the kinds are {', '.join(KINDS)}.")
    return found


def is_kind(word: str) -> TypeGuard[EntityKind]:
    """Whether a word names a kind of entity."""
    return word in KINDS


def scope(entry: Entry) -> Scope:
    """Where a verdict holds, by its fields `source` or `article`."""
    source, article = (words(entry.fields[n]) if n in entry.fields else None for n in ("source", "article"))
    if source and article:
        raise entry.fields["source"].fault("an article has its source already; take out “source” or “article”.")
    if article and not UID.fullmatch(article):
        raise entry.fields["article"].fault("name the article by the 12 letters and digits of its address.")
    return Scope(source, article)


def signed(entry: Entry) -> Signed:
    """Why, by whom and when."""
    note, author, day = (words(required(entry, name)) for name in ("note", "author", "date"))
    try:
        date.fromisoformat(day)
    except ValueError as error:
        raise entry.fields["date"].fault(f"“{day}” is no day; write year, month and day as 2026-11-22.") from error
    return Signed(note, author, day, entry.file, entry.line)
