"""Jinja for many pages writes what Jinja writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from markupsafe import Markup, escape

from morgue.publish.templates import Templates

pytestmark = pytest.mark.unit

WRITTEN = {
    "page": '{% import "part" as part %}<p title="{{ said }}">{{ part.of(said) }}{{ said | safe }}{{ 3 }}</p>',
    "part": "{% macro of(words) %}<b>{{ words }}</b>{{ everywhere }}{% endmacro %}",
}


@given(st.text() | st.integers() | st.none() | st.builds(Markup, st.text()))
def test_values_are_escaped_as_ever(value: object) -> None:
    """Words, numbers, nothing, and what is marked as HTML."""
    assert str(Templates.written(value)) == str(escape(value))


@given(st.text(alphabet="a&<>\"'ü“"))
def test_a_page_is_what_jinja_makes_of_it(said: str) -> None:
    """Its macros and globals, too."""
    pages = [kind(loader=DictLoader(WRITTEN), autoescape=True) for kind in (Environment, Templates)]
    for each in pages:
        each.globals["everywhere"] = "<i>"
    ours, theirs = (each.get_template("page").render(said=said) for each in pages)
    assert ours == theirs
