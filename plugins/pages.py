"""Serves every address of `morgue.browse.pages.PAGES`, as a page and as JSON."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Awaitable, Callable
from typing import Any
from urllib.parse import parse_qs

from datasette import NotFound, Request, Response, hookimpl
from datasette.app import Datasette
from datasette.utils import sqlite_timelimit
from datasette.views.base import DatasetteError

from morgue.browse.addresses import HTML, File, Moved, Page
from morgue.browse.api.answers import as_json
from morgue.browse.corrections import Dropped
from morgue.browse.originals import original
from morgue.browse.pages import PAGES
from morgue.browse.titles import archivists_words, split_title

ORIGINAL = r"/articles/(?P<uid>[0-9a-f]{12})/original(?:/(?P<digest>[0-9a-f]{12}))?$"
View = Callable[..., Awaitable[Response]]
SEEN = [("view-database", "archive"), "view-instance"]  # who may not see the tables may not see the pages
GONE = 410
NOTHING = "Nothing in this archive has this address."


@hookimpl
def register_routes() -> list[tuple[str, View]]:
    """One route for each kind of page, the original files, and what is none of these below an address of ours."""
    below = sorted({found[1] for page in PAGES if (found := re.match(r"/(\w+)/", page.pattern))})
    nowhere = rf"/(?:{'|'.join(below)})/.*[^/]$"
    return [*((_route(page), _view(page)) for page in PAGES), (ORIGINAL, _original), (nowhere, _nowhere)]


def _route(page: Page) -> str:
    return page.pattern + (r"(?P<json>\.json)?$" if page.has_json else "$")


def _view(page: Page) -> View:
    async def view(datasette: Datasette, request: Request) -> Response:
        if "archive" not in datasette.databases:
            return await _apology(datasette, request, "no_archive.html")
        await datasette.ensure_permissions(request.actor, SEEN)
        matched = {name: value for name, value in request.url_vars.items() if name != "json"}
        parameters = parse_qs(request.query_string, keep_blank_values=True)
        try:
            content = await _ask(datasette, lambda archive: page.content(archive, matched, parameters))
        except sqlite3.OperationalError as error:
            if "interrupted" not in str(error):
                raise
            return await _apology(datasette, request, "too_long.html")
        if content is None:
            raise NotFound(NOTHING)
        return await _told(datasette, request, page, content)

    return view


async def _told(datasette: Datasette, request: Request, page: Page, content: Any) -> Response:
    """What content asks for: another address, word of what is gone, a file, or a page."""
    if isinstance(content, Moved):
        return Response.redirect(content.address + (".json" if request.url_vars.get("json") else ""))
    if isinstance(content, Dropped):
        return await _gone(datasette, request, content)
    if isinstance(content, File):
        return _file(datasette, request, content)
    return await _answer(datasette, request, page, content)


async def _gone(datasette: Datasette, request: Request, dropped: Dropped) -> Response:
    """What was here once, and why it isn't: a link from elsewhere deserves better than that there is nothing."""
    if request.url_vars.get("json"):
        return Response.json(dropped.as_json(), status=GONE)
    context = {"page": None, "address": None, "dropped": dropped}
    return Response.html(await datasette.render_template("gone.html", context, request=request), status=GONE)


def _file(datasette: Datasette, request: Request, content: File) -> Response:
    title, _ = split_title(archivists_words(datasette.config_dir))
    headers = {**_fresh(datasette), "Content-Disposition": f'inline; filename="{content.name}"'}
    return Response(content.text(title, _root(datasette, request)), headers=headers, content_type=content.media_type)


def _root(datasette: Datasette, request: Request) -> str:
    """Where the archive is served. Behind a proxy, the setting knows better than the request."""
    return f"{'https' if datasette.setting('force_https_urls') else request.scheme}://{request.host}"


async def _ask(datasette: Datasette, question: Callable[[sqlite3.Connection], Any]) -> Any:
    def within_time(archive: sqlite3.Connection) -> Any:
        with sqlite_timelimit(archive, datasette.setting("sql_time_limit_ms")):
            return question(archive)

    return await datasette.get_database("archive").execute_fn(within_time)


async def _answer(datasette: Datasette, request: Request, page: Page, content: Any) -> Response:
    if request.url_vars.get("json"):
        body = json.dumps(as_json(content), ensure_ascii=False)
        return Response(body, headers=_fresh(datasette), content_type="application/json; charset=utf-8")
    context = {
        "page": content,
        "address": request.path,
        "json_address": _json_address(request) if page.has_json else None,
        "root": _root(datasette, request),
    }
    body = await datasette.render_template(page.template, context, request=request)
    return Response(body, headers=_fresh(datasette), content_type=page.media_type)


def _fresh(datasette: Datasette) -> dict[str, str]:
    """How long a copy of a page may be kept: as long as one of Datasette's own."""
    return {"Cache-Control": f"max-age={datasette.setting('default_cache_ttl')}"}


def _json_address(request: Request) -> str:
    query = f"?{request.query_string}" if request.query_string else ""
    return f"{request.path}.json{query}"


async def _apology(datasette: Datasette, request: Request, template: str) -> Response:
    if re.search(r"\.json$", request.path):
        answer = {"ok": False, "error": template.removesuffix(".html").replace("_", " "), "status": 503}
        return Response.json(answer, status=503)
    body = await datasette.render_template(template, {"page": None, "address": None}, request=request)
    return Response(body, status=503, content_type=HTML)


async def _nowhere() -> Response:
    """Says so at once: Datasette would look for a table of that name, and try another spelling of the address."""
    raise DatasetteError(NOTHING, status=404)


async def _original(datasette: Datasette, request: Request) -> Response:
    if "archive" not in datasette.databases:
        return await _apology(datasette, request, "no_archive.html")
    await datasette.ensure_permissions(request.actor, SEEN)
    uid, digest = request.url_vars["uid"], request.url_vars["digest"]
    found = await _ask(datasette, lambda archive: original(archive, uid, digest))
    if found is None:
        raise NotFound(NOTHING)
    # Whatever the file claims to be, a browser saves it: an archived page must never run here as a page of ours.
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{found.quoted_name}",
        "X-Content-Type-Options": "nosniff",
        "Content-Security-Policy": "sandbox; default-src 'none'",
    }
    return Response(found.content, headers=headers, content_type=found.media_type)
