"""An address of the server and its file."""

from __future__ import annotations

from urllib.parse import urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.publish.addresses import Address, query_of, read_address

pytestmark = pytest.mark.unit

WORD = st.text("abcdefghijklmnopqrstuvwxyz0123456789-", min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("written", "page", "data"),
    [
        ("/", "index.html", "index.json"),
        ("/stories", "stories/index.html", "stories.json"),
        ("/stories?sort=newest", "stories/index.html", "stories.json"),
        ("/stories?page=1", "stories/index.html", "stories.json"),
        ("/stories?page=3", "stories/page/3/index.html", "stories/page/3.json"),
        ("/stories?page=3&sort=largest", "stories/sort/largest/page/3/index.html", "stories/sort/largest/page/3.json"),
        ("/articles/0123456789ab", "articles/0123456789ab/index.html", "articles/0123456789ab.json"),
    ],
)
def test_each_address_has_a_file_and_another_for_programs(written: str, page: str, data: str) -> None:
    """The page lies in a folder of its own, so that its address needs no ending; the JSON lies beside the folder."""
    address = read_address(written)
    assert (address.page_file, address.json_file) == (page, data)


@given(st.dictionaries(WORD, WORD, max_size=4))
def test_an_address_is_the_same_in_whatever_order_its_parameters_stand(parameters: dict[str, str]) -> None:
    """So that two links to one list lead to one file."""
    pairs = [f"{name}={value}" for name, value in parameters.items()]
    assert read_address("/stories?" + "&".join(pairs)) == read_address("/stories?" + "&".join(reversed(pairs)))


@given(st.integers(1, 5000), st.dictionaries(WORD.filter(lambda name: name != "page"), WORD, max_size=3))
def test_turning_to_a_page_and_back_leads_to_the_beginning(number: int, parameters: dict[str, str]) -> None:
    """A list keeps its parameters from page to page."""
    first = Address("/stories", tuple(parameters.items()))
    turned = first.page(number)
    assert turned.number == number
    assert turned.first == first


@given(st.lists(st.tuples(st.text(), st.text()), max_size=4))
def test_parameters_are_written_as_everywhere(parameters: list[tuple[str, str]]) -> None:
    """Whatever stands in them."""
    assert query_of(parameters) == urlencode(parameters)
