"""Verdicts that match nothing, can mean several, or contradict each other are told with line and remedy."""

from __future__ import annotations

from dataclasses import replace

import pytest

from morgue.model import Correction, Scope
from tests.link.corrections.verdicts import (
    apart,
    cast,
    codes,
    drop,
    merge,
    read,
    recast,
    rename,
    signed,
    split,
    under,
)
from tests.link.entities.clippings import entities

pytestmark = pytest.mark.unit

TEXTS = ("[P:Ada Okafor] spoke in [L:Oslo].", "[P:Bea Nwosu] wrote.")


@pytest.mark.parametrize(
    "verdict",
    [
        merge("person Ada Okafor", "person Cleo Imrie"),
        apart("person Cleo Imrie", "person Ada Okafor"),
        split("person Cleo Imrie", "C. Imrie"),
        rename("person Cleo Imrie", "Dame Cleo"),
        recast("person Cleo Imrie", "place"),
        drop("person Cleo Imrie"),
        drop("0123456789ab"),
        split("person Ada Okafor", "A. Okafor"),
        read("Bergen", "place Bergen"),
        read("Oslo", "place Oslo", Scope(source="Nowhere Post")),
        read("Oslo", "0123456789ab"),
        split("person Ada Okafor", "Ada Okafor", into="0123456789ab"),
    ],
)
def test_a_verdict_that_matches_nothing(verdict: Correction) -> None:
    """It is reported with its file, line and verb, and changes nothing."""
    found = under([verdict], *TEXTS)

    assert codes(found) == ["correction-unmatched"]
    (problem,) = found.problems
    assert (problem.path, problem.stage, problem.level) == ("corrections.yml", "link", "warning")
    assert problem.message.startswith(f"corrections.yml, line {verdict.signed.line} ({verdict.verb}): ")
    assert cast(found.entities) == cast(entities(*TEXTS))
    assert found.applied == ()


def test_what_may_have_been_meant_is_offered() -> None:
    """A name much alike, or the same of another kind, is named as it would have to be written."""
    found = under([drop("person Ada Okofor"), drop("organization Oslo")], *TEXTS)

    told = " ".join(problem.message for problem in found.problems)
    assert "Did you mean {person: Ada Okafor}?" in told
    assert "Did you mean {place: Oslo}?" in told


def test_a_verdict_that_can_mean_several() -> None:
    """Where several have the name, their uids are told, to choose from."""
    texts = ("[P:Ada Okafor] and [P:Okafor]", "[P:Ben Okafor] and [P:Okafor]")
    found = under([rename("person Okafor", "Dame Ada")], *texts)

    assert codes(found) == ["correction-ambiguous"]
    assert all(entity.uid in found.problems[0].message for entity in entities(*texts))
    assert found.entities == entities(*texts)


def test_what_the_rules_have_come_to_do_is_no_problem() -> None:
    """A verdict that asks for what is so already holds."""
    verdicts: list[Correction] = [
        merge("person Ada Okafor", "person Okafor"),
        rename("person Dame Ada", "Ada Okafor"),
        recast("organization Oslo", "place"),
        read("Oslo", "place Oslo"),
        split("person Bea Nwosu", "Ada Okafor", into="person Ada Okafor"),
    ]
    found = under(verdicts, "[P:Ada Okafor] spoke. [P:Okafor] left [L:Oslo]. [P:Bea Nwosu] did not.")

    assert codes(found) == []
    assert len({applied.correction.verb for applied in found.applied}) == 5


@pytest.mark.parametrize("order", [1, -1])
def test_the_later_of_two_names_counts(order: int) -> None:
    """Two renames of one entity: the later date wins, wherever it stands in the file, and the other is told of."""
    verdicts = [rename("person Ada Okafor", "Dame Ada", "2026-01-02"), rename("person Ada Okafor", "Ada", "2026-01-01")]
    found = under(verdicts[::order], "[P:Ada Okafor]")

    assert list(cast(found.entities)) == ["Dame Ada"]
    assert codes(found) == ["correction-contradicted"]
    assert f"line {verdicts[1].signed.line} (rename)" in found.problems[0].message
    assert f"line {verdicts[0].signed.line} (rename, 2026-01-02)" in found.problems[0].message
    assert [applied.correction for applied in found.applied] == [verdicts[0]]


def test_the_later_of_two_kinds_counts() -> None:
    """Two kinds for one entity cannot both be."""
    verdicts = [
        recast("organization Mill Street", "place", "2026-01-02"),
        recast("organization Mill Street", "work", "2026-01-01"),
    ]
    found = under(verdicts, "[O:Mill Street]")

    assert [entity.kind for entity in found.entities] == ["place"]
    assert codes(found) == ["correction-contradicted"]


@pytest.mark.parametrize(("dropped", "named"), [("2026-01-02", "2026-01-01"), ("2026-01-01", "2026-01-02")])
def test_what_is_dropped_is_not_named(dropped: str, named: str) -> None:
    """A name for what another verdict calls nothing: the later of the two counts."""
    verdicts: list[Correction] = [drop("person Ada Okafor", dropped), rename("person Ada Okafor", "Dame Ada", named)]
    found = under(verdicts, "[P:Ada Okafor]")

    assert list(cast(found.entities)) == ([] if dropped > named else ["Dame Ada"])
    assert codes(found) == ["correction-contradicted"]


def test_one_or_two_is_decided_by_the_later() -> None:
    """Merge against not-the-same: whichever was said later."""
    for merged, parted, count in (("2026-01-02", "2026-01-01", 1), ("2026-01-01", "2026-01-02", 2)):
        verdicts: list[Correction] = [
            merge("person Ada Okafor", "person Bea Nwosu", date=merged),
            apart("person Bea Nwosu", "person Ada Okafor", date=parted),
        ]
        found = under(verdicts, "[P:Ada Okafor] and [P:Bea Nwosu]")
        assert len(found.entities) == count
        assert codes(found) == ["correction-contradicted"]


def test_a_chain_of_merges_cannot_join_what_is_kept_apart() -> None:
    """A is B and B is C, but A is not C: of the merges the later holds."""
    verdicts: list[Correction] = [
        apart("person Ada Okafor", "person Cleo Imrie", date="2026-01-03"),
        merge("person Ada Okafor", "person Bea Nwosu", date="2026-01-02"),
        merge("person Bea Nwosu", "person Cleo Imrie", date="2026-01-01"),
    ]
    found = under(verdicts, "[P:Ada Okafor], [P:Bea Nwosu] and [P:Cleo Imrie]")

    assert cast(found.entities) == {"Ada Okafor": ("Ada Okafor", "Bea Nwosu"), "Cleo Imrie": ("Cleo Imrie",)}
    assert codes(found) == ["correction-contradicted"]


def test_one_string_cannot_be_two() -> None:
    """Two readings of one string in one place: the later counts."""
    verdicts = [
        read("Marlov", "person Ivan Marlov", date="2026-01-02"),
        read("Marlov", "person Oleg Marlov", date="2026-01-01"),
    ]
    found = under(verdicts, "[P:Marlov]")

    assert list(cast(found.entities)) == ["Ivan Marlov"]
    assert codes(found) == ["correction-contradicted"]


def test_what_no_form_tells_apart_is_told() -> None:
    """Two uids that lead to one entity name nothing by which its mentions could be parted."""
    (lone,) = entities("[P:Okafor] left.")
    texts = ("[P:Okafor] left.", "[P:Ada Okafor] spoke.")
    (known,) = entities(*texts)
    found = under([apart(known.uid, lone.uid)], *texts)

    assert codes(found) == ["correction-unmatched"]
    assert "split or read" in found.problems[0].message


def test_the_same_verdict_in_two_lines_is_no_contradiction() -> None:
    """Saying a thing twice is no problem."""
    once = rename("person Ada Okafor", "Dame Ada")
    found = under([once, replace(once, signed=signed())], "[P:Ada Okafor]")

    assert codes(found) == []


def test_each_of_several_verdicts_that_do_not_count_is_told() -> None:
    """Two that agree with each other and not with the one that counts are both contradicted, in whatever order."""
    verdicts = [read("Okafor", name) for name in ("person Ada Roe", "person Ada Roe", "person Ben Roe")]
    told = [problem.message for problem in under(verdicts, "[P:Okafor] left.").problems]

    assert codes(under(verdicts, "[P:Okafor] left.")) == ["correction-contradicted"] * 2
    assert told == [problem.message for problem in under(verdicts[::-1], "[P:Okafor] left.").problems]
