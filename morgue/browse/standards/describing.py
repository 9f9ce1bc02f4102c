"""What a page is, in a sentence or two: for the description that search engines and messengers show."""

from __future__ import annotations

from dataclasses import dataclass
from functools import singledispatch
from typing import Literal

from morgue.browse.articles import Article
from morgue.browse.cards import begin
from morgue.browse.compare import Compare
from morgue.browse.entity import Entity
from morgue.browse.home import Home
from morgue.browse.quote import Utterance
from morgue.browse.search.page import SearchPage
from morgue.browse.sources import Source
from morgue.browse.story import Story

LONG = 200  # characters: what is shown of a description is rarely more

Kind = Literal["website", "article", "profile"]


@dataclass(frozen=True, slots=True)
class Described:
    """The kind of page by Open Graph's names, a description ("" where the title says all), and times as ISO dates."""

    kind: Kind = "website"
    text: str = ""
    published: str | None = None
    modified: str | None = None


@singledispatch
def described(content: object) -> Described:
    """What the page of this content is. Lists are described by their titles."""
    del content
    return Described()


@described.register
def _(content: Article) -> Described:
    known = (content.source or content.wire, content.when if content.published else None)
    text = ": ".join(part for part in (", ".join(filter(None, known)), content.lead) if part)
    return Described("article", begin(text, LONG), printed_on(content), content.updated)


@described.register
def _(content: Utterance) -> Described:
    line = content.line
    words = line.text if content.is_reported else f"“{line.text.rstrip(',')}”"
    wordings = f" in {line.wording_count} wordings" if line.is_altered else ""
    printed = f"printed {_count(line.quote_count, 'time', 'times')}{wordings}"
    return Described(text=f"{begin(words, LONG)} – {line.speaker or 'unknown speaker'}, {printed}.")


@described.register
def _(content: Entity) -> Described:
    line = content.line
    articles, stories = _count(line.article_count, "article", "articles"), _count(line.story_count, "story", "stories")
    roles = f" ({', '.join(role.role for role in content.roles[:2])})" if content.roles else ""
    kind: Kind = "profile" if line.kind == "person" else "website"
    return Described(kind, f"{line.name}{roles}: {articles} in {stories}, with quotes and all forms of the name.")


@described.register
def _(content: Story) -> Described:
    return Described(
        text=f"{content.line.made_of}, {content.line.when}: who reported it, who copied whom, what was said."
    )


@described.register
def _(content: Compare) -> Described:
    one, other = content.left.publisher, content.right.publisher
    return Described(text=f"Two versions side by side: {one}, {content.left.when}, and {other}, {content.right.when}.")


@described.register
def _(content: Source) -> Described:
    line = content.line
    return Described(text=f"What is archived of {line.name}: {_count(line.article_count, 'article', 'articles')}.")


@described.register
def _(content: Home) -> Described:
    articles = _count(content.counts["articles"], "article", "articles")
    stories = _count(content.counts["stories"], "story", "stories")
    years = f", {content.years}" if content.latest else ""
    return Described(text=f"News archive of {articles} in {stories}{years}: who said what, and who copied whom.")


@described.register
def _(content: SearchPage) -> Described:
    words = f" for “{content.asked.q}”" if content.asked.q else ""
    return Described(text=f"{_count(content.total, 'hit', 'hits')}{words}.")


def printed_on(content: Article) -> str | None:
    """The date that somebody printed; one that was taken over from other versions is nothing to tell programs."""
    return content.published if content.published_basis != "story" else None


def _count(number: int, one: str, many: str) -> str:
    return f"{number:,} {one if number == 1 else many}"
