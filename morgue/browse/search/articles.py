"""Articles as hits: the one that stands for its story, and the other versions that match."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from morgue.browse.cards import Card, card
from morgue.browse.search.folding import Leader
from morgue.browse.search.hits import Hits
from morgue.browse.search.snippets import Fragment, Fragments, Marked, article_snippets, as_html
from morgue.browse.search.statement import Statement, listed

MOST_VERSIONS = 10  # shown with a hit; its story's page has them all


@dataclass(frozen=True, slots=True)
class StoryLink:
    """The story that a hit belongs to."""

    uid: str
    headline: str
    address: str
    article_count: int


@dataclass(frozen=True, slots=True)
class Version:
    """Another article of the story that matches too; `share`, 0 to 1, is how much of it is its source's."""

    card: Card
    share: float | None

    def as_json(self) -> dict[str, object]:
        """The version for programs."""
        return {
            "uid": self.card.uid,
            "headline": self.card.headline,
            "derivation": self.card.derivation,
            "address": self.card.address,
            "share": self.share,
        }


@dataclass(frozen=True, slots=True)
class ArticleHit:
    """An article that matches. `matching` counts the articles of its story that do, itself included."""

    card: Card
    external_id: str | None
    story: StoryLink | None
    headline: Fragments
    snippet: Fragments
    score: float
    versions: tuple[Version, ...]
    matching: int

    @property
    def hidden_count(self) -> int:
        """Articles of the story that are not shown with this hit, whether they match or not."""
        return (self.story.article_count if self.story else 1) - 1 - len(self.versions)

    @property
    def folded(self) -> str:
        """What is folded into the hit, in words: versions of a report, and reports that were written independently."""
        made = sum(_is_made(version.card) or version.card.uid == self.card.derived_from for version in self.versions)
        counted = ((made, "more version"), (len(self.versions) - made, "other report"))
        return " and ".join(f"{number} {noun}{'s' if number > 1 else ''}" for number, noun in counted if number)

    def as_json(self) -> dict[str, object]:
        """The hit for programs. `snippet` is HTML: escaped, with `mark` elements."""
        story = self.story
        return {
            "uid": self.card.uid,
            "external_id": self.external_id,
            "headline": self.card.headline,
            "address": self.card.address,
            "published": self.card.published,
            "source": self.card.source,
            "wire": self.card.wire,
            "derivation": self.card.derivation,
            "story": {name: getattr(story, name) for name in StoryLink.__slots__} if story else None,
            "versions": [version.as_json() for version in self.versions],
            "matching": self.matching,
            "snippet": as_html(self.snippet),
            "score": self.score,
        }


def _is_made(article: Card) -> bool:
    """Whether it was made from another article."""
    return article.derivation not in ("original", "independent")


def article_hits(
    connection: sqlite3.Connection, leaders: Sequence[Leader], hits: Hits, *, fold: bool
) -> tuple[ArticleHit, ...]:
    """The hits of one page, in the order of their leaders."""
    ids = [leader.id for leader in leaders]
    folded = {leader.id: versions_of(leader) if fold else () for leader in leaders}
    wanted = [*ids, *(version for leader in leaders for version in folded[leader.id])]
    rows = {row["id"]: row for row in article_cards(wanted).rows(connection)}
    marked = article_snippets(connection, hits.expression, ids) if hits.expression else {}
    return tuple(
        _hit(leader, rows[leader.id], marked.get(leader.id), [rows[each] for each in folded[leader.id]])
        for leader in leaders
    )


def article_cards(ids: Sequence[int]) -> Statement:
    """What is printed of these articles."""
    return Statement("SELECT * FROM article_cards WHERE id IN") + listed(ids)


def versions_of(leader: Leader) -> tuple[int, ...]:
    """The other articles of its group that match, in order of publication, the first of them."""
    return tuple(sorted(match.id for match in leader.members if match.id != leader.id)[:MOST_VERSIONS])


def _hit(leader: Leader, row: sqlite3.Row, marked: Marked | None, versions: Sequence[sqlite3.Row]) -> ArticleHit:
    shown = card(row)
    return ArticleHit(
        card=shown,
        external_id=row["external_id"],
        story=_story(row) if row["story_uid"] else None,
        headline=(marked.headline if marked else ()) or (Fragment(shown.title),),
        snippet=marked.text if marked else (Fragment(shown.lead),),
        score=leader.score,
        versions=tuple(Version(card(version), version["share"]) for version in versions),
        matching=leader.matching,
    )


def _story(row: sqlite3.Row) -> StoryLink:
    address = f"/stories/{row['story_uid']}"
    return StoryLink(row["story_uid"], row["story_headline"], address, row["article_count"])
