"""Where an article stands among the versions of its story."""

from __future__ import annotations

import pytest

from morgue.browse.cards import Card
from morgue.browse.pedigree import NEAR, leaf, nearest
from morgue.browse.versions import Version

pytestmark = pytest.mark.unit


def version(uid: str, source: str | None = None) -> Version:
    """An article of this uid that was made from that of another."""
    derivation = "copy" if source else "original"
    card = Card(uid, f"/articles/{uid}", uid, uid, None, None, None, "unknown", 10, derivation, source)
    return Version(card, 0.9 if source else None, 4, 1, 0)


def test_the_article_itself_is_pointed_out() -> None:
    """In words, and for the eye."""
    drawn = nearest([version("a"), version("b", "a")], "b")
    assert drawn
    first, second = drawn.boxes
    assert (first.css, second.css) == ("original", "copy here")
    assert second.full.startswith("This: b")


def test_an_article_alone_has_no_tree() -> None:
    """There is nothing to stand among."""
    assert nearest([version("a")], "a") is None


def test_of_many_versions_the_nearest_are_drawn() -> None:
    """What it was made from back to the original, what was made from it, then the others, in the order given."""
    family = [
        version("root"),
        *(version(f"copy{n}", "root") for n in range(12)),
        version("mine", "copy11"),
        version("child", "mine"),
    ]
    drawn = nearest(family, "mine")
    assert drawn
    names = [box.address.rpartition("/")[2] for box in drawn.boxes]
    assert len(names) == NEAR
    assert {"root", "copy11", "mine", "child"} <= set(names)


def test_a_circle_of_sources_is_drawn_all_the_same() -> None:
    """However wrong it is, the page stands."""
    assert nearest([version("a", "b"), version("b", "a")], "a")


def test_a_leaf_tells_how_and_how_much_it_took() -> None:
    """And how many of its quotes were altered."""
    told = leaf(version("b", "a"))
    assert told.branch == "copy 90 %"
    assert "1 of 4 quotes altered" in told.detail
