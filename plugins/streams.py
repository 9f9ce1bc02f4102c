"""Any search as a whole, as CSV or JSON lines: /search.csv and /search.jsonl, with the parameters of /search."""

from __future__ import annotations

import asyncio
import logging
import re
import sqlite3
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

from datasette import Forbidden, Request, Response, hookimpl
from datasette.app import Datasette
from datasette.utils import sqlite_timelimit
from datasette.utils.asgi import AsgiStream, AsgiWriter

from morgue.browse.streams.forms import FORMS, Form
from morgue.browse.streams.stream import Stream, stream
from morgue.browse.streams.walk import walk

PATTERN = rf"/search\.(?P<form>{'|'.join(FORMS)})$"
log = logging.getLogger("morgue")


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """One route for all forms."""
    return [(PATTERN, _streamed)]


async def _streamed(datasette: Datasette, request: Request) -> Any:
    if not datasette.setting("allow_csv_stream"):
        raise Forbidden("This archive hands out no streams: allow_csv_stream is off.")
    if "archive" not in datasette.databases:
        return Response.text("There is no archive here.", status=503)
    await datasette.ensure_permissions(request.actor, [("view-database", "archive"), "view-instance"])
    form = FORMS[request.url_vars["form"]]
    parameters = parse_qs(request.query_string, keep_blank_values=True)
    scheme = "https" if datasette.setting("force_https_urls") else request.scheme
    root = f"{scheme}://{request.host}"
    ask = _Ask(datasette)
    try:
        found: Stream = await ask(lambda archive: stream(archive, parameters, root))
    except sqlite3.OperationalError as error:
        if "interrupted" not in str(error):
            raise
        return Response.text("This search takes too long here: narrow it.", status=503)
    headers = {"Content-Disposition": f'attachment; filename="{_name(found)}.{form.extension}"'}
    if request.method == "HEAD":
        return Response("", headers=headers, content_type=form.media_type)
    return AsgiStream(_writing(ask, found, form, request), headers=headers, content_type=form.media_type)


def _writing(ask: _Ask, found: Stream, form: Form, request: Request) -> Callable[[AsgiWriter], Any]:
    async def write(writer: AsgiWriter) -> None:
        reader = asyncio.ensure_future(_gone(request))
        try:
            await writer.write(form.head(found.columns))
            async for rows in walk(ask, found):
                if reader.done():
                    return
                await writer.write(form.body(rows))
        finally:
            reader.cancel()

    return write


async def _gone(request: Request) -> None:
    """Ends when the reader has gone: nobody should read an archive to its end for nobody."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


class _Ask:
    """Runs each step of a stream by itself, within the time limit of all queries: `morgue.browse.streams.walk.Ask`."""

    def __init__(self, datasette: Datasette) -> None:
        self._archive = datasette.get_database("archive")
        self._limit = datasette.setting("sql_time_limit_ms")

    async def __call__(self, question: Callable[[sqlite3.Connection], Any], /) -> Any:
        def within_time(archive: sqlite3.Connection) -> Any:
            with sqlite_timelimit(archive, self._limit):
                return question(archive)

        return await self._archive.execute_fn(within_time)


def _name(found: Stream) -> str:
    """A name to save it under: what was looked for, in letters that every system takes."""
    words = re.sub(r"[^a-z0-9]+", "-", found.asked.q.lower())[:60].strip("-")
    return "-".join(filter(None, ("morgue", found.asked.shelf, words)))
