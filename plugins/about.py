"""Gives every template the archivist's own words."""

from __future__ import annotations

from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from markupsafe import Markup

from morgue.browse.prose import render
from morgue.browse.titles import archivists_words, split_title


@hookimpl
def extra_template_vars(datasette: Datasette) -> dict[str, Any]:
    """`about`: the HTML of about.md without its title."""
    _, text = split_title(archivists_words(datasette.config_dir))
    return {"about": Markup(render(text))}  # noqa: S704 - nh3 cleaned it
