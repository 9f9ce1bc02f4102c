"""Which pairs are compared at all."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pytest

from morgue.link.versions.candidates import candidates
from morgue.link.versions.stock import postings, without_stock
from morgue.link.versions.texts import read_texts
from morgue.link.versions.vectors import vectorise
from morgue.model import Clipping
from tests.link.newsroom import affair, clipping

pytestmark = pytest.mark.unit


def pairs(clippings: Sequence[Clipping]) -> set[tuple[int, int]]:
    """The candidates as pairs of clipping numbers."""
    texts = read_texts(clippings)
    vectors = vectorise(texts)
    texts = without_stock(texts, vectors.articles)
    return {(clippings[each.here].id, clippings[each.there].id) for each in candidates(texts.texts, vectors)}


def test_a_copy_is_a_candidate() -> None:
    """Two articles with the same sentences meet."""
    assert (1, 3) in pairs(affair())


def test_a_rewrite_without_common_phrases_is_a_candidate() -> None:
    """Two articles meet by their words alone, though no five in a row are the same."""
    assert (2, 3) in pairs(affair())


def test_a_common_quote_makes_a_candidate() -> None:
    """Two articles on different things meet where both print the same words."""
    assert (5, 6) in pairs(affair())


def test_unlike_articles_do_not_meet() -> None:
    """Nothing in common but a town and its harbour: not worth comparing."""
    assert (4, 5) not in pairs(affair())


def test_a_footer_that_many_unlike_articles_share_makes_no_candidates() -> None:
    """Furniture that cleaning missed does not bring articles together."""
    subjects = ["bees swarm early", "trams stop short", "opera hires clown", "lake froze over", "judge buys farm",
                "bakers strike gold", "poets sell stamps"]  # fmt: skip
    footer = "Follow our reporters on every channel and never miss any of the stories that matter to you"
    bodies = [
        " ".join(f"{word}{n}{salt}" for n in range(20) for word in subject.split())
        for salt, subject in enumerate(subjects)
    ]
    assert pairs([clipping(n, f"{body}.\n\n{footer}.") for n, body in enumerate(bodies, 1)]) == set()


def test_copies_everywhere_still_all_meet_a_neighbour() -> None:
    """A wire story in very many papers is no furniture: each copy meets at least one other."""
    story = affair()[2].article.text
    copies = [clipping(n, story) for n in range(1, 61)]
    assert {number for pair in pairs(copies) for number in pair} == set(range(1, 61))


def test_an_archive_of_one_article_has_no_pairs() -> None:
    """A single article, even an empty one, is no trouble."""
    assert pairs([clipping(1, "")]) == set()
    assert pairs([]) == set()


def test_only_grams_of_so_many_articles_are_listed() -> None:
    """The 5-grams that at least so many articles have come in order, each with all its articles; parts lose none."""
    articles = [np.array(grams, np.uint64) for grams in ((1, 4, 9), (4, 7), (1, 4))]
    grams, places = postings(articles, 2)
    assert (grams.tolist(), places.tolist()) == ([1, 1, 4, 4, 4], [0, 2, 0, 1, 2])
    assert postings(articles, 3)[0].tolist() == [4, 4, 4]
    assert [postings(articles, 2, 2, part)[0].tolist() for part in range(2)] == [[4, 4, 4], [1, 1]]
    assert postings(articles, 9)[0].tolist() == []


def test_a_word_that_very_many_articles_have_brings_nobody_together() -> None:
    """Two rewrites meet by what few articles have, however many others are about the same town."""
    others = [clipping(n, f"Port Verity harbour number{n} has pier{n} and quay{n} for boat{n}.") for n in range(7, 150)]
    assert pairs([*affair(), *others]) == pairs(affair())
