"""One story: who reported it, who copied whom, what was said in it, and where versions contradict each other."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from morgue.browse.addresses import Parameters
from morgue.browse.corrections import Correction
from morgue.browse.corrections import of_story as decided_on
from morgue.browse.cuts import Cuts, cuts
from morgue.browse.discrepancies import Contradiction, of_story
from morgue.browse.families import Family, families
from morgue.browse.pedigree import leaf
from morgue.browse.pictures.bars import Bars, bars
from morgue.browse.pictures.tree import MOST, NARROW, Tree, tree
from morgue.browse.rows import one_row
from morgue.browse.stories import LINES, StoryLine, story_line
from morgue.browse.versions import Version, versions
from morgue.browse.wordings import Variants
from morgue.browse.wordings import of_story as said_in

ENOUGH = 5  # dated articles whose days are worth a picture
STORY = f"{LINES} WHERE s.uid = ?"


@dataclass(frozen=True, slots=True)
class Story:
    """The content of a story's page.

    `origin` is the uid of its first report, `cuts` tells by uid what each version left out of its source and added.
    """

    id: int
    line: StoryLine
    origin: str
    versions: tuple[Version, ...]
    cuts: Mapping[str, Cuts]
    said: tuple[Variants, ...]
    contradictions: tuple[Contradiction, ...]
    corrections: tuple[Correction, ...]

    @property
    def families(self) -> tuple[Family, ...]:
        """The reports, each with what was made from it."""
        return families(self.versions)

    @property
    def copied(self) -> tuple[Family, ...]:
        """The reports that others were made from, with these."""
        return tuple(family for family in self.families if not family.is_alone)

    @property
    def independent(self) -> tuple[Version, ...]:
        """The reports that nothing here was made from."""
        return tuple(family.original for family in self.families if family.is_alone)

    @property
    def trees(self) -> tuple[tuple[str, Tree], ...]:
        """Who copied whom as a picture, for wide windows and for narrow ones; none where nobody copied."""
        leaves = [leaf(member.version) for family in self.copied for member in family.members][:MOST]
        return (("wide", tree(leaves)), ("narrow", tree(leaves, NARROW))) if leaves else ()

    @property
    def bars(self) -> Bars | None:
        """When it was reported, as a picture, where several days or months tell."""
        dated = Counter(version.card.published for version in self.versions if version.card.published)
        return bars(dated) if dated.total() >= ENOUGH else None

    @property
    def undrawn(self) -> int:
        """How many versions the picture has no room for."""
        return max(sum(len(family.members) for family in self.copied) - MOST, 0)

    @property
    def unshown(self) -> int:
        """How many articles are on no part of the page."""
        return self.line.article_count - len(self.versions)

    @property
    def altered(self) -> tuple[Variants, ...]:
        """The quotes whose words or speaker changed."""
        return tuple(said for said in self.said if said.is_altered)

    @property
    def unaltered(self) -> tuple[Variants, ...]:
        """The quotes that every version prints alike."""
        return tuple(said for said in self.said if not said.is_altered)


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
        cuts=cuts(connection, row["id"]),
        said=said_in(connection, row["id"]),
        contradictions=of_story(connection, row["id"]),
        corrections=decided_on(connection, row["id"]),
    )
