"""JSON is read however a service wrapped it."""

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model import Original, Problem
from morgue.read import Found, Options, read
from morgue.read.formats.json_file import _NAMES

pytestmark = pytest.mark.unit
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["text", "items", "hits", "x"]), inner),
)


def records(value: Any, options: Options | None = None) -> list[Original | Problem]:
    """Everything that is read from a JSON file."""
    raw = json.dumps(value).encode()
    return list(read(Found("a.json", len(raw), "2022-03-01T10:00:00Z", lambda: io.BytesIO(raw)), options))


@pytest.mark.parametrize("name", _NAMES["lists"])
def test_each_name_of_a_list_is_understood(name: str) -> None:
    """The articles are found under every name in the table, and told by their place."""
    (document,) = records({"count": 1, name: [{"text": "The ferry sailed."}]})
    assert isinstance(document, Original)
    assert document.member == "item 1"


@pytest.mark.parametrize("name", _NAMES["wrappers"])
def test_a_records_own_fields_go_before_those_that_it_wraps(name: str) -> None:
    """What a service adds around a record does not hide the record, nor the other way round."""
    (document,) = records([{"title": "Outer", name: {"title": "Inner", "text": "The ferry sailed."}}])
    assert isinstance(document, Original)
    assert (document.stated.headline, document.content) == ("Outer", "The ferry sailed.")


def test_a_map_names_the_fields() -> None:
    """What a person says about the names of fields holds for JSON as for tables."""
    (document,) = records({"Volltext": "The ferry sailed."}, Options(map={"text": "Volltext"}))
    assert isinstance(document, Original)
    assert document.content == "The ferry sailed."


@given(ANYTHING)
def test_no_value_makes_it_raise(value: object) -> None:
    """Whatever a JSON file holds, it ends as documents or problems, and none is the registry's last resort."""
    told = records(value)
    assert told
    assert not any(isinstance(record, Problem) and record.code == "reading-failed" for record in told)
