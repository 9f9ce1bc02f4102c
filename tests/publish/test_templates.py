"""Jinja for many pages writes what Jinja writes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from morgue.publish.templates import Templates

pytestmark = pytest.mark.unit

WRITTEN = {
    "page": '{% import "part" as part %}<p title="{{ said }}">{{ part.of(said) }}{{ said | safe }}{{ 3 }}</p>'
    '{{ part.of(said, "&", times=2) }}{{ part.of("<", said) }}{{ part.all(said, 1, more=2) }}{{ said.upper() }}'
    "{% for word in said.split() %}{% call part.around(word) %}{{ loop.index }}{% endcall %}{% endfor %}"
    "{% for n in range(2) %}{{ part.of(n) }}{{ everywhere | replace('i', said) }}{{ looked_up('said') }}{% endfor %}",
    "part": "{% macro of(words, mark='<', times=1) %}<b>{{ words }}</b>{{ everywhere }}{{ mark * times }}{% endmacro %}"
    "{% macro all(first) %}{{ first }}{{ varargs }}{{ kwargs }}{% endmacro %}"
    "{% macro around(word) %}{{ caller() }}{{ word }}{% endmacro %}",
}


@pass_context
def looked_up(context: Context, name: str) -> object:
    """What a template knows by a name: a function that asks for the context."""
    return context[name]


@given(st.text() | st.integers() | st.none() | st.builds(Markup, st.text()))
def test_values_are_escaped_as_ever(value: object) -> None:
    """Words, numbers, nothing, and what is marked as HTML."""
    assert str(Templates.written(value)) == str(escape(value))


@given(st.text(alphabet="a&<>\"'ü“"))
def test_a_page_is_what_jinja_makes_of_it(said: str) -> None:
    """Its macros and globals, too."""
    pages = [kind(loader=DictLoader(WRITTEN), autoescape=True) for kind in (Environment, Templates)]
    for each in pages:
        each.globals.update(everywhere="<i>", looked_up=looked_up)
    ours, theirs = (each.get_template("page").render(said=said) for each in pages)
    assert ours == theirs


def test_a_macro_that_is_given_too_much_says_so() -> None:
    """By its name, as ever."""
    page = Templates(loader=DictLoader({**WRITTEN, "page": '{% import "part" as part %}{{ part.of(1, 2, 3, 4) }}'}))
    with pytest.raises(TypeError, match="'of' takes not more than 3"):
        page.get_template("page").render()
