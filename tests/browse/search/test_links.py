"""The links around the results: each leads to a permanent address that does what it says."""

from __future__ import annotations

import pytest

from morgue.browse.search.links import FacetLink
from morgue.browse.search.page import SearchPage
from morgue.browse.search.request import request
from tests.browse.conftest import Search

pytestmark = pytest.mark.unit

EVERYTHING = (
    "/search?q=grain+ships&person=Ada+Lindqvist&person=-Tomas+Okafor&source=1&from=2021&to=2022-03"
    "&sort=oldest&in=quotes&match=any&fold=0&size=50&next=WzEsMl0"
)


def link(page: SearchPage, facet: str, label: str) -> FacetLink:
    """The link of a value of a facet."""
    (group,) = [group for group in page.facet_groups if group.name == facet]
    return next(each for each in group.links if each.value.label == label)


def follow(search: Search, address: str) -> SearchPage:
    """The page at an address."""
    return search(address.partition("?")[2])


def test_an_address_says_everything(search: Search) -> None:
    """Every parameter survives being read and written."""
    assert follow(search, EVERYTHING).asked.address == EVERYTHING


def test_defaults_are_not_written() -> None:
    """What is as always is left out of the address."""
    assert request({"fold": ["1"], "size": ["20"], "in": ["articles"], "match": ["auto"]}).address == "/search"


def test_the_order_of_typing_does_not_matter() -> None:
    """Two addresses that ask for the same are written alike."""
    one = request({"source": ["1"], "person": ["A"], "q": ["x"]})
    other = request({"q": ["x"], "person": ["A"], "source": ["1"]})
    assert one.address == other.address


def test_a_facet_narrows_to_its_count(search: Search) -> None:
    """Following a value finds as many articles and stories as it counts."""
    value = link(search("q=putin"), "person", "Ada Lindqvist")
    narrowed = follow(search, value.toggle)
    assert (narrowed.total, narrowed.group_count) == (value.value.article_count, value.value.story_count)


def test_a_facet_leaves_out_its_count(search: Search) -> None:
    """Leaving a value out finds all the others."""
    page = search("q=putin")
    value = link(page, "person", "Ada Lindqvist")
    assert follow(search, value.exclude).total == page.total - value.value.article_count


def test_a_selected_facet_is_taken_off(search: Search) -> None:
    """Following a selected value widens the search again, however its name was written."""
    page = search("q=putin&person=ada+lindqvist")
    assert link(page, "person", "Ada Lindqvist").toggle == "/search?q=putin"


def test_chips_take_filters_off(search: Search) -> None:
    """Each filter in use is told in words and can be removed alone."""
    page = search("q=putin&person=Ada+Lindqvist&source=-Daily+Lantern&from=2022&to=2022-03")
    assert [(chip.label, chip.without) for chip in page.chips] == [
        ("Person: Ada Lindqvist", "/search?q=putin&source=-Daily+Lantern&from=2022&to=2022-03"),
        ("Not source: Daily Lantern", "/search?q=putin&person=Ada+Lindqvist&from=2022&to=2022-03"),
        ("From 2022", "/search?q=putin&person=Ada+Lindqvist&source=-Daily+Lantern&to=2022-03"),
        ("To 2022-03", "/search?q=putin&person=Ada+Lindqvist&source=-Daily+Lantern&from=2022"),
    ]


def test_one_period_is_one_chip(search: Search) -> None:
    """A bar of the picture is taken off as one filter."""
    assert [(chip.label, chip.without) for chip in search("from=2022-02&to=2022-02").chips] == [
        ("In 2022-02", "/search")
    ]


def test_relevance_is_offered_for_words_only(search: Search) -> None:
    """Without words there is nothing to be relevant to."""
    assert [choice.label for choice in search("").sorts] == ["Newest first", "Oldest first"]
    assert [choice.label for choice in search("q=putin").sorts if choice.current] == ["Best first"]


def test_shelves_keep_the_search(search: Search) -> None:
    """The same search can be taken to quotes and names."""
    assert [choice.address for choice in search("q=putin&place=Russia").shelves] == [
        "/search?q=putin&place=Russia",
        "/search?q=putin&place=Russia&in=quotes",
        "/search?q=putin&place=Russia&in=entities",
    ]


def test_a_facet_that_tells_nothing_is_left_out(search: Search) -> None:
    """Where all hits have the one language, language is no choice."""
    assert "language" not in [group.name for group in search("q=putin").facet_groups]


def test_loosening_is_offered_where_it_helps(search: Search) -> None:
    """Asking for any of the words is offered only where something was insisted on."""
    assert search('q="library+ships"').can_loosen
    assert not search("q=zzyzx+qwrty").can_loosen


@pytest.mark.parametrize(
    ("query_string", "folder"),
    [("person=Vladimir+Putin", "entities"), ("speaker=Vladimir+Putin", "entities"), ("source=1", "sources")],
)
def test_a_chip_leads_to_the_page_of_what_it_names(search: Search, query_string: str, folder: str) -> None:
    """A person, a speaker or a source has a page of its own; a date or what is not known has none."""
    (chip,) = search(query_string).chips
    assert chip.page.startswith(f"/{folder}/")
    assert {chip.page for chip in search("from=2022&person=Nobody+Known&derivation=copy").chips} == {""}
