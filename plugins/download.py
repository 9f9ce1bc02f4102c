"""The whole archive as a file: /archive.db.

Datasette hands out databases that it takes for immutable only. Ours may be replaced by a build at any moment (see
follow.py), but never changes in place: a file that has been opened stays as it is to its last byte.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import closing
from pathlib import Path
from typing import Any, BinaryIO

from datasette import Forbidden, NotFound, Request, hookimpl
from datasette.app import Datasette

from morgue.browse.ranges import asked

NAME = "archive"
ADDRESS = f"/{NAME}.db"
MEDIA_TYPE = "application/vnd.sqlite3"
PIECE = 1 << 20
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]


@hookimpl
def register_routes() -> list[tuple[str, Callable[..., Any]]]:
    """Before Datasette's own route of this address."""
    return [(r"/archive\.db$", _download)]


@hookimpl
def extra_template_vars(datasette: Datasette) -> dict[str, Any]:
    """`download`: address and bytes of the archive, None where it is not offered."""
    path = _path(datasette)
    return {"download": {"address": ADDRESS, "bytes": path.stat().st_size} if path and path.is_file() else None}


def _path(datasette: Datasette) -> Path | None:
    """The archive's file, where the settings let it be handed out."""
    known = datasette.databases.get(NAME)
    return Path(known.path) if known and known.path and datasette.setting("allow_download") else None


async def _download(datasette: Datasette, request: Request) -> Any:
    permissions = [("view-database-download", NAME), ("view-database", NAME), "view-instance"]
    await datasette.ensure_permissions(request.actor, permissions)
    if NAME not in datasette.databases:
        raise NotFound("There is no archive here.")
    path = _path(datasette)
    if path is None:
        raise Forbidden("This archive is not handed out as a whole: allow_download is off.")
    return _File(path, request)


class _File:
    """A file as an answer, whole or from where a download broke off."""

    def __init__(self, path: Path, request: Request) -> None:
        self._path = path
        self._method = request.method
        self._range, self._condition = request.headers.get("range"), request.headers.get("if-range")

    async def asgi_send(self, send: Send) -> None:
        """Send it, a piece at a time."""
        with closing(self._path.open("rb")) as file:
            known = os.fstat(file.fileno())
            total, tag = known.st_size, _tag(known)
            wanted = self._range if self._condition in (None, tag) else None
            try:
                part = asked(wanted, total)
            except ValueError:
                await self._begin(send, 416, {"content-range": f"bytes */{total}", "content-length": "0"})
                await send({"type": "http.response.body"})
                return
            start, end = part or (0, total)
            told = {"content-range": f"bytes {start}-{end - 1}/{total}"} if part else {}
            await self._begin(send, 206 if part else 200, {**told, "content-length": str(end - start), "etag": tag})
            if self._method != "HEAD":
                async for piece in _pieces(file, start, end):
                    await send({"type": "http.response.body", "body": piece, "more_body": True})
            await send({"type": "http.response.body"})

    async def _begin(self, send: Send, status: int, told: dict[str, str]) -> None:
        headers = {
            "content-type": MEDIA_TYPE,
            "content-disposition": f'attachment; filename="{NAME}.db"',
            "accept-ranges": "bytes",
            **told,
        }
        pairs = [(name.lower().encode(), value.encode()) for name, value in headers.items()]
        await send({"type": "http.response.start", "status": status, "headers": pairs})


def _tag(known: os.stat_result) -> str:
    """What tells one archive from the next."""
    return f'"{known.st_ino:x}-{known.st_mtime_ns:x}-{known.st_size:x}"'


async def _pieces(file: BinaryIO, start: int, end: int) -> AsyncIterator[bytes]:
    """The bytes of a file from start to end, read beside the server's other work."""
    file.seek(start)
    while start < end and (piece := await asyncio.to_thread(file.read, min(PIECE, end - start))):
        start += len(piece)
        yield piece
