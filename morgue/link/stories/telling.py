"""Stories: families of versions that tell of one event, with what each article is within its family."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from scipy import sparse

from morgue.link.stories.events import Event, join
from morgue.link.stories.near import near
from morgue.link.stories.rarity import common_words, shares, weighed
from morgue.link.stories.words import event_words
from morgue.link.verdicts.ruling import NO_RULING, Ruling
from morgue.link.versions.derivation import versions
from morgue.link.versions.families import families
from morgue.link.versions.texts import Texts
from morgue.model import Clipping, Reuse, Story, Version, uid

HEADLINE_LENGTH = 100
NO_DAY = -1
_DAY = len("2024-03-01")
Family = Sequence[int]


def tell_stories(
    clippings: Sequence[Clipping], reuse: Sequence[Reuse], texts: Texts, verdicts: Ruling = NO_RULING
) -> tuple[tuple[Story, ...], tuple[Version, ...]]:
    """Groups all clippings into stories, in order of their first member, with one version for each clipping.

    A version is what its article is among those that it shares its text with; who wrote independently of the same
    event is in the same story and independent. What people have decided holds, whatever the articles share.
    """
    known = {clipping.id: clipping for clipping in clippings}
    found, links = families(clippings, reuse, verdicts)
    told = [version for family in found for version in versions(family, links)]
    groups = _on_one_event(clippings, texts, found, verdicts)
    stories = sorted((_story(group, known) for group in groups), key=lambda story: story.article_ids)
    return tuple(stories), tuple(sorted(told, key=lambda version: version.article_id))


def _on_one_event(
    clippings: Sequence[Clipping], texts: Texts, found: Sequence[Family], verdicts: Ruling
) -> list[list[Family]]:
    """The families by event. A family tells what its original tells, on the first day that any of it was printed."""
    place = {clipping.id: place for place, clipping in enumerate(clippings)}
    published = [[clippings[place[member]].article.published for member in family] for family in found]
    days = np.array([_first_day(each) for each in published], np.int64)
    rows = _event_rows(clippings, texts)[[place[family[0]] for family in found]]
    # A month that is known says too little to join anything by, and enough not to be taken for no date.
    vague = {number for number, each in enumerate(published) if days[number] == NO_DAY and any(each)}

    def apart(one: Event, other: Event) -> bool:
        if not verdicts.apart:
            return False
        here, there = ([member for number in event.places for member in found[number]] for event in (one, other))
        return verdicts.part(here, there)

    pairs = [pair for pair in near(rows, days) if vague.isdisjoint(pair[1:])]
    return [[found[number] for number in event] for event in join(rows, days, pairs, apart)]


def _event_rows(clippings: Sequence[Clipping], texts: Texts) -> sparse.csr_matrix:
    counted, vocabulary = event_words(clippings, texts)
    expected = shares(counted, common_words(vocabulary), clippings)
    return weighed(counted, expected, np.array([_day(each.article.published) for each in clippings], np.int64))


def _story(group: Sequence[Family], known: Mapping[int, Clipping]) -> Story:
    origin = _origin([family[0] for family in group], known)
    article = known[origin].article
    headline = article.headline or _cut(" ".join(article.lead.split())) or article.document.place
    members = tuple(sorted(member for family in group for member in family))
    return Story(uid("story", article.uid), headline, origin, members)


def _origin(originals: Sequence[int], known: Mapping[int, Clipping]) -> int:
    """The earliest; of those of one day the credited, the longest, the first."""
    if len(originals) == 1:
        return originals[0]

    def evidence(number: int) -> tuple[str, int, int, int]:
        article = known[number].article
        credited = bool(article.credit) + bool(article.wire) + bool(article.dateline)
        return article.published or "9999", -credited, -article.word_count, number

    return min(originals, key=evidence)


def _first_day(published: Sequence[str | None]) -> int:
    return min((day for day in map(_day, published) if day != NO_DAY), default=NO_DAY)


def _day(published: str | None) -> int:
    """A day as a number, -1 where it is not known."""
    printed = (published or "")[:_DAY]
    return date.fromisoformat(printed).toordinal() if len(printed) == _DAY else NO_DAY


def _cut(words: str) -> str:
    if len(words) <= HEADLINE_LENGTH:
        return words
    return words[:HEADLINE_LENGTH].rsplit(" ", 1)[0].rstrip(",;:—– ") + "…"
