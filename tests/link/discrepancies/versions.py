"""A rewrite and its source, with names marked by hand, and what is found between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from morgue.link.discrepancies.find import find_discrepancies
from morgue.link.versions.alignment import Aligner
from morgue.link.versions.texts import read_texts
from morgue.link.versions.vectors import vectorise
from morgue.model import Clipping, Discrepancy, Entity, EntityKind, Mention, Utterance, Version
from tests.link.newsroom import clipping

VERSIONS = (Version(1, "rewrite", 2), Version(2, "original", None))


def with_names(number: int, text: str, **names: Sequence[str]) -> Clipping:
    """A clipping in which these names stand for entities, by kind."""
    found = sorted(
        (match.start(), name, kind)
        for kind, each in names.items()
        for name in each
        for match in re.finditer(rf"\b{re.escape(name)}\b", text)
    )
    mentions = tuple(Mention(s, s + len(n), n, "X", _kind(kind), "test", 1.0) for s, n, kind in found)
    made = clipping(number, text)
    return replace(made, facts=replace(made.facts, mentions=mentions))


def _kind(word: str) -> EntityKind:
    kinds: dict[str, EntityKind] = {"person": "person", "place": "place", "organization": "organization"}
    return kinds[word]


def aligner(*clippings: Clipping) -> Aligner:
    """What lays these clippings side by side."""
    texts = read_texts(clippings)
    return Aligner(texts, vectorise(texts))


def found(here: Clipping, there: Clipping, utterances: Sequence[Utterance] = ()) -> list[tuple[str, str, str]]:
    """What contradicts, everything of one full name being one; the span law is held."""
    keys: dict[tuple[str, EntityKind], list[tuple[int, int]]] = {}
    for each in (here, there):
        for place, mention in enumerate(each.facts.mentions):
            keys.setdefault((mention.text, mention.kind), []).append((each.id, place))
    entities = [Entity(name, name, kind, None, (), tuple(places)) for (name, kind), places in keys.items()]
    rows = find_discrepancies([here, there], VERSIONS, entities, aligner(here, there), utterances)
    assert all(_spans_hold(row, (here, there)) for row in rows)
    return [(row.kind, row.here, row.there) for row in rows]


def _spans_hold(row: Discrepancy, clippings: Sequence[Clipping]) -> bool:
    text = {each.id: each.article.text for each in clippings}
    ours = text[row.article_id][row.start : row.end] == row.here
    return ours and text[row.other_id][row.other_start : row.other_end] == row.there
