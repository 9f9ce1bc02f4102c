"""Every canned query answers, whatever is typed into it."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from datasette.app import Datasette

from tests.served import ROOT

pytestmark = pytest.mark.unit

QUERIES: dict[str, Any] = yaml.safe_load((ROOT / "metadata.yml").read_text(encoding="utf-8"))["databases"]["archive"][
    "queries"
]
# What somebody would type: each finds something in the sample.
TYPED = {
    "entity": "Lindqvist",
    "form": "direct",
    "kind": "person",
    "level": "error",
    "month": "2021",
    "person": "okafor",
    "phrase": "first anchor",
    "rule": "advertisement",
    "source": "lantern",
    "speaker": "Lindqvist",
}
KINDS = {"contradictions": "number"}
ODD = ['"', "it's", "“ships”", "a AND", "NEAR(", "*", "x:y", "-", "%", "(", "NULL", "🐟", "\\", ";"]


def parameters(name: str) -> list[str]:
    """The parameters of a canned query."""
    return sorted(set(re.findall(r":([a-z]+)", QUERIES[name]["sql"])))


async def ask(datasette: Datasette, name: str, **typed: str) -> list[dict[str, Any]]:
    """The rows of a canned query."""
    response = await datasette.client.get(f"/archive/{name}.json", params={**typed, "_shape": "array"})
    assert response.status_code == 200, response.text
    rows: list[dict[str, Any]] = response.json()
    return rows


def test_there_are_queries_worth_asking() -> None:
    """At least a dozen questions stand ready."""
    assert len(QUERIES) >= 14


@pytest.mark.parametrize("name", sorted(QUERIES))
async def test_queries_answer_without_parameters(datasette: Datasette, name: str) -> None:
    """A query of which nothing is filled in shows something sensible."""
    assert await ask(datasette, name)


@pytest.mark.parametrize("name", sorted(name for name in QUERIES if parameters(name)))
async def test_queries_answer_with_parameters(datasette: Datasette, name: str) -> None:
    """A query whose parameters are filled in narrows down what it shows."""
    (story,) = [row["page"] for row in await ask(datasette, "most_versions") if row["versions"] == 4]
    typed = {**TYPED, "story": story.rpartition("/")[2], "kind": KINDS.get(name, TYPED["kind"])}
    narrowed = await ask(datasette, name, **{key: typed[key] for key in parameters(name)})

    assert narrowed
    if name not in {"quotes_without_speaker", "figures_of_a_story", "only_in_rewrites", "quoted_here_not_there"}:
        assert narrowed != await ask(datasette, name)


@pytest.mark.parametrize("name", sorted(name for name in QUERIES if parameters(name)))
@pytest.mark.parametrize("odd", ODD)
async def test_queries_take_odd_characters(datasette: Datasette, name: str, odd: str) -> None:
    """Whatever is typed is a word to look for, never a mistake."""
    await ask(datasette, name, **dict.fromkeys(parameters(name), odd))


@pytest.mark.parametrize("name", sorted(QUERIES))
async def test_queries_link_to_our_pages(datasette: Datasette, name: str) -> None:
    """Wherever a result has a page in this archive, the result leads to it."""
    response = await datasette.client.get(f"/archive/{name}")

    assert response.status_code == 200
    linked = re.search(r'<td class="col-[^>]*><a href="/(articles|stories|entities|quotes|sources)/\w+', response.text)
    assert linked or name in {"problems_by_code", "who_copies_whom"}


async def test_copies_without_credit_are_found(datasette: Datasette) -> None:
    """The cut copy and both rewrites of the agency's story are told, the copy of a paper's own text is not."""
    found = await ask(datasette, "uncredited_copies")

    assert sorted(row["derivation"] for row in found) == ["partial", "rewrite", "rewrite"]


async def test_names_of_rewrites_alone_are_found(datasette: Datasette) -> None:
    """A name that only a rewrite has is told."""
    assert [row["name"] for row in await ask(datasette, "only_in_rewrites")] == ["Adam Lindqvist"]


async def test_changed_speakers_are_found(datasette: Datasette) -> None:
    """One quote in two mouths is told, with both names."""
    found = await ask(datasette, "one_quote_two_speakers")

    assert {(row["speaker"], row["other_speaker"]) for row in found} == {
        ("Ada Lindqvist", "Adam Lindqvist"),
        ("Tomas Okafor", "Ada Lindqvist"),
    }


async def test_quotes_are_found_by_phrase(datasette: Datasette) -> None:
    """Words must follow each other, and the speaker's name is not part of the quote."""
    assert len(await ask(datasette, "quotes_with", phrase="the ships will sail")) == 2
    assert await ask(datasette, "quotes_with", phrase="sail ships") == []
    assert await ask(datasette, "quotes_with", phrase="Putin") == []


async def test_the_newest_month_is_shown_where_none_is_named(datasette: Datasette) -> None:
    """Coverage by month begins with the last month that has articles."""
    assert {row["month"] for row in await ask(datasette, "most_covered_by_month")} == {"2022-02"}


async def test_articles_without_a_date_are_a_month_of_their_own(datasette: Datasette) -> None:
    """Coverage of undated articles can be asked for, and is what an archive without any date begins with."""
    found = await ask(datasette, "most_covered_by_month", month="undated")

    assert {row["name"] for row in found} == {"Port Verity", "Ada Lindqvist"}
