"""What every verdict does to the entities that the rules have found."""

from __future__ import annotations

import pytest

from morgue.model import Scope, Source
from tests.link.corrections.verdicts import (
    apart,
    cast,
    codes,
    drop,
    merge,
    published_by,
    read,
    recast,
    rename,
    settled,
    split,
    under,
)
from tests.link.entities.clippings import clippings, entities

pytestmark = pytest.mark.unit

TWO = ("[P:Ada Okafor] spoke. [P:Okafor] left.", "[P:Adaeze Okuafo] wrote.")
ONE = ("[P:Ada Okafor] spoke. [P:Okafor] left.", "[P:Ada B. Okafor] ran. [P:Okafor] won.")


def test_without_verdicts_the_rules_have_their_way() -> None:
    """An empty file changes nothing at all."""
    assert under([], *TWO).entities == entities(*TWO)


def test_merge_makes_one_of_two() -> None:
    """The first stays with its name and uid; the mentions of both are its own, those of the second by correction."""
    before = {entity.name: entity for entity in entities(*TWO)}
    found = under([merge("person Ada Okafor", "person Adaeze Okuafo")], *TWO)
    (one,) = found.entities

    assert (one.name, one.uid) == ("Ada Okafor", before["Ada Okafor"].uid)
    assert cast(found.entities) == {"Ada Okafor": ("Ada Okafor", "Adaeze Okuafo", "Okafor")}
    assert {alias.name: alias.decided_by for alias in one.aliases}["Adaeze Okuafo"] == "correction"
    assert found.decided == frozenset(before["Adaeze Okuafo"].mentions)
    assert found.problems == ()


def test_a_merged_entity_keeps_its_address() -> None:
    """The uid of the one that is gone leads to the one that stays."""
    gone = next(entity for entity in entities(*TWO) if entity.name == "Adaeze Okuafo")
    (one,) = under([merge("person Ada Okafor", "person Adaeze Okuafo")], *TWO).entities

    assert gone.uid in one.former_uids


def test_merges_chain() -> None:
    """Whoever is one with the second of a pair is one with the first, whichever merge says so."""
    texts = ("[P:Ada Okafor]", "[P:Bea Nwosu]", "[P:Cleo Imrie]")
    found = under(
        [merge("person Bea Nwosu", "person Cleo Imrie"), merge("person Ada Okafor", "person Bea Nwosu")], *texts
    )

    assert cast(found.entities) == {"Ada Okafor": ("Ada Okafor", "Bea Nwosu", "Cleo Imrie")}


def test_merge_goes_over_kinds() -> None:
    """What was taken for a body and for a place becomes what the first is."""
    found = under(
        [merge("place Mill Street", "organization Mill Street School")], "[L:Mill Street]", "[O:Mill Street School]"
    )

    assert [(entity.name, entity.kind) for entity in found.entities] == [("Mill Street", "place")]


def test_split_makes_two_of_one() -> None:
    """The forms named go to a new entity, and surnames follow in articles that print no other name of the two."""
    found = under([split("person Ada Okafor", "Ada B. Okafor")], *ONE)

    assert cast(found.entities) == {
        "Ada Okafor": ("Ada Okafor", "Okafor"),
        "Ada B. Okafor": ("Ada B. Okafor", "Okafor"),
    }
    assert found.problems == ()


def test_split_gives_to_whom_it_says() -> None:
    """With `into`, the mentions join an entity that there is."""
    found = under([split("person Ada Okafor", "Ada B. Okafor", into="person Bea Nwosu")], *ONE, "[P:Bea Nwosu] sang.")

    assert cast(found.entities)["Bea Nwosu"] == ("Ada B. Okafor", "Bea Nwosu", "Okafor")


def test_split_within_one_article() -> None:
    """A scope leaves the same form elsewhere where it is."""
    texts = ("[P:Ada Okafor] spoke.", "[P:Ada Okafor] sang.")
    scope = Scope(article=clippings(*texts)[1].article.uid)
    found = under([split("person Ada Okafor", "Ada Okafor", into="person Ada Okafor (singer)", scope=scope)], *texts)

    assert cast(found.entities) == {"Ada Okafor": ("Ada Okafor",), "Ada Okafor (singer)": ("Ada Okafor",)}


def test_what_is_left_of_a_split_is_called_by_what_it_prints() -> None:
    """An entity that loses the forms it was named by takes the fullest name that it is left with."""
    texts = ("[P:Ada Okafor] and [P:Ada Okafor]", "[P:Ada B. Okafor]")
    found = under([split("person Ada Okafor", "Ada Okafor", into="person Ada Okafor the elder")], *texts)

    assert set(cast(found.entities)) == {"Ada Okafor the elder", "Ada B. Okafor"}


def test_the_made_entity_has_the_same_uid_ever_after() -> None:
    """Its address depends on its name and kind alone, not on what else is in the archive."""
    verdict = split("person Ada Okafor", "Ada B. Okafor")
    once = {entity.name: entity.uid for entity in under([verdict], *ONE).entities}
    later = {entity.name: entity.uid for entity in under([verdict], *ONE, "[P:Ada B. Okafor] again").entities}

    assert once["Ada B. Okafor"] == later["Ada B. Okafor"]


def test_rename_shows_another_name() -> None:
    """The name changes, the uid does not."""
    (before,) = entities("[P:Ada Okafor]")
    (after,) = under([rename("person Ada Okafor", "Dame Ada")], "[P:Ada Okafor]").entities

    assert (after.name, after.uid) == ("Dame Ada", before.uid)


def test_kind_changes_what_it_is() -> None:
    """The kind changes, the uid does not."""
    (before,) = entities("[O:Mill Street]")
    (after,) = under([recast("organization Mill Street", "place")], "[O:Mill Street]").entities

    assert (before.kind, after.kind, after.uid) == ("organization", "place", before.uid)


def test_what_becomes_a_place_has_a_country() -> None:
    """The gazetteer is asked again: a body that is a town lies somewhere, a town that is a body does not."""
    (town,) = under([recast("organization Kharkiv", "place")], "[O:Kharkiv]").entities
    (body,) = under([recast("place Kharkiv", "organization")], "[L:Kharkiv]").entities

    assert (town.country, round(town.latitude or 0)) == ("UA", 50)
    assert (body.country, body.latitude) == (None, None)


def test_a_new_name_tells_another_place() -> None:
    """A place that is shown under another name lies where that name says; one that says nothing moves it nowhere."""
    (moved,) = under([rename("place Kharkiv", "Oslo")], "[L:Kharkiv]").entities
    (stays,) = under([rename("place Oslo", "Bryggen by the quay")], "[L:Oslo]").entities

    assert (moved.country, round(moved.latitude or 0)) == ("NO", 60)
    assert stays.country == "NO"


def test_drop_takes_an_entity_out() -> None:
    """It is gone, and its mentions belong to nobody."""
    found = under([drop("organization Defense")], "[O:Defense] Minister [P:Ada Okafor]")

    assert cast(found.entities) == {"Ada Okafor": ("Ada Okafor",)}
    assert found.problems == ()


def test_the_addresses_of_what_is_dropped_lead_to_the_verdict() -> None:
    """Whatever had led to the entity, those merged into it too, says afterwards that it was dropped."""
    texts = ("[O:Defense] Minister [P:Ada Okafor] and [O:Interior]",)
    before = {entity.name: entity.uid for entity in entities(*texts)}
    found = under([merge("organization Defense", "organization Interior"), drop("organization Defense")], *texts)

    assert [set(applied.gone) for applied in found.applied if applied.gone] == [
        {before["Defense"], before["Interior"]},
    ]


def test_not_the_same_parts_what_the_rules_have_joined() -> None:
    """Two names of one entity become two entities, surnames going with their article."""
    found = under([apart("person Ada Okafor", "person Ada B. Okafor")], *ONE)

    assert cast(found.entities) == {
        "Ada Okafor": ("Ada Okafor", "Okafor"),
        "Ada B. Okafor": ("Ada B. Okafor", "Okafor"),
    }
    assert found.problems == ()


def test_not_the_same_holds_where_the_rules_agree() -> None:
    """Said of two that are two already, it changes nothing and is no problem: it bars later merges."""
    found = under([apart("person Ada Okafor", "person Adaeze Okuafo")], *TWO)

    assert found.entities == entities(*TWO)
    assert codes(found) == []


def test_a_string_in_a_source_is_that_entity() -> None:
    """In the articles of the source alone, and whatever the case; the entity is made where there is none."""
    post = Source("Peachtree Post", "peachtreepost.example")
    made = clippings("[L:Georgia] votes. [L:GEORGIA]", "[L:Georgia] sings.")
    made[0] = published_by(post, made[0])
    for source in ("Peachtree Post", "www.peachtreepost.example"):
        found = settled([read("Georgia", "place Georgia (state)", Scope(source=source))], made)
        assert {e.name: len(e.mentions) for e in found.entities}["Georgia (state)"] == 2
        assert len(found.decided) == 2


def test_a_string_in_an_article_outranks_its_source() -> None:
    """The more exact verdict counts, without a word about the other."""
    post = Source("Peachtree Post", None)
    made = [published_by(post, each) for each in clippings("[P:Marlov]", "[P:Marlov]")]
    found = settled(
        [
            read("Marlov", "person Ivan Marlov", Scope(article=made[1].article.uid), date="2020-01-01"),
            read("Marlov", "person Oleg Marlov", Scope(source="Peachtree Post")),
        ],
        made,
    )

    assert {e.name: e.mentions for e in found.entities} == {"Oleg Marlov": ((1, 0),), "Ivan Marlov": ((2, 0),)}
    assert codes(found) == []


def test_a_string_raises_mentions_that_were_nobody_s() -> None:
    """What the rules have made no entity of is one when a verdict says so, in the source that it names only."""
    post = Source("Peachtree Post", None)
    made = clippings("SO SAYS [P:DONNY HALE], HE SAYS", "SO SAYS [P:DONNY HALE], HE SAYS")
    made[0] = published_by(post, made[0])
    assert settled([], made).entities == ()

    found = settled([read("Donny Hale", "person Donny Hale", Scope(source="Peachtree Post"))], made)
    assert {e.name: e.mentions for e in found.entities} == {"Donny Hale": ((1, 0),)}
    assert (found.decided, codes(found)) == (frozenset({(1, 0)}), [])


def test_an_emptied_entity_leaves_its_address() -> None:
    """Where every mention has gone to another, the old uid leads to that one."""
    (before,) = entities("[P:Marlov] and [P:Marlov]")
    (after,) = under([read("Marlov", "person Ivan Marlov")], "[P:Marlov] and [P:Marlov]").entities

    assert after.name == "Ivan Marlov"
    assert before.uid in after.former_uids


def test_an_entity_is_named_by_any_printed_form() -> None:
    """A name that stopped being the commonest still names its entity, as the verdict was written."""
    (found,) = under([rename("person Ada B. Okafor", "Dame Ada")], *ONE).entities

    assert found.name == "Dame Ada"


def test_an_entity_is_named_by_a_former_uid() -> None:
    """A verdict that names an address of an older archive still finds its entity."""
    (lone,) = entities("[P:Okafor] left.")
    found = under([rename(lone.uid, "Dame Ada")], "[P:Okafor] left.", "[P:Ada Okafor] spoke.")

    assert list(cast(found.entities)) == ["Dame Ada"]


def test_a_verdict_may_use_what_another_gives() -> None:
    """Names and kinds that verdicts give, and entities that they make, can be named by others, in any order."""
    texts = (*ONE, "[O:Mill Street] sleeps", "[L:Millstreet]")
    found = under(
        [
            merge("place Mill Street", "place Millstreet"),
            recast("organization Mill Street", "place"),
            rename("person Ada B. Okafor", "Bea Okafor"),
            split("person Dame Ada", "Ada B. Okafor"),
            rename("person Ada Okafor", "Dame Ada"),
        ],
        *texts,
    )

    assert cast(found.entities) == {
        "Dame Ada": ("Ada Okafor", "Okafor"),
        "Bea Okafor": ("Ada B. Okafor", "Okafor"),
        "Mill Street": ("Mill Street", "Millstreet"),
    }
    assert codes(found) == []


def test_the_pages_learn_what_was_decided() -> None:
    """Each verdict that holds is told for the entity it is about, with the other that it names."""
    found = under(
        [
            merge("person Ada Okafor", "person Adaeze Okuafo"),
            apart("person Ada Okafor", "place Oslo"),
            drop("place Bergen"),
        ],
        *TWO,
        "[L:Oslo] and [L:Bergen]",
    )
    uids = {entity.name: entity.uid for entity in found.entities}

    assert [(a.correction.verb, a.entity, a.other, a.told) for a in found.applied] == [
        ("not-the-same", uids["Ada Okafor"], uids["Oslo"], "Not the same as “Oslo”."),
        ("not-the-same", uids["Oslo"], uids["Ada Okafor"], "Not the same as “Ada Okafor”."),
        ("merge", uids["Ada Okafor"], None, "“Ada Okafor”, “Adaeze Okuafo” are one."),
        ("drop", None, None, "“Bergen” (place, 1 mention) is no entity."),
    ]
