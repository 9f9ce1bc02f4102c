"""What the rooms hand to each other: an article half cleaned."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from typing import NamedTuple

from morgue.model import Basis, ParagraphKind, Removed, Stated


class Known(NamedTuple):
    """A field of the head, and what it is from."""

    value: str | None
    basis: Basis


def basis_of(stated: Stated, field: str) -> Basis:
    """What a field is from: what is stated is metadata unless it says otherwise; the rest stands in the text."""
    return stated.bases.get(field, "metadata" if getattr(stated, field) else "text")


@dataclass(frozen=True, slots=True)
class Line:
    """One paragraph of the document, white space squeezed, and the line that it begins on (from 1, None in HTML).

    `kind` is set where the document's own marks tell it.
    """

    text: str
    number: int | None
    kind: ParagraphKind | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """An article half cleaned. What leaves `lines` goes to `removed` or into a field: nothing is ever dropped.

    `stated` is what the input and the page state; its `bases` tell what is the page's own. `printed` and `revised` are
    the dates of publication and of update as lines of the text give them.
    """

    stated: Stated
    lines: tuple[Line, ...]
    removed: tuple[Removed, ...] = ()
    headline: str | None = None
    byline: str | None = None
    credit: str | None = None
    dateline: str | None = None
    printed: str | None = None
    revised: str | None = None
    canonical: str | None = None  # the address that the page itself declares

    def without(self, rules: Mapping[int, str]) -> Draft:
        """The draft with the lines at these places removed, each under its rule."""
        gone = (Removed(self.lines[place].text, self.lines[place].number, rule) for place, rule in rules.items())
        kept = (line for place, line in enumerate(self.lines) if place not in rules)
        return replace(self, lines=tuple(kept), removed=tuple(chain(self.removed, gone)))

    def cut(self, place: int, start: int, end: int, rule: str) -> Draft:
        """The draft with a piece of one line removed: white space around the cut is closed up."""
        line = self.lines[place]
        piece = Removed(line.text[start:end].strip(), line.number, rule)
        rest = " ".join(filter(None, (line.text[:start].strip(), line.text[end:].strip())))
        kept = (replace(line, text=rest),) if rest else ()
        lines = (*self.lines[:place], *kept, *self.lines[place + 1 :])
        return replace(self, lines=lines, removed=(*self.removed, piece))

    def taken_out(self, place: int, spans: Sequence[tuple[int, int]], rule: str) -> Draft:
        """The draft with pieces of one line removed, in order; what stood around each now stands together."""
        line = self.lines[place]
        pieces = tuple(Removed(line.text[start:end].strip(), line.number, rule) for start, end in spans)
        kept = zip((0, *(end for _, end in spans)), (*(start for start, _ in spans), len(line.text)), strict=True)
        rest = replace(line, text="".join(line.text[start:end] for start, end in kept))
        return replace(
            self, lines=(*self.lines[:place], rest, *self.lines[place + 1 :]), removed=(*self.removed, *pieces)
        )
