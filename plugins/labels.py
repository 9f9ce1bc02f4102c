"""Gives the fields of Datasette's own pages the names that they lack for those who don't see them."""

from __future__ import annotations

import re

from datasette import hookimpl
from datasette.app import Datasette
from jinja2 import Environment
from markupsafe import Markup

# The beginning of a field as Datasette 0.65 writes it, and what it should be called.
NAMES = {
    r'<textarea id="sql-editor"': "SQL query",
    r'<select name="_filter_column(?:_\d+)?"': "Column to filter by",
    r'<select name="_filter_op(?:_\d+)?"': "How to compare",
    r'<select name="_sort"': "Column to sort by",
    r'<input type="text" name="_filter_value(?:_\d+)?"': "Value to compare with",
    r'<input type="search" name="q"(?=[^>]*id="search-all-q")': "Search all tables",
}


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """`labelled` in every template."""
    del datasette
    env.filters["labelled"] = _labelled


def _labelled(html: Markup) -> Markup:
    """HTML of Datasette's with every field named."""
    named = str(html)
    for field, name in NAMES.items():
        named = re.sub(field, rf'\g<0> aria-label="{name}"', named)
    return Markup(named)  # noqa: S704 (Datasette has escaped it)
