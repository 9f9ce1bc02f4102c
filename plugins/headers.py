"""Security headers on every answer, and the small gaps that Datasette 0.65.5 leaves open on a public server."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from pathlib import Path
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.views.base import DatasetteError
from datasette.views.special import JsonDataView

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]
Header = tuple[bytes, bytes]

# Styles may stand in the page: Datasette colours its headings so, and our bars and drawings set their sizes so.
_POLICY = (
    "default-src 'self'; script-src 'self'{scripts}; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
    "object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
_OURS = _POLICY.format(scripts="")
# Datasette's table, query and search-all pages carry their scripts in the page. They escape what they show.
_DATASETTES = _POLICY.format(scripts=" 'unsafe-inline'")
_COMMON: tuple[Header, ...] = (
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
)
# Browsers read "/\host" and "//host" as another site's address, and skip control characters on the way.
_ELSEWHERE = re.compile(rb"^/[/\\\s]+")


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Completes the headers of every answer. A header that a page has set itself stays."""

    def wrap(app: App) -> App:
        async def completed(scope: Message, receive: Receive, send: Send) -> None:
            async def send_completed(message: Message) -> None:
                if message["type"] == "http.response.start":
                    wanted = ((b"content-security-policy", _policy(datasette, scope["path"]).encode()), *_COMMON)
                    message = {**message, "headers": _with(message.get("headers", ()), wanted)}
                await send(message)

            await app(scope, receive, send_completed)

        return completed

    return wrap


def _policy(datasette: Datasette, path: str) -> str:
    first = path.lstrip("/").partition("/")[0].partition(".")[0]
    return _DATASETTES if first == "-" or first in datasette.databases else _OURS


def _with(headers: Iterable[Header], wanted: Iterable[Header]) -> list[Header]:
    kept = [(name, _within(value) if name.lower() == b"location" else value) for name, value in headers]
    present = {name.lower() for name, _ in kept}
    return kept + [(name, value) for name, value in wanted if name not in present]


def _within(location: bytes) -> bytes:
    """A redirect that stays on this site where it was meant to."""
    return _ELSEWHERE.sub(b"/", location)


@hookimpl
def handle_exception(exception: Exception) -> None:
    """Calls what the address asked wrongly (`_sort=nope`) a bad request; Datasette calls it a fault of the server."""
    if isinstance(exception, DatasetteError) and exception.status == 500:  # noqa: PLR2004 - the status of that name
        exception.status = 400


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Awaitable[Any]]]]:
    """Answers /-/databases as Datasette does, without telling in which folder the files lie."""

    def databases() -> list[dict[str, Any]]:
        found = datasette._connected_databases()  # noqa: SLF001 - the very list that is to be cut
        return [{**one, "path": Path(one["path"]).name if one["path"] else None} for one in found]

    view = JsonDataView(datasette, "databases.json", databases)

    async def answer(request: Any) -> Any:
        return await view.get(request)

    return [(r"/-/databases(\.(?P<format>json))?$", answer)]
