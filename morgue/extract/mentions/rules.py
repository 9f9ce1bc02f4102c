"""Names in the text: what the model finds, then the repairs of what it gets wrong, each a small rule with a name.

A rule is a function from the text and the mentions so far to new mentions. Each mention says which rule made it
what it is ("model" where none did). The order matters: spans are settled before kinds, and kinds before the vote.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from morgue.extract.mentions.apart import parted_names
from morgue.extract.mentions.certain import certain_names
from morgue.extract.mentions.committees import listed_committees
from morgue.extract.mentions.complete import completed_persons, with_particles
from morgue.extract.mentions.context import initials, titled_persons, told_places
from morgue.extract.mentions.excess import without_excess
from morgue.extract.mentions.explained import explained_bodies
from morgue.extract.mentions.extend import extended_names, without_offices
from morgue.extract.mentions.headline import headline_names
from morgue.extract.mentions.join import joined_bodies, joined_persons
from morgue.extract.mentions.model import model_mentions
from morgue.extract.mentions.offices import without_offices_behind
from morgue.extract.mentions.repeat import repeated_names
from morgue.extract.mentions.sane import sane_mentions
from morgue.extract.mentions.scores import teams_in_tables
from morgue.extract.mentions.shouted import shouted_names
from morgue.extract.mentions.side_by_side import names_apart
from morgue.extract.mentions.towns import known_towns
from morgue.extract.mentions.trim import trimmed_mentions
from morgue.extract.mentions.vote import known_surnames, majority_kinds
from morgue.model import Mention

if TYPE_CHECKING:
    from collections.abc import Callable

    from spacy.tokens import Doc

    Rule = Callable[[str, tuple[Mention, ...]], tuple[Mention, ...]]

RULES: tuple[Rule, ...] = (
    parted_names,
    trimmed_mentions,
    sane_mentions,
    names_apart,
    without_excess,
    without_offices_behind,
    headline_names,
    shouted_names,
    joined_bodies,
    listed_committees,
    explained_bodies,
    joined_persons,
    completed_persons,
    extended_names,
    without_offices,
    certain_names,
    teams_in_tables,
    titled_persons,
    told_places,
    known_towns,
    initials,
    known_surnames,
    majority_kinds,
    repeated_names,
    with_particles,
)


def find_mentions(doc: Doc) -> tuple[Mention, ...]:
    """All names in the document, in order, none overlapping another."""
    text = doc.text  # spaCy puts it together anew each time it is asked
    mentions = model_mentions(doc)
    for rule in RULES:
        mentions = rule(text, mentions)
    return mentions
