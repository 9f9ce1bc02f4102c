"""Templates as JavaScript: each form of Jinja that is translated renders as Jinja does, others are refused."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader

from morgue.publish.search.jinja.expressions import UntranslatableError
from morgue.publish.search.jinja.module import script
from tests.served import ROOT
from tests.web.conftest import Run

pytestmark = pytest.mark.unit

CONTEXT = {
    "name": "Ida & <Lena>",
    "none": None,
    "yes": True,
    "number": 12345,
    "share": 0.345,
    "names": ["b", "a", "c"],
    "pairs": [["x", 1], ["y", 0]],
    "things": [{"n": 3, "of": {"kind": "copy"}}, {"n": 0, "of": {"kind": "part"}}],
    "empty": [],
    "mapping": {"one": 1},
}
FORMS = [
    "{{ name }} {{ none }} {{ yes }} {{ missing }} {{ number }}",
    "{{ '{:,} of {}'.format(number, name) }} {{ name.rstrip('>') }} {{ name.replace('Ida', 'Eva') }}",
    "{% if empty %}a{% elif none %}b{% else %}c{% endif %}{% if mapping and names %}d{% endif %}{{ empty or 'e' }}",
    "{% for one in names %}{{ loop.index }}/{{ loop.length }}{{ one }}{% if not loop.last %}, {% endif %}{% endfor %}",
    "{% for one in empty %}{{ one }}{% else %}nobody{% endfor %}",
    "{% for key, n in pairs if n %}{{ key }}={{ n }}{% endfor %}",
    "{% for key, n in mapping.items() %}{{ key }}{% endfor %}",
    "{% set sum = number + 1 %}{{ sum }}{% for one in names %}{% set sum = one ~ 2 %}{{ sum }}{% endfor %}{{ sum }}",
    "{{ names[0] }}{{ names[-1] }}{{ names[1:] | join('-') }}{{ names[:2] | length }}{{ mapping['one'] }}",
    "{{ things | map(attribute='n') | max }}{{ things | selectattr('n') | list | length }}{{ names | min }}",
    "{{ things | map(attribute='of.kind') | join(', ') }}{{ (100 * share) | round | int }}{{ [4, 2] | sum }}",
    "{{ 'yes' if 'a' in names else 'no' }}{{ 'one' in mapping }}{{ number == 12345 }}{{ 3 > 2 }}{{ -number }}",
    "{{ missing is defined }}{{ none is none }}{{ name is defined and name | length }}{{ not yes }}",
    "{{ 'aBC' | capitalize }}{{ name | upper }}{{ 'a b/ü&' | urlencode }}{{ name ~ '<' }}{{ 'a' | replace('a', '<') }}",
    "{{ greet('Lena') }}{{ greet(name, mark='!') }}{{ m.count(2, *['one', 'many']) }}{{ m.count(1, 'one', 'many') }}",
]
MACROS = "{% macro greet(who, mark='?') %}<b>{{ who }}{{ mark }}</b>{% endmacro %}"


def templates(folder: Path, content: str) -> Path:
    """A folder with a template that imports macros, and the project's own macros."""
    shutil.copy(ROOT / "templates" / "_macros.html", folder)
    (folder / "base.html").write_text("{% block content %}{% endblock %}", "utf-8")
    (folder / "own.html").write_text(MACROS, "utf-8")
    body = content.replace("greet(", "own.greet(")
    imports = '{% import "_macros.html" as m %}{% import "own.html" as own %}'
    page = f'{{% extends "base.html" %}}{imports}{{% block content %}}{body}{{% endblock %}}'
    (folder / "page.html").write_text(page, "utf-8")
    return folder


@pytest.mark.parametrize("form", FORMS)
def test_a_form_renders_as_in_jinja(node: Run, tmp_path: Path, form: str) -> None:
    """The same context gives the same text, escaped the same way."""
    folder = templates(tmp_path, form)
    (tmp_path / "package.json").write_text('{"type": "module"}', "utf-8")
    shutil.copy(ROOT / "web" / "client" / "page" / "jinja.js", tmp_path)
    (tmp_path / "templates.js").write_text(script(folder, "page.html"), "utf-8")
    (found,) = node("templates.mjs", {"script": str(tmp_path / "templates.js"), "contexts": [CONTEXT]})
    environment = Environment(loader=FileSystemLoader(folder), autoescape=True)
    assert found == environment.get_template("page.html").render(**CONTEXT)


@pytest.mark.parametrize("form", ["{{ 2 ** 3 }}", "{{ 1 < 2 < 3 }}", "{% with a = 1 %}{{ a }}{% endwith %}"])
def test_what_has_no_translation_is_refused(tmp_path: Path, form: str) -> None:
    """Publishing stops with the line and the name of the form, instead of showing a wrong page."""
    with pytest.raises(UntranslatableError, match=r"line 1: .* translation"):
        script(templates(tmp_path, form), "page.html")
