"""One story: its versions, what was said in it, and where the versions contradict each other."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters
from morgue.browse.discrepancies import Contradiction, of_story
from morgue.browse.pictures.tree import MOST, Leaf, Tree, tree
from morgue.browse.rows import one_row
from morgue.browse.stories import StoryLine, story_line
from morgue.browse.versions import Version, versions
from morgue.browse.wordings import Variants
from morgue.browse.wordings import of_story as said_in

STORY = """
SELECT s.id, s.uid, s.headline, s.article_count, s.source_count, s.first_published, s.last_published, a.uid AS origin
FROM stories s JOIN articles a ON a.id = s.origin_id WHERE s.uid = ?
"""


@dataclass(frozen=True, slots=True)
class Story:
    """The content of a story's page."""

    id: int
    line: StoryLine
    origin: str
    versions: tuple[Version, ...]
    said: tuple[Variants, ...]
    contradictions: tuple[Contradiction, ...]

    @property
    def tree(self) -> Tree | None:
        """The versions as a picture, unless there is one only."""
        return tree([_leaf(version) for version in self.versions[:MOST]]) if len(self.versions) > 1 else None

    @property
    def altered(self) -> tuple[Variants, ...]:
        """The quotes whose words or speaker changed."""
        return tuple(said for said in self.said if said.is_altered)

    @property
    def unaltered(self) -> tuple[Variants, ...]:
        """The quotes that every version prints alike."""
        return tuple(said for said in self.said if not said.is_altered)

    @property
    def has_more(self) -> bool:
        """Whether the story has more versions than are drawn."""
        return self.line.article_count > min(MOST, len(self.versions))


def story(connection: sqlite3.Connection, matched: Mapping[str, str], _parameters: Parameters) -> Story | None:
    """The story of the uid in the address."""
    row = one_row(connection, STORY, (matched["uid"],))
    if row is None:
        return None
    return Story(
        id=row["id"],
        line=story_line(row),
        origin=row["origin"],
        versions=versions(connection, row["id"]),
        said=said_in(connection, row["id"]),
        contradictions=of_story(connection, row["id"]),
    )


def _leaf(version: Version) -> Leaf:
    card = version.card
    share = "" if version.share is None else f" {100 * version.share:.0f} %"
    facts = [f"{card.derivation}{share}", card.publisher, card.when, f"{card.word_count:,} words"]
    if version.altered:
        facts.append(f"{version.altered} of {version.quotes} quotes altered")
    if version.contradictions:
        facts.append(f"{version.contradictions} contradictions")
    return Leaf(card.uid, card.derived_from, card.title, " · ".join(facts), card.address, card.derivation)
