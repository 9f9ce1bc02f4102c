"""Gives every page, Datasette's own included, our masthead, and every template our title and the archivist's words."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from markupsafe import Markup

from morgue.browse.prose import archivists_words, render, split_title
from morgue.browse.site import site


@hookimpl
def extra_template_vars(datasette: Datasette) -> Callable[[], Awaitable[dict[str, Any]]]:
    """`site` (None where there is no archive yet) and `about`, the HTML of about.md."""

    async def variables() -> dict[str, Any]:
        title, about = split_title(archivists_words(datasette.config_dir))
        return {"site": await _site(datasette, title), "about": Markup(render(about))}  # noqa: S704 (nh3 cleaned it)

    return variables


async def _site(datasette: Datasette, title: str) -> Any:
    if "archive" not in datasette.databases:
        return None
    try:
        return await datasette.get_database("archive").execute_fn(lambda archive: site(archive, title))
    except sqlite3.Error:
        return None  # a file that is no archive of ours: the page itself says what is wrong, the masthead stays plain
