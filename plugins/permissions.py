"""Keeps in mind who may see which table, which metadata.yml says once and for all.

Datasette 0.65.5 copies the whole of it anew for each question, and asks a hundred times for one page of the database:
with notes on every column that takes five milliseconds each time.
"""

from __future__ import annotations

from functools import lru_cache

from datasette import hookimpl
from datasette.app import Datasette
from datasette.plugins import pm

REMEMBERED = 1024  # tables; their names come from addresses, which anybody may make up


@hookimpl(trylast=True)
def startup(datasette: Datasette) -> None:
    """Remembers Datasette's own answers, unless a plugin makes metadata that may change."""
    if not pm.hook.get_metadata.get_hookimpls():
        allows = lru_cache(REMEMBERED)(datasette._table_permission_allows)  # noqa: SLF001 - the very question
        datasette._table_permission_allows = lambda database, table: list(allows(database, table))  # noqa: SLF001
