"""Laws that hold whatever the verdicts: nothing is lost, nothing is said twice, the order of the file is nothing."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from morgue.link.corrections import Corrected, correct
from morgue.link.entities.find import link_entities
from morgue.model import Clipping, Correction, Scope
from tests.link.corrections.verdicts import apart, drop, merge, read, recast, rename, settled, split
from tests.link.entities.clippings import clippings

pytestmark = pytest.mark.unit

UNHURRIED = settings(deadline=None)  # the tables are read once, and a machine may be busy
MARKS = st.sampled_from(
    ["[P:Ada Okafor]", "[P:Okafor]", "[P:Mr. Okafor]", "[P:Ada B. Okafor]", "[P:Ben Okafor]", "[O:Okafor]",
     "[O:Harbour Board]", "[O:Board]", "[L:Port Verity]", "[O:Port Verity]", "[L:Georgia]", "[P:Bea Nwosu]",
     "[P:Nwosu]"]
)  # fmt: skip
TEXTS = st.lists(st.lists(MARKS, min_size=1, max_size=6).map(" said ".join), min_size=1, max_size=4)
PEOPLE = st.sampled_from(
    ["person Ada Okafor", "person Okafor", "person Ada B. Okafor", "person Ben Okafor", "person Bea Nwosu"]
)
ANYTHING = PEOPLE | st.sampled_from(["organization Harbour Board", "place Port Verity", "organization Port Verity"])
FORMS = st.sampled_from(["Ada Okafor", "Okafor", "Ada B. Okafor", "Harbour Board", "Georgia", "Nobody"])
DATES = st.dates().map(str)
SCOPES = st.sampled_from([Scope(), Scope(source="Nowhere"), Scope(article=clippings("[P:X]")[0].article.uid)])

MERGES = st.builds(lambda pair, date: merge(*pair, date=date), st.tuples(ANYTHING, ANYTHING), DATES)
APARTS = st.builds(lambda pair, date: apart(*pair, date=date), st.tuples(ANYTHING, ANYTHING), DATES)
SPLITS = st.builds(lambda who, form, into, scope: split(who, form, into=into, scope=scope), ANYTHING, FORMS,
                   st.none() | ANYTHING, SCOPES)  # fmt: skip
READINGS = st.builds(read, FORMS, ANYTHING, SCOPES, DATES)
TRAITS = (
    st.builds(rename, ANYTHING, FORMS, DATES)
    | st.builds(recast, ANYTHING, st.sampled_from(["person", "place", "organization"]), DATES)
)  # fmt: skip
DROPS = st.builds(drop, ANYTHING, DATES)
VERDICTS: st.SearchStrategy[Correction] = MERGES | APARTS | SPLITS | READINGS | TRAITS | DROPS


def mentions(made: Sequence[Clipping]) -> list[tuple[int, int]]:
    """The keys of all mentions."""
    return [(c.id, place) for c in made for place in range(len(c.facts.mentions))]


def partition(found: Corrected) -> set[frozenset[tuple[int, int]]]:
    """Which mentions are of one entity."""
    return {frozenset(entity.mentions) for entity in found.entities}


@UNHURRIED
@given(TEXTS, st.lists(MERGES | APARTS | SPLITS | READINGS | TRAITS, max_size=6))
def test_no_mention_is_lost_unless_something_is_dropped(texts: list[str], verdicts: list[Correction]) -> None:
    """Every mention belongs to exactly one entity, uids differ, and aliases count every mention as it is printed."""
    made = clippings(*texts)
    before = [clipping.facts for clipping in made]
    found = settled(verdicts, made)

    assert sorted(key for entity in found.entities for key in entity.mentions) == mentions(made)
    assert len({entity.uid for entity in found.entities}) == len(found.entities)
    assert all(sum(a.mention_count for a in e.aliases) == len(e.mentions) > 0 for e in found.entities)
    assert [clipping.facts for clipping in made] == before
    assert all(c.article.text[m.start : m.end] == m.text for c in made for m in c.facts.mentions)


@UNHURRIED
@given(TEXTS, st.lists(VERDICTS, max_size=6))
def test_what_is_dropped_loses_no_other_mention(texts: list[str], verdicts: list[Correction]) -> None:
    """No mention ever belongs to two; what belongs to none was dropped."""
    made = clippings(*texts)
    found = settled(verdicts, made)
    left = [key for entity in found.entities for key in entity.mentions]

    assert len(set(left)) == len(left)
    assert set(left) <= set(mentions(made))
    assert len(left) == len(mentions(made)) or any(applied.correction.verb == "drop" for applied in found.applied)


@UNHURRIED
@given(TEXTS, st.lists(VERDICTS, max_size=5))
def test_saying_it_twice_is_saying_it_once(texts: list[str], verdicts: list[Correction]) -> None:
    """A list of verdicts and the same list twice over have the same effect."""
    made = clippings(*texts)

    assert settled([*verdicts, *verdicts], made) == settled(verdicts, made)


@UNHURRIED
@given(TEXTS, st.lists(st.tuples(PEOPLE, PEOPLE), max_size=4))
def test_applying_them_twice_is_applying_them_once(texts: list[str], pairs: list[tuple[str, str]]) -> None:
    """Merges of people, applied to what they have made, find their work done."""
    made, merges = clippings(*texts), [merge(*pair) for pair in pairs]
    once = correct(link_entities(made)[0], made, merges)
    twice = correct(once.entities, made, merges)

    assert partition(twice) == partition(once)
    assert [entity.name for entity in twice.entities] == [entity.name for entity in once.entities]


@UNHURRIED
@given(TEXTS, st.lists(MERGES, max_size=5), st.randoms())
def test_the_order_of_merges_is_nothing(texts: list[str], verdicts: list[Correction], chance: Random) -> None:
    """However merges stand in the file, the same entities come of them, under the same names and uids."""
    made = clippings(*texts)
    shuffled = list(verdicts)
    chance.shuffle(shuffled)

    assert settled(shuffled, made).entities == settled(verdicts, made).entities


@UNHURRIED
@given(TEXTS, st.lists(VERDICTS, max_size=5), st.randoms())
def test_the_order_of_the_file_is_nothing(texts: list[str], verdicts: list[Correction], chance: Random) -> None:
    """Verdicts keep their lines: however they are handed over, the outcome and the problems are the same."""
    made = clippings(*texts)
    shuffled = list(verdicts)
    chance.shuffle(shuffled)
    one, other = settled(shuffled, made), settled(verdicts, made)

    assert one.entities == other.entities
    assert one.problems == other.problems
