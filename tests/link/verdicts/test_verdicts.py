"""What people decide about articles holds, whatever the articles share."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

import pytest

from morgue.link import link
from morgue.model import (
    Cited,
    Clipping,
    Correction,
    DerivedFrom,
    Links,
    MadeKind,
    NotDerived,
    OtherStory,
    Reuse,
    SameStory,
    Signed,
    Version,
)
from tests.link.newsroom import ORIGINAL, REWRITE, SAME_TOPIC, TRUNCATED, affair, clipping

pytestmark = pytest.mark.unit

# In `affair` 3 is the original, 1 its copy, 2 its rewrite; 4 is independent of them.
ADDRESS = "https://www.lantern.example/harbour/{}"
_lines = count(1)


def signed(date: str) -> Signed:
    """A signature of that day; each stands lower in the file than the one before."""
    return Signed("So it is.", "R. Imrie", date, "corrections.yml", next(_lines))


def cited(*numbers: int) -> tuple[Cited, ...]:
    """Clippings of the newsroom by their uids."""
    return tuple(Cited(uid=clipping(number, "").article.uid) for number in numbers)


def same(*numbers: int, date: str = "2026-05-01") -> SameStory:
    """These are one story."""
    return SameStory(signed(date), cited(*numbers))


def other(*numbers: int, date: str = "2026-05-01") -> OtherStory:
    """No two of these are one story."""
    return OtherStory(signed(date), cited(*numbers))


def made(article: int, source: int, kind: MadeKind | None = None, date: str = "2026-05-01") -> DerivedFrom:
    """The first was made from the second."""
    of, here = cited(source, article)
    return DerivedFrom(signed(date), of, here, kind)


def unmade(*numbers: int, date: str = "2026-05-01") -> NotDerived:
    """None of these was made from another."""
    return NotDerived(signed(date), cited(*numbers))


def under(*verdicts: Correction, clippings: Sequence[Clipping] = ()) -> Links:
    """The affair linked under these verdicts."""
    return link(clippings or affair(), corrections=verdicts)


def stories(links: Links) -> list[tuple[int, ...]]:
    """The articles of each story."""
    return [story.article_ids for story in links.stories]


def version(links: Links, number: int) -> Version:
    """What an article is within its story."""
    return next(each for each in links.versions if each.article_id == number)


def rows(links: Links, one: int, two: int) -> list[Reuse]:
    """The rows of a pair, either way round."""
    return [row for row in links.reuse if {row.article_id, row.other_id} == {one, two}]


def codes(links: Links) -> list[str]:
    """What is the matter with the verdicts."""
    return [problem.code for problem in links.problems if problem.code.startswith("correction")]


def test_without_verdicts_the_affair_is_one_story_of_three() -> None:
    """What the other tests change: a copy and a rewrite of one original."""
    assert stories(under()) == [(1, 2, 3), (4,), (5,), (6,)]


def test_articles_that_share_nothing_become_one_story() -> None:
    """Nobody but a person could know it; both stay independent of each other."""
    links = under(same(3, 4))

    assert stories(links) == [(1, 2, 3, 4), (5,), (6,)]
    assert version(links, 4) == Version(4, "independent", None)
    assert codes(links) == []


def test_a_list_of_several_is_one_story() -> None:
    """Four, five and six, named in one verdict."""
    assert stories(under(same(4, 6, 5))) == [(1, 2, 3), (4, 5, 6)]


def test_versions_are_parted() -> None:
    """Though most words are the same, they are two stories, and nobody derives over the border of a story."""
    links = under(other(1, 3))

    assert not [members for members in stories(links) if {1, 3} <= set(members)]
    assert version(links, 1).derived_from != 3
    assert version(links, 3).derived_from != 1


def test_no_third_article_brings_the_parted_together() -> None:
    """The copy of both goes to one of them."""
    clippings = [clipping(number, ORIGINAL) for number in (1, 2, 3)]
    links = under(other(1, 2), clippings=clippings)

    assert len(links.stories) == 2
    assert all({1, 2} - set(members) for members in stories(links))


def test_what_was_made_from_it_is_in_its_story_with_a_row() -> None:
    """The row says who decided it, and the version names its source."""
    links = under(made(4, 3))
    (row,) = rows(links, 4, 3)

    assert (row.article_id, row.direction, row.kind, row.decided_by) == (4, "of", "rewrite", "correction")
    assert (1, 2, 3, 4) in stories(links)
    assert version(links, 4) == Version(4, "rewrite", 3)


def test_how_it_was_made_can_be_said() -> None:
    """`as: partial` outranks what the words tell."""
    links = under(made(1, 3, "partial"))

    assert [row.kind for row in rows(links, 1, 3)] == ["partial"]
    assert version(links, 1) == Version(1, "partial", 3)


def test_the_words_tell_how_it_was_made_where_nobody_says() -> None:
    """A copy stays a copy when only its direction is decided."""
    assert [row.kind for row in rows(under(made(1, 3)), 1, 3)] == ["copy"]


def test_the_direction_is_turned_round() -> None:
    """What the rules took for the original was made from its shorter copy, which becomes the origin."""
    links = under(made(3, 1), made(2, 1))

    assert version(links, 3) == Version(3, "copy", 1)
    assert version(links, 1) == Version(1, "original", None)
    assert next(story.origin_id for story in links.stories if 3 in story.article_ids) == 1


def test_another_source_than_the_rules_chose() -> None:
    """The rewrite was made from the copy, not from the original."""
    links = under(made(2, 1))

    assert version(links, 2) == Version(2, "rewrite", 1)
    assert [row.direction for row in rows(links, 2, 1)] == ["of"]


def test_who_did_not_take_it_has_no_row() -> None:
    """The rewrite stands alone, and no passages are laid side by side."""
    links = under(unmade(2, 3), unmade(2, 1))

    assert rows(links, 2, 3) == []
    assert version(links, 2) == Version(2, "independent", None)
    assert not [each for each in links.passages if {each.article_id, each.other_id} == {2, 3}]


def test_quotes_in_common_stay_though_nobody_took_anything() -> None:
    """Two columns with one quote share it still."""
    assert rows(under(unmade(5, 6)), 5, 6) == rows(under(), 5, 6) != []


def test_one_story_though_not_made_from_each_other() -> None:
    """Both can be so: two reporters on one event."""
    links = under(unmade(2, 3), same(2, 3))

    assert (1, 2, 3) in stories(links)
    assert codes(links) == []
    assert version(links, 2).derived_from != 3


@pytest.mark.parametrize(
    ("earlier", "later"),
    [
        (same(3, 4, date="2026-05-01"), other(3, 4, date="2026-05-02")),
        (other(3, 4, date="2026-05-01"), same(4, 3, date="2026-05-02")),
        (made(4, 3, date="2026-05-01"), other(3, 4, date="2026-05-02")),
        (other(3, 4, date="2026-05-01"), made(4, 3, date="2026-05-02")),
        (made(4, 3, date="2026-05-01"), unmade(3, 4, date="2026-05-02")),
        (unmade(3, 4, date="2026-05-01"), made(4, 3, date="2026-05-02")),
        (made(4, 3, date="2026-05-01"), made(3, 4, date="2026-05-02")),
        (other(3, 4, date="2026-05-01"), other(4, 3, date="2026-05-01")),
    ],
)
def test_of_two_that_contradict_the_later_counts(earlier: Correction, later: Correction) -> None:
    """The order in the file makes no difference; the message names both lines."""
    links = under(later, earlier)
    alike = type(earlier) is OtherStory and type(later) is OtherStory

    assert stories(links) == stories(under(later))
    assert links.reuse == under(later).reuse
    if not alike:
        (problem,) = [each for each in links.problems if each.code == "correction-contradicted"]
        assert f"line {earlier.signed.line} ({earlier.verb})" in problem.message
        assert f"line {later.signed.line} ({later.verb}, 2026-05-02) says otherwise" in problem.message
    assert codes(links) == ([] if alike else ["correction-contradicted"])


def test_a_contradiction_over_a_third_article() -> None:
    """Four is with five, five with six: so four and six cannot be two stories."""
    links = under(other(4, 6, date="2026-04-01"), same(4, 5), same(5, 6))

    assert (4, 5, 6) in stories(links)
    assert codes(links) == ["correction-contradicted"]


def test_a_circle_of_sources() -> None:
    """Whoever is made from what was made from it: the earliest verdict of the circle goes."""
    links = under(made(4, 5), made(5, 6, date="2026-05-02"), made(6, 4, date="2026-05-03"))

    assert codes(links) == ["correction-contradicted"]
    assert (version(links, 5).derived_from, version(links, 6).derived_from) == (6, 4)


@pytest.mark.parametrize("cited", [Cited(uid="0123456789ab"), Cited(url="https://nowhere.example/"), Cited(url="x")])
def test_a_verdict_that_names_nobody(cited: Cited) -> None:
    """It is reported with its line, and changes nothing."""
    verdict = SameStory(signed("2026-05-01"), (cited, Cited(uid=clipping(3, "").article.uid)))
    links = under(verdict)

    assert codes(links) == ["correction-unmatched"]
    assert links.problems[-1].message.startswith(f"corrections.yml, line {verdict.signed.line} (same-story): there is")
    assert links.stories == under().stories
    assert links.corrections == ()


def two_addresses(one: str, two: str) -> list[Clipping]:
    """Two articles on different things, published at these addresses."""
    return [clipping(1, TRUNCATED, url=one), clipping(2, SAME_TOPIC, url=two)]


@pytest.mark.parametrize(
    "spelled", [ADDRESS, "http://lantern.example/harbour/{}/", "https://lantern.example/harbour/{}#top"]
)
def test_an_article_is_named_by_its_url(spelled: str) -> None:
    """Scheme, “www.”, a slash at the end and a place on the page make no difference."""
    verdict = SameStory(signed("2026-05-01"), tuple(Cited(url=spelled.format(n)) for n in (1, 2)))

    assert stories(under(verdict, clippings=two_addresses(ADDRESS.format(1), ADDRESS.format(2)))) == [(1, 2)]


def test_an_article_is_named_by_its_page_in_the_archive() -> None:
    """As it is copied from a browser."""
    pages = tuple(Cited(url=f"http://localhost:8001/articles/{each.uid}") for each in cited(3, 4))
    assert (1, 2, 3, 4) in stories(under(SameStory(signed("2026-05-01"), pages)))


def test_a_url_of_two_articles_is_ambiguous() -> None:
    """A page that was saved twice: the message gives the uids of both."""
    clippings = [*two_addresses(ADDRESS.format(1), ADDRESS.format(1)), clipping(3, REWRITE)]
    verdict = SameStory(signed("2026-05-01"), (Cited(url=ADDRESS.format(1)), *cited(3)))
    links = under(verdict, clippings=clippings)

    assert codes(links) == ["correction-ambiguous"]
    assert all(each.article.uid in links.problems[-1].message for each in clippings[:2])


def test_two_names_of_one_article() -> None:
    """A verdict on an article and itself decides nothing."""
    clippings = two_addresses(ADDRESS.format(1), ADDRESS.format(2))
    verdict = SameStory(signed("2026-05-01"), (Cited(url=ADDRESS.format(1)), *cited(1)))

    assert codes(under(verdict, clippings=clippings)) == ["correction-unmatched"]


def test_each_article_is_told_what_was_decided() -> None:
    """A line for the page of either, with the other beside it."""
    told = [(each.article, each.other_article, each.told) for each in under(made(4, 3)).corrections]
    assert told == [
        (4, 3, "Made from “Cranes idle, dockers walk out”."),
        (3, 4, "“A quarrelsome harbour” was made from it."),
    ]
