"""Clippings made by hand for tests of entities: texts with their names marked, no model needed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from morgue.link.entities.find import link_entities
from morgue.model import Article, Clipping, Document, Entity, EntityKind, Facts, Mention, Paragraph, Stated, uid

KINDS: dict[str, EntityKind] = {
    "P": "person",
    "O": "organization",
    "L": "place",
    "G": "group",
    "X": "other",
    "W": "work",
}
MARKED = re.compile(r"\[([POLGXW]):([^\]]+)\]")


def clipping(number: int, marked: str) -> Clipping:
    """An article whose names are marked like "[P:Ada Okafor] went to [L:Oslo]": P person, O body, L place, G group."""
    text, mentions = "", []
    end = 0
    for mark in MARKED.finditer(marked):
        text += marked[end : mark.start()]
        start, end = len(text), mark.end()
        text += mark[2]
        mentions.append(Mention(start, len(text), mark[2], "MADE", KINDS[mark[1]], "by hand", 1.0))
    text += marked[end:]
    document = Document(f"{number}.txt", "", "0" * 64, "text/plain", "utf-8", 0, Stated(), "2026-01-01T00:00:00Z")
    article = Article(
        uid=uid("article", str(number)),
        document=document,
        language="en",
        text=text,
        layout=(Paragraph(0, len(text)),),
    )
    return Clipping(number, article, Facts(mentions=tuple(mentions)))


def clippings(*marked: str) -> list[Clipping]:
    """Articles 1, 2, … from marked texts."""
    return [clipping(number, text) for number, text in enumerate(marked, 1)]


def entities(*marked: str) -> tuple[Entity, ...]:
    """The entities of these articles."""
    return link_entities(clippings(*marked))[0]


def together(*marked: str) -> list[list[str]]:
    """The names as printed, those of one entity in one list: in order of the text, entities by their first mention."""
    made = clippings(*marked)
    printed = {(c.id, place): mention.text for c in made for place, mention in enumerate(c.facts.mentions)}
    ordered = sorted(link_entities(made)[0], key=lambda entity: entity.mentions[0])
    return [[printed[key] for key in entity.mentions] for entity in ordered]


def rules(found: Sequence[Entity], name: str) -> dict[str, str]:
    """Printed form → the rule that joined it, for the entity of this name."""
    entity = next(entity for entity in found if entity.name == name)
    return {alias.name: alias.decided_by for alias in entity.aliases}
