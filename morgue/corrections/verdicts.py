"""Which verdicts there are, and which fields each of them has. A new verdict is a line in `VERDICTS`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Final

from morgue.corrections import fields
from morgue.corrections.entries import Entry
from morgue.corrections.fields import required
from morgue.model import (
    Apart,
    Correction,
    DerivedFrom,
    Drop,
    Merge,
    NotDerived,
    OtherStory,
    Reading,
    Recast,
    Rename,
    SameStory,
    Signed,
    Split,
)

_SIGNED: Final = ("note", "author", "date")
_SCOPE: Final = ("source", "article")


@dataclass(frozen=True, slots=True)
class Wording:
    """How a verdict is written: the fields that it must and can have beside its verb, and what it makes of them."""

    wants: tuple[str, ...]
    allows: tuple[str, ...]
    make: Callable[[Entry, Signed], Correction]


def verdict(entry: Entry) -> Correction:
    """The verdict that an entry is.

    Raises:
        InputError: Its verb is unknown, a field is missing, unknown or not of its form.
    """
    verbs = [name for name in entry.fields if name in VERDICTS]
    if len(verbs) != 1:
        raise entry.fault(_which_verb(entry, verbs))
    wording = VERDICTS[verbs[0]]
    allowed = (verbs[0], *wording.wants, *wording.allows, *_SIGNED)
    for name, field in entry.fields.items():
        if name not in allowed:
            meant = _meant(name, allowed)
            raise field.fault(f"{verbs[0]} has no field “{name}”{meant}; it has {', '.join(allowed[1:])}.")
    for name in (verbs[0], *wording.wants):
        required(entry, name)
    return wording.make(entry, fields.signed(entry))


def _which_verb(entry: Entry, verbs: list[str]) -> str:
    if verbs:
        return f"{' and '.join(verbs)} in one verdict; make a verdict of each, with a “- ” of its own."
    first = next(iter(entry.fields), "")
    return f"“{first}” is no verdict{_meant(first, VERDICTS)}; begin with one of {', '.join(VERDICTS)}."


def _meant(word: str, known: Iterable[str]) -> str:
    near = get_close_matches(word, list(known), 1)
    return f" (did you mean “{near[0]}”?)" if near else ""


def _merge(entry: Entry, signed: Signed) -> Correction:
    return Merge(signed, fields.entities(entry.fields["merge"]))


def _split(entry: Entry, signed: Signed) -> Correction:
    forms, into = fields.strings(entry.fields["forms"]), entry.fields.get("into")
    home = fields.entity(into) if into else None
    return Split(signed, fields.entity(entry.fields["split"]), forms, home, fields.scope(entry))


def _rename(entry: Entry, signed: Signed) -> Correction:
    return Rename(signed, fields.entity(entry.fields["rename"]), fields.words(entry.fields["to"]))


def _recast(entry: Entry, signed: Signed) -> Correction:
    return Recast(signed, fields.entity(entry.fields["kind"]), fields.kind(entry.fields["is"]))


def _drop(entry: Entry, signed: Signed) -> Correction:
    return Drop(signed, fields.entity(entry.fields["drop"]))


def _apart(entry: Entry, signed: Signed) -> Correction:
    return Apart(signed, fields.entities(entry.fields["not-the-same"]))


def _reading(entry: Entry, signed: Signed) -> Correction:
    strings, meant = fields.strings(entry.fields["read"]), fields.entity(entry.fields["as"])
    return Reading(signed, strings, meant, fields.scope(entry))


def _same_story(entry: Entry, signed: Signed) -> Correction:
    return SameStory(signed, fields.articles(entry.fields["same-story"]))


def _other_story(entry: Entry, signed: Signed) -> Correction:
    return OtherStory(signed, fields.articles(entry.fields["not-same-story"]))


def _derived_from(entry: Entry, signed: Signed) -> Correction:
    source, article = (fields.article(entry.fields[name]) for name in ("derived-from", "article"))
    if source == article:
        raise entry.fields["article"].fault("nothing is made from itself; name two articles.")
    how = entry.fields.get("as")
    return DerivedFrom(signed, source, article, fields.made(how) if how else None)


def _not_derived(entry: Entry, signed: Signed) -> Correction:
    return NotDerived(signed, fields.articles(entry.fields["not-derived"]))


VERDICTS: Final[Mapping[str, Wording]] = {
    "merge": Wording((), (), _merge),
    "split": Wording(("forms",), ("into", *_SCOPE), _split),
    "rename": Wording(("to",), (), _rename),
    "kind": Wording(("is",), (), _recast),
    "drop": Wording((), (), _drop),
    "not-the-same": Wording((), (), _apart),
    "read": Wording(("as",), _SCOPE, _reading),
    "same-story": Wording((), (), _same_story),
    "not-same-story": Wording((), (), _other_story),
    "derived-from": Wording(("article",), ("as",), _derived_from),
    "not-derived": Wording((), (), _not_derived),
}
