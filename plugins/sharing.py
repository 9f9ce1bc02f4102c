"""Who may ask, and how: pages of other origins where Datasette's --cors says so, and nobody to change anything."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from datasette import hookimpl
from datasette.app import Datasette
from datasette.utils import add_cors_headers

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

ALLOWED = ("GET", "HEAD", "OPTIONS")
_ORIGIN = b"access-control-allow-origin"


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[App], App]:
    """Answers other methods with what is allowed, and lets other origins read data where the server is told to."""

    def wrap(app: App) -> App:
        async def shared(scope: Message, receive: Receive, send: Send) -> None:
            if scope["type"] == "http" and _is_ours(datasette, scope["path"]) and scope["method"] not in ALLOWED[:2]:
                await _refuse(send, 204 if scope["method"] == "OPTIONS" else 405)
                return

            async def send_shared(message: Message) -> None:
                if datasette.cors and message["type"] == "http.response.start":
                    message = {**message, "headers": _opened(list(message.get("headers", ())))}
                await send(message)

            await app(scope, receive, send_shared)

        return shared

    return wrap


def _is_ours(datasette: Datasette, path: str) -> bool:
    """Whether it is an address of the archive's pages, and not one of Datasette's own."""
    first = path.lstrip("/").partition("/")[0].partition(".")[0]
    return first != "-" and first not in datasette.databases


def _opened(headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The headers of an answer that is data, readable from everywhere. Pages stay as they are."""
    told = {name.lower(): value for name, value in headers}
    if _ORIGIN in told or told.get(b"content-type", b"text/html").startswith(b"text/html"):
        return headers
    more: dict[str, str] = {}
    add_cors_headers(more)
    return headers + [(name.lower().encode(), value.encode()) for name, value in more.items()]


async def _refuse(send: Send, status: int) -> None:
    headers = [(b"allow", ", ".join(ALLOWED).encode()), (b"content-length", b"0")]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body"})
