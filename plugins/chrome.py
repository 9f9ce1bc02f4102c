"""Gives every page, Datasette's own included, our masthead with our title."""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette

from morgue.browse.site import site
from morgue.browse.titles import archivists_words, split_title


@hookimpl
def extra_template_vars(datasette: Datasette) -> Callable[[], Awaitable[dict[str, Any]]]:
    """`site`: the archive in one line, None where there is no archive yet."""

    async def variables() -> dict[str, Any]:
        title, _ = split_title(archivists_words(datasette.config_dir))
        return {"site": await _site(datasette, title)}

    return variables


async def _site(datasette: Datasette, title: str) -> Any:
    if "archive" not in datasette.databases:
        return None
    try:
        return await datasette.get_database("archive").execute_fn(lambda archive: site(archive, title))
    except sqlite3.Error:
        return None  # a file that is no archive of ours: the page itself says what is wrong, the masthead stays plain
