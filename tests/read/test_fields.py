"""Records are understood under many names, and nothing that they say is lost."""

import json
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from morgue.model import Original, Stated
from morgue.read import find, read
from morgue.read.fields import CONTENT, STATED, content, stated

pytestmark = pytest.mark.unit
VALUES = st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3))


def test_the_table_fills_known_fields_only() -> None:
    """Each field of the table is one that a document can state."""
    assert set(STATED) <= {each.name for each in fields(Stated)} - {"extra"}


@pytest.mark.parametrize(("field", "name"), [(field, name) for field, names in STATED.items() for name in names])
def test_each_name_fills_its_field(field: str, name: str) -> None:
    """Every name in the table is understood."""
    assert getattr(stated({"text": "x", name: "value"}, without="text"), field) == "value"


@pytest.mark.parametrize("name", CONTENT)
def test_each_name_of_the_content_is_found(name: str) -> None:
    """The article is found under every name in the table."""
    told = content({"title": "A title", name: "The text."})
    assert told
    assert (told.text, told.field) == ("The text.", name)


def test_several_authors_stay_apart() -> None:
    """A comma stands within many a name: of a list each is kept."""
    record = {"text": "x", "authors": ["Lee, Ann", {"name": "Bo Ek"}], "tags": ["a", "b"]}
    assert stated(record, without="text").byline == "Lee, Ann; Bo Ek"


def test_what_a_database_notes_is_no_update() -> None:
    """When a row was changed says nothing about the article."""
    told = stated({"text": "x", "updated_at": "2022-02-01", "lastModified": "2022-01-01"}, without="text")
    assert (told.updated, told.extra) == ("2022-01-01", {"updated_at": "2022-02-01"})


def test_text_with_tags_is_html() -> None:
    """A field called content that holds HTML is taken for what it is."""
    told = content({"content": "Bridge closed.<br>It leaks."})
    assert told
    assert told.content_type == "html"


def test_a_lesser_name_is_kept_aside() -> None:
    """Where two names could fill one field, the other one's value is kept as it is."""
    told = stated({"text": "x", "url": "https://a.example", "link": "https://b.example"}, without="text")
    assert (told.url, dict(told.extra)) == ("https://a.example", {"link": "https://b.example"})


@given(st.dictionaries(st.text(max_size=8), VALUES, max_size=6))
def test_every_record_is_survived(record: dict[str, object]) -> None:
    """Whatever a record holds, it is understood or kept, and nothing is raised."""
    told = stated(record, without="text")
    kept = {name for name, value in record.items() if name != "text" and value not in (None, "", [], {})}
    assert set(told.extra) <= kept


@given(text=st.text(min_size=1).filter(lambda text: bool(text.strip())))
def test_any_text_in_json_can_be_stored(text: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Text from JSON, half signs included, can be encoded, so that a database takes it."""
    folder: Path = tmp_path_factory.mktemp("any")
    (folder / "a.jsonl").write_text(json.dumps({"text": text, "note": text + "\ud800"}), encoding="utf-8")
    (document,) = read(find([folder])[0][0])
    assert isinstance(document, Original)
    assert document.content.encode()
    assert json.dumps(dict(document.stated.extra), ensure_ascii=False).encode()
