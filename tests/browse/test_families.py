"""Reports and what was made from them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.browse.cards import Card
from morgue.browse.families import families
from morgue.browse.versions import Version

pytestmark = pytest.mark.unit


def version(uid: str, source: str | None = None) -> Version:
    """An article of which only its place matters."""
    made = "copy" if source else "independent"
    return Version(Card(uid, f"/articles/{uid}", uid, "", None, None, None, "unknown", 1, made, source), None, 0, 0, 0)


def test_each_report_leads_what_was_made_from_it() -> None:
    """Every article after its source, with its depth; the largest family first."""
    found = families([version("alone"), version("a"), version("copy", "a"), version("of copy", "copy")])
    assert [[(m.version.card.uid, m.depth) for m in family.members] for family in found] == [
        [("a", 0), ("copy", 1), ("of copy", 2)],
        [("alone", 0)],
    ]
    assert [family.is_alone for family in found] == [False, True]


def test_what_was_made_from_something_elsewhere_leads_its_own_family() -> None:
    """A source that is not of this story has no place in it."""
    (family,) = families([version("a", "elsewhere")])
    assert family.original.card.uid == "a"


@given(st.dictionaries(st.sampled_from("abcdef"), st.sampled_from((None, *"abcdefg"))))
def test_every_article_is_of_one_family(sources: dict[str, str | None]) -> None:
    """Even where articles are made from one another in a circle."""
    found = families([version(uid, source) for uid, source in sources.items()])
    told = [member.version.card.uid for family in found for member in family.members]
    assert sorted(told) == sorted(sources)
